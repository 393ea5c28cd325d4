"""Furniture above a story in a text dump: cookie banners, announcements, advertisements, skip-navigation lists."""

from __future__ import annotations

import re
from typing import Final

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.phrases import IN_FOCUS, LINES, OPENINGS
from koreanews.cleaner.sections import is_section_label, kicker_of
from koreanews.cleaner.text.lines import Line
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import is_title


def sort_banner(page: Page) -> bool:
    """Sorts cookie banners, announcements of the site and advertisements."""
    line = page.line
    assert line is not None
    if line.is_plain:
        return False
    name = line.label
    if name in ("cookie_banner", "advertisement", "navigation"):
        page.take(Kind[name.upper()])
        if line.text in IN_FOCUS:
            _sort_topics(page)
        return True
    if name == "site_name":
        page.take(Kind.NAVIGATION)
        return True
    if name == "announcement":
        return _sort_announcement(page)
    start = line.opening
    if start is None or start[1] not in ("cookie_banner", "announcement", "video_notice", "navigation"):
        return False
    if start[1] == "navigation":
        page.take(Kind.NAVIGATION)
        return True
    if start[1] == "announcement":
        return _sort_announcement(page)
    if start[1] == "video_notice" and (
        page.last_kind is Kind.HEADLINE or (page.last_kind is Kind.TEASER and not (line.below and line.below.is_plain))
    ):
        # A media page: its player stands below the headline, or no more of it is saved than its head.
        page.take(Kind.VIDEO_LABEL, "", page.new_item())
        return True
    kind = Kind.COOKIE_BANNER if start[1] == "cookie_banner" else Kind.ANNOUNCEMENT
    is_glued = kind is Kind.COOKIE_BANNER and (
        line.below is not None or not _is_torn(line.text[len(start[0]) :].strip())
    )
    page.take_part(kind, len(start[0]) if is_glued else len(line.text))
    return True


def _is_torn(rest: str) -> bool:
    """Whether a page stops short in the middle of the cookie banner: `rest` is how its next sentence begins."""
    return any(
        name == "cookie_banner" and rest != sentence and sentence.startswith(rest)
        for sentence, name in OPENINGS.items()
    )


def _sort_topics(page: Page) -> None:
    """Sorts the topics of the day, in lines right below their label: up to a blank line, or the page's own kicker."""
    topics = 0
    line = page.line
    while line and not line.gap and topics < _MOST_TOPICS:
        if not line.is_plain or not is_title(line.text, 6, 40):
            return
        below = line.below
        if kicker_of(line.text) or (topics and below and below.gap and is_section_label(line.text)):
            break
        topics += 1
        line = below
    if line and topics < _MOST_TOPICS:
        for _ in range(topics):
            page.take(Kind.NAVIGATION)


_MOST_TOPICS: Final = 10
"""A dump without blank lines has no fewer in a row, and what they are there cannot be told."""


_TO_THE_NEW_SITE: Final = re.compile(r"Go to the new dw\.com|Zur neuen DW-Webseite|Zur neuen dw\.com")


def _sort_announcement(page: Page) -> bool:
    """Sorts "Visit the new DW website", the banner's own words and "Go to the new dw.com" below them."""
    line = page.line
    for distance in range(5):
        if line is None:
            break
        if match := _TO_THE_NEW_SITE.search(line.text):
            for _ in range(distance):
                page.take(Kind.ANNOUNCEMENT)
            page.take_part(Kind.ANNOUNCEMENT, match.end())
            return True
        line = line.below
    page.take(Kind.ANNOUNCEMENT)
    return True


_ITEMS: Final = "|".join(
    re.escape(phrase)
    for phrase in sorted((phrase for phrase, name in LINES.items() if name == "navigation"), key=len, reverse=True)
)
_NUMBERED: Final = re.compile(rf"\d{{1,2}}\. ?(?:(?i:{_ITEMS})|Choose from \d+ Languages)(?=$| ?[\d\W]| ?[A-ZÄÖÜ])")
_ANY_NUMBERED: Final = re.compile(r"(\d{1,2})\. \S")


def lines_above_navigation(page: Page) -> int:
    """How many lines of the head stand above the rest of the skip-navigation list; 0 if none of it is left.

    Nothing above that list is the story's: a lead image, the site's name, a banner that no data file knows.
    """
    for distance, line in enumerate(page.lines[page.at : page.at + _FURTHEST_NAVIGATION]):
        if line.text[0].isdigit() and _NUMBERED.match(line.text):
            return distance
    return 0


_FURTHEST_NAVIGATION: Final = 12


def sort_navigation(page: Page) -> bool:
    """Sorts the skip-navigation list: its items by name, an unknown language's by their numbers."""
    line = page.line
    assert line is not None
    text = line.text
    if not text[0].isdigit():
        return False
    if text.isascii() and text[:3].endswith(". ") and LINES.get(text[3:].casefold()) == "navigation":
        page.take(Kind.NAVIGATION)
        return True
    if match := _NUMBERED.match(line.text):
        page.take_part(Kind.NAVIGATION, match.end())
        return True
    if _begins_list(line):
        while (item := page.line) and _numbered(item):
            page.take(Kind.NAVIGATION)
        return True
    last = page.blocks[-1] if page.blocks else None
    if last and last.kind is Kind.NAVIGATION and _ANY_NUMBERED.match(text) and line.indent:
        page.take(Kind.NAVIGATION)
        return True
    return False


def _begins_list(line: Line) -> bool:
    """Whether a line and the two below it are short and numbered from 1 on."""
    item: Line | None = line
    for number in ("1", "2", "3"):
        if item is None or _numbered(item) != number:
            return False
        item = item.below
    return True


def _numbered(line: Line) -> str | None:
    """The number of a short line that begins with one."""
    match = _ANY_NUMBERED.match(line.text) if line.text.count(" ") < 8 else None
    return match[1] if match else None
