"""Stories whose parts stand as far apart as the slides of a gallery do: guests of a talk, and news in brief."""

from __future__ import annotations

from itertools import islice

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.phrases import GUESTS
from koreanews.cleaner.text.page import Page


def is_parted(page: Page) -> bool:
    """Whether the story, a paragraph last, is one whose next part is no slide, whatever blank lines stand above it."""
    return _presents_guests(page) or _is_in_brief(page)


def _presents_guests(page: Page) -> bool:
    """Whether the teaser names the guests of a talk, whom the story presents one after another."""
    teaser = next((block.text for block in page.blocks[:_MOST] if block.kind is Kind.TEASER), "")
    return any(guests in teaser for guests in GUESTS)


def _is_in_brief(page: Page) -> bool:
    """Whether each paragraph since the teaser has a heading of its own, as in a page of news in brief, the first too.

    That stands as headings do, one blank line below the teaser. A story into which a gallery is set begins with a
    paragraph.
    """
    awaited = Kind.PARAGRAPH
    for number, block in enumerate(islice(reversed(page.blocks), _MOST)):
        if block.kind is Kind.TEASER:
            return awaited is Kind.PARAGRAPH and page.lines[page.at - number].gap == 1
        if block.kind is not awaited:
            return False
        awaited = Kind.HEADING if awaited is Kind.PARAGRAPH else Kind.PARAGRAPH
    return False


_MOST = 40
"""Blocks in which a teaser is looked for."""
