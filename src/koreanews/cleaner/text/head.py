"""What stands above a story in a text dump: capture header, title line, banners, headline, dateline, teaser."""

from __future__ import annotations

import re

from koreanews.cleaner.blocks import Block, Kind
from koreanews.cleaner.credits import credit_at
from koreanews.cleaner.dates import find_dates
from koreanews.cleaner.phrases import LINES, MEDIA_SECTIONS, SECTIONS
from koreanews.cleaner.sections import is_section_label
from koreanews.cleaner.text.bylines import is_byline, is_signature, sort_dateline
from koreanews.cleaner.text.databox import permalink_at, sort_permalink
from koreanews.cleaner.text.lines import Line
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.pictures import sort_image
from koreanews.cleaner.text.publisher import other_publisher
from koreanews.cleaner.text.shapes import is_prose, is_title
from koreanews.cleaner.text.tail import starts_tail
from koreanews.cleaner.titles import Title, closeness, comparable, read_title, signed_title

_HEADER = re.compile(r"\s?date (\d{4}(?:-\d\d){0,2})(?=\s|$)")
_FURTHEST_HEADLINE = 30
"""How many lines may stand between the furniture and the headline that the title line names."""
_FURTHEST_TITLE = 8
_LONGEST_TEASER = 75
"""Words; DW's teasers have one to three sentences."""


def sort_head(page: Page) -> None:
    """Sorts everything above the first line of the story."""
    _sort_header(page)
    page.publisher = other_publisher(page)
    if page.publisher:
        page.blocks.append(Block(Kind.METADATA_SITE, page.publisher, "", 1))
    for _ in range(_lines_above_title(page)):
        if not _sort_banner(page) and not _sort_navigation(page):
            page.take(Kind.UNKNOWN)
    _sort_furniture(page)
    if _sort_headline(page):
        _sort_below_headline(page)


def _lines_above_title(page: Page) -> int:
    """How many lines stand above DW's title line, which is rarely not the first; 0 too where there is none."""
    for distance in range(_FURTHEST_TITLE):
        line = page.ahead(distance)
        if line is None:
            return 0
        if read_title(line.text):
            return distance
        if is_prose(line.text) and not line.opening:
            return 0
    return 0


def _sort_header(page: Page) -> None:
    """Sorts the crawler's guess, which shares its line with whatever came next."""
    if page.line and page.line.text.startswith("date ") and (match := _HEADER.match(page.line.text)):
        page.take_part(Kind.CAPTURE_HEADER, match.end(), match[1])


def _sort_furniture(page: Page) -> None:
    """Sorts title line, banners and navigation, glued to one another or not."""
    while line := page.line:
        if page.title is None and (title := read_title(line.text)):
            page.title = title
            page.take_part(Kind.TITLE_LINE, title.length)
            if page.line and page.line.gap < 2 and _is_programme(title, page.line.text):
                page.own_video = page.new_item()
                page.take(Kind.VIDEO_PROGRAM, item=page.own_video)
        elif page.title is None and page.publisher and (signed := signed_title(line.text)):
            page.title = Title(signed[0], None, "", len(line.text))
            page.take(Kind.TITLE_LINE)
        elif not _sort_banner(page) and not _sort_navigation(page):
            return


def _is_programme(title: Title, text: str) -> bool:
    """Whether a media page's title line has its programme below it: "DW News"."""
    return title.section in MEDIA_SECTIONS and is_title(text, 6, 50) and comparable(text) != comparable(title.headline)


def _sort_banner(page: Page) -> bool:
    """Sorts cookie banners, announcements of the site and advertisements."""
    line = page.line
    assert line is not None
    name = line.label
    if name in ("cookie_banner", "advertisement", "navigation"):
        page.take(Kind[name.upper()])
        return True
    if name == "announcement":
        return _sort_announcement(page)
    start = line.opening
    if start is None or start[1] not in ("cookie_banner", "announcement", "video_notice"):
        return False
    if start[1] == "announcement":
        return _sort_announcement(page)
    kind = Kind.COOKIE_BANNER if start[1] == "cookie_banner" else Kind.ANNOUNCEMENT
    page.take_part(kind, len(start[0]) if kind is Kind.COOKIE_BANNER else len(line.text))
    return True


