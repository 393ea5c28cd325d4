"""From what the search index keeps of a record, its place and its row in a listing, to the record itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import tantivy

from koreanews.index.engine import SearchDamaged
from koreanews.index.fields import schema
from koreanews.index.records import RecordsReader
from koreanews.index.results import Row

if TYPE_CHECKING:
    from koreanews.index.reports import Version
    from koreanews.index.versions import Older


class Stored(NamedTuple):
    """A record's place in records.jsonl, in bytes, its row, and the versions that are kept beside it."""

    offset: int
    length: int
    row: Row
    older: tuple[Older, ...] = ()


def stored_at(searcher: tantivy.Searcher, address: tantivy.DocAddress) -> Stored:
    """What is kept of the document at an address. SearchDamaged where it cannot be read."""
    row, *older = searcher.doc(address).get_all("row") or (b"",)
    try:
        offset, length, *values = json.loads(bytes(row))
        return Stored(offset, length, Row(*values), _older(*older) if older else ())
    except (ValueError, TypeError) as error:
        raise SearchDamaged(f"a stored row cannot be read: {error}") from error


def add_older(document: tantivy.Document, older: tuple[Older, ...]) -> None:
    """Keeps a record's older versions in its document: their places, and how many and how long their lines are."""
    if older:
        document.add_bytes("row", json.dumps(older, separators=(",", ":")).encode())
    for one in older:
        document.add_unsigned("length", one.length)


def stored_under(searcher: tantivy.Searcher, field: str, value: str, limit: int = 2) -> list[Stored]:
    """What is kept of the records that have exactly this value in a field of ids; at most `limit` of them."""
    if not value or searcher.doc_freq(field, value) == 0:
        return []
    found = searcher.search(tantivy.Query.term_query(schema(), field, value), limit=limit, count=False)
    return [stored_at(searcher, address) for _, address in found.hits]


def record_of(records: RecordsReader, stored: Stored) -> dict[str, Any]:
    """The record that is kept at a place. SearchDamaged where another stands there."""
    return parsed(line_of(records, stored), stored)


def line_of(records: RecordsReader, stored: Stored) -> bytes:
    """The line of a record, without its end."""
    return records.line_at(stored.offset, stored.length)


def versions_of(records: RecordsReader, stored: Stored) -> dict[Version, Stored]:
    """All versions of a record, earliest first, each with its place. SearchDamaged where they are not there."""
    from koreanews.index.reports import Version

    places = [stored, *(stored._replace(offset=one.offset, length=one.length) for one in stored.older)]
    read = [(record_of(records, place), place) for place in places]
    # A file that does not tell when it was captured is in force, and comes last.
    read.sort(key=lambda one: (one[0]["crawled"] is None, one[0]["crawled"], one[0]["source"]["sha256"]))
    found = {}
    for number, (record, place) in enumerate(read, 1):
        sha256, size, path = (record["source"][name] for name in ("sha256", "bytes", "path"))
        found[Version(number, record["crawled"], sha256, size, path, place.offset == stored.offset)] = place
    return found


def parsed(line: bytes, stored: Stored) -> dict[str, Any]:
    """A line's record. SearchDamaged where it is not the one that the search index has at its place."""
    try:
        record = json.loads(line.decode())
    except ValueError:
        record = None
    if not isinstance(record, dict) or record.get("id") != stored.row.id:
        raise SearchDamaged(f"the record {stored.row.id} is not at its place")
    return record


def _older(values: bytes) -> tuple[Older, ...]:
    from koreanews.index.versions import Older

    return tuple(Older(*one) for one in json.loads(bytes(values)))
