"""Dates as records and queries write them: "2019", "2019-03" or "2019-03-22", as days that can be compared.

A day is the integer YYYYMMDD. A month or a year is a range of days, from its first to its last.
"""

from __future__ import annotations

from datetime import date as calendar_date
from datetime import timedelta

from koreanews.index.errors import BadDate


def sort_key(date: str | None) -> int | None:
    """What puts dates in order: YYYYMMDD with 00 for what is not known, so that "2019-03" comes before its days.

    Null for null, and for a date that no calendar has: such a record counts as undated.
    """
    if date is None:
        return None
    try:
        year, month, day = _parts(date)
    except BadDate:
        return None
    return year * 10000 + month * 100 + day


def first_day(date: str) -> int:
    """The first day of a date. BadDate."""
    year, month, day = _parts(date)
    return year * 10000 + (month or 1) * 100 + (day or 1)


def last_day(date: str) -> int:
    """The last day of a date. BadDate."""
    year, month, day = _parts(date)
    return year * 10000 + (month or 12) * 100 + (day or _days_of(year, month or 12))


def ends_of_range(date_from: str | None, date_to: str | None) -> tuple[int | None, int | None]:
    """The first and the last day of a range of dates; null where it has no end. BadDate, also if they are reversed."""
    first = None if date_from is None else first_day(date_from)
    last = None if date_to is None else last_day(date_to)
    if first is not None and last is not None and first > last:
        raise BadDate(f"Of a range from {date_from} to {date_to} the first date is the later one.")
    return first, last


def _parts(date: str) -> tuple[int, int, int]:
    """Year, month and day; 0 for what is not known."""
    pieces = date.split("-")
    if [len(piece) for piece in pieces] not in _SHAPES or not ("".join(pieces).isdecimal() and date.isascii()):
        raise BadDate(f"{date!r} is not a date. Write 2019, 2019-03 or 2019-03-22.")
    year, month, day = (*map(int, pieces), 0, 0)[:3]
    if year == 0 or (len(pieces) > 1 and not 1 <= month <= 12):
        raise BadDate(f"{date!r} is not a date: there is no such {'month' if year else 'year'}.")
    if len(pieces) > 2 and not 1 <= day <= _days_of(year, month):
        raise BadDate(f"{date!r} is not a date: that month has {_days_of(year, month)} days.")
    return year, month, day


_SHAPES = ([4], [4, 2], [4, 2, 2])


def _days_of(year: int, month: int) -> int:
    """How many days a month has."""
    if month == 12:
        return 31
    return (calendar_date(year, month + 1, 1) - timedelta(days=1)).day
