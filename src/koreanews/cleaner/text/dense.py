"""Galleries in a dump without blank lines: a page of nothing but slides, title upon text; and those within a story."""

from __future__ import annotations

import re
from string import digits
from typing import Final

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.credits import credit_mark
from koreanews.cleaner.text.captions import starts_credit
from koreanews.cleaner.text.lines import Line
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import ends_sentence, is_address, is_heading, is_prose, is_sentences
from koreanews.cleaner.text.tail import starts_tail


def sort_dense_gallery(page: Page) -> bool:
    """Sorts all that stands right below the headline if it is slides, each a title over one paragraph; True if so.

    A story begins with its teaser or a paragraph, and has more than one below most headings.
    """
    line = page.line
    if page.last_kind is not Kind.HEADLINE or line is None or not _are_slides(line):
        return False
    kind, item = Kind.SLIDE_TITLE, 0
    while line is not None and not starts_tail(line):
        item = page.new_item() if kind is Kind.SLIDE_TITLE else item
        page.take(kind, item=item)
        kind = Kind.SLIDE_TEXT if kind is Kind.SLIDE_TITLE else Kind.SLIDE_TITLE
        line = page.line
    return True


def _are_slides(first: Line) -> bool:
    """Whether titles and paragraphs take turns from a line down to what stands below a story; the last may be cut."""
    count = 0
    title: Line | None = first
    while title is not None and not starts_tail(title):
        if title.gap or not title.is_plain or not is_heading(title.text):
            return False
        if is_address(title.text) or credit_mark(title.text):
            # Of the head of a story: the permalink, the lead image.
            return False
        text = title.below
        if text is not None and not starts_tail(text):
            if text.gap or not text.is_plain or not (is_prose(text.text) or text.below is None):
                return False
            count += 1
        title = text.below if text is not None else None
    return count >= _FEWEST_SLIDES


_FEWEST_SLIDES: Final = 3


def sort_credited_slides(page: Page) -> bool:
    """Sorts the next slides of a gallery within a story, each a title, a text and "Image: credit"; True if there are.

    As amp pages have them. An image's caption, between its alt text and such a credit, is no sentence or but one, and
    three images hardly stand one right below another. The page may be cut off within the last slide.
    """
    line = page.line
    if line is None or not _has_credited_slides(line):
        return False
    while line is not None and (_credited_slide(line) or _is_cut_slide(line)):
        item = page.new_item()
        page.take(Kind.SLIDE_TITLE, item=item)
        page.take(Kind.SLIDE_TEXT, item=item)
        credit = page.line
        if credit is not None and starts_credit(credit):
            mark = credit_mark(credit.text)
            page.take(Kind.SLIDE_IMAGE, f"({credit.text[mark[1] :]})" if mark else None, item=item)
        line = page.line
    return True


def _has_credited_slides(first: Line) -> bool:
    """Whether enough slides stand one right below another, or all there are where the page stops, of sentences each."""
    line: Line | None = first
    tell = True
    for number in range(_FEWEST_SLIDES):
        if line is None or not (last := _credited_slide(line)):
            return tell and (line is None or (number > 1 and _is_cut_slide(line)))
        tell = tell and line.below is not None and is_sentences(line.below.text)
        line = last.below
    return True


def _credited_slide(title: Line) -> Line | None:
    """The line with the credit of the slide that begins with `title`; None where none does."""
    text = title.below
    credit = text.below if text else None
    if text is None or credit is None or text.gap or credit.gap or not (title.is_plain and text.is_plain):
        return None
    return credit if starts_credit(credit) and is_heading(title.text) and is_prose(text.text) else None


def _is_cut_slide(title: Line) -> bool:
    """Whether a slide begins with `title` that the page is cut off in, amid a sentence."""
    text = title.below
    if text is None or text.below is not None or title.gap or text.gap:
        return False
    return title.is_plain and text.is_plain and is_heading(title.text) and not ends_sentence(text.text)


def sort_slide_behind_credit(page: Page) -> bool:
    """Sorts the next line if it is a slide of a Chinese amp page: credit and text, glued together; True if it is."""
    line = page.line
    if line is None or not (end := _end_of_glued_credit(line)):
        return False
    assert line.opening is not None
    item = page.new_item()
    credit = line.text[len(line.opening[0]) : end].strip()
    page.take_two(Kind.SLIDE_IMAGE, end, Kind.SLIDE_TEXT, text=f"({credit})", item=item)
    return True


def _end_of_glued_credit(line: Line) -> int:
    """Where, in "Image: credit" with Chinese text glued to it, the credit in Latin letters ends; 0 elsewhere."""
    if line.text.isascii() or not starts_credit(line):
        return 0
    assert line.opening is not None
    start = len(line.opening[0])
    sign = _SIGN.search(line.text, start)
    # The text may begin with a year: "AP1975年".
    credit = line.text[start : sign.start()].rstrip(digits) if sign else ""
    if not credit.strip() or max(credit) > _LAST_LATIN or len(line.text) - start - len(credit) < _LEAST_SIGNS:
        return 0
    return start + len(credit)


_SIGN: Final = re.compile(r"[一-鿿“《]")
_LAST_LATIN: Final = "\u024f"
_LEAST_SIGNS: Final = 20
"""Of a slide's text; no credit has so many."""
