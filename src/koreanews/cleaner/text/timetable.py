"""When the channel shows a programme: a timetable below the text of its page."""

from __future__ import annotations

from typing import Final

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.text.lines import Line
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import is_title

_ZONES: Final = ("UTC", "GMT", "CET", "MEZ")


def sort_timetable(page: Page) -> bool:
    """Sorts "Broadcasting Hours:" and the rows below it, as the site's promotion; True if there are any.

    "FRI 08.03.2024 – 19:30 UTC"; above them may stand the channel, below them other places' hours: "Lagos UTC +1 |
    Nairobi UTC +3". Where the text goes on below them, it is the story again.
    """
    line = page.line
    if line is None or line.label != "airing_label" or not _is_row_or_channel(line.below):
        return False
    page.take(Kind.PROMOTION)
    while _is_row_or_channel(page.line):
        page.take(Kind.PROMOTION)
    return True


def _is_row_or_channel(line: Line | None) -> bool:
    if line is None or _is_row(line):
        return line is not None
    return line.below is not None and _is_row(line.below) and line.is_plain and is_title(line.text, 5, 40)


def _is_row(line: Line) -> bool:
    """Whether a line tells a time and its zone, or the zones of some places, and hardly anything else."""
    text = line.text
    return len(text) < _LONGEST_ROW and any(zone in text for zone in _ZONES) and any(map(str.isdigit, text))


_LONGEST_ROW: Final = 90
