"""Ids as people type them: any beginning that names one record alone, as git does with commits."""

from __future__ import annotations

import tantivy

from koreanews.index.errors import AmbiguousId, NoSuchRecord
from koreanews.index.query import clauses
from koreanews.index.stored import Stored, stored_at, stored_under


def find(searcher: tantivy.Searcher, asked: str) -> Stored:
    """The record that is meant: by its exact id, else by its exact dw_id, else by the beginning of its id.

    NoSuchRecord, AmbiguousId.
    """
    if exact := stored_under(searcher, "id", asked):
        return exact[0]
    if not asked:
        raise NoSuchRecord(asked)
    number, found = _first(searcher, clauses.term("dw_id", asked))
    if not number:
        number, found = _first(searcher, clauses.beginning("id", asked))
    if not number:
        raise NoSuchRecord(asked)
    if number > 1:
        raise AmbiguousId(asked, [stored.row.id for stored in found], number)
    return found[0]


def shortest(searcher: tantivy.Searcher, id: str) -> str:
    """The shortest beginning that names this record alone, no shorter than the part before the first underscore.

    The id itself where another begins with all of it: an exact id comes first.
    """
    least = max(1, len(id.partition("_")[0]))
    for end in range(len(id), least - 1, -1):
        if _others_begin(searcher, id, id[:end]):
            return id[: end + 1]
    return id[:least]


_MOST_SHOWN = 10
"""Records that are named where several are meant."""


def _first(searcher: tantivy.Searcher, query: tantivy.Query) -> tuple[int, list[Stored]]:
    """How many records a query finds, and the first of them by id."""
    found = searcher.search(query, limit=_MOST_SHOWN, order_by_field="id", order=tantivy.Order.Asc)
    number: int = found.count  # type: ignore[attr-defined]  # its stub has forgotten it
    return number, [stored_at(searcher, address) for _, address in found.hits]


def _others_begin(searcher: tantivy.Searcher, id: str, beginning: str) -> bool:
    """Whether another id in force, or the dw_id of some record, would be meant by this beginning of an id.

    The dictionary keeps the ids of removed records for a while, so one that is there is looked up.
    """
    if beginning != id and searcher.doc_freq("dw_id", beginning) > 0:
        return True
    terms = searcher.terms_with_prefix("id", beginning, limit=2)
    if len(terms) < 2:
        return False
    return any(
        other != id and stored_under(searcher, "id", other, limit=1)
        for other, _ in searcher.terms_with_prefix("id", beginning)
    )
