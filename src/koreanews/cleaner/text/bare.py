"""Where the headline stands on a page with neither a title line nor a date: by what it and its neighbors look like."""

from __future__ import annotations

from typing import Final

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.credits import credit_at
from koreanews.cleaner.dates import find_dates
from koreanews.cleaner.sections import dated_section, is_section_label
from koreanews.cleaner.text.bylines import is_byline
from koreanews.cleaner.text.captions import is_credited, starts_credit
from koreanews.cleaner.text.datelines import tells_date
from koreanews.cleaner.text.entries import lines_of_summary
from koreanews.cleaner.text.lines import BULLETS, Line
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import EAST_ASIAN, is_prose, is_sentences, is_title


def bare_headline(page: Page) -> int | None:
    """Where the headline stands on a page without a title line: the first title, below labels and a lead image."""
    if lines_of_summary(page.line):
        return None
    place = page.at
    while place < len(page.lines) and place - page.at < 8:
        line = page.lines[place]
        text = line.text
        below = page.lines[place + 1] if place + 1 < len(page.lines) else None
        if text[0] in BULLETS and text.count(" ") <= _MOST_BLANKS and credit_at(text) < 0:
            place += 1
        elif not line.is_plain and line.label is None:
            return None
        elif (below is not None and _is_label(page, place)) or _is_label_over_headline(page, place):
            place += 1
        elif text[-1] == ")" and credit_at(text) >= 0:
            place += 2 if _is_caption(page.lines[place + 1 : place + 4]) else 1
        elif below and starts_credit(below) and line.is_plain:
            place += 2
        elif starts_credit(line) or has_credit_below(line):
            place += 1
        else:
            is_headline = is_title(text) or _is_statement_at_top(page, line)
            return place if is_headline and line.is_plain else None
    return None


def _is_statement_at_top(page: Page, line: Line) -> bool:
    """Whether the first line below the navigation is a headline that ends in a full stop: short, over date or teaser.

    Nothing else stands right there.
    """
    below = line.below
    if page.last_kind is not Kind.NAVIGATION or line.place != page.at or below is None or not below.is_plain:
        return False
    if line.text.count(" ") > _MOST_OF_STATEMENT or is_sentences(line.text):
        return False
    is_longer = is_prose(below.text) and below.gap == 1 and below.text.count(" ") > _MOST_OF_STATEMENT
    return is_longer or tells_date(below.text)


_MOST_OF_STATEMENT: Final = 13
_MOST_BLANKS: Final = 4
"""In a section of the site that stands in bullets above a headline."""


def _is_label(page: Page, place: int) -> bool:
    """Whether a line is a section's name, with a date behind it, or a date, with a name before it."""
    text = page.lines[place].text
    return is_section_label(text) or dated_section(text) > 0 or tells_date(text)


def _is_caption(lines: list[Line]) -> bool:
    """Whether the first of the lines below a lead image is its caption and the second the headline."""
    if len(lines) < 3 or not all(line.is_plain for line in lines[:2]) or find_dates(lines[1].text[:60]):
        return False
    if is_credited(lines[1]) or is_sentences(lines[1].text):
        # Another image, or the teaser: the line above it is the headline.
        return False
    return (
        is_title(lines[1].text)
        and not is_byline(lines[1].text)
        and (is_prose(lines[2].text) or not is_prose(lines[0].text))
    )


def _has_words(text: str) -> bool:
    """Whether there are four words in it, or as many letters of a language that puts no blanks between its words."""
    return text.count(" ") >= 3 or sum(letter >= EAST_ASIAN for letter in text) >= 8


def _is_label_over_headline(page: Page, place: int) -> bool:
    """Whether a short line that no data file knows is a section label: a headline and a sentence stand below it."""
    line = page.lines[place]
    if line.text.count(" ") > 2 or place + 2 >= len(page.lines) or not is_title(line.text, 3, 40):
        return False
    headline, below = page.lines[place + 1], page.lines[place + 2]
    if line.text[-1] in "?!" or not is_title(headline.text) or not headline.is_plain:
        return False
    if not _has_words(headline.text):
        return False
    if find_dates(headline.text[:60]) or is_credited(headline) or is_sentences(headline.text):
        return False
    return is_prose(below.text) or bool(find_dates(below.text[:80]))


def has_credit_below(line: Line) -> bool:
    """Whether an image's credit stands in a line or on the one below it, behind its mark."""
    below = line.below
    return (below is not None and starts_credit(below)) or "Image:" in line.text or "Bild:" in line.text