_TO_THE_NEW_SITE = re.compile(r"Go to the new dw\.com|Zur neuen DW-Webseite|Zur neuen dw\.com")


def _sort_announcement(page: Page) -> bool:
    """Sorts "Visit the new DW website", the banner's own words and "Go to the new dw.com" below them."""
    for distance in range(5):
        line = page.ahead(distance)
        if line is None:
            break
        if match := _TO_THE_NEW_SITE.search(line.text):
            for _ in range(distance):
                page.take(Kind.ANNOUNCEMENT)
            page.take_part(Kind.ANNOUNCEMENT, match.end())
            return True
    page.take(Kind.ANNOUNCEMENT)
    return True


_ITEMS = "|".join(
    re.escape(phrase)
    for phrase in sorted((phrase for phrase, name in LINES.items() if name == "navigation"), key=len, reverse=True)
)
_NUMBERED = re.compile(rf"\d{{1,2}}\. ?(?:(?i:{_ITEMS})|Choose from \d+ Languages)(?=$| ?[\d\W]| ?[A-ZÄÖÜ])")
_ANY_NUMBERED = re.compile(r"(\d{1,2})\. \S")


def _sort_navigation(page: Page) -> bool:
    """Sorts the skip-navigation list: its items by name, an unknown language's by their numbers."""
    line = page.line
    assert line is not None
    if not line.text[0].isdigit():
        return False
    if match := _NUMBERED.match(line.text):
        page.take_part(Kind.NAVIGATION, match.end())
        return True
    for distance in range(3):
        line = page.ahead(distance)
        item = _ANY_NUMBERED.match(line.text) if line and line.text.count(" ") < 8 else None
        if item is None or item[1] != str(distance + 1):
            break
    else:
        while (line := page.line) and (item := _ANY_NUMBERED.match(line.text)) and line.text.count(" ") < 8:
            page.take(Kind.NAVIGATION)
        return True
    last = page.blocks[-1] if page.blocks else None
    if (
        last
        and last.kind is Kind.NAVIGATION
        and _ANY_NUMBERED.match(line.text if line else "")
        and line
        and line.indent
    ):
        page.take(Kind.NAVIGATION)
        return True
    return False


def _sort_headline(page: Page) -> bool:
    """Sorts what stands between the furniture and the headline, and the headline; False where the page shows none."""
    place = page.headline_at = _titled_headline(page) if page.title else _bare_headline(page)
    while page.at < (page.at if place is None else place):
        before = len(page.lines) - page.at
        _sort_above_headline(page)
        assert len(page.lines) - page.at < before
    if place is None:
        return page.title is not None
    page.headline_at = None
    _take_headline(page)
    return True


def _take_headline(page: Page) -> None:
    line = page.line
    assert line is not None
    spans = _trailing_date(line.text)
    if spans:
        page.take_two(Kind.HEADLINE, spans, Kind.DATELINE)
    else:
        page.take(Kind.HEADLINE)


_TRAILING = re.compile(r"(?<=[^\d|]) (\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2}))$")


def _trailing_date(text: str) -> int:
    """The length of a headline before the date that some pages put behind it, 0 where there is none."""
    match = _TRAILING.search(text[-14:])
    return len(text) - len(match[0]) if match and len(text) > 25 else 0


def _titled_headline(page: Page) -> int | None:
    """Where the headline stands that the title line names; reworded, it must be among the first lines."""
    assert page.title is not None
    wanted = comparable(page.title.headline)
    bare = wanted.partition(": ")[2]
    near: list[tuple[float, int]] = []
    for distance in range(_FURTHEST_HEADLINE):
        line = page.ahead(distance)
        if line is None or starts_tail(line):
            break
        text = line.text if len(line.text) < 300 else ""
        found = comparable(text[: _trailing_date(text) or None])
        if found and found in (wanted, bare):
            return page.at + distance
        if text and distance < 6 and is_title(text) and line.is_plain:
            near.append((closeness(text, page.title.headline), -distance))
        if is_prose(line.text) and line.text[-1] != ")" and not _has_credit_below(page, distance):
            break
    best = max(near, default=(0.0, 0))
    return page.at - best[1] if best[0] >= 0.5 else None


def _has_credit_below(page: Page, distance: int) -> bool:
    line, below = page.ahead(distance), page.ahead(distance + 1)
    return (below is not None and _starts_credit(below)) or bool(
        line and ("Image:" in line.text or "Bild:" in line.text)
    )


