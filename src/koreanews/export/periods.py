"""Years, months and ISO weeks as numbers that count on by one, and as the labels that people read."""

from __future__ import annotations

from datetime import date as calendar_date
from typing import Literal

Unit = Literal["year", "month", "week"]
UNITS: tuple[Unit, ...] = ("year", "month", "week")


def unit_of(parts: tuple[int, ...]) -> Unit:
    """The finest unit that a date with these parts can be counted in."""
    return UNITS[len(parts) - 1]


def number_of(parts: tuple[int, ...], unit: Unit) -> int:
    """The number of the year, month or week that a date is in, of one less precise the first that it may be in."""
    if unit == "year":
        return parts[0]
    if unit == "month":
        return parts[0] * 12 + (parts[1] - 1 if len(parts) > 1 else 0)
    return (_day(parts) - 1) // 7


def label_of(number: int, unit: Unit) -> str:
    """The label of a year, month or week by its number: "2019", "2019-03", "2019-W12"."""
    if unit == "year":
        return f"{number:04}"
    if unit == "month":
        return f"{number // 12:04}-{number % 12 + 1:02}"
    # Its Monday is in the calendar always: the calendar begins with one.
    year, week, _ = calendar_date.fromordinal(number * 7 + 1).isocalendar()
    return f"{year:04}-W{week:02}"


def days_between(first: tuple[int, ...], last: tuple[int, ...]) -> int:
    """How many days lie between two dates; of what is not known the first day counts."""
    return _day(last) - _day(first)


def _day(parts: tuple[int, ...]) -> int:
    year, month, day = (*parts, 1, 1)[:3]
    return calendar_date(year, month, day).toordinal()
