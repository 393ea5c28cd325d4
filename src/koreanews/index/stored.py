"""What the search index keeps of each record: the place of its line, and its row in a listing."""

from __future__ import annotations

import json
from typing import NamedTuple

import tantivy

from koreanews.index.engine import SearchDamaged
from koreanews.index.fields import schema
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