def _bare_headline(page: Page) -> int | None:
    """Where the headline stands on a page without a title line: the first title, below labels and a lead image."""
    place = page.at
    while place < len(page.lines) and place - page.at < 8:
        line = page.lines[place]
        text = line.text
        below = page.lines[place + 1] if place + 1 < len(page.lines) else None
        if not line.is_plain and line.label is None:
            return None
        if (is_section_label(text) and below is not None) or _is_label_over_headline(page, place):
            place += 1
        elif text[-1] == ")" and credit_at(text) >= 0:
            place += 2 if _is_caption(page.lines[place + 1 : place + 4]) else 1
        elif below and _starts_credit(below) and line.is_plain:
            place += 2
        elif _starts_credit(line) or _has_credit_below(page, place - page.at):
            place += 1
        else:
            return place if is_title(text) and line.is_plain else None
    return None


def _is_caption(lines: list[Line]) -> bool:
    """Whether the first of the lines below a lead image is its caption and the second the headline."""
    if len(lines) < 3 or not all(line.is_plain for line in lines[:2]) or find_dates(lines[1].text[:60]):
        return False
    return (
        is_title(lines[1].text)
        and not is_byline(lines[1].text)
        and (is_prose(lines[2].text) or not is_prose(lines[0].text))
    )


def _starts_credit(line: Line) -> bool:
    return line.opening is not None and line.opening[1] == "image_credit"


def _is_label_over_headline(page: Page, place: int) -> bool:
    """Whether a short line that no data file knows is a section label: a headline and a sentence stand below it."""
    line = page.lines[place]
    if line.text.count(" ") > 2 or place + 2 >= len(page.lines) or not is_title(line.text, 3, 40):
        return False
    headline, below = page.lines[place + 1], page.lines[place + 2]
    if line.text[-1] in "?!" or not is_title(headline.text) or not headline.is_plain or headline.text.count(" ") < 3:
        return False
    if find_dates(headline.text[:60]):
        return False
    return is_prose(below.text) or bool(find_dates(below.text[:80]))


def _sort_above_headline(page: Page) -> None:
    line = page.line
    assert line is not None
    if is_section_label(line.text) or (page.title and line.text == page.title.section):
        page.take(Kind.SECTION_LABEL)
    elif _sort_banner(page) or _sort_navigation(page) or sort_image(page) or sort_permalink(page):
        return
    elif is_title(line.text, 6, 60) and line.is_plain:
        page.take(Kind.SECTION_LABEL)
    else:
        page.take(Kind.UNKNOWN)


def _sort_below_headline(page: Page) -> None:
    """Sorts byline, dateline, permalink, lead image and teaser, in whichever order they stand."""
    teaser = False
    headline = comparable(page.title.headline) if page.title else None
    while line := page.line:
        if line.gap > 2 or line.text[0] == "•" or starts_tail(line):
            return
        if _sort_banner(page):
            continue
        if sort_permalink(page):
            # Since 2022 the permalink closes the head: a teaser stands above it or nowhere.
            teaser = True
            continue
        if headline is not None and comparable(line.text[:300]) == headline:
            page.take(Kind.HEADLINE)
        elif not teaser and sort_dateline(page):
            continue
        elif not teaser and line.text in SECTIONS:
            page.take(Kind.SECTION_LABEL)
        elif is_signature(line.text):
            page.take(Kind.BYLINE)
        elif sort_image(page):
            continue
        elif not teaser and _is_teaser(page):
            teaser = True
            place = permalink_at(line.text)
            if place > 0:
                page.take_two(Kind.TEASER, place, Kind.PERMALINK)
            else:
                page.take(Kind.TEASER)
        else:
            return


def _is_teaser(page: Page) -> bool:
    """Whether the next line is the teaser: a sentence or three over the first paragraph, or all there is.

    Other publishers' pages have none.
    """
    line = page.line
    assert line is not None
    words = line.text.count(" ") + 1
    if page.publisher or line.gap > 1 or words > _LONGEST_TEASER or not line.is_plain or line.text[-1] == ":":
        return False
    if is_prose(line.text) or words > 13:
        return True
    below = page.ahead()
    return words >= 6 and below is not None and below.is_plain
