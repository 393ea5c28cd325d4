"""Whether a line of the head is the teaser: the sentences that introduce the story."""

from __future__ import annotations

from typing import Final

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.credits import credit_mark
from koreanews.cleaner.text.captions import starts_credit
from koreanews.cleaner.text.databox import permalink_at
from koreanews.cleaner.text.lines import Line
from koreanews.cleaner.text.listed import is_listed_headline
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.readmore import is_no_link
from koreanews.cleaner.text.shapes import ends_sentence, ends_statement, is_prose, is_sentences

_LONGEST_TEASER: Final = 75
"""Words; DW's teasers have one to three sentences."""


def is_teaser(page: Page) -> bool:
    """Whether the next line is the teaser: a sentence or three over the first paragraph, or all there is.

    Other publishers' pages have none.
    """
    line = page.line
    assert line is not None
    words = line.text.count(" ") + 1
    if is_listed_headline(line.text):
        return False
    if (below := line.below) is not None and permalink_at(below.text) == 0 and line.is_plain and not page.publisher:
        return True
    if line.gap > 1 and not is_prose(line.text):
        return False
    if not is_prose(line.text) and page.last_place(line.text) > line.place:
        # A gallery's title, which stands over each of its slides.
        return False
    if page.publisher or words > _LONGEST_TEASER or line.text[-1] == ":" or not (line.is_plain or is_no_link(line)):
        return False
    if is_prose(line.text) or words > 13 or is_sentences(line.text):
        return True
    if below is None or not below.is_plain:
        return False
    # Between headline and first paragraph stands no heading: there a question is the teaser, however short.
    if page.last_kind is Kind.DATELINE and words >= _FEWEST_UNDER_DATE:
        return True
    return words >= 6 or (page.last_kind is Kind.HEADLINE and ends_sentence(line.text) and is_prose(below.text))


_FEWEST_UNDER_DATE: Final = 3
"""Words of a teaser without a full stop: between the date and the story stands no heading."""


_LONGEST_CAPTION_UNDER_DATE: Final = 100
_LONGEST_CAPTION: Final = 200
"""Characters; what has more, in several sentences, is no caption though it ends in a bracket: "(DW)"."""


def is_sentence_at_top(page: Page, line: Line) -> bool:
    """Whether a line is prose right under headline or date: the teaser, even where an image's credit follows it.

    But for a caption that stands right over its credit, with no blank line as all others have. Without a full stop it
    is the teaser where it is of several sentences, and long, or under the date and apart from the image below it.
    """
    last, below = page.last_kind, line.below
    if last not in (Kind.DATELINE, Kind.HEADLINE) or credit_mark(line.text):
        return False
    most = _LONGEST_CAPTION_UNDER_DATE if last is Kind.DATELINE else _LONGEST_CAPTION
    if not ends_statement(line.text):
        is_apart = last is Kind.DATELINE and _stands_apart(line)
        if not (len(line.text) > most or is_apart) or not _has_more_than_one(line.text):
            return False
    return last is Kind.DATELINE or not (line.gap and below and not below.gap and credit_mark(below.text))


def _stands_apart(line: Line) -> bool:
    """Whether a line has a blank line above and below it, no credit of its own behind it, and none alone below it."""
    below = line.below
    if line.gap != 1 or line.text[-1] == ")":
        return False
    return below is not None and below.gap == 1 and not starts_credit(below)


def _has_more_than_one(text: str) -> bool:
    """Whether `text` has more sentences than one; the last may have lost its full stop."""
    return "? " in text or is_sentences(text)
