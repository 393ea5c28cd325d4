"""Ids as people type them: any beginning that names one record alone, as git does with commits."""

from __future__ import annotations

import tantivy

from koreanews.index.errors import AmbiguousId, NoSuchRecord
from koreanews.index.stored import Stored, stored_under


def find(searcher: tantivy.Searcher, asked: str) -> Stored:
    """The record that is meant: by its exact id, else by its exact dw_id, else by the beginning of its id.

    NoSuchRecord, AmbiguousId.
    """
    if exact := stored_under(searcher, "id", asked):
        return exact[0]
    ids = sorted(stored.row.id for stored in stored_under(searcher, "dw_id", asked, limit=_MOST_SHOWN + 1))
    ids = ids or _ids_beginning(searcher, asked)
    if not ids:
        raise NoSuchRecord(asked)
    if len(ids) > 1:
        raise AmbiguousId(asked, ids[:_MOST_SHOWN], len(ids))
    return stored_under(searcher, "id", ids[0])[0]


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


def _ids_beginning(searcher: tantivy.Searcher, beginning: str) -> list[str]:
    """The ids in force that begin so, in order."""
    terms = searcher.terms_with_prefix("id", beginning) if beginning else []
    return sorted(id for id, _ in terms if stored_under(searcher, "id", id, limit=1))


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
