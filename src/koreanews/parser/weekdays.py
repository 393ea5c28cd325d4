"""The day of a story that names weekdays and embeds a video of a known day (learnt from a page without a date)."""

from __future__ import annotations

import re
from datetime import date, timedelta

from koreanews.cleaner.phrases import NOT_TODAY, WEEKDAYS

_FURTHEST = 2
"""A story is written at most so many days after the video it embeds; a later weekday is another week's."""


def infer_from_weekday(known: date, text: str) -> tuple[date, str] | None:
    """The day a story appeared and the weekdays that say so, or None where they do not.

    `known` is a day that the page cannot be older than. The text must name that day's weekday; the latest weekday
    named within two days after it is the day of the story ("on Wednesday ... on Thursday").
    """
    named = {number: name for name, number in WEEKDAYS.items() if _is_named(name, text)}
    if known.weekday() not in named:
        return None
    after = max(days for days in range(_FURTHEST + 1) if (known.weekday() + days) % 7 in named)
    day = known + timedelta(days=after)
    words = named[known.weekday()] if not after else f"{named[known.weekday()]} and {named[day.weekday()]}"
    return day, words


def _is_named(weekday: str, text: str) -> bool:
    """Whether `text` names that weekday as a day of its own week: not "next Thursday", not "Thursdays"."""
    return weekday in text and any(
        before is None or before[1].casefold() not in NOT_TODAY
        for before in (
            _WORD_BEFORE.search(text, max(0, match.start() - 20), match.start())
            for match in re.finditer(rf"\b{weekday}\b", text)
        )
    )


_WORD_BEFORE = re.compile(r"([^\W\d_]+) $")
