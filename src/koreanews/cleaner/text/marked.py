"""Images in a text dump whose credit stands behind a mark ("Image: AP"), as since 2022: alt text, caption, credit."""

from __future__ import annotations

from typing import Final

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.credits import credit_mark
from koreanews.cleaner.dates import find_dates
from koreanews.cleaner.text.captions import (
    has_alts,
    is_asked,
    is_caption_below,
    last_of_images,
    mark_of_caption,
    share_word,
    words_of,
)
from koreanews.cleaner.text.lines import QUOTES, Line
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import ends_sentence, ends_statement, is_sentences, is_title


def sort_credited(page: Page, line: Line, mark: tuple[int, int]) -> None:
    """Sorts an image whose credit stands behind its `mark`, as `credit_mark` gives it, in the line.

    The line is a caption, or an alt text: over a caption with the same credit, or a bare one, with no blank line
    between; or, before 2013 ("alt text Foto: credit"), over a caption without any.
    """
    item = page.new_item()
    below = line.below
    if below and not below.gap and mark[0] and _is_alt_over(line, below):
        page.take(Kind.IMAGE, item=item)
        sort_credited_caption(page, item)
        return
    is_old_alt = mark[0] > 0 and line.text[mark[0]] == " "
    sort_credited_caption(page, item)
    if is_old_alt and is_caption_below(page, line.text):
        # Its first part was taken for the caption.
        page.blocks[-2].kind = Kind.IMAGE
        page.take(Kind.IMAGE_CAPTION, item=item)


def _is_alt_over(line: Line, below: Line) -> bool:
    mark = credit_mark(below.text)
    return mark is not None and (not mark[0] or (line.gap > 0 and _credit_of(below) == _credit_of(line)))


def _credit_of(line: Line) -> str:
    """The credit behind its mark in a line that has a caption before it; empty where there is none."""
    mark = credit_mark(line.text)
    return line.text[mark[1] :] if mark and mark[0] else ""


def sort_over_credit(page: Page, line: Line) -> bool:
    """Sorts a caption or an alt text that has the credit of its image below it; True if it has."""
    text, below = line.text, line.below
    if below is None or below.gap > 1 or not line.is_plain or len(text) > _LONGEST_ALT:
        return False
    if len(text) > _LONGEST_DENSE_ALT and not line.gap and page.last_kind is not Kind.PERMALINK:
        return False
    mark = credit_mark(below.text)
    if mark and not mark[0]:
        return _sort_caption_over_credit(page, line, below, mark[1])
    mark = mark or mark_of_caption(below)
    below_is_alt = below.gap and below.below and not below.below.gap and _credit_of(below.below)
    if mark is None or below_is_alt or (not line.gap and _is_dense_text(page, text, below.text[: mark[0]])):
        return False
    return _sort_alt_over_caption(page, line, below, mark[0])


def _is_dense_text(page: Page, text: str, caption: str) -> bool:
    """Whether `text`, right above a caption in a dump without blank lines, is a sentence of the story, no alt text.

    The images so far had none; or there was none so far, not even here, under the permalink that closes the head,
    and the two lines have no word in common.
    """
    if not ends_statement(text):
        return is_asked(text)
    known = has_alts(page)
    if known is None and page.last_kind is not Kind.PERMALINK:
        return not share_word(text, caption)
    return known is False


_LONGEST_ALT: Final = 1000
"""Characters; agencies' own descriptions of a picture have several sentences."""
_LONGEST_DENSE_ALT: Final = 400
"""In a dump without blank lines, where a paragraph stands so over the next image's caption, too."""


def stands_over_credit(page: Page, line: Line) -> bool:
    """Whether a line is a caption or an alt text, however long: right below it, with no blank between, is the credit.

    An alt text has "captionImage: credit" there, and is told from a paragraph by where it stands, under the permalink
    or teaser that closes the head, by the images above, or by the day that agencies' own descriptions tell.
    """
    below = line.below
    if below is None or below.gap or not line.gap or ":" not in below.text:
        return False
    mark = credit_mark(below.text)
    if mark is None or not mark[0]:
        return mark is not None
    return page.last_kind in _OVER_LEAD or has_alts(page) is True or bool(find_dates(line.text))


