"""The day of a story that names weekdays and embeds a video of a known day (learnt from a page without a date)."""

from __future__ import annotations

import re
from datetime import date, timedelta

from koreanews.cleaner.phrases import NOT_TODAY, WEEKDAYS

_FURTHEST = 2
"""A story is written at most so many days after the video it embeds; a later weekday is another week's."""

_MENTION = re.compile(rf"(?:([^\W\d_]+) )?\b({'|'.join(WEEKDAYS)})\b")


def infer_from_weekday(known: date, text: str) -> tuple[date, str] | None:
    """The day a story appeared and the weekdays that say so, or None where they do not.

    `known` is a day that the page cannot be older than. The text must name that day's weekday; the latest weekday
    named within two days after it is the day of the story ("on Wednesday ... on Thursday").
    """
    named = {
        WEEKDAYS[match[2]]: match[2]
        for match in _MENTION.finditer(text)
        if (match[1] or "").casefold() not in NOT_TODAY
    }
    if known.weekday() not in named:
        return None
    after = max(days for days in range(_FURTHEST + 1) if (known.weekday() + days) % 7 in named)
    day = known + timedelta(days=after)
    words = named[known.weekday()] if not after else f"{named[known.weekday()]} and {named[day.weekday()]}"
    return day, words
