"""A gallery's page in a dump without blank lines: below the headline nothing but slides, title upon text."""

from __future__ import annotations

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.text.lines import Line
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import is_heading, is_prose
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
        text = title.below
        if text is not None and not starts_tail(text):
            if text.gap or not text.is_plain or not (is_prose(text.text) or text.below is None):
                return False
            count += 1
        title = text.below if text is not None else None
    return count >= _FEWEST_SLIDES


_FEWEST_SLIDES = 3