def _sort_alt_over_caption(page: Page, line: Line, below: Line, caption_end: int) -> bool:
    """Sorts an alt text over "captionImage: credit", as since 2022 it stands over most images.

    `caption_end` is the length of the caption. With a blank line between, a heading stands so too: it is shorter,
    and shares no word with the caption; the more so where images have none, or the credit a line of its own; and a
    paragraph of one sentence.
    """
    if below.gap and (ends_sentence(line.text) or line.text[0] in QUOTES):
        return False
    known = False if below.gap and _adjoins(page, Kind.IMAGE) else has_alts(page)
    if below.gap and not (is_title(line.text) and (known or page.last_kind in _OVER_LEAD)):
        shared = words_of(line.text) & words_of(below.text[:caption_end])
        if not is_title(line.text) and line.text.count(" ") > 10:
            return False
        is_apart = caption_end == len(below.text) and below.below is not None and below.below.gap > 0
        if not shared and line.text.count(" ") < (8 if is_apart or known is False else 4):
            return False
    item = page.new_item()
    page.take(Kind.IMAGE, item=item)
    if not credit_mark(below.text):
        page.take(Kind.IMAGE_CAPTION, item=item)
    return sort_credited_caption(page, item)


def _adjoins(page: Page, kind: Kind) -> bool:
    """Whether the last alt text or caption above has the rest of its image right below it, no blank line between."""
    last = last_of_images(page, kind)
    return last is not None and last.raw.count("\n") == 1


_OVER_LEAD: Final = (Kind.TEASER, Kind.PERMALINK)
"""What closes the head: between it and the lead image stands no heading."""


def sort_credited_caption(page: Page, item: int) -> bool:
    """Sorts "captionImage: credit", or "Image: credit" alone, as belonging to the image above it."""
    line = page.line
    if line is None or (mark := credit_mark(line.text)) is None:
        return False
    caption_end, credit_start = mark
    credit = line.text[credit_start:]
    if caption_end:
        page.take_two(Kind.IMAGE_CAPTION, caption_end, Kind.IMAGE_CREDIT, rest_text=credit, item=item)
    else:
        page.take(Kind.IMAGE_CREDIT, credit, item=item)
    return True


_OVER_IMAGES: Final = (Kind.HEADLINE, Kind.TITLE_LINE, Kind.PARAGRAPH)
"""What stands above every image of a page that has a headline, or whose story has begun."""


def _sort_caption_over_credit(page: Page, line: Line, below: Line, credit_start: int) -> bool:
    """Sorts a caption whose "Image: credit" stands on the line below it, the credit at `credit_start` there."""
    text = line.text
    has_two = is_sentences(text)
    if has_two and ends_statement(text) and not any(block.kind in _OVER_IMAGES for block in page.blocks):
        # On a page that begins with its teaser, which stands over the lead image.
        return False
    most = _MOST_OF_TWO_SENTENCES if has_two else _MOST_OF_CAPTION
    if below.gap and (text[-1] == ":" or ((has_two or ends_statement(text)) and text.count(" ") > most)):
        return False
    if below.gap and ends_statement(text) and (text[0] in QUOTES or (has_two and _adjoins(page, Kind.IMAGE_CAPTION))):
        return False
    item = page.new_item()
    page.take(Kind.IMAGE_CAPTION, item=item)
    page.take(Kind.IMAGE_CREDIT, below.text[credit_start:], item=item)
    return True


_MOST_OF_CAPTION: Final = 30
_MOST_OF_TWO_SENTENCES: Final = 16
"""Blanks; a paragraph of two sentences, over a credit whose image has no caption, is longer."""
