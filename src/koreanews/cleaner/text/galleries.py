"""Photo galleries in the middle of a text dump, with bullets or without any markup (formats.md)."""

from __future__ import annotations

from collections import Counter
from typing import Final

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.credits import credit_at
from koreanews.cleaner.text.bylines import is_signature
from koreanews.cleaner.text.datelines import tells_date
from koreanews.cleaner.text.lines import BULLETS, Line
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.parted import is_parted
from koreanews.cleaner.text.shapes import ends_sentence, is_number_of_images, is_prose, is_title, is_year
from koreanews.cleaner.text.signing import names_author
from koreanews.cleaner.text.tail import starts_tail

_BULLETS_AND_BLANKS: Final = BULLETS + " "
_IMAGE, _GALLERY, _TITLE, _TEXT = Kind.SLIDE_IMAGE, Kind.SLIDE_GALLERY, Kind.SLIDE_TITLE, Kind.SLIDE_TEXT
_INDENT: Final = 4
"""A slide's lines stand this far in; a bullet of the story has none below it."""


def sort_bulleted_gallery(page: Page) -> bool:
    """Sorts a run of slides, each a bullet (the picture's alt text) over indented lines; True if there is one."""
    slides = _bulleted_slides(page)
    if not slides:
        return False
    firsts = Counter(lines[0].text for lines in slides if lines)
    for lines in slides:
        item = page.new_item()
        assert page.line is not None
        page.take(_IMAGE, page.line.text.lstrip(_BULLETS_AND_BLANKS), item)
        for kind in _kinds_of_slide(lines, bool(lines) and firsts[lines[0].text] > 1, len(slides) > 1):
            page.take(kind, item=item)
    return True


def sort_bare_slide(page: Page) -> bool:
    """Sorts the next slide of a gallery without markup; True if there is one.

    Two blank lines, a title, one blank line, one paragraph; or, without a title, three blank lines and the
    paragraph, then only beside another slide. The text resumes after the paragraph with nothing to mark it.
    """
    line = page.line
    assert line is not None
    if line.gap < 2 or not line.is_plain or (page.last_kind is Kind.PARAGRAPH and is_parted(page)):
        return False
    if _is_titled_slide(line) and (page.last_kind is _TEXT or _has_another(line)):
        item = page.new_item()
        page.take(_TITLE, item=item)
        page.take(_TEXT, item=item)
        _sort_author(page)
        return True
    if page.last_kind is _TEXT and _is_cut_slide(line):
        page.take(_TITLE, item=page.new_item())
        return True
    if _is_untitled_slide(line) and (page.last_kind is _TEXT or _begins_gallery(line)):
        page.take(_TEXT, item=page.new_item())
        return True
    return False


def sort_titled_gallery(page: Page) -> bool:
    """Sorts the next lines if they are a slide under its gallery's title, or a gallery shown by its title alone."""
    return _sort_named_slide(page) or _sort_linked_gallery(page)


def _sort_named_slide(page: Page) -> bool:
    """Sorts the next slide of a gallery whose title stands again over each of them; True if there is one.

    The gallery's title, the slide's, one paragraph, in a dump without bullets and whatever the blank lines.
    """
    gallery = page.line
    title = gallery.below if gallery else None
    text = title.below if title else None
    if gallery is None or title is None or text is None or not (title.is_plain and text.is_plain):
        return False
    if not is_title(gallery.text) or not _can_be_title(title.text) or not is_prose(text.text):
        return False
    if gallery.text == title.text:
        # An alt text that its caption says again.
        return False
    named = page.blocks[-3].text if page.last_kind is _TEXT and len(page.blocks) > 2 else ""
    if gallery.text != named and (text.below is None or text.below.text != gallery.text):
        # Two pictures of a story may have the same alt text; slides follow upon each other.
        return False
    if tells_date(gallery.text):
        # Over each of a live blog's entries stands the day.
        return False
    item = page.new_item()
    for kind in (_GALLERY, _TITLE, _TEXT):
        page.take(kind, item=item)
    _sort_author(page)
    return True


def _sort_linked_gallery(page: Page) -> bool:
    """Sorts a gallery with a page of its own, as stories show one since 2022; True if there is one.

    Perhaps an image's alt text, the gallery's title, and how many images it has: "6 images".
    """
    first = page.line
    second = first.below if first else None
    if first is None or second is None or not is_title(first.text):
        return False
    if is_number_of_images(second.text):
        kinds: tuple[Kind, ...] = (_GALLERY,)
    elif second.below and is_number_of_images(second.below.text) and second.is_plain and is_title(second.text):
        kinds = (_IMAGE, _GALLERY)
    else:
        return False
    item = page.new_item()
    for kind in kinds:
        page.take(kind, item=item)
    page.take(Kind.NAVIGATION)
    return True


