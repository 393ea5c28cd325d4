"""Compressed bytes unpacked: gzip, bzip2, xz, zstd, and what HTTP adds to them; never more at once than asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from koreanews.captures.content import Form
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
_KEPT = 4 << 20
"""Packed bytes kept to look for the next member in when one is damaged; records of a crawl are smaller."""
_MAX_PADDING = 16 << 20


class Decoder(Protocol):
    """What `bz2`, `lzma` and `compression.zstd` have in common."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Packing:
    """A way of packing: its name for people, the bytes that a packed member begins with ("" where they vary), how to
    undo it, and what its library raises on damage.
    """

    name: str
    mark: bytes
    decoder: Callable[[], Decoder]
    errors: tuple[type[Exception], ...]


def packing(form: Form | str) -> Packing | None:
    """How to undo `form`, or an HTTP content coding by its name; None where it is not known. Loads its library."""
    match form:
        case Form.GZIP | "x-gzip":
            import zlib

            return Packing("gzip", b"\x1f\x8b\x08", lambda: _Zlib(31), (zlib.error,))
        case "deflate":
            import zlib

            # 47 takes gzip for it too, which some servers call so.
            return Packing("deflate", b"", lambda: _Zlib(47), (zlib.error,))
        case "raw deflate":
            import zlib

            return Packing("deflate", b"", lambda: _Zlib(-15), (zlib.error,))
        case Form.BZIP2:
            import bz2

            return Packing("bzip2", b"BZh", bz2.BZ2Decompressor, (OSError, ValueError))
        case Form.XZ:
            import lzma

            # The limit is that of xz -9 on decompression, and some.
            return Packing("xz", b"\xfd7zXZ\0", lambda: lzma.LZMADecompressor(memlimit=128 << 20), (lzma.LZMAError,))
        case Form.ZSTD:
            if sys.version_info >= (3, 14):
                from compression import zstd
            else:
                from backports import zstd

            return Packing("zstd", b"\x28\xb5\x2f\xfd", zstd.ZstdDecompressor, (zstd.ZstdError,))
        case Form.BROTLI | "br":
            import brotli  # type: ignore[import-untyped]

            return Packing("brotli", b"", _Brotli, (brotli.error,))
    return None


def unpacked(source: ByteStream, how: Packing) -> ByteStream:
    """The stream that `source` packs, all members of it. Reading it raises Unreadable where it breaks or bursts."""
    return PackedMembers(source, how).stream


def unpack_all(data: bytes, how: Packing, limit: int) -> bytes:
    """All that `data` packs. Unreadable where it is damaged or more than `limit` bytes."""
    held = [data]
    stream = unpacked(ByteStream(lambda _: held.pop() if held else b""), how)
    whole = stream.read(limit + 1)
    if len(whole) > limit:
        raise Unreadable(f"unpacks to more than {limit >> 20} MiB")
    stream.read(1)
    return whole


class PackedMembers:
    """Packed members one after the other, as gzip allows; `stream` reads what they unpack to.

    After damage `resume` goes on at the next member.
    """

    def __init__(self, source: ByteStream, how: Packing) -> None:
        self._source = source
        self._how = how
        self._decoder: Decoder | None = None
        self._kept = bytearray()  # What has been read of the present member, to look for the next one in.
        self._fresh = True
        self._members = 0
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
        searched = 1
        while mark:
            while (at := self._kept.find(mark, searched)) >= 0:
                if len(self._kept) - at < _CHUNK:
                    self._read_on()
                if self._begins(bytes(self._kept[at : at + _CHUNK]), begins):
                    self._again += len(self._kept) - at
                    if self._again > MAX_AGAIN:
                        raise Unreadable(TOO_OFTEN)
                    self._source.unread(bytes(self._kept[at:]))
                    self._taken -= len(self._kept) - at
                    return True
                searched = at + 1
            del self._kept[: max(0, len(self._kept) - len(mark))]
            searched = 1
            if not self._read_on():
                break
        return False

    def _read_on(self) -> bool:
        data = self._source.read(_CHUNK)
        self._taken += len(data)
        self._kept += data
        return bool(data)

    def _begins(self, packed: bytes, begins: Callable[[bytes], bool]) -> bool:
        try:
            return begins(self._how.decoder().decompress(packed, 16384))
        except self._how.errors:
            return False

    def _more(self, number: int) -> bytes:
        while True:
            if self._decoder is None:
                if not self._has_more():
                    return b""
                self._decoder = self._how.decoder()
                self._fresh = True
            data = b""
            if self._decoder.needs_input:
                if not (data := self._source.read(_CHUNK)):
                    whole = self._fresh and self._given > 0
                    raise Unreadable(f"is cut short: its {self._how.name} data have no end", whole)
                self._taken += len(data)
                self._kept += data
                del self._kept[: max(0, len(self._kept) - _KEPT)]
            try:
                given = self._decoder.decompress(data, number)
            except self._how.errors:
                if self._fresh and self._given:
                    raise TrailingBytes(f"has other bytes after its {self._how.name} data") from None
                raise Unreadable(f"is damaged: its {self._how.name} data cannot be unpacked") from None
            if self._decoder.eof:
                self._end_member(self._decoder.unused_data)
            self._given += len(given)
            if self._given > SUSPECT_FROM and self._given > self._taken * MAX_RATIO:
                raise Unreadable(f"unpacks to more than {MAX_RATIO} times its size, as decompression bombs do")
            if given:
                self._fresh = False
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
        self._source.unread(rest)
        self._taken -= len(rest)
        self._members += 1
        self._decoder = None


class _Zlib:
    """`zlib`'s decompressor in the manner of the others."""

    def __init__(self, window: int) -> None:
        import zlib

        self._zlib = zlib.decompressobj(window)
        self.needs_input = True

    @property
    def eof(self) -> bool:
        return self._zlib.eof

    @property
    def unused_data(self) -> bytes:
        return self._zlib.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        given = self._zlib.decompress(self._zlib.unconsumed_tail + data, max_length)
        self.needs_input = not self._zlib.unconsumed_tail and len(given) < max_length
        return given


class _Brotli:
    """`brotli`'s decompressor in the manner of the others; it takes no bytes after its end."""

    unused_data = b""

    def __init__(self) -> None:
        import brotli

        self._brotli = brotli.Decompressor()

    @property
    def eof(self) -> bool:
        return bool(self._brotli.is_finished())

    @property
    def needs_input(self) -> bool:
        return bool(self._brotli.can_accept_more_data())

    def decompress(self, data: bytes, max_length: int) -> bytes:
        return bytes(self._brotli.process(data, output_buffer_limit=max_length))
