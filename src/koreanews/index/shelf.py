"""Where a writer puts things: lines of records.jsonl and documents of the search index, put on disk together."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

from koreanews.index.appending import RecordsAppender
from koreanews.index.derived import SEARCH_NAME, Derived
from koreanews.index.deriving import Mark, derive, mend, publish
from koreanews.index.documents import Content
from koreanews.index.engine import SearchDamaged, SearchWriter
from koreanews.index.opening import Manner, open_records
from koreanews.index.records import line_of, removal_of
from koreanews.index.standing import Stand, Standing
from koreanews.index.versions import Kept, Place

Answer = TypeVar("Answer")


class Shelf:
    """The archive as one writer adds to it; it says what stands under each id, what was just put there included.

    `start` is where records.jsonl ended before. A search index that proves damaged is made anew. CannotWrite.
    """

    def __init__(self, folder: Path, manner: Manner) -> None:
        self.derived_folder = folder / SEARCH_NAME
        self._appender = RecordsAppender(folder)
        if self._appender.moved:
            manner.on_warning(self._appender.moved)
        self._records = open_records(folder)
        self._on_progress = manner.on_progress
        self._lines = self._crc32 = 0
        derived = mend(self.derived_folder, self._records, self._on_progress)
        try:
            self._open_search(derived)
        except SearchDamaged:
            self._open_search(derive(self.derived_folder, self._records, self._on_progress))
        self.start = self._derived.bytes

    @property
    def waiting(self) -> int:
        """How many ids have changed since the last flush."""
        return len(self._standing)

    def append(self, line: bytes) -> Place:
        """Adds a line to records.jsonl."""
        offset = self._appender.append(line)
        self._crc32 = crc32(line, self._crc32)
        self._lines += 1
        return offset, len(line) - 1

    def put(self, content: Content, place: Place) -> Stand:
        """Takes in what the line at a place tells; gives what stands under its id then. ValueError as `document_of`."""
        return self._standing.add(content, place)

    def remove(self, id: str) -> None:
        """Takes what stands under an id out of force, with a line that says so."""
        self.append(line_of(removal_of(id)))
        self._standing.remove(id)

    def stand_of(self, id: str) -> Stand | None:
        """What stands under an id."""
        return self._asked(lambda standing: standing.of(id))

    def kept_at(self, place: Place) -> Kept:
        """What is to be known of the line at a place."""
        return self._standing.kept_at(place)

    def merged_from(self, id: str) -> list[dict[str, Any]]:
        """The records in force that a page with this id was merged into."""
        return self._asked(lambda standing: standing.merged_from(id))

    def record_at(self, place: Place) -> dict[str, Any]:
        """The record whose line is at a place."""
        record: dict[str, Any] = json.loads(self.line_at(*place))
        return record

    def line_at(self, offset: int, length: int) -> bytes:
        """The line at a place, without its end."""
        if offset + length > self._appender.written:
            self._appender.write()
        return self._records.line_at(offset, length)

    def flush(self) -> None:
        """Makes all so far durable (append, fsync), then findable."""
        self._appender.sync()
        self._search.commit()
        mark = Mark(self._appender.end, self._lines, self._crc32)
        self._covered(publish(self.derived_folder, self._derived.folder, self._records, mark))
        self._standing.committed()

    def close(self) -> None:
        """Ends the writing, after a `flush`; lets go of all memory, whoever holds this still."""
        # It holds the segments that are merged until then.
        del self._standing
        self._search.close()
        self._appender.close()

    def abandon(self) -> None:
        """Ends the writing in haste: puts lines on disk, and leaves the search index to the next command."""
        self._search.abandon()
        try:
            self._appender.sync()
        finally:
            self._appender.close()

    def _open_search(self, derived: Derived) -> None:
        """Goes on with the search index in force. SearchDamaged, CannotWrite."""
        self._search = SearchWriter(self.derived_folder / derived.folder, stamp=derived.stamp)
        self._covered(derived)
        # Blank lines at the end, of which a search index tells nothing.
        for _, _, blank in self._records.raw_lines(derived.bytes, 1):
            self._crc32 = crc32(blank, self._crc32)
            self._lines += 1
        self._standing = Standing(self._search, self.line_at)

    def _asked(self, question: Callable[[Standing], Answer]) -> Answer:
        """What stands; a search index that proves damaged is made anew first, of all lines so far."""
        try:
            return question(self._standing)
        except SearchDamaged:
            self._search.abandon()
            self._appender.sync()
            self._open_search(derive(self.derived_folder, self._records, self._on_progress))
            return question(self._standing)

    def _covered(self, derived: Derived) -> None:
        """Begins the next batch, where all so far is covered by the search index in force."""
        self._derived = derived
        self._lines, self._crc32 = derived.lines, derived.crc32
