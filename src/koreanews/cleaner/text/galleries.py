"""Photo galleries in the middle of a text dump, with bullets or without any markup (formats.md)."""

from __future__ import annotations

from collections import Counter

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.credits import credit_at
from koreanews.cleaner.text.bylines import is_signature
from koreanews.cleaner.text.lines import BULLETS, Line
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import ends_sentence, is_prose, is_title

_INDENT = 4
"""A slide's lines stand this far in; a bullet of the story has none below it."""


def sort_bulleted_gallery(page: Page) -> bool:
    """Sorts a run of slides, each a bullet (the picture's alt text) over indented lines; True if there is one."""
    slides = _bulleted_slides(page)
    if not slides:
        return False
    firsts = Counter(lines[0].text for lines in slides)
    for lines in slides:
        item = page.new_item()
        page.take(Kind.SLIDE_IMAGE, page.lines[page.at].text.lstrip(BULLETS + " "), item)
        for kind in _kinds_of_slide(lines, firsts[lines[0].text] > 1, len(slides) > 1):
            page.take(kind, item=item)
    return True


def sort_bare_slide(page: Page) -> bool:
    """Sorts the next slide of a gallery without markup; True if there is one.

    Two blank lines, a title, one blank line, one paragraph; or, without a title, three blank lines and the
    paragraph, then only beside another slide. The text resumes after the paragraph with nothing to mark it.
    """
    if _is_titled_slide(page, page.at):
        item = page.new_item()
        page.take(Kind.SLIDE_TITLE, item=item)
        page.take(Kind.SLIDE_TEXT, item=item)
        return True
    if _is_untitled_slide(page, page.at) and (
        _last_kind(page) is Kind.SLIDE_TEXT
        or _is_titled_slide(page, page.at + 1)
        or _is_untitled_slide(page, page.at + 1)
    ):
        page.take(Kind.SLIDE_TEXT, item=page.new_item())
        return True
    return False


def _bulleted_slides(page: Page) -> list[list[Line]]:
    """The indented lines of each slide from the next line on; none where the bullet is the story's own."""
    slides = []
    place = page.at
    while place < len(page.lines) and page.lines[place].text[0] in BULLETS:
        indented = _lines_of_slide(page, place)
        if not indented:
            break
        slides.append(indented)
        place += 1 + len(indented)
    return slides


def _lines_of_slide(page: Page, bullet: int) -> list[Line]:
    """The lines below the bullet at that place that are its slide's: indented further, with no bullet of their own."""
    indent = max(_INDENT, page.lines[bullet].indent + 1)
    indented = []
    for place in range(bullet + 1, len(page.lines)):
        line = page.lines[place]
        if line.text[0] in BULLETS or line.gap > 2 or line.indent < indent:
            break
        indented.append(line)
    return indented


def _kinds_of_slide(lines: list[Line], first_recurs: bool, has_others: bool) -> list[Kind]:
    """The kinds of a slide's indented lines: the gallery's title (the same each time), the slide's title, its text."""
    kinds = []
    rest = list(lines)
    if (
        first_recurs
        or (len(rest) > 2 and is_title(rest[1].text))
        or (len(rest) == 1 and has_others and is_title(rest[0].text))
    ):
        kinds.append(Kind.SLIDE_GALLERY)
        del rest[0]
    if rest and is_title(rest[0].text) and (len(rest) > 1 or not ends_sentence(rest[0].text)):
        kinds.append(Kind.SLIDE_TITLE)
        del rest[0]
    return kinds + [Kind.SLIDE_TEXT] * len(rest)


def _is_titled_slide(page: Page, place: int) -> bool:
    if place + 1 >= len(page.lines):
        return False
    title, text = page.lines[place], page.lines[place + 1]
    return (
        title.gap >= 2
        and text.gap == 1
        and _can_be_title(title.text)
        and title.is_plain
        and text.is_plain
        and is_prose(text.text)
        and not is_signature(title.text)
        and not is_signature(text.text)
        and credit_at(title.text) < 0
        and credit_at(text.text) < 0
    )


def _is_untitled_slide(page: Page, place: int) -> bool:
    if place >= len(page.lines):
        return False
    line = page.lines[place]
    return line.gap >= 3 and line.is_plain and is_prose(line.text) and not is_signature(line.text)


def _can_be_title(text: str) -> bool:
    """Whether `text` can name a slide; such names may end in an ellipsis, as headings do not."""
    return is_title(text.rstrip(".… ") or text if text.endswith(("...", "…")) else text, 20, 150)


def _last_kind(page: Page) -> Kind | None:
    return page.blocks[-1].kind if page.blocks else None
