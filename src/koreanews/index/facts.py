"""Quick facts of an archive: how much there is, of what, and how well dated."""

from __future__ import annotations

from pathlib import Path

import tantivy

from koreanews.index.derived import SEARCH_NAME
from koreanews.index.facets import along_the_calendar, counts
from koreanews.index.opening import Snapshot
from koreanews.index.results import Facts
from koreanews.index.stored import stored_at


def facts_of(snapshot: Snapshot, folder: Path) -> Facts:
    """The facts, without reading a record."""
    searcher, size = snapshot.searcher, snapshot.records.status().st_size
    everything = tantivy.Query.all_query()
    lengths = searcher.aggregate(everything, {"lengths": {"sum": {"field": "length"}}})["lengths"]["value"]
    records = searcher.num_docs
    lines = snapshot.derived.lines + bool(snapshot.derived.loose_bytes)
    return Facts(
        records=records,
        lines=lines,
        dead=lines - records,
        # Each line in force has a line end, which its length does not count.
        dead_bytes=max(0, size - int(lengths or 0) - records),
        records_bytes=size,
        search_bytes=sum(file.stat().st_size for file in (folder / SEARCH_NAME).rglob("*") if file.is_file()),
        earliest=_outermost_date(searcher, "oldest", tantivy.Order.Asc),
        latest=_outermost_date(searcher, "newest", tantivy.Order.Desc),
        by_kind=counts(searcher, everything, "kind"),
        by_year=along_the_calendar(searcher, everything, "year"),
        by_section=counts(searcher, everything, "section"),
        by_language=counts(searcher, everything, "language"),
        by_date_source=counts(searcher, everything, "date_source"),
    )


def _outermost_date(searcher: tantivy.Searcher, field: str, order: tantivy.Order) -> str | None:
    """The date of the record that comes first in an order; null where none has a date."""
    for _, address in searcher.search(tantivy.Query.all_query(), limit=1, order_by_field=field, order=order).hits:
        return stored_at(searcher, address).row.date
    return None
