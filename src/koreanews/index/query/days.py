"""Choosing records by the days of their dates."""

from __future__ import annotations

import tantivy

from koreanews.index.fields import schema
from koreanews.index.query import clauses
from koreanews.index.query.clauses import MUST


def days_between(first: int | None, last: int | None) -> tantivy.Query:
    """Records dated within a range of days YYYYMMDD; those dated to a month or year only if all of it is within."""
    parts = []
    if first is not None:
        parts.append((MUST, _numbers("date", _first_key(first), None)))
    if last is not None:
        parts.append((MUST, _numbers("date_end", None, last)))
    return clauses.choosing(clauses.all_of(parts or [(MUST, _numbers("date", 0, None))]))


def _numbers(field: str, least: int | None, most: int | None) -> tantivy.Query:
    return tantivy.Query.range_query(schema(), field, tantivy.FieldType.Unsigned, least, most)


def _first_key(day: int) -> int:
    """The least sort key of dates that begin on a day or later: a month's, or a year's, comes before its days'."""
    if day % 100 != 1:
        return day
    return day - 1 if day // 100 % 100 != 1 else day - 101