def _has_another(title: Line) -> bool:
    """Whether another slide stands anywhere below this one: a heading with more blank lines above it stands alone."""
    line = title.below and title.below.below
    for _ in range(_FURTHEST_SLIDE):
        if line is None:
            return False
        if _is_slide(line):
            return True
        line = line.below
    return False


_FURTHEST_SLIDE: Final = 40


def _bulleted_slides(page: Page) -> list[list[Line]]:
    """The indented lines of each slide from the next line on; none where the bullet is the story's own.

    On a page that stops short the last slide may have none.
    """
    slides: list[list[Line]] = []
    bullet = page.line
    while bullet and bullet.text[0] in BULLETS:
        indented = _lines_of_slide(bullet)
        is_cut = bullet.below is None and (bool(slides) or credit_at(bullet.text) >= 0)
        if not indented and not is_cut:
            break
        slides.append(indented)
        bullet = indented[-1].below if indented else None
    return slides


def _lines_of_slide(bullet: Line) -> list[Line]:
    """The lines below a bullet that are its slide's: indented further, with no bullet of their own."""
    indent = max(_INDENT, bullet.indent + 1)
    indented = []
    line = bullet.below
    while line and _is_indented(line, indent) and line.gap <= 2 and line.text[0] not in BULLETS:
        indented.append(line)
        line = line.below
    return indented


def _is_indented(line: Line, indent: int) -> bool:
    """Whether a line stands `indent` blanks in, or as deep by tabs."""
    before = line.raw[:indent]
    return before.isspace() or ("\t" in before and before.expandtabs(_INDENT)[:indent].isspace())


def _kinds_of_slide(lines: list[Line], first_recurs: bool, has_others: bool) -> list[Kind]:
    """The kinds of a slide's indented lines: the gallery's title (the same each time), the slide's title, its text."""
    kinds = []
    rest = list(lines)
    if (
        first_recurs
        or (len(rest) > 2 and _can_be_title(rest[1].text))
        or (len(rest) == 1 and has_others and is_title(rest[0].text))
    ):
        kinds.append(_GALLERY)
        del rest[0]
    if rest and _can_be_title(rest[0].text) and (len(rest) > 1 or not ends_sentence(rest[0].text)):
        kinds.append(_TITLE)
        del rest[0]
    if len(rest) > 1 and names_author(rest[-1].text):
        return kinds + [_TEXT] * (len(rest) - 1) + [Kind.DATA_BOX]
    return kinds + [_TEXT] * len(rest)


def _sort_author(page: Page) -> None:
    """Sorts the gallery's author below its last slide, where the story goes on; else it is the page's author too."""
    line = page.line
    below = line.below if line else None
    if line and below and not starts_tail(below) and names_author(line.text):
        page.take(Kind.DATA_BOX, item=page.blocks[-1].item)


def _is_slide(line: Line | None) -> bool:
    return _is_titled_slide(line) or _is_untitled_slide(line) or _is_cut_slide(line)


def _is_titled_slide(title: Line | None) -> bool:
    """Whether a line is the title of a slide, with the slide's text right below it, where a page may stop short."""
    text = title.below if title else None
    return (
        title is not None
        and text is not None
        and title.gap >= 2
        and text.gap == 1
        and title.is_plain
        and text.is_plain
        and _can_be_title(title.text)
        and not _is_untitled_slide(title)
        and (is_prose(text.text) or text.below is None)
        and not is_signature(title.text)
        and not is_signature(text.text)
        and credit_at(title.text) < 0
        and credit_at(text.text) < 0
    )


def _is_cut_slide(title: Line | None) -> bool:
    """Whether a page stops short at `title`, a slide's."""
    if title is None or title.below is not None or title.gap < 2 or not title.is_plain:
        return False
    return _can_be_title(title.text) and not is_signature(title.text)


def _is_untitled_slide(line: Line | None) -> bool:
    return line is not None and line.gap >= 3 and line.is_plain and is_prose(line.text) and not is_signature(line.text)


def _begins_gallery(slide: Line) -> bool:
    """Whether a slide without a title is a gallery's first: one with a title, or parted as slides are, stands below."""
    below = slide.below
    return _is_slide(below) and (slide.gap == _GAP_OF_SLIDE or not _is_untitled_slide(below))


_GAP_OF_SLIDE: Final = 3
"""Blank lines above a slide without a title; where there are more, paragraphs may stand so far apart."""


def _can_be_title(text: str) -> bool:
    """Whether `text` can name a slide: as a heading, with an ellipsis at its end, or a figure ("1953", "8:49")."""
    if text[0].isdigit() and _is_figure(text):
        return True
    return is_title(text.rstrip(".… ") or text if text.endswith(("...", "…")) else text, 20, 150)


def _is_figure(text: str) -> bool:
    """Whether `text`, which begins with a digit, is a number, a time, a year or years."""
    return is_year(text) or (len(text) <= _LONGEST_FIGURE and text[-1] not in ".,:;)")


_LONGEST_FIGURE: Final = 8
