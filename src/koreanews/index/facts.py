"""Quick facts of an archive: how much there is, of what, and how well dated."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import tantivy

from koreanews.index.derived import SEARCH_NAME
from koreanews.index.fields import facet, schema
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
    years = histogram(searcher, everything, 10000)
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
        by_year={f"{key // 10000:04}": count for key, count in years.items()},
        by_section=counts(searcher, everything, "section"),
        by_language=counts(searcher, everything, "language"),
        by_date_source=counts(searcher, everything, "date_source"),
    )


def counts(searcher: tantivy.Searcher, query: tantivy.Query, name: str) -> dict[str, int]:
    """How many of a query's records have each value of a facet, most frequent first; those without it left out."""
    asked = {"values": {"terms": {"field": facet(name), "size": _MOST_VALUES}}}
    buckets: list[dict[str, Any]] = searcher.aggregate(query, asked)["values"]["buckets"]
    found = [(bucket["key"], int(bucket["doc_count"])) for bucket in buckets]
    return dict(sorted(found, key=lambda pair: (-pair[1], pair[0])))


def histogram(searcher: tantivy.Searcher, query: tantivy.Query, interval: int) -> dict[int, int]:
    """How many of a query's records are dated within each interval of sort keys: 10000 for years, 100 for months.

    By the key that the interval begins with, in order, empty ones left out; a date known to the year counts among
    the months as its month 0. Undated records are left out.
    """
    dated = tantivy.Query.range_query(schema(), "date", tantivy.FieldType.Unsigned, 0, None)
    asked = {"spans": {"histogram": {"field": "date", "interval": interval, "min_doc_count": 1}}}
    both = tantivy.Query.boolean_query([(tantivy.Occur.Must, query), (tantivy.Occur.Must, dated)])
    buckets: list[dict[str, Any]] = searcher.aggregate(both, asked)["spans"]["buckets"]
    return {int(bucket["key"]): int(bucket["doc_count"]) for bucket in buckets}


_MOST_VALUES = 10_000


def _outermost_date(searcher: tantivy.Searcher, field: str, order: tantivy.Order) -> str | None:
    """The date of the record that comes first in an order; null where none has a date."""
    for _, address in searcher.search(tantivy.Query.all_query(), limit=1, order_by_field=field, order=order).hits:
        return stored_at(searcher, address).row.date
    return None
