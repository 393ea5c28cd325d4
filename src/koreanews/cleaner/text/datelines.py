"""When it appeared and who wrote it, above a story: dateline and byline, glued or apart (formats.md)."""

from __future__ import annotations

import re
from typing import Final

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.credits import names_picture
from koreanews.cleaner.dates import find_dates, may_hold_date, may_hold_digit, relative_time_at
from koreanews.cleaner.phrases import BYLINE_OPENINGS, PUBLISHED, UPDATED, WEEKDAYS
from koreanews.cleaner.text.bylines import is_byline, may_be_byline, names_people
from koreanews.cleaner.text.lines import Line
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import is_prose, is_title

_LONGEST: Final = 160
_MOST_BLANKS: Final = 4
"""In a line that is no name as names are written, and not right above the date."""
_MOST_NAMES: Final = 3
"""How many lines of names may stand over a date: a portrait's alt text, the name, the name again."""


def sort_dateline(page: Page) -> bool:
    """Sorts the next lines if they are the byline or dateline above a story; True if they were.

    Knows every form of formats.md: the date alone, "Published ... last updated ...", "6 hours ago", a name glued
    before it, text glued behind it, or both, names on lines of their own.
    """
    line = page.line
    assert line is not None
    text = line.text
    if is_dateline(text):
        _take_dateline(page, text)
        return True
    spans = find_dates(text[:_LONGEST])
    if (named := _end_of_name(text, spans)) > 0:
        page.take_part(Kind.BYLINE, named)
        if page.line:
            _take_dateline(page, page.line.text)
        return True
    if spans and (_is_glued_between(text, *spans[0]) or (not spans[0][0] and _is_glued_text(text, spans[0][1]))):
        start, end = spans[0]
        if len(spans) > 1 and not text[end : spans[1][0]].strip():
            end = spans[1][1]
        if start:
            page.take_part(Kind.BYLINE, start)
        page.take_part(Kind.DATELINE, end - start)
        return True
    return _sort_names(page, line)


def tells_date(text: str) -> bool:
    """Whether `text` says when a story appeared, and at most who wrote it."""
    if len(text) > _LONGEST or not may_hold_date(text):
        return False
    spans = find_dates(text)
    return _is_only_dates(text, spans) or _end_of_name(text, spans) > 0


def stands_as_dateline(line: Line) -> bool:
    """Whether `line` says when a story appeared, and at most who wrote it; or names people, right over such a line."""
    text, below = line.text, line.below
    if line.is_paragraph:
        return False
    if tells_date(text):
        return True
    if below is None or not line.is_plain or not may_be_byline(text):
        return False
    return is_byline(text) and names_people(text) and is_dateline(below.text)


def opens_with_dateline(text: str) -> bool:
    """Whether `text` is a dateline, names before it or not, to which a paragraph of the story is glued."""
    start = text[:_LONGEST]
    spans = find_dates(start) if may_hold_digit(start) and _GLUED_YEAR.search(start) else []
    return bool(spans) and _is_glued_between(text, *spans[0])


_GLUED_YEAR: Final = re.compile(r"\d{4}[^\W\d_]")


def date_in(text: str) -> str | None:
    """The date that `text` tells, as it stands: of two, in figures and in words, the one that is read but one way."""
    if twice := _TWICE.search(text):
        return twice["first"]
    spans = find_dates(text)
    return text[slice(*spans[-1])] if spans else None


def is_dateline(text: str) -> bool:
    """Whether `text` says when a story appeared and nothing else."""
    return len(text) <= _LONGEST and may_hold_date(text) and _is_only_dates(text, find_dates(text))


