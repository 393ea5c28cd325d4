"""Stories whose parts stand as far apart as the slides of a gallery do: guests of a talk, and news in brief."""

from __future__ import annotations

from typing import Final

from koreanews.cleaner.about_page import names_guests
from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.phrases import IN_BRIEF
from koreanews.cleaner.text.page import Page


def is_parted(page: Page) -> bool:
    """Whether the story, a paragraph last, is one whose next part is no slide, whatever blank lines stand above it."""
    return any(_tells_parts(block.kind, block.text) for block in page.blocks[:_MOST])


def _tells_parts(kind: Kind, text: str) -> bool:
    """Whether it is the section of news in brief, or the teaser of a talk whose guests the story presents in turn."""
    if kind is Kind.SECTION_LABEL:
        return text in IN_BRIEF
    return kind is Kind.TEASER and names_guests(text)


_MOST: Final = 40
"""Blocks in which they are looked for."""
