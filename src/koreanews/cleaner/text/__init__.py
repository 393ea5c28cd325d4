"""Sorting a text dump: head, story and tail, from the first line to the last.

- page: the dump on its way through the sorter; lines, spacing, wrapping: the text as lines
- head: what stands above the story; banners, publisher, told: furniture, other publishers, a title told elsewhere
- copies: a page that stands twice in its dump
- headline, bare: where the headline stands
- below_headline: what stands between it and the story; datelines, bylines, teaser: the lines there
- story, headings: the story itself; survey: what it is as a whole; entries: a live blog's
- readmore, videos, timetable: what is set into it
- pictures, marked, captions, pairs, lone, galleries, dense: its images; parted: what stands as slides do, and is none
- spoken: the language of a line, as against the page's
- listing, listed: other stories, listed
- signing: who made it, as told below it; tail, databox: what else stands below it
- shapes: what a line looks like, whatever it says
"""

from __future__ import annotations

from koreanews.cleaner.blocks import Block
from koreanews.cleaner.text.head import sort_head
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.story import sort_story
from koreanews.cleaner.text.tail import sort_tail
from koreanews.cleaner.text.videos import leave_programme


def sort_text(text: str, title: str = "") -> list[Block]:
    """The blocks of a text dump, in its order: their raws, joined, are `text`. Never raises.

    `title` is what the <title> of an HTML page says, where `text` is what the page shows.
    """
    page = Page(text)
    sort_head(page, title)
    sort_story(page)
    sort_tail(page)
    leave_programme(page)
    return page.blocks + page.copy
