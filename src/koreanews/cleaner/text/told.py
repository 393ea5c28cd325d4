"""The title of an HTML page of no known layout, which stands not in the text that the page shows."""

from __future__ import annotations

from koreanews.cleaner.text.headline import FURTHEST, titled_headline
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.titles import Title, comparable, read_title

_BEFORE_A_NAME = (" | ", " - ", " – ", " — ")


def told_title(page: Page, told: str) -> Title | None:
    """What the page's <title> says: DW's title line, or a headline that the page shows; else None.

    Another publisher's, or a program's that saved the page, may have names behind the headline.
    """
    if title := read_title(told):
        return title
    shown = {comparable(line.text[:300]) for line in page.lines[page.at : page.at + FURTHEST]}
    headline = told[:300]
    while headline and comparable(headline) not in shown:
        headline = max((headline.rpartition(separator)[0] for separator in _BEFORE_A_NAME), key=len)
    if not headline:
        return None
    page.title = Title(headline, None, "", 0)
    return page.title if titled_headline(page) is not None else None
