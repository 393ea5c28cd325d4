"""Dates as they stand on a page: finding them in a line, and reading them.

Numeric dates are read here; dates in words by python-dateutil, which is loaded by the first of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from koreanews.cleaner.phrases import MONTHS, RELATIVE

if TYPE_CHECKING:
    from dateutil.parser import parserinfo

FIRST_YEAR, LAST_YEAR = 1990, 2099
"""No page of DW's web site is older or younger than these."""
_YEARS: Final = frozenset(map(str, range(FIRST_YEAR, LAST_YEAR + 1)))
_DAYS: Final = {
    f"{day.day:02}.{day.month:02}.": day.isoformat()[4:]
    for day in (date(2001, 1, 1) + timedelta(number) for number in range(365))
}
"""A day of every year, as most dates on DW's pages begin ("22.03.") -> as they end in ISO 8601 ("-03-22")."""


class Reading(NamedTuple):
    """A date that was read: ISO 8601 ("2019-03-22", "2019-03"), or None and the `problem` in words."""

    iso: str | None
    problem: str | None = None


def read_date(text: str, month_first: bool = False) -> Reading:
    """The date that `text`, a stretch found by `find_dates`, stands for.

    `month_first` says how "03/04/2023" is meant: True on DW's English site since 2022 (formats.md).
    Never raises: an impossible date is a reading with a problem.
    """
    if (day := _DAYS.get(text[:6])) and (year := text[6:]) in _YEARS:
        return Reading(year + day)
    if match := _ISO.fullmatch(text):
        return _checked(match[1], match[2], match[3])
    if match := _NUMERIC.fullmatch(text):
        first, second, year = match.group("first", "second", "year")
        if match["mark"] == "/" and (int(second) > 12 or (month_first and int(first) <= 12)):
            first, second = second, first
        if len(year) == 2:
            year = ("19" if int(year) >= FIRST_YEAR % 100 else "20") + year
        return _checked(year, second, first)
    if match := _ASIAN.fullmatch(text):
        return _checked(match["year"], match["month"], match["day"])
    if len(text) == 8 and text.isdecimal():
        # ISO 8601's basic form, in metadata; `find_dates` passes it over, for it is a number to readers.
        return _checked(text[:4], text[4:6], text[6:])
    return _read_words(text)


def may_hold_date(text: str) -> bool:
    """Whether there can be a date in `text`, or words that say how long ago: most lines have no year."""
    return (may_hold_digit(text) and _YEAR.search(text) is not None) or relative_time_at(text) >= 0


def may_hold_digit(text: str) -> bool:
    """Whether there can be a digit in `text`: ten looks, which take a fifth of the time that a pattern takes."""
    if not text.isascii():
        return True
    low = "0" in text or "1" in text or "2" in text or "3" in text or "4" in text
    return low or "5" in text or "6" in text or "7" in text or "8" in text or "9" in text


def find_dates(text: str) -> list[tuple[int, int]]:
    """Where full dates stand in `text`: (start, end), in order, none overlapping."""
    spans: list[tuple[int, int]] = []
    if not may_hold_digit(text):
        return spans
    place = 0
    # A date holds a year of four digits: only the few letters around such years need to be looked at.
    for year in _YEAR.finditer(text):
        start, end = year.span()
        ending, beginning = _date_patterns()
        before = max(place, start - _LONGEST_BEFORE_YEAR)
        if text[start - 1 : start] in _MARKS:
            # Only a date in figures has one of these before its year; its pattern is the faster one by far.
            match = _FIGURES.search(text, before, end)
        else:
            match = ending.search(text, before, end) if _DIGIT.search(text, before, start) else None
        match = match or beginning.match(text, start)
        if match:
            spans.append(match.span())
        place = match.end() if match else end
    return spans


def starts_with_date(text: str) -> int:
    """The length of the date that `text` begins with, 0 if it does not."""
    if not text[:1].isalnum() or not _YEAR.search(text[:30]):
        return 0
    ending, beginning = _date_patterns()
    match = ending.match(text) or beginning.match(text)
    return match.end() if match else 0


def relative_time_at(text: str) -> int:
    """Where the words begin that `text` ends with, if they say how long ago ("6 hours ago"); -1 if they do not.

    Since 2022 a page younger than a day is dated so, and says it twice, as it does its date; the words say nothing
    without the moment of capture.
    """
    match = _RELATIVE.search(text, max(0, len(text) - 2 * _LONGEST_RELATIVE)) if text.endswith(_RELATIVE_ENDS) else None
    return match.start() if match else -1


