"""The title of an HTML page of no known layout, which stands not in the text that the page shows."""

from __future__ import annotations

from typing import Final

from koreanews.cleaner.text.page import Page
from koreanews.cleaner.titles import Title, comparable, read_title

_BEFORE_A_NAME: Final = (" | ", " - ", " – ", " — ")
_LONGEST: Final = 300


def told_title(page: Page, told: str) -> Title | None:
    """What the page's <title> says: DW's title line, or a headline that the page shows; else None.

    Another publisher's, or a program's that saved the page, may have names behind the headline. Where the page shows
    the headline, however far down, its place is noted: above it a page of the whole site lists all of its sections.
    """
    title = read_title(told)
    headline = title.headline if title else told[:_LONGEST]
    lines = [line for line in page.lines[page.at :] if len(line.text) <= _LONGEST]
    shown = {comparable(line.text): line.place for line in reversed(lines)}
    while headline and comparable(headline) not in shown:
        headline = max((headline.rpartition(separator)[0] for separator in _BEFORE_A_NAME), key=len)
    if headline and (title is None or headline == title.headline):
        page.told_at = shown[comparable(headline)]
        return title or Title(headline, None, "", 0)
    return title
