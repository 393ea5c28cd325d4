"""Captions and alt texts that stand by themselves, with neither credit nor the other of the two beside them."""

from __future__ import annotations

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.text.captions import is_asked, is_german_alone, is_told
from koreanews.cleaner.text.lines import Line
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import ends_sentence, is_prose, is_sentences, is_title


def is_lone_alt(page: Page, line: Line) -> bool:
    """Whether a title in the story is an alt text by itself: it is German, as DW's own are, and the page is not.

    Or an image above has the same.
    """
    if is_told(line.text):
        return False
    return is_german_alone(page, line.text) or page.has_image(line.text)


def is_short_statement(line: Line | None) -> bool:
    """Whether a line is one short sentence with a full stop over the story: a caption, where one is awaited."""
    below = line.below if line else None
    if line is None or below is None or line.gap != 1 or not line.is_plain or line.text.count(" ") > _MOST_BLANKS:
        return False
    if not ends_sentence(line.text) or is_asked(line.text) or is_sentences(line.text):
        return False
    return is_prose(below.text) or is_sentences(below.text)


def is_lead_caption(line: Line) -> bool:
    """Whether a line right below the teaser is about the lead image: a title, long for a heading."""
    below = line.below
    if line.text.count(" ") < _LEAST_BLANKS or not is_title(line.text) or is_told(line.text):
        return False
    return below is not None and ((below.is_plain and is_prose(below.text)) or below.text[0] == "•")


def is_spaced_caption(page: Page, line: Line) -> bool:
    """Whether a line below the teaser, and two blank lines, is the lead image's caption, as on pages of 2001 to 2006.

    Two stand above the headline, too. It is one sentence, or a title, and the text goes on below it after one blank
    line; a heading has but one above it.
    """
    below = line.below
    if line.gap != 2 or below is None or not line.is_plain or line.text.count(" ") > _MOST_BLANKS:
        return False
    if not (ends_sentence(line.text) or is_title(line.text)) or is_asked(line.text) or is_sentences(line.text):
        return False
    if not is_prose(below.text):
        return False
    headline = next((line for line in reversed(page.lines[: line.place]) if line.kind is Kind.HEADLINE), None)
    return below.gap == 1 and headline is not None and headline.gap == 2


_MOST_BLANKS = 17
_LEAST_BLANKS = 7
