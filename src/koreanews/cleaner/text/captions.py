"""Captions that stand on a line of their own, told from the story going on below an image."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from koreanews.cleaner.blocks import Block, Kind
from koreanews.cleaner.credits import credit_at, credit_mark
from koreanews.cleaner.phrases import ABOUT_PICTURE, FUNCTION_WORDS, INTERVIEWER
from koreanews.cleaner.text.datelines import stands_as_dateline
from koreanews.cleaner.text.entries import is_entry
from koreanews.cleaner.text.lines import QUOTES, Line
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import ends_sentence, is_heading, is_prose, is_sentences, is_title
from koreanews.cleaner.text.spoken import is_german_alone, languages, may_be_german
from koreanews.cleaner.titles import comparable


def is_caption_below(page: Page, alt: str) -> bool:
    """Whether the next line is the caption of the image whose alt text is `alt`, not the story going on.

    A caption is one short sentence, mostly without a full stop, about what the alt text names; a heading is shorter
    and names something else; a paragraph is longer.
    """
    line = page.line
    if line is None or line.gap > 1 or not line.is_plain or line.text.count(" ") > 35 or page.at == page.headline_at:
        return False
    if page.is_section(line.text) or is_asked(line.text) or (page.live and is_entry(line.text)):
        return False
    if page.headline_at is not None and page.at < page.headline_at:
        return True
    below = line.below
    if below is None or is_credited(line) or stands_as_dateline(line):
        return False
    if comparable(line.text) == comparable(alt.rstrip()):
        return True
    if not is_title(line.text, most_words=36, most_characters=300):
        words = _telling_words(line.text)
        return line.text.count(" ") < 20 and len(words & _telling_words(alt)) * 2 >= len(words) > 0
    if line.text.count(" ") >= LONG or len(_SIGN.findall(line.text)) >= _LEAST_SIGNS:
        return True
    if "(" in line.text and not ABOUT_PICTURE.isdisjoint(_BRACKETED.findall(line.text)):
        return True
    if not is_prose(below.text):
        # Of two titles over a paragraph the second is its heading.
        return is_heading_over_text(below)
    # An alt text is a string of names, or German; in the page's language, with "of" and "her", it is the caption.
    spoken, written = languages(alt), languages(line.text)
    is_caption = bool(spoken) and (not written or spoken == written)
    shared = _telling_words(line.text) & _telling_words(alt)
    if len(shared) >= _FULL_NAME:
        return True
    shares = bool(shared)
    above = {block.kind for block in page.blocks[-_HEAD:]}
    if Kind.PARAGRAPH in above or above.isdisjoint(_OF_HEAD):
        return (shares or bool(has_alts(page))) and not is_caption
    # Between the head and the first paragraph stands no heading, and no long one by any means.
    if shares or not is_caption or line.text.count(" ") >= FEWEST_OF_LEAD:
        return True
    return is_german_alone(page, alt) or may_be_german(page, alt)


_BRACKETED: Final = re.compile(r"\(([^()]{1,20})\)")
LONG: Final = 7
"""Blanks in a title that is too long for a heading."""
FEWEST_OF_LEAD: Final = 5
"""Blanks in the caption of a lead image whose alt text might be a caption itself."""


def is_heading_over_text(line: Line) -> bool:
    """Whether a line below an image is the heading of the text that goes on below it."""
    below = line.below
    if below is None or line.gap > 1 or not line.is_plain or is_credited(line):
        return False
    return is_heading(line.text) and is_prose(below.text)


def is_caption_of_name(name: str, below: Line) -> bool:
    """Whether the line below DW's own name of a picture is the caption; "default" says nothing that it could share."""
    if is_title(below.text):
        return bool(words_of(name) & words_of(below.text))
    return name == "default" and below.text.count(" ") < 20 and not is_sentences(below.text) and below.below is not None


def has_alts(page: Page) -> bool | None:
    """Whether the last image above has its alt text over its caption; None where no image was sorted yet.

    Images of one page are written alike. The image that the last block begins does not count.
    """
    begun = page.blocks[-1].item if page.blocks else 0
    item, kinds = 0, set()
    for block in reversed(page.images()):
        if block.item == begun:
            continue
        if item not in (0, block.item):
            break
        item = block.item
        kinds.add(block.kind)
    return {Kind.IMAGE, Kind.IMAGE_CAPTION} <= kinds if item else None


def last_of_images(page: Page, kind: Kind) -> Block | None:
    """The last block of a kind among those of the last few images: images of one page are written alike."""
    return next((block for block in islice(reversed(page.images()), _NEAR) if block.kind is kind), None)


_NEAR: Final = 12


def is_credited(line: Line) -> bool:
    """Whether a line is an image's caption or alt text: its credit stands behind it, or in the line right below it."""
    if credit_at(line.text) >= 0 or credit_mark(line.text):
        return True
    below = line.below
    return below is not None and not below.gap and credit_mark(below.text) is not None


def starts_credit(line: Line) -> bool:
    """Whether a line begins with the mark of an image's credit: "Image:"."""
    return line.opening is not None and line.opening[1] == "image_credit"


def mark_of_caption(caption: Line) -> tuple[int, int] | None:
    """As `credit_mark`, for a caption whose "Image: credit" stands on a line of its own below it.

    A blank line stands above the credit only where one stands above the caption, too.
    """
    below = caption.below
    if below is None or below.gap > 1 or not caption.is_plain:
        return None
    if below.gap and not (caption.gap and starts_credit(below)):
        return None
    mark = credit_mark(below.text)
    return (len(caption.text), 0) if mark and not mark[0] else None


def words_of(text: str) -> frozenset[str]:
    """The words of `text` of four letters or more."""
    return frozenset(_WORD.findall(text))


_WORD: Final = re.compile(r"\w{4,}")
_SIGN: Final = re.compile(r"[一-鿿]")
_LEAST_SIGNS: Final = 16
"""Of Chinese, in a caption; a heading has fewer."""
_FULL_NAME: Final = 2
"""Words that alt text and caption share where both name the same person."""
_HEAD: Final = 8
"""Blocks among which the head of a page is looked for."""
_OF_HEAD: Final = (Kind.HEADLINE, Kind.TEASER, Kind.TITLE_LINE, Kind.SECTION_LABEL)


def share_word(one: str, other: str) -> bool:
    """Whether two lines have a word in common that tells something."""
    return not _telling_words(one).isdisjoint(_telling_words(other))


def _telling_words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)} - _COMMON


def is_told(text: str) -> bool:
    """Whether `text` is somebody's words, an aside in brackets, or ends as a sentence does: the story's, no caption."""
    return text[0] in _OF_SPEECH or ends_sentence(text) or is_asked(text)


_OF_SPEECH: Final = f"{QUOTES}([-–—"


def is_asked(text: str) -> bool:
    """Whether `text` is said or asked in an interview, or asks, quotes or trails off as a heading does: no caption."""
    if text[-1] in "?…" or text.endswith("...") or text.startswith(INTERVIEWER):
        return True
    return text[0] in QUOTES and text[-1] in _ENDS_OF_QUOTES


_ENDS_OF_QUOTES: Final = "\"'“”‘’"


_COMMON: Final = frozenset().union(*FUNCTION_WORDS.values())
"""Words that say nothing of what a picture shows."""
