"""Captions and alt texts that stand by themselves, with neither credit nor the other of the two beside them."""

from __future__ import annotations

from typing import Final

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.phrases import ABOUT_PICTURE, INTERVIEWER
from koreanews.cleaner.text.captions import has_alts, is_asked, is_told
from koreanews.cleaner.text.lines import QUOTES, Line
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import ends_sentence, is_heading, is_prose, is_sentences, is_title
from koreanews.cleaner.text.spoken import is_german_alone, is_in_latin_alone, may_be_german


def is_lone_alt(page: Page, line: Line) -> bool:
    """Whether a title in the story is an alt text by itself: it is German, as DW's own are, and the page is not.

    Or it is in Latin letters, amid a story in another script; or an image above has the same; or it may be German, as
    an alt text above without a caption, and stands over the heading of a paragraph. Or it says itself that it is of a
    picture: "(file photo)".
    """
    if line.text[-1] == ")" and line.text[:-1].rpartition(" (")[2] in ABOUT_PICTURE:
        return True
    if is_told(line.text):
        return False
    if is_german_alone(page, line.text) or is_in_latin_alone(page, line.text) or page.has_image(line.text):
        return True
    return _stands_over_heading(line) and has_alts(page) is False and may_be_german(page, line.text)


def _stands_over_heading(line: Line) -> bool:
    heading = line.below
    below = heading.below if heading else None
    if heading is None or below is None or not heading.is_plain or heading.gap > 1:
        return False
    return is_heading(heading.text) and is_prose(below.text)


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

    Two stand above the headline, too. It is one sentence, question or title, and the text goes on below it after one
    blank line; a heading has but one above it.
    """
    below = line.below
    if line.gap != 2 or below is None or not line.is_plain or line.text.count(" ") > _MOST_BLANKS:
        return False
    is_question = line.text[-1] == "?" and line.text[0] not in QUOTES and not line.text.startswith(INTERVIEWER)
    if is_sentences(line.text) or (is_asked(line.text) and not is_question):
        return False
    if not (ends_sentence(line.text) or is_title(line.text)):
        return False
    if not is_prose(below.text):
        return False
    headline = next((line for line in reversed(page.lines[: line.place]) if line.kind is Kind.HEADLINE), None)
    return below.gap == 1 and headline is not None and headline.gap == 2


_MOST_BLANKS: Final = 17
_LEAST_BLANKS: Final = 7
