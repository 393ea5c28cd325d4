"""Quick facts of an archive: how much there is, of what, and how well dated."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import tantivy

from koreanews.index.derived import SEARCH_NAME
from koreanews.index.facets import along_the_calendar, counts
from koreanews.index.opening import Snapshot
from koreanews.index.reports import Facts
from koreanews.index.stored import stored_at


def facts_of(snapshot: Snapshot, folder: Path) -> Facts:
    """The facts, without reading a record."""
    searcher, size = snapshot.searcher, snapshot.records.status().st_size
    everything = tantivy.Query.all_query()
    # A record has the lengths of all its lines: its own, and those of its older versions.
    of_lengths = {"sum": {"sum": {"field": "length"}}, "number": {"value_count": {"field": "length"}}}
    lengths = searcher.aggregate(everything, of_lengths)
    records, living = searcher.num_docs, int(lengths["number"]["value"] or 0)
    lines = snapshot.derived.lines + bool(snapshot.derived.loose_bytes)
    return Facts(
        records=records,
        versions=living - records,
        lines=lines,
        dead=lines - living,
        # Each of the lines has a line end, which its length does not count.
        dead_bytes=max(0, size - int(lengths["sum"]["value"] or 0) - living),
        records_bytes=size,
        search_bytes=_bytes_below(folder / SEARCH_NAME),
        earliest=_outermost_date(searcher, "oldest", tantivy.Order.Asc),
        latest=_outermost_date(searcher, "newest", tantivy.Order.Desc),
        by_kind=counts(searcher, everything, "kind"),
        by_year=along_the_calendar(searcher, everything, "year"),
        by_section=counts(searcher, everything, "section"),
        by_language=counts(searcher, everything, "language"),
        by_date_source=counts(searcher, everything, "date_source"),
    )


def _bytes_below(folder: Path) -> int:
    """The size of all files below a folder; of those that go meanwhile, nothing."""
    size = 0
    for place, _, names in os.walk(folder):
        for name in names:
            with suppress(FileNotFoundError):
                size += (Path(place) / name).stat().st_size
    return size


def _outermost_date(searcher: tantivy.Searcher, field: str, order: tantivy.Order) -> str | None:
    """The date of the record that comes first in an order; null where none has a date."""
    for _, address in searcher.search(tantivy.Query.all_query(), limit=1, order_by_field=field, order=order).hits:
        return stored_at(searcher, address).row.date
    return None
