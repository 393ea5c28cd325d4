"""Bytes read from front to back: from a file, standard input, or a member of a container."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import BinaryIO

_CHUNK = 65536


class Unreadable(Exception):
    """The bytes end or break where they should not; the message says how, to follow the name of what was read.

    `whole` says that all bytes before are known to be right, and only more was expected or found.
    """

    def __init__(self, reason: str, whole: bool = False) -> None:
        super().__init__(reason)
        self.whole = whole


class TrailingBytes(Unreadable):
    """All was read to its end, and bytes of something else follow."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, whole=True)


class ByteStream:
    """A reader that can look ahead and put back, whatever it reads from: `more(n)` gives 1 to n bytes, none at the end.

    After that it is not asked again. Errors of `more` are raised once the bytes before them have been read. `file` is
    the seekable file that the stream shows from its beginning, where it is one, for formats that are read from their
    end.
    """

    def __init__(self, more: Callable[[int], bytes], file: BinaryIO | None = None) -> None:
        self._more = more
        self._held = bytearray()
        self._from = 0
        self._error: Exception | None = None
        self.file = file

    @property
    def trouble(self) -> Exception | None:
        """The error that comes after the bytes held, as far as they have been looked at."""
        return self._error

    def peek(self, number: int) -> bytes:
        """The next `number` bytes, fewer at the end, without reading them."""
        self._hold(number)
        return bytes(self._held[self._from : self._from + number])

    def read(self, number: int) -> bytes:
        """The next `number` bytes, fewer at the end or before damage; the damage is raised by the read after it."""
        self._hold(number)
        data = bytes(self._held[self._from : self._from + number])
        self._from += len(data)
        if not data and number and self._error:
            error, self._error = self._error, None
            raise error
        return data

    def readline(self, limit: int) -> bytes:
        """The bytes to the next line feed and with it, or `limit` bytes where none is among them."""
        seen = 0
        while (end := self._held.find(b"\n", self._from + seen)) < 0:
            seen = len(self._held) - self._from
            if seen >= limit or not self._hold(seen + 1):
                end = self._from + limit
                break
        return self.read(min(end + 1 - self._from, limit))

    def unread(self, data: bytes) -> None:
        """Put `data` back, to be read next."""
        self._held[: self._from] = data
        self._from = 0

    def skip_to(self, mark: re.Pattern[bytes], longest: int) -> bool:
        """Skip what stands before the next `mark`, which matches at most `longest` bytes; False where none is left.

        Then the end is reached. Damage on the way is raised, as by `read`.
        """
        while True:
            if found := mark.search(self._held, self._from):
                self._from = found.start()
                return True
            self._from = max(self._from, len(self._held) - longest + 1)
            if not self._hold(len(self._held) - self._from + 1):
                self._from = len(self._held)
                self.read(1)
                return False

    def _hold(self, number: int) -> bool:
        """Have `number` bytes ready; False where fewer are left."""
        while len(self._held) - self._from < number:
            if self._error:
                return False
            if self._from:
                del self._held[: self._from]
                self._from = 0
            try:
                data = self._more(max(_CHUNK, number - len(self._held)))
            except (Unreadable, OSError) as error:
                self._error = error
                return False
            if not data:
                # Let go, for it may refer to this reader: the circle would keep what both hold in memory until Python
                # looks for garbage.
                self._more = _nothing
                return False
            self._held += data
        return True


def _nothing(number: int) -> bytes:
    """What there is behind the end."""
    return b""
