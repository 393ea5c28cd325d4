"""Choosing records by the days of their dates."""

from __future__ import annotations

import tantivy

from koreanews.index.fields import schema
from koreanews.index.query import clauses
from koreanews.index.query.clauses import MUST


def days_between(first: int | None, last: int | None) -> tantivy.Query:
    """Records dated within a range of days YYYYMMDD; those dated to a month or year only if all of it is within."""
    least = 0 if first is None else _first_key(first)
    if last is None:
        return clauses.choosing(_numbers("date", least, None))
    # No date ends before it begins: with both ends, each of the two ranges holds few records by itself.
    parts = [(MUST, _numbers("date", least, last)), (MUST, _numbers("date_end", least, last))]
    return clauses.choosing(clauses.all_of(parts))


def _numbers(field: str, least: int, most: int | None) -> tantivy.Query:
    return tantivy.Query.range_query(schema(), field, tantivy.FieldType.Unsigned, least, most)


def _first_key(day: int) -> int:
    """The least sort key of dates that begin on a day or later: a month's, or a year's, comes before its days'."""
    if day % 100 != 1:
        return day
    return day - 1 if day // 100 % 100 != 1 else day - 101
