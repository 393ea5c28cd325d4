"""Choosing records by the days of their dates."""

from __future__ import annotations

import tantivy

from koreanews.index.dates import last_day
from koreanews.index.fields import SPANS, schema
from koreanews.index.query import clauses
from koreanews.index.query.clauses import MUST


def days_between(first: int | None, last: int | None) -> tantivy.Query:
    """Records dated within a range of days YYYYMMDD; those dated to a month or year only if all of it is within."""
    if first is not None and last is not None and (spans := spans_between(first, last)):
        # How few records a year, a month or a day has the engine knows beforehand, and looks at those first.
        # A union of terms is ready in a third of the time of the engine's own query for sets of terms.
        return clauses.choosing(clauses.any_of([clauses.term(SPANS, span) for span in spans]))
    least = 0 if first is None else _first_key(first)
    if last is None:
        return clauses.choosing(_numbers("date", least, None))
    # No date ends before it begins: with both ends, each of the two ranges holds few records by itself.
    parts = [(MUST, _numbers("date", least, last)), (MUST, _numbers("date_end", least, last))]
    return clauses.choosing(clauses.all_of(parts))


def spans_between(first: int, last: int) -> list[str]:
    """The years, and where they are not whole the months, and else the days, that make up a range of days YYYYMMDD.

    None where there are too many of them.
    """
    if last // 10000 - first // 10000 > _MOST_YEARS:
        return []
    spans: list[str] = []
    day = first
    while day <= last:
        year, month = day // 10000, day // 100 % 100
        if day % 10000 == 101 and year * 10000 + 1231 <= last:
            spans.append(f"{year:04}")
            day += 10000
            continue
        name = f"{year:04}-{month:02}"
        end = last_day(name)
        is_whole = day % 100 == 1 and end <= last
        spans.append(name if is_whole else f"{name}-{day % 100:02}")
        if not is_whole and day < end:
            day += 1
        else:
            day = year * 10000 + (month + 1) * 100 + 1 if month < 12 else (year + 1) * 10000 + 101
    return spans


_MOST_YEARS = 30


def _numbers(field: str, least: int, most: int | None) -> tantivy.Query:
    return tantivy.Query.range_query(schema(), field, tantivy.FieldType.Unsigned, least, most)


def _first_key(day: int) -> int:
    """The least sort key of dates that begin on a day or later: a month's, or a year's, comes before its days'."""
    if day % 100 != 1:
        return day
    return day - 1 if day // 100 % 100 != 1 else day - 101
