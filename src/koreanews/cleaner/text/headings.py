"""Which short lines of a story are its headings: those that part of the story stands below."""

from __future__ import annotations

from typing import Final

from koreanews.cleaner.text.bylines import is_signature
from koreanews.cleaner.text.databox import is_line_of_box
from koreanews.cleaner.text.lines import BULLETS, Line
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import is_heading, is_prose, is_spoken, speaker_of
from koreanews.cleaner.text.tail import starts_tail

_LEFT_OVER: Final = ("data_box", "advertisement")
_FURTHEST_PARAGRAPH: Final = 8
"""Lines below a label among which the story goes on: an image, a video and links may stand between."""
_LONGEST_NUMBER: Final = 2


def stands_as_heading(page: Page, line: Line) -> bool:
    """Whether `line`, the next of the page's story, reads as a heading, has text to stand over, and is no item."""
    return (is_heading(line.text) or _is_topic(page, line)) and _is_over_text(line) and not _is_item(page, line)


def _is_topic(page: Page, line: Line) -> bool:
    """Whether "Taiwan: A model?" asks about what stands before the colon: nobody answers, and the page is no talk."""
    name = speaker_of(line.text)
    if not name or page.interview or not is_heading(line.text[len(name) + 2 :]):
        return False
    if line.below is None or is_spoken(line.below.text):
        return False
    return page.speakers() - is_prose(line.text) < _FEWEST_OF_TALK


_FEWEST_OF_TALK: Final = 2
"""Sentences behind a name and a colon; one may stand in any story."""


def _is_over_text(line: Line) -> bool:
    """Whether anything of the story stands below a heading; the last line of a story, or of a cut page, is none."""
    below = line.below
    if below is not None and below.label in _LEFT_OVER:
        return _goes_on_below(below)
    if below is not None and below.opening is not None and below.opening[1] == "announcement":
        return False
    return (
        below is not None
        and not starts_tail(below)
        and not is_signature(below.text)
        and (below.label in (None, "read_more_label") or below.text[0] in BULLETS)
    )


def _goes_on_below(label: Line) -> bool:
    """Whether a label is one left over in the middle of a story: a paragraph stands among the next lines below it."""
    line = label.below
    for _ in range(_FURTHEST_PARAGRAPH):
        if line is None or starts_tail(line) or is_line_of_box(line):
            return False
        if line.is_plain and is_prose(line.text):
            return True
        line = line.below
    return False


def _is_item(page: Page, line: Line) -> bool:
    """Whether a short line is no heading but a question of an interview, or "2. Shut the gate" beside 1 or 3."""
    if page.interview and line.text[-1] == "?":
        return True
    number, point, _ = line.text.partition(". ")
    if not point or not number.isdecimal() or len(number) > _LONGEST_NUMBER:
        return False
    above = page.blocks[-1].text if page.blocks else ""
    below = line.below.text if line.below else ""
    return above.startswith(f"{int(number) - 1}. ") or below.startswith(f"{int(number) + 1}. ")
