"""What a search index was derived from: the small file that tells whether it is still true of records.jsonl."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from koreanews.index.disk import write_whole
from koreanews.index.engine import ENGINE
from koreanews.index.records import RecordsReader

SEARCH_NAME = "search"
FILE_NAME = "derived.json"
LAYOUT = 8
"""Version of the search index's fields; raised by any change after which it must be derived anew."""


class Derived(NamedTuple):
    """A search index: the subfolder of search/ that holds it, and the part of records.jsonl that it covers.

    `layout` and `engine` are the versions it was made with, `stamp` is that of its last commit. It covers the first
    `bytes` bytes, which are `lines` lines with CRC-32 `crc32`; `tail_crc32` is that of the last block of them. It
    covers also a whole last line without a line end, of `loose_bytes` bytes (0 if there is none). `size` and
    `mtime_ns` are those of the file when it was last found to agree.
    """

    layout: int
    engine: str
    folder: str
    stamp: int
    bytes: int
    lines: int
    crc32: int
    tail_crc32: int
    loose_bytes: int
    loose_crc32: int
    size: int
    mtime_ns: int

    @classmethod
    def load(cls, search: Path) -> Derived | None:
        """The one in force in a folder search/, whatever its version; None where there is none to be read."""
        try:
            found = json.loads((search / FILE_NAME).read_bytes())
            values = [found[name] for name in cls._fields]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        derived = cls(*values)
        kinds = tuple(type(value) for value in derived)
        return derived if kinds == _KINDS and derived.folder.isdecimal() else None

    @classmethod
    def usable(cls, search: Path) -> Derived | None:
        """The one in force, if this version of koreanews and of Tantivy can use it."""
        found = cls.load(search)
        return found if found is not None and (found.layout, found.engine) == (LAYOUT, ENGINE) else None

    def save(self, search: Path) -> None:
        """Puts it in force, lastingly. OSError."""
        write_whole(search / FILE_NAME, json.dumps(self._asdict(), indent=1).encode() + b"\n")

    def untouched(self, records: RecordsReader) -> bool:
        """Whether the file is as it was when the two were last found to agree: costs nothing."""
        status = records.status()
        return (status.st_size, status.st_mtime_ns) == (self.size, self.mtime_ns)

    def likely_covers(self, records: RecordsReader) -> bool:
        """Whether the covered part is there and ends in the same block: costs one small read."""
        return self.bytes <= records.status().st_size and tail_crc32(records, self.bytes) == self.tail_crc32

    def covers(self, records: RecordsReader) -> bool:
        """Whether the covered part is there, byte for byte: costs a reading of it."""
        end = self.bytes + self.loose_bytes
        return (
            end <= records.status().st_size
            and records.crc32(end, start=self.bytes) == self.loose_crc32
            and records.crc32(self.bytes) == self.crc32
        )


def tail_crc32(records: RecordsReader, end: int) -> int:
    """The CRC-32 of the last 64 KiB before `end`, or of as much as there is."""
    return records.crc32(end, start=max(0, end - 65536))


_KINDS = (int, str, str, int, int, int, int, int, int, int, int, int)
