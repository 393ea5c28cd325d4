"""How much is written before it is put on disk and made findable: by number, by size, by the memory that it takes."""

from __future__ import annotations

from koreanews.index.memory import own_memory


class Batch:
    """What a writer was given since it last put everything on disk."""

    def __init__(self) -> None:
        self._before = own_memory()
        self.begin()

    def begin(self) -> None:
        """Forgets what was added: it is on disk."""
        self._records = self._bytes = 0

    def add(self, size: int) -> None:
        """Counts a record, made of a page of so many bytes."""
        self._records += 1
        self._bytes += size

    def is_full(self) -> bool:
        """Whether it is time to put everything on disk."""
        if self._records >= _RECORDS or self._bytes >= _BYTES:
            return True
        return self._records >= _FEWEST and self._records % _LOOK == 0 and own_memory() - self._before > _MEMORY


_RECORDS = 10_000
"""Records between two flushes: the most that the next command has to catch up with after a crash.

It bounds the memory of an ingest as well: Tantivy holds 4 KB of each record until then, and 2 KB more while it writes.
Each flush makes one segment of the search index, and Tantivy merges eight of a size: fewer records a flush would be
merged more often, which takes as long as making them did.
"""

_BYTES = 48 << 20
"""Bytes of pages between two flushes, for pages that take longer to read than text dumps do."""

_MEMORY = 64 << 20
"""Bytes, beyond those at the start, from which on fewer records are enough: some 10,000 of text dumps take as much.

Large segments that are merged meanwhile take up to half as much again, for minutes.
"""
_FEWEST = 2_500
_LOOK = 100
"""Records from one look at the memory to the next, which takes as long as a twentieth of writing one."""
