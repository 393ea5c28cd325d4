"""Another index's records into this one: what is kept there is kept here too, and nothing here goes.

What is kept there is what `show ID --versions` lists: the record in force, and the page's other captures. They join
those that are here, and the latest capture is in force, whichever index it came from. A removal there takes nothing out
here. Where both have a record of the same page's bytes under an id, the one that is here stays; where they have
different pages, both are kept, as for two files of one name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Literal

from koreanews.captures.capture import RecordLine
from koreanews.captures.files import Found
from koreanews.index.lines import record_of
from koreanews.index.records import BOM, is_removal, line_of
from koreanews.index.versions import Kept, kept
from koreanews.index.writer import distinct_id
from koreanews.ingest.outcome import Outcome
from koreanews.ingest.standing_lines import StandingLines

if TYPE_CHECKING:
    from koreanews.index.writer import Writer


class Merger:
    """Takes lines of other indexes, file after file."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._found: Found | None = None

    def merge(self, found: Found, line: RecordLine) -> Iterator[Outcome]:
        """Gives a line's record to the writer, if it is kept in its file."""
        if found is not self._found:
            self._found, self._number, self._passed_over = found, 0, 0
            self._path = line.path
            if found.path != "-":
                self._standing = StandingLines(found)
            else:
                yield Outcome(
                    "skipped", "-", detail="is an index's records, which are read twice: give the file's name"
                )
        if found.path == "-":
            return
        self._number += 1
        try:
            record = record_of(line.data.removeprefix(BOM) if line.line == 1 else line.data)
        except ValueError as error:
            yield Outcome("skipped", f"{line.path}:{line.line}", detail=f"cannot be merged: {error}")
            return
        if is_removal(record) or not self._standing.has(record["id"], self._number):
            self._passed_over += 1
            return
        yield self._add(record, f"{line.path}:{line.line}")

    def end(self) -> Iterator[Outcome]:
        """Says how many lines of the file were not kept."""
        if self._found is not None and self._passed_over:
            yield Outcome("left out", self._path, self._passed_over, "lines that are not in force in their index")
        self._found = None

    def _add(self, record: dict[str, Any], path: str) -> Outcome:
        id, remarks = record["id"], []
        if self._is_here(record):
            return Outcome(self._taken_over(record), path)
        here = self._writer.line_in_force(id)
        if here is not None and not self._writer.is_another_capture(record):
            stored = json.loads(here)
            if not _is_capture_of(record, stored):
                record = record | {"id": distinct_id(id, _mark(record))}
                remarks.append(
                    f"{path} is {_difference(stored, record)} {id} that is here: it is kept as {record['id']}"
                )
                if self._is_here(record):
                    return Outcome(self._taken_over(record), path, remarks=tuple(remarks))
            else:
                beside = stored | {"id": distinct_id(id, stored["source"]["sha256"])}
                self._writer.add_record(beside, line_of(beside))
                remarks.append(
                    f"{path} is {_difference(record, stored)} {id} that is here: that is kept as {beside['id']}"
                )
        return Outcome(self._writer.add_record(record, line_of(record)), path, remarks=tuple(remarks))

    def _taken_over(self, record: dict[str, Any]) -> Literal["updated", "unchanged"]:
        """Adds to the record here, of the same page's bytes, the sources of what was merged into it there.

        But not those of pages that are records of their own here.
        """
        here = self._writer.line_in_force(record["id"])
        stored = json.loads(here) if here is not None and record["sources"] else record
        if stored["source"]["sha256"] != record["source"]["sha256"]:
            return "unchanged"
        lacking = [one for one in record["sources"] if one not in stored["sources"] and not self._is_kept(one)]
        if not lacking:
            return "unchanged"
        stored["sources"] += lacking
        self._writer.add_record(stored, line_of(stored))
        return "updated"

    def _is_kept(self, source: dict[str, Any]) -> bool:
        """Whether a page is kept under its own id."""
        kept_here = map(json.loads, self._writer.lines_kept(source["id"]))
        return any(one["source"]["sha256"] == source["sha256"] for one in kept_here)

    def _is_here(self, record: dict[str, Any]) -> bool:
        """Whether the same bytes are kept here under the record's id, and were captured no earlier."""
        digest, crawled = record["source"]["sha256"], record["crawled"]
        for line in self._writer.lines_kept(record["id"]):
            one = json.loads(line)
            if one["source"]["sha256"] == digest and (crawled is None or (one["crawled"] or "") >= crawled):
                return True
        return False


def _mark(record: dict[str, Any]) -> str:
    """What tells the record's page from another of its id, as hexadecimal digits: the same for all captures of it."""
    new = _known(record)
    if new.crawled is None or new.page is None:
        digest: str = record["source"]["sha256"]
        return digest
    return sha256(new.page.encode()).hexdigest()


def _is_capture_of(record: dict[str, Any], here: dict[str, Any]) -> bool:
    """Whether a record tells when it was captured, and the one here, of the same page, does not.

    It takes force, as `index.versions` has it; the one here must not go for that.
    """
    one, new = _known(here), _known(record)
    return new.crawled is not None and one.crawled is None and one.page is not None and one.page == new.page


def _difference(one: dict[str, Any], other: dict[str, Any]) -> str:
    """What a record is to another of its id, before the words "the record"."""
    page = _known(one).page
    if page is not None and page == _known(other).page:
        return "another copy, and not both tell when they were captured, of the page of the record"
    return "another page than the record"


def _known(record: dict[str, Any]) -> Kept:
    return kept(record, (0, 0))
