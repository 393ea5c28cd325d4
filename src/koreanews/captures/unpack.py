"""Packed bytes unpacked, member after member; never more at once than asked for."""

from __future__ import annotations

from collections.abc import Callable

from koreanews.captures.packing import Decoder, Packing
from koreanews.captures.stream import ByteStream, TrailingBytes, Unreadable

MAX_PAGE = 64 << 20
"""Bytes in a page, unpacked. Real pages stay below a hundredth of it."""

MAX_RATIO = 500
"""How many times its packed size something may unpack to. Pages reach 10, near copies packed together 100."""

SUSPECT_FROM = 2 * MAX_PAGE
"""Unpacked bytes before the ratio is looked at: one page of blanks is no bomb."""

MAX_AGAIN = 256 << 20
"""Bytes read a second time behind damage, in all: without a limit, damage made for it could cost hours."""
TOO_OFTEN = "is damaged in too many places; what comes after them is not read"

_CHUNK = 65536
"""Packed bytes read at a time."""
_KEPT = 4 << 20
"""Packed bytes kept to look for the next member in when one is damaged; records of a crawl are smaller."""
_MAX_PADDING = 16 << 20
"""Bytes of NULs between two members."""


def unpack_all(data: bytes, how: Packing, limit: int) -> bytes:
    """All that `data` packs. Unreadable where it is damaged or more than `limit` bytes."""
    held = [data]
    stream = PackedMembers(ByteStream(lambda _: held.pop() if held else b""), how).stream
    whole = stream.read(limit + 1)
    if len(whole) > limit:
        raise Unreadable(f"unpacks to more than {limit >> 20} MiB")
    stream.read(1)
    return whole


class PackedMembers:
    """Packed members one after the other, as gzip allows; `stream` reads what they unpack to.

    Reading it raises Unreadable where a member is damaged or unpacks to far too much. After damage `resume` goes on at
    the next member.
    """

    def __init__(self, source: ByteStream, how: Packing) -> None:
        self._source = source
        self._how = how
        self._decoder: Decoder | None = None
        # What has been read of the present member, to look for the next one in.
        self._kept = bytearray()
        # Whether the present member has given nothing so far.
        self._is_fresh = True
        self._members = 0
        # Bytes: packed ones read again behind damage, packed ones read, unpacked ones given.
        self._again = 0
        self._taken = 0
        self._given = 0
        self.stream = ByteStream(self._more)

    def resume(self, begins: Callable[[bytes], bool]) -> bool:
        """Go to the next member whose first unpacked bytes `begins` accepts; False where none is left.

        Unreadable where this has been done too often.
        """
        self._decoder = None
        mark = self._how.mark
        # Not from 0 on, where the damaged member's own mark stands.
        searched = 1
        while mark:
            while (at := self._kept.find(mark, searched)) >= 0:
                if len(self._kept) - at < _CHUNK:
                    self._read_on()
                if self._begins(bytes(self._kept[at : at + _CHUNK]), begins):
                    self._go_back_to(at)
                    return True
                searched = at + 1
            del self._kept[: max(0, len(self._kept) - len(mark))]
            searched = 1
            if not self._read_on():
                break
        return False

    def _go_back_to(self, at: int) -> None:
        """Puts back what is kept from there on, to be unpacked next. Unreadable where that was done too often."""
        rest = bytes(self._kept[at:])
        self._again += len(rest)
        if self._again > MAX_AGAIN:
            raise Unreadable(TOO_OFTEN)
        self._source.unread(rest)
        self._taken -= len(rest)

    def _read_on(self) -> bool:
        """Keeps some more packed bytes; False where there are none."""
        data = self._source.read(_CHUNK)
        self._taken += len(data)
        self._kept += data
        return bool(data)

    def _begins(self, packed: bytes, begins: Callable[[bytes], bool]) -> bool:
        """Whether packed bytes unpack to what `begins` accepts."""
        try:
            return begins(self._how.decoder().decompress(packed, 16384))
        except self._how.errors:
            return False

    def _more(self, number: int) -> bytes:
        """At most `number` unpacked bytes, none at the end; what `ByteStream` asks for."""
        while True:
            if self._decoder is None:
                if not self._has_more():
                    return b""
                self._decoder = self._how.decoder()
                self._is_fresh = True
            data = b""
            if self._decoder.needs_input:
                if not (data := self._source.read(_CHUNK)):
                    whole = self._is_fresh and self._given > 0
                    raise Unreadable(f"is cut short: its {self._how.name} data have no end", whole)
                self._taken += len(data)
                self._kept += data
                del self._kept[: max(0, len(self._kept) - _KEPT)]
            try:
                given = self._decoder.decompress(data, number)
            except self._how.errors:
                if self._is_fresh and self._given:
                    raise TrailingBytes(f"has other bytes after its {self._how.name} data") from None
                raise Unreadable(f"is damaged: its {self._how.name} data cannot be unpacked") from None
            if self._decoder.eof:
                self._end_member(self._decoder.unused_data)
            self._given += len(given)
            if self._given > SUSPECT_FROM and self._given > self._taken * MAX_RATIO:
                raise Unreadable(f"unpacks to more than {MAX_RATIO} times its size, as decompression bombs do")
            if given:
                self._is_fresh = False
                return given

    def _has_more(self) -> bool:
        """Whether another member follows. NULs between members are padding, as tapes leave it."""
        self._kept.clear()
        padding = 0
        while (ahead := self._source.peek(_CHUNK)).startswith(b"\0") and self._members:
            nuls = len(ahead) - len(ahead.lstrip(b"\0"))
            self._source.read(nuls)
            padding += nuls
            if padding > _MAX_PADDING:
                raise TrailingBytes(f"has {padding >> 20} MiB of NULs and more after its {self._how.name} data")
        return bool(ahead or self._source.read(1))

    def _end_member(self, rest: bytes) -> None:
        """Puts back what was read behind the member's end."""
        self._source.unread(rest)
        self._taken -= len(rest)
        self._members += 1
        self._decoder = None
