"""Images in a text dump: captions, alt texts, credits, infographics."""

from __future__ import annotations

import re
from typing import Final

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.credits import credit_at, credit_mark, may_be_credit, names_picture
from koreanews.cleaner.dates import find_dates
from koreanews.cleaner.phrases import AGENCIES
from koreanews.cleaner.text.bylines import signature_at
from koreanews.cleaner.text.captions import (
    is_caption_below,
    is_caption_of_name,
    is_heading_over_text,
    mark_of_caption,
)
from koreanews.cleaner.text.lines import QUOTES, Line
from koreanews.cleaner.text.marked import sort_credited, sort_credited_caption, sort_over_credit
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import ends_sentence, is_prose, is_title
from koreanews.cleaner.text.tail import starts_tail
from koreanews.cleaner.titles import comparable


def sort_image(page: Page) -> bool:
    """Sorts the next lines if they are an image of the story: True if they were.

    "caption (credit)"; "alt (credit)" with the caption below; "captionImage: credit"; a caption with
    "Image: credit" on the next line; "Infografik ..." (the alt text of a graphic).
    """
    line = page.line
    assert line is not None
    text, below = line.text, line.below
    if text[-1] == ")":
        if signature_at(text) > 0 or _tells_agencies(line):
            return False
        if not _ends_credit(text) and _sort_bracketed(page, line):
            return True
    if line.opening and line.opening[1] == "image_caption" and len(text) < 500:
        page.take(Kind.IMAGE_CAPTION, text[len(line.opening[0]) :].strip(), page.new_item())
        return True
    if (text.endswith(_GRAPHIC) or (line.opening and line.opening[1] == "infographic")) and is_title(text):
        item = page.new_item()
        page.take(Kind.INFOGRAPHIC, item=item)
        if below and below.gap < 2 and below.opening and below.opening[1] == "image_credit":
            sort_credited_caption(page, item)
        return True
    if mark := credit_mark(text):
        sort_credited(page, line, mark)
        return True
    if " | " in text and line.is_plain and is_title(text, 15, 120) and not find_dates(text):
        item = page.new_item()
        page.take(Kind.IMAGE, item=item)
        if not (sort_credited_caption(page, item) or _sort_caption_and_credit(page, item)):
            _sort_caption_below(page, item, text)
        return True
    if line.is_plain and is_title(text, 15, 120) and names_picture(text):
        item = page.new_item()
        page.take(Kind.IMAGE, item=item)
        if _sort_caption_and_credit(page, item):
            return True
        if below and below.gap < 2 and below.is_plain and is_caption_of_name(text, below):
            page.take(Kind.IMAGE_CAPTION, item=item)
        elif not sort_credited_caption(page, item):
            _sort_caption_below(page, item, text)
        return True
    if below and below.text[-1] == ")" and _says_again(line, below):
        item = page.new_item()
        page.take(Kind.IMAGE, item=item)
        page.take(Kind.IMAGE_CAPTION, item=item)
        return True
    return sort_over_credit(page, line)


def _says_again(line: Line, below: Line) -> bool:
    """Whether a line is an alt text that the caption below it says again, with its credit in brackets behind it."""
    if line.gap > 1 or below.gap > 1 or not line.is_plain or not is_title(line.text, 15, 120):
        return False
    place = credit_at(below.text)
    return place > 0 and comparable(below.text[:place].rstrip()) == comparable(line.text)


def _sort_caption_and_credit(page: Page, item: int) -> bool:
    """Sorts the next lines, if they are a caption and, on a line of its own, its credit; True if they were."""
    line = page.line
    if line is None or line.gap > 1 or line.is_paragraph or mark_of_caption(line) is None:
        return False
    page.take(Kind.IMAGE_CAPTION, item=item)
    return sort_credited_caption(page, item)


def _sort_bracketed(page: Page, line: Line) -> bool:
    """Sorts an image whose credit stands in brackets behind its caption or alt text."""
    text = line.text
    if (credit := credit_at(text)) >= 0:
        item = page.new_item()
        page.take(Kind.IMAGE, item=item)
        if not (_is_of(page, text[credit + 1 : -1]) and sort_credited_caption(page, item)):
            _sort_caption_below(page, item, text[:credit])
        return True
    if (opened := _open_bracket(line)) > 0:
        item = page.new_item()
        page.take_two(Kind.IMAGE_CAPTION, opened, Kind.IMAGE_CREDIT, rest_text=text[opened + 1 : -1].strip(), item=item)
        _sort_caption_below(page, item, text[:opened])
        return True
    return False


def _ends_credit(text: str) -> bool:
    """Whether the bracket that `text` ends with is part of a credit behind its mark: "Image: AFP (Korea Pool)"."""
    mark = credit_mark(text)
    return mark is not None and mark[1] < text.rfind("(")


def _sort_caption_below(page: Page, item: int, alt: str) -> None:
    """Sorts the next line, if it is the caption of the image with this alt text."""
    if is_caption_below(page, alt):
        page.take(Kind.IMAGE_CAPTION, item=item)


def _tells_agencies(line: Line) -> bool:
    """Whether a line is a paragraph with the agencies behind it that it is from: of several sentences, or the last."""
    before, _, agencies = line.text[:-1].rpartition("(")
    is_last = line.below is None or starts_tail(line.below)
    if not ends_sentence(before.rstrip() or "-") or not (is_last or _NEXT_SENTENCE.search(before)):
        return False
    return all(name in AGENCIES for name in agencies.split(", "))


def _is_of(page: Page, credit: str) -> bool:
    """Whether the next line can be the caption of an image with this credit: right below it, or of no other credit."""
    line = page.line
    mark = credit_mark(line.text) if line else None
    if line is None or not line.gap or mark is None or not mark[0]:
        return True
    return comparable(line.text[mark[1] :]) == comparable(credit)


_NEXT_SENTENCE: Final = re.compile(r"[a-zäöüß]{3}[.!?][\"”“']? [A-ZÄÖÜ\"“„']")


_GRAPHIC: Final = (" ENG", " EN", " DEU", " ENG GIF", " infographic", " Infografik")
"""How DW's own names of graphics end, which stand as alt texts: the language of the graphic."""


def _open_bracket(line: Line) -> int:
    """Where the bracket opens that must hold a credit, though its words are not known as one; 0 where none must.

    The line is no sentence, text follows it (below a heading, perhaps), and the bracket holds one to five names, not
    the initials of the words before it; or the next line says again what stands before the bracket.
    """
    text, below = line.text, line.below
    if below is None or len(text) > 300:
        return 0
    opened = text.rfind("(")
    if opened < 2 or ")" in text[opened:-1]:
        return 0
    before, inside = text[:opened].rstrip(), text[opened + 1 : -1]
    if comparable(below.text[:300]) == comparable(before):
        return opened
    if not is_title(before) or below.text[0] in QUOTES:
        return 0
    if not is_prose(below.text) and (below.text[-1] == ")" or not is_heading_over_text(below)):
        # Of titles that end in brackets more may follow.
        return 0
    return opened if may_be_credit(inside, before) else 0