def _is_only_dates(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether `text`, with dates at `spans`, says nothing else; "6 hours ago" is such a date too."""
    if relative_time_at(text) == 0 or _TWICE.fullmatch(text):
        return True
    if not spans:
        return False
    rest = text
    for start, end in reversed(spans):
        rest = f"{rest[:start]} {rest[end:]}"
    for word in (*PUBLISHED, *UPDATED):
        rest = rest.replace(word, " ")
    rest = _TIME.sub(" ", rest, count=1).strip(" .,|:-–·г")
    return not rest or rest in WEEKDAYS


_TIME: Final = re.compile(
    r"\b\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\b\.?| Uhr)?(?: ?(?:UTC|GMT|CES?T|E[SD]T|KST))?", re.ASCII
)
"""A time of day behind a date: "8:15 a.m.", "14:05 UTC"."""
_TWICE: Final = re.compile(r"(?P<first>\d{1,2}\.\d{1,2}\.\d{4})\d{1,2}\. ?[^\W\d_]{3,12}\.? \d{4}")
"""The date in figures and, glued to it, in words: "04.05.20234. Mai 2023"."""


def _take_dateline(page: Page, text: str) -> None:
    if match := _TWICE.fullmatch(text):
        page.take_two(Kind.DATELINE, match.end("first"), Kind.DATELINE)
    else:
        page.take(Kind.DATELINE)


def _end_of_name(text: str, spans: list[tuple[int, int]]) -> int:
    """The length of the name that stands before the date that `text` ends with; 0 where none does.

    Glued to the date almost anything is a name; with a blank between it must read as one, for sentences too end
    in dates.
    """
    twice = _TWICE.search(text[-40:])
    start = len(text) - len(twice[0]) if twice else relative_time_at(text)
    if start < 0 and spans and not text[spans[-1][1] :].strip(" .,|г"):
        first = spans[0][0]
        # Since 2022 each of two days may stand twice, in figures and in words.
        if len(spans) <= 2 or _is_only_dates(text[first:], [(at - first, end - first) for at, end in spans]):
            start = first
    if start <= 0:
        return 0
    name = _FIGURES_BEFORE.sub("", text[:start]).rstrip(" ,|·-–")
    for word in PUBLISHED:
        name = name.removesuffix(word)
    if not name:
        return 0
    glued = text[start - 1] != " "
    return len(name) if is_byline(name) or (glued and (may_be_byline(name) or _INITIALS.fullmatch(name))) else 0


_INITIALS: Final = re.compile(r"\([a-z]{2,4}\)")
"""Whoever wrote it, with no name before: "(gh)March 25, 2003"."""


_FIGURES_BEFORE: Final = re.compile(r" \d{1,2}/\d{1,2}/\d{2}$", re.ASCII)
"""The day in figures, glued before the date: "Lena Hahn 13/03/09March 13, 2009"."""


def _sort_names(page: Page, line: Line) -> bool:
    """Sorts names on lines of their own: over a date; over the teaser, or where a page stops, if nothing but names."""
    if not line.is_plain or not may_be_byline(line.text):
        return False
    below = line.below
    for distance in range(1, _MOST_NAMES + 1):
        if below is None:
            break
        if is_dateline(below.text):
            if distance > 1 and line.text.count(" ") > _MOST_BLANKS and not is_byline(line.text):
                break
            for _ in range(distance):
                _take_name(page)
            return True
        if not below.is_plain or not may_be_byline(below.text) or is_prose(below.text):
            break
        below = below.below
    if line.gap > 1 or not (is_byline(line.text) and names_people(line.text)):
        return False
    below = line.below
    is_over_text = below is not None and is_prose(below.text) and not is_title(below.text)
    is_last = below is None and page.last_kind is Kind.HEADLINE
    if not (is_over_text or is_last or line.text.startswith(BYLINE_OPENINGS)):
        return False
    page.take(Kind.BYLINE)
    return True


def _take_name(page: Page) -> None:
    """Sorts one of the lines of names over a date: a name, the alt text of its bearer's portrait, "Published"."""
    line = page.line
    assert line is not None
    if line.text in PUBLISHED or line.text in UPDATED:
        page.take(Kind.NAVIGATION)
    elif line.below and is_portrait_of(line.below.text, line.text):
        page.take(Kind.IMAGE, item=page.new_item())
    else:
        page.take(Kind.BYLINE)


def _is_glued_between(text: str, start: int, end: int) -> bool:
    """Whether text follows a date with no blank between, and nothing stands before it but names, glued to it too."""
    if not text[end : end + 1].isalpha():
        return False
    return not start or (text[start - 1] != " " and is_byline(text[:start]))


def _is_glued_text(text: str, end: int) -> bool:
    """Whether a story begins right behind the date, with no blank or as a sentence does."""
    rest = text[end:]
    if not rest or rest[0] != " ":
        return bool(rest) and (rest[0].isalnum() or rest[0] in "\"'“‘„«/" or rest.startswith("- "))
    return len(rest) > 1 and (rest[1].isupper() or rest[1].isdigit() or rest[1] in "\"'“‘„«")


def is_portrait_of(name: str, alt: str) -> bool:
    """Whether `alt` is DW's own name of a picture of the author called `name`: "Hahn Lena Kommentarbild App"."""
    return set(name.split()) < set(alt.split()) and names_picture(alt)
