"""Captions that stand on a line of their own, told from the story going on below an image."""

from __future__ import annotations

import re

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.credits import credit_at, credit_mark
from koreanews.cleaner.phrases import FUNCTION_WORDS, INTERVIEWER
from koreanews.cleaner.text.datelines import stands_as_dateline
from koreanews.cleaner.text.entries import is_entry
from koreanews.cleaner.text.lines import QUOTES, Line
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import ends_sentence, is_heading, is_prose, is_sentences, is_title
from koreanews.cleaner.text.spoken import is_german_alone, languages
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
    if line.text.count(" ") >= 7 or len(_SIGN.findall(line.text)) >= _LEAST_SIGNS:
        return True
    if not is_prose(below.text):
        # Of two titles over a paragraph the second is its heading.
        over = below.below
        is_second = below.is_plain and below.gap < 2 and is_heading(below.text) and not is_credited(below)
        return is_second and over is not None and is_prose(over.text)
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
    # Between the head and the first paragraph stands no heading.
    return shares or not is_caption


def is_caption_of_name(name: str, below: Line) -> bool:
    """Whether the line below DW's own name of a picture is the caption; "default" says nothing that it could share."""
    if is_title(below.text):
        return bool(words_of(name) & words_of(below.text))
    return name == "default" and below.text.count(" ") < 20 and not is_sentences(below.text) and below.below is not None


def are_alt_and_caption(page: Page, alt: Line) -> bool:
    """Whether a line of the story and the next are an image that has no credit: alt text, and caption below.

    They are titles, and say the same, or share a word that tells something; no heading stands over a heading that
    does. Two titles right below the teaser are one too, any two once there was one, and, since 2022, any two with no
    blank line between. What stands twice, word for word, may ask or quote.
    """
    caption = alt.below
    below = caption.below if caption else None
    if caption is not None and caption.text == alt.text and alt.gap == 1 and caption.gap < 2 and is_title(alt.text):
        return caption.is_plain
    # Below most lines that are no prose stands a paragraph.
    if caption is None or below is None or caption.is_paragraph or not (caption.is_plain and below.is_plain):
        return False
    if alt.gap != 1 or caption.gap > 1 or not is_title(alt.text) or not is_title(caption.text):
        return False
    # No heading stands twice.
    recurs = page.last_place(alt.text) != alt.place or page.has_image(alt.text)
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
    shares = _share_word(alt.text, caption.text)
    if over is not below and _is_heading_over_pair(alt.text, caption.text, below.text, shares):
        return False
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
    last = next(block for block in reversed(page.images()) if block.kind is Kind.IMAGE)
    return credit_at(last.text) < 0


_LABEL = 24
"""Characters of a label before its value: rows of a table, "Project size: 12 districts"."""


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
    """As `credit_mark`, for a caption whose "Image: credit" stands on the line right below it."""
    below = caption.below
    mark = credit_mark(below.text) if below and not below.gap and caption.is_plain else None
    return (len(caption.text), 0) if mark and not mark[0] else None


def words_of(text: str) -> frozenset[str]:
    """The words of `text` of four letters or more."""
    return frozenset(_WORD.findall(text))


_WORD = re.compile(r"\w{4,}")
_SIGN = re.compile(r"[一-鿿]")
_LEAST_SIGNS = 16
"""Of Chinese, in a caption; a heading has fewer."""
_FULL_NAME = 2
"""Words that alt text and caption share where both name the same person."""
_HEAD = 8
"""Blocks among which the head of a page is looked for."""
_OF_HEAD = (Kind.HEADLINE, Kind.TEASER, Kind.TITLE_LINE, Kind.SECTION_LABEL)


def _share_word(one: str, other: str) -> bool:
    return not _telling_words(one).isdisjoint(_telling_words(other))


def _is_heading_over_pair(first: str, second: str, third: str, shares: bool) -> bool:
    """Whether, of three titles over a paragraph, the first is the heading; `shares`: a word with the second.

    The others share a word, or are longer. Where all three do, the first is it if it is spoken language, with "of" and
    "her", and the second, a string of names, is not.
    """
    if shares:
        return bool(languages(first)) and not languages(second) and _share_word(second, third)
    return _share_word(second, third) or first.count(" ") < _FEWEST_OF_PAIR <= min(second.count(" "), third.count(" "))


_FEWEST_OF_PAIR = 6
"""Blanks in an alt text and in a caption; a heading has mostly fewer."""


def _telling_words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)} - _COMMON


def is_told(text: str) -> bool:
    """Whether `text` is somebody's words, an aside in brackets, or ends as a sentence does: the story's, no caption."""
    return text[0] in _OF_SPEECH or ends_sentence(text) or is_asked(text)


_OF_SPEECH = f"{QUOTES}([-–—"


def is_asked(text: str) -> bool:
    """Whether `text` is said or asked in an interview, or asks, quotes or trails off as a heading does: no caption."""
    if text[-1] in "?…" or text.endswith("...") or text.startswith(INTERVIEWER):
        return True
    return text[0] in QUOTES and text[-1] in _ENDS_OF_QUOTES


_ENDS_OF_QUOTES = "\"'“”‘’"


_COMMON = frozenset().union(*FUNCTION_WORDS.values())
"""Words that say nothing of what a picture shows."""
