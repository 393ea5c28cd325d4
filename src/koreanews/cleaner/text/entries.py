"""The entries of a live blog: paragraphs that begin with the time of day, or with a date of the same weeks."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from koreanews.cleaner.credits import credit_at
from koreanews.cleaner.dates import find_dates, read_date, starts_with_date
from koreanews.cleaner.phrases import LIVE, MONTHS
from koreanews.cleaner.text.lines import Line
from koreanews.cleaner.text.shapes import is_title

_FEWEST_ENTRIES: Final = 3
"""Of so many on a page it is a live blog; one that begins with "At 9:05" or "1950" is not."""
_FEWEST_ANNOUNCED: Final = 2
"""Of so many where the headline says so."""

ENTRY_STARTS: Final = frozenset(name.title()[:3] for name in MONTHS)
"""What an entry may begin with if not with a digit; asked first, for it is the quickest to tell."""

_TIME: Final = re.compile(r"\d{1,2}[:.]\d\d(?: ?(?:UTC|GMT|CET|CEST|KST|Uhr))?(?![\d.]|:\d| ?[Mm]in)")
_MINUTE: Final = re.compile(r"\d{1,3}(?:\+\d{1,2})?['′’](?! ?\d)")
"""Of a match that is told as it goes on: "54' — GOAL!"."""
_CLOCK: Final = re.compile(r"([01]\d[0-5]\d|2[0-3][0-5]\d) [^\W\d_a-z]")


class Entries:
    """Counts the paragraphs of a page that begin as entries do: show it each that `may_begin`.

    `headline` is the page's, or empty.
    """

    def __init__(self, headline: str) -> None:
        self._fewest = _FEWEST_ANNOUNCED if _is_announced(headline) else _FEWEST_ENTRIES
        self._times = 0
        self._clock: list[int] = []
        self._days: list[str] = []

    def see(self, text: str) -> None:
        """Takes a paragraph into account."""
        self._times += _TIME.match(text) is not None or _MINUTE.match(text) is not None
        if (length := starts_with_date(text)) and (day := read_date(text[:length]).iso):
            self._days.append(day)
        if match := _CLOCK.match(text):
            self._clock.append(int(match[1]))

    def are_enough(self, others: int) -> bool:
        """Whether a page with these entries is a live blog; `others` were told by what stands between them."""
        return others + self._number() >= self._fewest

    def _number(self) -> int:
        number = self._times
        if len(self._clock) >= self._fewest and _is_one_day(self._clock):
            number += len(self._clock)
        if len(self._days) >= self._fewest and _are_of_one_month(self._days):
            number += len(self._days)
        return number


def lines_of_summary(first: Line | None) -> int:
    """How many titles a story, or a page without its headline, begins with that sum up a live blog; 0 for none.

    They were a list, and stand right over the first entry, or over what is said above it.
    """
    line, count = first, 0
    while line is not None and line.is_plain and is_title(line.text, 30) and not _TIME.match(line.text):
        if line.text[-1] == ")" and credit_at(line.text) >= 0:
            return 0
        line = line.below
        count += 1
    if count < _FEWEST_SUMMED_UP or first is None or _is_announced(first.text):
        return 0
    while line is not None and not line.is_plain:
        line = line.below
    return count if line is not None and _TIME.match(line.text) else 0


_FEWEST_SUMMED_UP: Final = 3
"""Fewer may be a headline and a teaser."""


def _is_announced(headline: str) -> bool:
    """Whether a headline says that a live blog stands below it."""
    words = f" {headline.casefold()}"
    return any(f" {live}" in words if live[-1] == ":" else live in words for live in LIVE)


def may_begin(text: str) -> bool:
    """Whether `text` can be the beginning of an entry, at first sight."""
    return text[:3] in ENTRY_STARTS or text[0].isdigit()


def is_entry(text: str) -> bool:
    """Whether `text`, on a page that is a live blog, begins an entry."""
    return bool(_TIME.match(text) or starts_with_date(text) or _CLOCK.match(text) or _MINUTE.match(text))


def entry_text(text: str) -> str:
    """What an entry says: since 2022 a date may stand twice, numeric and in words ("12/03/2024 December 3, 2024")."""
    if text[:1].isdigit() and (length := starts_with_date(text)):
        rest = text[length:].lstrip()
        if rest and find_dates(rest) == [(0, len(rest))]:
            return rest
    return text


def _are_of_one_month(days: list[str]) -> bool:
    """Whether dates (ISO 8601) at the beginning of lines are a live blog's, not a chronology's of years."""
    first, last = date.fromisoformat(min(days)), date.fromisoformat(max(days))
    return (last - first).days <= 31


def _is_one_day(clock: list[int]) -> bool:
    """Whether figures such as 0605 at the beginning of lines are times of day in their order, not years."""
    in_order = clock == sorted(clock) or clock == sorted(clock, reverse=True)
    return in_order and not all(1850 <= time <= 2059 for time in clock)
