"""Storing and finding: articles to and from a folder of JSON Lines, and the search index derived from it.

What its users meet:
- index: `Index`, the finding half; archive: the storing half; results, reports: what they give; errors: what they raise
- arguments, choosing, dates, counting: arguments checked, filters, days, numbers in sentences

records.jsonl:
- records, lines: reading it, judging its lines; versions: several captures of one page
- writer, batch: filling an archive; shelf: what it puts where; appending, disk, lock: to disk, one at a time
- entry, standing, renewing, merged, seen: what a new page's record does to what stands under its id

The search index:
- engine, mapped, memory: Tantivy, and the memory that it takes
- fields, texts, grams, documents: what of a record is in it
- deriving, derived, scratch: making it, and what it was derived from
- opening, stored, ids, listing: looking into it, from there to the records

Questions:
- query: the query language; searching, suggesting, facets, similar, facts: their answers
- matching, folding, passages: what a hit shows
- names, korean: Korean names in any spelling

Upkeep:
- checking, comparing, lateness, faults: whether all is as it should be; repairing, compacting: records.jsonl rewritten
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from koreanews.index.index import Index

__all__ = ["Index"]


def __getattr__(name: str) -> Any:
    # Who only makes records' lines, as the ingest's worker processes do, needs no search engine.
    if name == "Index":
        from koreanews.index.index import Index

        return Index
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
