"""From what the search index keeps of a record, its place and its row in a listing, to the record itself."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import tantivy

from koreanews.index.engine import SearchDamaged
from koreanews.index.fields import schema
from koreanews.index.records import RecordsReader
from koreanews.index.results import Row


class Stored(NamedTuple):
    """A record's place in records.jsonl, in bytes, and its row."""

    offset: int
    length: int
    row: Row


def stored_at(searcher: tantivy.Searcher, address: tantivy.DocAddress) -> Stored:
    """What is kept of the document at an address. SearchDamaged where it cannot be read."""
    row = searcher.doc(address).get_first("row")
    try:
        offset, length, *values = json.loads(bytes(row or b""))
        return Stored(offset, length, Row(*values))
    except (ValueError, TypeError) as error:
        raise SearchDamaged(f"a stored row cannot be read: {error}") from error


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


def parsed(line: bytes, stored: Stored) -> dict[str, Any]:
    """A line's record. SearchDamaged where it is not the one that the search index has at its place."""
    try:
        record = json.loads(line.decode())
    except ValueError:
        record = None
    if not isinstance(record, dict) or record.get("id") != stored.row.id:
        raise SearchDamaged(f"the record {stored.row.id} is not at its place")
    return record
