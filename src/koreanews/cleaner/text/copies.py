"""A page that a dump holds twice, one below the other: the second copy is left as it is."""

from __future__ import annotations

from typing import Final

from koreanews.cleaner.blocks import Block, Kind
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import is_prose


def leave_out_copy(page: Page, title: Block) -> None:
    """Ends the page above a second print of its title line, the block `title`; what follows is kept as its copy.

    Below a story stands no title line of the same page; above the story it may stand twice.
    """
    if page.text.count(title.raw.strip()) < _TWICE:
        return
    is_told = False
    for line in page.lines[page.at + 1 :]:
        if is_told and title.text in line.text:
            page.copy = page.lines[line.place :]
            del page.lines[line.place :]
            page.lines[-1].below = None
            for one in page.copy:
                one.kind = Kind.UNKNOWN
            return
        is_told = is_told or (line.is_plain and is_prose(line.text))


_TWICE: Final = 2
