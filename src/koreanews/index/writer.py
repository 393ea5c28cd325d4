"""Filling an archive: lines of records.jsonl first, then documents of the search index, then word that it is done."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal
from zlib import crc32

import tantivy

from koreanews.captures.capture import Source
from koreanews.index.appending import RecordsAppender
from koreanews.index.derived import SEARCH_NAME, Derived
from koreanews.index.deriving import Mark, derive, mend, publish
from koreanews.index.disk import explained, make_folder
from koreanews.index.documents import document_of
from koreanews.index.engine import SearchDamaged, SearchWriter
from koreanews.index.errors import NoSuchRecord
from koreanews.index.lock import write_lock
from koreanews.index.opening import Manner, open_records, was_an_archive
from koreanews.index.records import line_of, removal_of
from koreanews.index.stored import stored_under
from koreanews.parser.article import Article

Verdict = Literal["added", "updated", "unchanged"]
Place = tuple[int, int]


@contextmanager
def open_writer(folder: Path, manner: Manner) -> Iterator[Writer]:
    """A `Writer` that has the archive to itself for the block; makes the archive where there is none."""
    with explained(folder):
        make_folder(folder)
    if was_an_archive(folder):
        open_records(folder)
    with write_lock(folder, manner.timeout, manner.on_wait):
        writer = Writer(folder, manner)
        try:
            yield writer
        except BaseException:
            writer.abandon()
            raise
        writer.flush()
        writer.close()


class Writer:
    """Takes articles into an archive; got from `Index.writer()`, and good for that `with` block only.

    What `flush` (or the end of the block) has returned from is on disk and findable, whatever happens after. So is
    each few thousand articles before. An exception that leaves the block undoes nothing: what was added till then
    is put on disk, and is found by the next command.
    """

    def __init__(self, folder: Path, manner: Manner) -> None:
        self.derived_folder = folder / SEARCH_NAME
        self._appender = RecordsAppender(folder)
        if self._appender.moved:
            manner.on_warning(self._appender.moved)
        self._records = open_records(folder)
        derived = mend(self.derived_folder, self._records, manner.on_progress)
        try:
            self._search = SearchWriter(self.derived_folder / derived.folder, new=False)
        except SearchDamaged:
            derived = derive(self.derived_folder, self._records, manner.on_progress)
            self._search = SearchWriter(self.derived_folder / derived.folder, new=False)
        self._covered(derived)
        self._start = derived.bytes
        self._unchanged: set[int] = set()
        self._unchanged_elsewhere: dict[str, str] = {}

    def add(self, article: Article) -> Verdict:
        """Puts the article in force under its id.

        "unchanged": the record in force came of the same bytes and says the same, but for its path; nothing is
        written. "updated": it replaces the record in force. CannotWrite.
        """
        record = article.to_record()
        return self.add_record(record, line_of(record))

    def add_record(self, record: dict[str, Any], line: bytes) -> Verdict:
        """As `add`, given the article's record, and its line as `line_of` makes it: both can be made elsewhere."""
        id: str = record["id"]
        place = self._place(id)
        if place is not None and self._is_unchanged(record, place):
            return "unchanged"
        offset = self._append(line)
        if place is not None:
            self._search.drop(id)
        self._search.put(_document(record, line, offset))
        self._pending[id] = (offset, len(line) - 1)
        self._flush_if_much()
        return "added" if place is None else "updated"

    def remove(self, id: str) -> None:
        """Takes the record with exactly this id out of force. NoSuchRecord, CannotWrite."""
        if self._place(id) is None:
            raise NoSuchRecord(id)
        self._append(line_of(removal_of(id)))
        self._search.drop(id)
        self._pending[id] = None
        self._flush_if_much()

    def flush(self) -> None:
        """Makes all so far durable (append, fsync), then findable. CannotWrite."""
        if not self._pending:
            return
        self._appender.sync()
        self._search.commit()
        mark = Mark(self._appender.end, self._lines, self._crc32)
        self._covered(publish(self.derived_folder, self._derived.folder, self._records, mark))

    def added_in_this_run(self, id: str) -> Source | None:
        """The source of the article that this writer was given under the id: added, updated or unchanged.

        For the ingest command: where this is not null before `add`, and its sha256 is not the other article's, the
        two are different pages under one name. Neither must hide the other: `distinct_id` names the second.
        """
        place = self._place(id)
        if place is None or (place[0] < self._start and hash(id) not in self._unchanged):
            return None
        source: dict[str, Any] = self._record_at(place)["source"]
        return Source(**source | {"path": self._unchanged_elsewhere.get(id, source["path"])})

    @staticmethod
    def distinct_id(article: Article) -> str:
        """An id for an article whose own id is taken; see `distinct_id`."""
        return distinct_id(article.id, article.source.sha256)

    def line_in_force(self, id: str) -> bytes | None:
        """The line of the record in force under the id, without its end."""
        place = self._place(id)
        return None if place is None else self._line_at(place)

    def note_unchanged(self, id: str, line: bytes, path: str) -> None:
        """Counts the record in force, whose line this is, as given to this writer anew and found "unchanged".

        For who knows that the page at `path` would give it, and has not read the page again.
        """
        self._unchanged.add(hash(id))
        if json.dumps(path, ensure_ascii=False).encode("utf-8", "replace") not in line:
            self._unchanged_elsewhere[id] = path

    def close(self) -> None:
        """Ends the writing, after a `flush`."""
        self._search.close()
        self._appender.close()

    def abandon(self) -> None:
        """Ends the writing in haste: puts on disk what was added, and leaves the search index to the next command."""
        self._search.abandon()
        try:
            self._appender.sync()
        finally:
            self._appender.close()

    def _covered(self, derived: Derived) -> None:
        """Begins the next batch, where all so far is covered by the search index in force."""
        self._derived = derived
        self._lines, self._crc32 = derived.lines, derived.crc32
        self._pending: dict[str, Place | None] = {}
        self._search.index.reload()
        self._searcher = self._search.index.searcher()

    def _place(self, id: str) -> Place | None:
        """Where the record in force under the id stands."""
        if id in self._pending:
            return self._pending[id]
        for stored in stored_under(self._searcher, "id", id, limit=1):
            return stored.offset, stored.length
        return None

    def _record_at(self, place: Place) -> dict[str, Any]:
        record: dict[str, Any] = json.loads(self._line_at(place))
        return record

    def _line_at(self, place: Place) -> bytes:
        if sum(place) > self._appender.written:
            self._appender.write()
        return self._records.line_at(*place)

    def _is_unchanged(self, record: dict[str, Any], place: Place) -> bool:
        """Whether the record at the place says the same, but for the path; notes that the id was seen if so."""
        stored = self._record_at(place)
        path = record["source"]["path"]
        if _without_path(stored) != _without_path(record):
            return False
        self._unchanged.add(hash(record["id"]))
        if stored["source"]["path"] != path:
            self._unchanged_elsewhere[record["id"]] = path
        return True

    def _append(self, line: bytes) -> int:
        offset = self._appender.append(line)
        self._crc32 = crc32(line, self._crc32)
        self._lines += 1
        return offset

    def _flush_if_much(self) -> None:
        if len(self._pending) >= _BATCH:
            self.flush()


def distinct_id(id: str, sha256: str) -> str:
    """An id for a page whose own is taken: the id, "~", and the first 8 digits of its bytes' sha256.

    It depends on the page's bytes alone, so that the same folder, ingested again, is found unchanged.
    """
    return f"{id}~{sha256[:8]}"


_BATCH = 20_000
"""Articles between two flushes: the most that the next command has to catch up with after a crash."""


def _document(record: dict[str, Any], line: bytes, offset: int) -> tantivy.Document:
    try:
        return document_of(record, offset, len(line) - 1)
    except ValueError:
        # Text that is no Unicode, which `line_of` has mended in the line.
        return document_of(json.loads(line), offset, len(line) - 1)


def _without_path(record: dict[str, Any]) -> dict[str, Any]:
    return record | {"source": record["source"] | {"path": None}}
