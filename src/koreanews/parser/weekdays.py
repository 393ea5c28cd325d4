"""The day of a story that names weekdays and embeds a video of a known day (learnt from a page without a date)."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from koreanews.cleaner.phrases import NOT_TODAY, WEEKDAYS

_FURTHEST: Final = 2
"""A story is written at most so many days after the video it embeds; a later weekday is another week's."""


def infer_from_weekday(known: date, text: str) -> tuple[date, str] | None:
    """The day a story appeared and the weekdays that say so, or None where they do not.

    `known` is a day that the page cannot be older than. The text must name that day's weekday; the latest weekday
    named within two days after it is the day of the story ("on Wednesday ... on Thursday").
    """
    weekday = known.weekday()
    name = _named(weekday, text)
    if name is None:
        return None
    for days in range(_FURTHEST, 0, -1):
        if later := _named((weekday + days) % 7, text):
            return known + timedelta(days=days), f"{name} and {later}"
    return known, name


def _named(weekday: int, text: str) -> str | None:
    """The name by which `text` speaks of the weekday with that number, None where it does not."""
    return next((name for name in _NAMES[weekday] if _speaks_of(name, text)), None)


def _speaks_of(name: str, text: str) -> bool:
    """Whether `text` names that weekday as a day of its own week: not "next Thursday", not "Thursdays"."""
    place = text.find(name)
    while place >= 0:
        if _WEEKDAY.match(text, place):
            before = _WORD_BEFORE.search(text, max(0, place - 20), place)
            if before is None or before[1].casefold() not in NOT_TODAY:
                return True
        place = text.find(name, place + 1)
    return False


_NAMES: Final = [[name for name, number in reversed(WEEKDAYS.items()) if number == day] for day in range(7)]
_WEEKDAY: Final = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b")
_WORD_BEFORE: Final = re.compile(r"(?<![^\W\d_])([^\W\d_]+) $")
