"""Alt text and caption on two lines, neither with a credit, told from headings."""

from __future__ import annotations

from typing import Final

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.credits import credit_at
from koreanews.cleaner.dates import find_dates
from koreanews.cleaner.text.captions import (
    FEWEST_OF_LEAD,
    LONG,
    has_alts,
    is_credited,
    is_told,
    last_of_images,
    share_word,
)
from koreanews.cleaner.text.datelines import tells_date
from koreanews.cleaner.text.lines import Line
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import is_heading, is_prose, is_title
from koreanews.cleaner.text.spoken import is_german_alone, is_in_latin_alone, is_latin, languages
from koreanews.cleaner.titles import comparable


def are_alt_and_caption(page: Page, alt: Line) -> bool:
    """Whether a line of the story and the next are an image that has no credit: alt text, and caption below.

    They are titles, and say the same, or share a word that tells something, or are too long for headings; no heading
    stands over a heading that does. Two titles right below the teaser are one too, any two once there was one, and,
    since 2022, any two with no blank line between. What stands twice, word for word, may ask or quote.
    """
    caption = alt.below
    below = caption.below if caption else None
    if caption is not None and caption.text == alt.text and alt.gap == 1 and caption.gap < 2 and is_title(alt.text):
        return caption.is_plain
    # Below most lines that are no prose stands a paragraph.
    if caption is None or below is None or caption.is_paragraph or not (caption.is_plain and below.is_plain):
        return False
    if alt.gap > 1 or caption.gap > 1 or not is_title(caption.text):
        return False
    if not is_title(alt.text):
        return _is_described(page, alt.text, caption.text)
    if not alt.gap and (caption.gap or below.gap or not share_word(alt.text, caption.text)):
        # In a dump without blank lines, headings stand so too.
        return False
    # No heading stands twice.
    recurs = page.last_place(alt.text) != alt.place or page.has_image(alt.text)
    if recurs and tells_date(alt.text):
        # The day, over each entry of a live blog.
        return False
    if is_told(alt.text) or (is_told(caption.text) and not recurs) or is_credited(caption):
        return False
    # The alt text may tell the year first: "1993: Ferry at its pier".
    is_same = comparable(alt.text).endswith(comparable(caption.text))
    if alt.text[0].isdigit() and not is_same and (caption.gap or not below.gap):
        return False
    if not is_same and ": " in alt.text[:_LABEL] and ": " in caption.text[:_LABEL]:
        return False
    over = below.below if is_heading(below.text) else below
    if over is None or not is_prose(over.text):
        return False
    if bool(caption.gap) != bool(below.gap) and page.has_credits():
        # Since 2022 the two adjoin: what stands over both is a heading.
        return not caption.gap
    shares = share_word(alt.text, caption.text)
    if over is not below and _is_heading_over_pair(alt.text, caption.text, below.text, shares):
        return False
    is_pair = over is below and _are_long(alt.text, caption.text) and not is_german_alone(page, caption.text)
    if is_pair and not page.blocks[-1].text.endswith(":"):
        # Below a colon, lines without bullets are a list.
        return True
    if page.last_kind is Kind.HEADING and caption.gap and not shares and not has_alts(page):
        return False
    if page.last_kind is Kind.TEASER or is_same or recurs:
        return True
    if page.is_dated_above:
        return not caption.gap and below.gap > 0
    if shares:
        return True
    if is_german_alone(page, caption.text):
        return False
    if not has_alts(page):
        return False
    last = last_of_images(page, Kind.IMAGE)
    return last is not None and credit_at(last.text) < 0


def _is_described(page: Page, alt: str, caption: str) -> bool:
    """Whether `alt`, too long for a title, is an agency's description of the picture that `caption` names.

    It tells the day, and both stand in Latin letters amid a story in another script.
    """
    return is_in_latin_alone(page, caption) and is_latin(alt) and bool(find_dates(alt))


_LABEL: Final = 24
"""Characters of a label before its value: rows of a table, "Project size: 12 districts"."""


def _is_heading_over_pair(first: str, second: str, third: str, shares: bool) -> bool:
    """Whether, of three titles over a paragraph, the first is the heading; `shares`: a word with the second.

    The others share a word, or are longer. Where all three do, the first is it if it is spoken language, with "of" and
    "her", and the second, a string of names, is not.
    """
    if shares:
        return bool(languages(first)) and not languages(second) and share_word(second, third)
    return share_word(second, third) or first.count(" ") < _FEWEST_OF_PAIR <= min(second.count(" "), third.count(" "))


def _are_long(alt: str, caption: str) -> bool:
    """Whether two titles over a paragraph are too long for headings, of which no two stand over one another."""
    least = _FEWEST_OF_ALT if caption.count(" ") >= LONG else FEWEST_OF_LEAD
    return alt.count(" ") >= least and caption.count(" ") >= FEWEST_OF_LEAD


_FEWEST_OF_ALT: Final = 2
_FEWEST_OF_PAIR: Final = 6
"""Blanks in an alt text and in a caption; a heading has mostly fewer."""