_RELATIVE: Final = re.compile(
    "(?:" + "|".join(re.escape(form).replace(r"\{n\}", r"\d{1,2}") for form in RELATIVE) + r"){1,2}$"
)
_RELATIVE_ENDS: Final = tuple({form[-3:] for form in RELATIVE})
_LONGEST_RELATIVE: Final = max(map(len, RELATIVE))
# The first digit stands apart so that the search for it is a quick one.
_YEAR: Final = re.compile(r"\d\d{3}(?!\d)")
_DIGIT: Final = re.compile(r"\d")
_MARKS: Final = frozenset("./")
_FIGURES: Final = re.compile(r"(?<![\d.])(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}/\d{1,2}/\d{4})(?!\d)")
_LONGEST_BEFORE_YEAR: Final = max(map(len, MONTHS)) + 16
_ISO: Final = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?(?:[T ][\d:.]{4,15}(?:Z|[+-]\d\d:?\d\d)?)?", re.ASCII)
_NUMERIC: Final = re.compile(
    r"(?P<first>\d{1,2})(?P<mark>[./])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})", re.ASCII
)
_ASIAN: Final = re.compile(r"(?P<year>\d{4}) ?[年년] ?(?P<month>\d{1,2}) ?[月월] ?(?P<day>\d{1,2}) ?[日일]", re.ASCII)


@cache
def _date_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The forms of dates that end with the year, and those that begin with it."""
    month = f"(?:{'|'.join(_by_first_letter({form for name in MONTHS for form in (name, name.title())}))})"
    ending = (
        rf"{month}\.? \d{{1,2}}(?:st|nd|rd|th)?,? ?\d{{4}}(?!\d)"
        rf"|(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?\.? (?:de )?{month}\.?,? (?:de )?\d{{4}}(?!\d)"
        rf"|{_FIGURES.pattern}"
    )
    beginning = r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)|\d{4} ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일]"
    return re.compile(ending), re.compile(beginning)


def _by_first_letter(names: set[str]) -> Iterator[str]:
    """Patterns for `names`, longest first, one for each first letter: most letters of a text begin none of them."""
    for letter in sorted({name[0] for name in names}):
        rests = sorted((name[1:] for name in names if name[0] == letter), key=lambda rest: (-len(rest), rest))
        yield f"{letter}(?:{'|'.join(map(re.escape, rests))})"


def _checked(year: str, month: str, day: str | None) -> Reading:
    """The reading of a date in figures, if the calendar has it and DW's web site can."""
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return Reading(None, f"no page is of the year {int(year)}")
    try:
        date(int(year), int(month), int(day or 1))
    except ValueError:
        return Reading(None, "there is no such day")
    return Reading(f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else ""))


@lru_cache(maxsize=4096)
def _read_words(text: str) -> Reading:
    """The reading of a date in words. Texts of one archive tell the same few thousand days over and over."""
    from dateutil.parser import ParserError, parse

    year = _YEAR.search(text)
    if year is None:
        return Reading(None, "it names no day")
    if not FIRST_YEAR <= int(year[0]) <= LAST_YEAR:
        return Reading(None, f"no page is of the year {int(year[0])}")
    try:
        text = _CROATIAN_OCTOBER.sub(" oktobra", text.replace(" de ", " "))
        return Reading(parse(_without_signs(text), parserinfo=_month_names()).date().isoformat())
    except (ParserError, OverflowError):
        return Reading(None, "there is no such day")


_CROATIAN_OCTOBER: Final = re.compile(r"(?<=\d)\. ?listopada")
"""Of the same letters as the Polish November, but behind a day with a full stop."""


def _without_signs(text: str) -> str:
    """`text` with a month in English whose name has vowel signs (Hindi): dateutil takes these for no letters."""
    if text.isascii():
        return text
    signed = max((name for name in MONTHS if not name.isalpha() and name in text), key=len, default="")
    if not signed:
        return text
    return text.replace(signed, next(name for name in MONTHS if name.isascii() and MONTHS[name] == MONTHS[signed]))


@cache
def _month_names() -> parserinfo:
    from koreanews.cleaner.month_names import MonthNames

    return MonthNames()
