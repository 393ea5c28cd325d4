"""Images in a text dump: captions, alt texts, credits, infographics."""

from __future__ import annotations

import re

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.credits import credit_at, credit_mark, may_be_credit, names_picture
from koreanews.cleaner.dates import find_dates
from koreanews.cleaner.phrases import AGENCIES
from koreanews.cleaner.text.bylines import signature_at
from koreanews.cleaner.text.captions import has_alts, is_caption_below, is_caption_of_name, mark_of_caption, words_of
from koreanews.cleaner.text.lines import QUOTES, Line
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import ends_sentence, ends_statement, is_prose, is_sentences, is_title
from koreanews.cleaner.text.tail import starts_tail
from koreanews.cleaner.titles import comparable


def sort_image(page: Page) -> bool:
    """Sorts the next lines if they are an image of the story: True if they were.

    "caption (credit)"; "alt (credit)" with the caption below; "captionImage: credit"; a caption with
    "Image: credit" on the next line; "Infografik ..." (the alt text of a graphic).
    """
    line = page.line
    assert line is not None
    text = line.text
    if text[-1] == ")":
        if signature_at(text) > 0 or _tells_agencies(line):
            return False
        if not _ends_credit(text) and _sort_bracketed(page, line):
            return True
    if line.opening and line.opening[1] == "image_caption" and len(text) < 500:
        page.take(Kind.IMAGE_CAPTION, text[len(line.opening[0]) :].strip(), page.new_item())
        return True
    if (text.endswith(_GRAPHIC) or (line.opening and line.opening[1] == "infographic")) and is_title(text):
        page.take(Kind.INFOGRAPHIC, item=page.new_item())
        return True
    below = line.below
    if mark := credit_mark(text):
        _sort_credited(page, line, mark)
        return True
    if " | " in text and line.is_plain and is_title(text, 15, 120) and not find_dates(text):
        item = page.new_item()
        page.take(Kind.IMAGE, item=item)
        if not _sort_credited_caption(page, item):
            _sort_caption_below(page, item, text)
        return True
    if line.is_plain and is_title(text, 15, 120) and names_picture(text):
        item = page.new_item()
        page.take(Kind.IMAGE, item=item)
        if below and below.gap < 2 and below.is_plain and is_caption_of_name(text, below):
            page.take(Kind.IMAGE_CAPTION, item=item)
        elif not _sort_credited_caption(page, item):
            _sort_caption_below(page, item, text)
        return True
    if below is None or below.gap > 1 or not line.is_plain or len(text) > _LONGEST_ALT:
        return False
    if len(text) > _LONGEST_DENSE_ALT and not line.gap and page.last_kind is not Kind.PERMALINK:
        return False
    mark = credit_mark(below.text)
    if mark and not mark[0]:
        return _sort_caption_over_credit(page, line, below, mark[1])
    mark = mark or mark_of_caption(below)
    below_is_alt = below.gap and below.below and not below.below.gap and _credit_of(below.below)
    if mark is None or below_is_alt or (not line.gap and ends_statement(text) and has_alts(page) is False):
        return False  # In the last case a paragraph of a dump without blank lines, whose images have no alt texts.
    return _sort_alt_over_caption(page, line, below, mark[0])


_LONGEST_ALT = 1000
"""Characters; agencies' own descriptions of a picture have several sentences."""
_LONGEST_DENSE_ALT = 400
"""In a dump without blank lines, where a paragraph stands so over the next image's caption, too."""


def _sort_credited(page: Page, line: Line, mark: tuple[int, int]) -> None:
    """Sorts an image whose credit stands behind its `mark`, as `credit_mark` gives it, in the line.

    The line is a caption, or an alt text: over a caption with the same credit, or a bare one, with no blank line
    between; or, before 2013 ("alt text Foto: credit"), over a caption without any.
    """
    item = page.new_item()
    below = line.below
    if below and not below.gap and mark[0] and _is_alt_over(line, below):
        page.take(Kind.IMAGE, item=item)
        _sort_credited_caption(page, item)
        return
    is_old_alt = mark[0] > 0 and line.text[mark[0]] == " "
    _sort_credited_caption(page, item)
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


def _sort_bracketed(page: Page, line: Line) -> bool:
    """Sorts an image whose credit stands in brackets behind its caption or alt text."""
    text = line.text
    if (credit := credit_at(text)) >= 0:
        item = page.new_item()
        page.take(Kind.IMAGE, item=item)
        if not (_is_of(page, text[credit + 1 : -1]) and _sort_credited_caption(page, item)):
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


_NEXT_SENTENCE = re.compile(r"[a-zäöüß]{3}[.!?][\"”“']? [A-ZÄÖÜ\"“„']")


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
    return page.last_kind in (Kind.PERMALINK, Kind.TEASER) or has_alts(page) is True or bool(find_dates(line.text))


_GRAPHIC = (" ENG", " EN", " DEU", " ENG GIF", " infographic", " Infografik")
"""How DW's own names of graphics end, which stand as alt texts: the language of the graphic."""


def _open_bracket(line: Line) -> int:
    """Where the bracket opens that must hold a credit, though its words are not known as one; 0 where none must.

    The line is no sentence, something follows it, and the bracket holds one to five names, not the initials of the
    words before it; or the next line says again what stands before the bracket.
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
    if not is_title(before) or not is_prose(below.text) or below.text[0] in QUOTES:
        return 0
    if not may_be_credit(inside, before):
        return 0
    return opened


def _sort_alt_over_caption(page: Page, line: Line, below: Line, caption_end: int) -> bool:
    """Sorts an alt text over "captionImage: credit", as since 2022 it stands over most images.

    `caption_end` is the length of the caption. With a blank line between, a heading stands so too: it is shorter,
    and shares no word with the caption; the more so on a page whose images have none; and a paragraph of one sentence.
    """
    if below.gap and (ends_sentence(line.text) or line.text[0] in QUOTES):
        return False
    if below.gap:
        shared = words_of(line.text) & words_of(below.text[:caption_end])
        if not is_title(line.text) and line.text.count(" ") > 10:
            return False
        if not shared and line.text.count(" ") < (8 if has_alts(page) is False else 4):
            return False
    item = page.new_item()
    page.take(Kind.IMAGE, item=item)
    if not credit_mark(below.text):
        page.take(Kind.IMAGE_CAPTION, item=item)
    return _sort_credited_caption(page, item)


def _sort_credited_caption(page: Page, item: int) -> bool:
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


_OVER_IMAGES = (Kind.HEADLINE, Kind.TITLE_LINE, Kind.PARAGRAPH)
"""What stands above every image of a page that has a headline, or whose story has begun."""


def _sort_caption_over_credit(page: Page, line: Line, below: Line, credit_start: int) -> bool:
    """Sorts a caption whose "Image: credit" stands on the line below it, the credit at `credit_start` there."""
    text = line.text
    if is_sentences(text) and ends_statement(text) and not any(block.kind in _OVER_IMAGES for block in page.blocks):
        # On a page that begins with its teaser, which stands over the lead image.
        return False
    if below.gap and (text[-1] == ":" or is_sentences(text) or (ends_statement(text) and text.count(" ") > 30)):
        return False
    item = page.new_item()
    page.take(Kind.IMAGE_CAPTION, item=item)
    page.take(Kind.IMAGE_CREDIT, below.text[credit_start:], item=item)
    return True
