"""Another index's records into this one: what is in force there is in force here too, and nothing here goes.

A removal there takes nothing out here. Where both have a record of the same page's bytes under an id, the one that
is here stays; where they have different pages, both are kept, as for two files of one name.
"""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from koreanews.captures.capture import RecordLine
from koreanews.captures.files import Found
from koreanews.captures.read import read_file
from koreanews.index.documents import document_of
from koreanews.index.records import is_removal, line_of, parse_line
from koreanews.index.writer import distinct_id
from koreanews.ingest.outcome import Outcome
from koreanews.ingest.shape import misfit
from koreanews.parser.article import SCHEMA

if TYPE_CHECKING:
    from koreanews.index.writer import Writer


class Merger:
    """Takes lines of other indexes, file after file."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._found: Found | None = None
        self._refused = False

    def merge(self, found: Found, line: RecordLine) -> Iterator[Outcome]:
        """Gives a line's record to the writer, if it is in force in its file."""
        if found is not self._found:
            self._found, self._number, self._passed_over = found, 0, 0
            self._path = line.path
            if found.path != "-":
                self._later = _superseded(found)
            else:
                yield Outcome(
                    "skipped", "-", detail="is an index's records, which are read twice: give the file's name"
                )
        if found.path == "-":
            return
        self._number += 1
        try:
            record = parse_line(line.data.removeprefix(_BOM) if line.line == 1 else line.data)
            if is_removal(record) or self._number < self._later.get(hash(record["id"]), 0):
                self._passed_over += 1
                return
            _check(record)
        except ValueError as error:
            yield Outcome("skipped", f"{line.path}:{line.line}", detail=f"cannot be merged: {error}")
            return
        yield self._add(record, line)

    def end(self) -> Iterator[Outcome]:
        """Says how many lines of the file were not in force."""
        if self._found is not None and self._passed_over:
            yield Outcome("left out", self._path, self._passed_over, "lines that are not in force in their index")
        self._found = None

    def _add(self, record: dict[str, Any], line: RecordLine) -> Outcome:
        id, sha256, remarks = record["id"], record["source"]["sha256"], []
        path = f"{line.path}:{line.line}"
        here = self._here(id)
        if here is not None and here != sha256 and not self._writer.is_another_capture(record):
            record = record | {"id": distinct_id(id, sha256)}
            here = self._here(record["id"])
            remarks.append(
                f"{path} is another page than the record {id} that is here already: it is kept as {record['id']}"
            )
        if here == sha256:
            return Outcome("unchanged", path, remarks=tuple(remarks))
        return Outcome(self._writer.add_record(record, line_of(record)), path, remarks=tuple(remarks))

    def _here(self, id: str) -> str | None:
        """The sha256 of the page whose record is in force under an id here."""
        line = self._writer.line_in_force(id)
        return None if line is None else json.loads(line)["source"]["sha256"]


_BOM = b"\xef\xbb\xbf"
_BEGINNING = re.compile(rb'\{"id": ?"([^"\\]*)"')


def _check(record: dict[str, Any]) -> None:
    """ValueError, with a reason for a person, where the record is not one that can be kept."""
    # Of another schema the shape is not known; `document_of` says so.
    if record.get("schema") == SCHEMA and (reason := misfit(record)):
        raise ValueError(reason)
    document_of(record, 0, 0)


def _superseded(found: Found) -> dict[int, int]:
    """For each id that several of the file's lines tell of, by its hash: the number of the last of them.

    Blank lines do not count. The file is read once for this; of each line 8 bytes are kept.
    """
    hashes = array("q")
    for given in read_file(found, all_publishers=True):
        if isinstance(given, RecordLine):
            hashes.append(hash(_id_in(given.data)))
    repeated, before = set(), None
    for value in sorted(hashes):
        if value == before:
            repeated.add(value)
        before = value
    return {value: number for number, value in enumerate(hashes, 1) if value in repeated}


def _id_in(line: bytes) -> str:
    """The id that a line tells of; "" where it tells of none."""
    line = line.removeprefix(_BOM)
    try:
        if begins := _BEGINNING.match(line):
            return begins[1].decode()
        id: str = parse_line(line)["id"]
    except ValueError:
        return ""
    return id
