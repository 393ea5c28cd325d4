"""Sorting a text dump: head, story and tail, from the first line to the last."""

from __future__ import annotations

from koreanews.cleaner.blocks import Block
from koreanews.cleaner.text.head import sort_head
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.story import sort_story
from koreanews.cleaner.text.tail import sort_tail


def sort_text(text: str, title: str = "") -> list[Block]:
    """The blocks of a text dump, in its order: their raws, joined, are `text`. Never raises.

    `title` is what the <title> of an HTML page says, where `text` is what the page shows.
    """
    page = Page(text)
    sort_head(page, title)
    sort_story(page)
    sort_tail(page)
    return page.blocks
