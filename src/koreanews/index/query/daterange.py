"""The dates in a query: `2019-03`, `2018-09..2019-04`, `..2017`, `>=2019-01-15`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from koreanews.index.dates import first_day, last_day
from koreanews.index.errors import BadDate
from koreanews.index.query.faults import Fault
from koreanews.index.query.tokens import Token
from koreanews.index.query.tree import Dates


def dates_of(value: Token, name: Token) -> Dates:
    """The days that the value of `date:` means; a month or a year is meant as a whole. Fault."""
    text, start = value.text, value.start
    if value.kind == "phrase":
        start += 1
    if not text or value.kind not in ("dates", "phrase"):
        raise Fault(
            "After date: stands a date: 2019, 2019-03, 2018-09..2019-04 or >=2019-01-15.",
            value.start,
            name.start,
            name.end,
        )
    for sign in (">=", "<=", ">", "<"):
        if text.startswith(sign):
            return _one_side(sign, text[len(sign) :], start + len(sign))
    before, dots, after = text.partition("..")
    if not dots:
        return Dates(_day(text, start, first_day), _day(text, start, last_day))
    if not before and not after:
        raise Fault("Between two dates stand two dots: 2018-09..2019-04.", start, name.start, value.end)
    first = _day(before, start, first_day) if before else None
    last = _day(after, start + len(before) + 2, last_day) if after else None
    if first is not None and last is not None and first > last:
        raise Fault("The first of these dates is the later one.", start, start, value.end, f"{after}..{before}")
    return Dates(first, last)


def _one_side(sign: str, text: str, start: int) -> Dates:
    if sign == ">=":
        return Dates(_day(text, start, first_day), None)
    if sign == "<=":
        return Dates(None, _day(text, start, last_day))
    if sign == ">":
        return Dates(_next(_day(text, start, last_day), 1), None)
    return Dates(None, _next(_day(text, start, first_day), -1))


def _day(text: str, start: int, which: Callable[[str], int]) -> int:
    try:
        return which(text)
    except BadDate as error:
        raise Fault(str(error), start, start, start + len(text), _longest_beginning(text)) from error


def _longest_beginning(text: str) -> str:
    """The most of a date that is one: "2019-02" of "2019-02-30"; any year where there is none."""
    for length in (10, 7, 4):
        try:
            first_day(text[:length])
        except BadDate:
            continue
        return text[:length]
    return "2019"


def _next(day: int, step: int) -> int:
    """The day after (1) or before (-1) a day; the end of the calendar stays where it is."""
    try:
        moved = date(day // 10000, day // 100 % 100, day % 100) + timedelta(days=step)
    except OverflowError:
        return day
    return moved.year * 10000 + moved.month * 100 + moved.day
