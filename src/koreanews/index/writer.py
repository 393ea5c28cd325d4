"""Filling an archive: lines of records.jsonl first, then documents of the search index, then word that it is done."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from koreanews.captures.capture import Source
from koreanews.index.batch import Batch
from koreanews.index.disk import explained, make_folder
from koreanews.index.documents import content_of
from koreanews.index.entry import Entry, entry_of
from koreanews.index.errors import NoSuchRecord
from koreanews.index.fields import MERGED
from koreanews.index.lock import write_lock
from koreanews.index.merged import MergedPages
from koreanews.index.opening import Manner, open_records, was_an_archive
from koreanews.index.records import line_of
from koreanews.index.renewing import path_if_unchanged, with_sources
from koreanews.index.seen import Seen
from koreanews.index.shelf import Shelf
from koreanews.index.standing import Stand
from koreanews.index.versions import Kept, are_captures_of_one_page, kept
from koreanews.parser.article import Article

Verdict = Literal["added", "updated", "unchanged"]


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
        self._shelf = Shelf(folder, manner)
        self.derived_folder = self._shelf.derived_folder
        self._merged = MergedPages(self._shelf.merged_from, self._record_in_force)
        self._seen = Seen()
        self._batch = Batch()

    def add(self, article: Article) -> Verdict:
        """Puts the article in force under its id.

        "unchanged": a record that is kept under the id came of the same bytes and says the same, but for its path;
        or it was captured later than this one; or the same bytes, under this id, were merged into another record (see
        `holder`). Nothing is written. "updated": it replaces that record, but for the sources of what was merged into
        it; or it is another version of the page, in force if it is the latest (see `versions`). CannotWrite.
        """
        record = article.to_record()
        return self.add_record(record, line_of(record))

    def add_record(self, record: dict[str, Any], line: bytes) -> Verdict:
        """As `add`, given the article's record, and its line as `line_of` makes it. ValueError as `content_of`."""
        return self.add_entry(entry_of(record, line))

    def add_entry(self, entry: Entry) -> Verdict:
        """As `add`, given all that is to be written: it can be made in another process."""
        before = self._shelf.stand_of(entry.id)
        if before is not None and self._is_unchanged(entry, before):
            return "unchanged"
        if self.holder(entry) is not None:
            return "unchanged"
        if before is not None:
            entry = with_sources(entry, self._shelf.record_at(before.place), before.place)
        place = self._shelf.append(entry.line)
        stand = self._shelf.put(entry.content, place)
        if stand.place != place:
            # An earlier capture. Whoever reads the file without knowing of versions takes the last line as in force.
            latest = content_of(self._shelf.record_at(stand.place))
            self._shelf.put(latest, self._shelf.append(self._shelf.line_at(*stand.place) + b"\n"))
        self._batch.add(entry.bytes)
        self._flush_if_much()
        return "added" if before is None else "updated"

    def remove(self, id: str) -> None:
        """Takes the record with exactly this id out of force, with all its versions. NoSuchRecord, CannotWrite."""
        if self._shelf.stand_of(id) is None:
            raise NoSuchRecord(id)
        self._shelf.remove(id)
        self._batch.add(0)
        self._flush_if_much()

    def flush(self) -> None:
        """Makes all so far durable (append, fsync), then findable. CannotWrite."""
        if self._shelf.waiting:
            self._shelf.flush()
            self._batch.begin()

    def added_in_this_run(self, id: str) -> Source | None:
        """The source of the article that this writer was given under the id: added, updated or unchanged."""
        stand = self._shelf.stand_of(id)
        if stand is None or (stand.offset < self._shelf.start and stand.offset not in self._seen):
            return None
        source: dict[str, Any] = self._shelf.record_at(stand.place)["source"]
        return Source(**source | {"path": self._seen.path(stand.offset) or source["path"]})

    def other_page(self, entry: Entry) -> Source | None:
        """The source of another page that this writer was given under the entry's id; null where there is none.

        Two captures of one page are not two pages. Of those neither must hide the other: `distinct_id` names the
        second.
        """
        other = self.added_in_this_run(entry.id) or self._merged.beside(
            entry.id, entry.sha256, distinct_id(entry.id, entry.sha256)
        )
        if other is None or other.sha256 == entry.sha256 or self._is_captured_again(entry.id, entry.content.kept):
            return None
        return other

    def holder(self, entry: Entry) -> str | None:
        """The id of the record that the entry's page was merged into, of these bytes; null where it was not.

        Nor where a record under the entry's id is of these bytes, or where copies were merged into the entry itself.
        """
        if MERGED in entry.content.values:
            return None
        return self._merged.holder(entry.id, entry.sha256)

    def is_another_capture(self, record: dict[str, Any]) -> bool:
        """Whether the record is the page that is in force under its id, both captured at moments that they tell."""
        return self._is_captured_again(record["id"], kept(record, (0, 0)))

    @staticmethod
    def distinct_id(article: Article) -> str:
        """An id for an article whose own id is taken; see `distinct_id`."""
        return distinct_id(article.id, article.source.sha256)

    def line_in_force(self, id: str) -> bytes | None:
        """The line of the record in force under the id, without its end."""
        stand = self._shelf.stand_of(id)
        return None if stand is None else self._shelf.line_at(*stand.place)

    def lines_kept(self, id: str) -> Iterator[bytes]:
        """The lines of the record in force under the id and of its older versions, without their ends."""
        stand = self._shelf.stand_of(id)
        if stand is not None:
            yield self._shelf.line_at(*stand.place)
            for one in stand.older:
                yield self._shelf.line_at(one.offset, one.length)

    def note_unchanged(self, id: str, path: str) -> None:
        """Counts the record in force under an id as given to this writer anew and found "unchanged".

        For who knows that the page at `path` would give it, and has not read the page again.
        """
        stand = self._shelf.stand_of(id)
        if stand is not None:
            # Beyond where lines began in this run, all were given in it.
            told = json.dumps(path, ensure_ascii=False).encode("utf-8", "replace")
            self._seen.add(stand.offset, None if told in self._shelf.line_at(*stand.place) else path)

    def close(self) -> None:
        """Ends the writing, after a `flush`; lets go of all memory, whoever holds the writer still."""
        self._shelf.close()
        self._seen.close()

    def abandon(self) -> None:
        """Ends the writing in haste: puts on disk what was added, and leaves the search index to the next command."""
        self._seen.close()
        self._shelf.abandon()

    def _is_captured_again(self, id: str, new: Kept) -> bool:
        stand = self._shelf.stand_of(id)
        return stand is not None and are_captures_of_one_page(self._shelf.kept_at(stand.place), new)

    def _is_unchanged(self, entry: Entry, stand: Stand) -> bool:
        """Whether nothing is new about the record; notes that it was seen if so."""
        path = path_if_unchanged(entry, self._shelf.line_at(*stand.place), stand, self._shelf.record_at)
        if path is None:
            return False
        self._seen.add(stand.offset, None if path == entry.path else entry.path)
        return True

    def _record_in_force(self, id: str) -> dict[str, Any] | None:
        stand = self._shelf.stand_of(id)
        return None if stand is None else self._shelf.record_at(stand.place)

    def _flush_if_much(self) -> None:
        if self._batch.is_full():
            self.flush()


def distinct_id(id: str, sha256: str) -> str:
    """An id for a page whose own is taken: the id, "~", and the first 8 digits of its bytes' sha256.

    It depends on the page's bytes alone, so that the same folder, ingested again, is found unchanged.
    """
    return f"{id}~{sha256[:8]}"
