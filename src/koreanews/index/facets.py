"""Counting the hits of a query: by year, section, kind and so on, and along the calendar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Literal

import tantivy

from koreanews.index.fields import FACETS, facet, schema

Span = Literal["year", "month", "week", "day"]


def facets(searcher: tantivy.Searcher, query: tantivy.Query) -> dict[str, dict[str, int]]:
    """How many of a query's records have each year, section, kind, agency, language and date_source.

    Years in order, all else most frequent first. Records without the value are not counted.
    """
    years = {"year": along_the_calendar(searcher, query, "year")}
    return years | {name: counts(searcher, query, name) for name in FACETS}


def counts(searcher: tantivy.Searcher, query: tantivy.Query, name: str) -> dict[str, int]:
    """How many of a query's records have each value of a facet, most frequent first."""
    asked = {"values": {"terms": {"field": facet(name), "size": _MOST_VALUES}}}
    buckets: list[dict[str, Any]] = searcher.aggregate(query, asked)["values"]["buckets"]
    found = [(bucket["key"], int(bucket["doc_count"])) for bucket in buckets]
    return dict(sorted(found, key=lambda pair: (-pair[1], pair[0])))


def along_the_calendar(searcher: tantivy.Searcher, query: tantivy.Query, span: Span) -> dict[str, int]:
    """How many of a query's records are dated within each year "2019", month "2019-03", week or day "2019-03-18".

    In order; spans without records, and records without a date, are left out. A week is named by its Monday. A record
    whose date is known less exactly counts under what is known: "2019" among the months.
    """
    interval = {"year": 10_000, "month": 100, "week": 1, "day": 1}[span]
    dated = tantivy.Query.range_query(schema(), "date", tantivy.FieldType.Unsigned, 0, None)
    both = tantivy.Query.boolean_query([(tantivy.Occur.Must, query), (tantivy.Occur.Must, dated)])
    asked = {"spans": {"histogram": {"field": "date", "interval": interval, "min_doc_count": 1}}}
    buckets: list[dict[str, Any]] = searcher.aggregate(both, asked)["spans"]["buckets"]
    found: dict[str, int] = {}
    for bucket in buckets:
        name = _name(int(bucket["key"]), span)
        found[name] = found.get(name, 0) + int(bucket["doc_count"])
    return dict(sorted(found.items()))


_MOST_VALUES = 10_000
"""Values of a facet that are counted; sections, agencies and the like are fewer by far."""


def _name(key: int, span: Span) -> str:
    """A span's name, from the sort key at which it begins."""
    year, month, day = key // 10_000, key // 100 % 100, key % 100
    if day and span == "week":
        monday = date(year, month, day)
        return (monday - timedelta(days=min(monday.weekday(), monday.toordinal() - 1))).isoformat()
    parts = [f"{year:04}", *(f"{part:02}" for part in (month, day) if part)]
    return "-".join(parts)
