"""Dates of records and mentions as days that can be counted, each with how far it can be trusted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date as calendar_date
from functools import lru_cache
from typing import NamedTuple

from koreanews.index.dates import first_day, last_day
from koreanews.index.errors import BadDate

UNSURE_SOURCES = frozenset({"capture-header", "recommends", "video"})
"""Rules that date a record roughly: a crawler's guess, or a bound from below (design.md, "Dates")."""

MONTH = 31
"""Days that the first of a month may lie before the day that it stands for, and within which a column comes back."""


class Span(NamedTuple):
    """The days that a date may mean, first and last, as proleptic ordinals; one day twice for a full date."""

    first: int
    last: int

    @property
    def is_day(self) -> bool:
        """Whether the very day is known."""
        return self.first == self.last

    def gap(self, other: Span) -> int:
        """How many days lie from the one to the other; 0 where they share one."""
        return max(0, self.first - other.last, other.first - self.last)


@lru_cache(maxsize=16384)
def span_of(date: str | None) -> Span | None:
    """The days of "2019", "2019-03" or "2019-03-22"; null for null, and for what no calendar has."""
    if date is None:
        return None
    try:
        return Span(_ordinal(first_day(date)), _ordinal(last_day(date)))
    except BadDate:
        return None


def recurs(days: Iterable[int], near: int) -> bool:
    """Whether stories of one headline, on these days, are several: a column, of which each day's must be told apart."""
    known = list(days)
    return bool(known) and max(known) - min(known) > near


def _ordinal(day: int) -> int:
    """The proleptic ordinal of a day YYYYMMDD."""
    return calendar_date(day // 10000, day // 100 % 100, day % 100).toordinal()
