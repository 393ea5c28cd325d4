"""What stands above a story in a text dump, down to its headline: capture header, title line, banners."""

from __future__ import annotations

import re
from typing import Final

from koreanews.cleaner.blocks import Block, Kind
from koreanews.cleaner.phrases import MEDIA_SECTIONS, PROGRAMS
from koreanews.cleaner.sections import dated_section, is_section_label
from koreanews.cleaner.text.banners import lines_above_navigation, sort_banner, sort_navigation
from koreanews.cleaner.text.below_headline import sort_below_headline
from koreanews.cleaner.text.copies import leave_out_copy
from koreanews.cleaner.text.databox import sort_permalink
from koreanews.cleaner.text.datelines import sort_dateline, tells_date
from koreanews.cleaner.text.headline import find_headline, trailing_date
from koreanews.cleaner.text.lines import BULLETS, Line
from koreanews.cleaner.text.listing import Listing, find_listing
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.pictures import sort_image
from koreanews.cleaner.text.publisher import other_publisher
from koreanews.cleaner.text.shapes import is_address, is_prose, is_title
from koreanews.cleaner.text.told import told_title
from koreanews.cleaner.titles import Title, comparable, read_title, signed_title, unnamed_title

_HEADER: Final = re.compile(r"\s?date (\d{4}(?:-\d\d){0,2})(?=\s|$)")
_FURTHEST_TITLE: Final = 16


def sort_head(page: Page, told: str = "") -> None:
    """Sorts everything above the first line of the story; `told` is the title that stands not in the text."""
    _sort_header(page)
    page.publisher = other_publisher(page)
    if page.publisher and page.line and page.line.text == page.publisher:
        page.take(Kind.METADATA_SITE)
    elif page.publisher:
        page.blocks.append(Block(Kind.METADATA_SITE, page.publisher, "", 1))
    _sort_furniture(page)
    if told and page.title is None:
        page.title = told_title(page, told)
    listing = find_listing(page)
    page.listing_at = listing.first if listing else None
    if _sort_headline(page, listing):
        sort_below_headline(page)


def _lines_above_title(page: Page) -> int:
    """How many lines stand above DW's title line, which is rarely not the first; 0 too where there is none."""
    line = page.line
    for distance in range(_FURTHEST_TITLE):
        if line is None:
            return 0
        if read_title(line.text):
            return distance
        if is_prose(line.text) and line.is_plain:
            return 0
        line = line.below
    return 0


def _sort_header(page: Page) -> None:
    """Sorts the crawler's guess, which shares its line with whatever came next, and the page's address above it."""
    if page.line and is_address(page.line.text):
        page.take(Kind.METADATA_URL)
    if page.line and page.line.text.startswith("date ") and (match := _HEADER.match(page.line.text)):
        page.take_part(Kind.CAPTURE_HEADER, match.end(), match[1])


def _sort_furniture(page: Page) -> None:
    """Sorts title line, banners and navigation, glued to one another or not."""
    while line := page.line:
        if line.opening and line.opening[1] == "cookie_banner" and sort_banner(page):
            # First, for the title line may be glued to it.
            continue
        if page.title is None and (title := read_title(line.text) or _title_said_again(line)):
            page.title = title
            page.take_part(Kind.TITLE_LINE, title.length)
            leave_out_copy(page, page.blocks[-1])
            _sort_programme_below(page, title)
        elif page.title is None and page.publisher and (signed := signed_title(line.text, page.publisher)):
            page.title = Title(signed[0], None, "", len(line.text))
            page.take(Kind.TITLE_LINE)
        elif sort_banner(page) or sort_navigation(page):
            continue
        elif page.title is None and (title := _first_line_said_again(line)):
            page.title = title
            page.take(Kind.TITLE_LINE)
        else:
            above = lines_above_navigation(page) or (0 if page.title else _lines_above_title(page))
            if not above:
                return
            _sort_above(page, page.at + above)


def _title_said_again(line: Line) -> Title | None:
    """A title line of headline and date alone: the headline stands once more below it, perhaps under navigation."""
    title = unnamed_title(line.text) if line.text[-1].isdigit() else None
    if title is None:
        return None
    headline = comparable(title.headline)
    below = line.below
    for _ in range(_FURTHEST_TITLE):
        if below is None:
            break
        if comparable(below.text[:300]) == headline:
            return title
        below = below.below
    return None


def _first_line_said_again(line: Line) -> Title | None:
    """The title that a dump of all text of an HTML page begins with: the headline, which stands again below menus."""
    text = line.text
    if not line.is_plain or text.count(" ") < _FEWEST_BLANKS or not is_title(text):
        return None
    below = line.below
    while below is not None and not (below.is_plain and is_prose(below.text)):
        if below.text == text and below.place - line.place >= _FEWEST_OF_MENUS:
            return Title(text, None, "", len(text))
        below = below.below
    return None


_FEWEST_BLANKS: Final = 3
_FEWEST_OF_MENUS: Final = 5
"""Lines from a title to the headline below the menus; nearer, both are the page's."""


def _sort_programme_below(page: Page, title: Title) -> None:
    """Sorts the programme that stands below a media page's title line."""
    line = page.line
    if line and line.gap < 2 and _is_programme(title, line.text):
        page.own_video = page.new_item()
        page.take(Kind.VIDEO_PROGRAM, item=page.own_video)


def _is_programme(title: Title, text: str) -> bool:
    """Whether a media page's title line has its programme below it: "DW News"."""
    if title.section not in MEDIA_SECTIONS or text[0].isdigit() or (is_section_label(text) and text not in PROGRAMS):
        return False
    return is_title(text, 6, 50) and comparable(text) not in (comparable(title.headline), comparable(title.section))


def _sort_headline(page: Page, listing: Listing | None) -> bool:
    """Sorts what stands between the furniture and the headline, and the headline; False where the page shows none."""
    place = listing.name if listing else find_headline(page)
    if place is None:
        return page.title is not None
    _sort_above(page, place)
    _take_headline(page)
    return True


def _take_headline(page: Page) -> None:
    line = page.line
    assert line is not None
    length = trailing_date(line.text)
    below = page.lines[line.place + 1 : line.place + 5]
    # A date behind the headline is the page's only if no dateline follows; a programme's is the day it was shown.
    if length and not any(tells_date(line.text) for line in below):
        page.take_two(Kind.HEADLINE, length, Kind.DATELINE)
    else:
        page.take(Kind.HEADLINE)
    _sort_programme_between(page, line.text)


def _sort_programme_between(page: Page, headline: str) -> None:
    """Sorts the programme of a media page that stands between its headline and the headline again."""
    line = page.line
    below = line.below if line else None
    if line and below and is_title(line.text, 5, 50) and comparable(below.text[:300]) == comparable(headline):
        page.own_video = page.new_item()
        page.take(Kind.VIDEO_PROGRAM, item=page.own_video)
        page.take(Kind.HEADLINE)


def _sort_above(page: Page, place: int) -> None:
    """Sorts all lines up to a place, where the headline or the navigation stands."""
    page.headline_at = place
    first = len(page.blocks)
    while page.at < place:
        _sort_line_above(page)
    page.headline_at = None
    _leave_nearest_label(page.blocks[first:])


def _sort_line_above(page: Page) -> None:
    line = page.line
    assert line is not None
    # "DW News", or "DW News | 29.11.2017" with the day of the video.
    if line.place + 1 == page.headline_at and line.text.partition(" | ")[0] in PROGRAMS:
        page.own_video = page.new_item()
        page.take(Kind.VIDEO_PROGRAM, item=page.own_video)
    elif page.is_section(line.text):
        is_far = page.headline_at is not None and page.headline_at - line.place > _FURTHEST_LABEL
        page.take(Kind.NAVIGATION if is_far else Kind.SECTION_LABEL)
    elif length := dated_section(line.text):
        page.take_two(Kind.SECTION_LABEL, length, Kind.DATELINE, rest_text=line.text[length + 3 :])
    elif tells_date(line.text):
        sort_dateline(page)
    elif sort_banner(page) or sort_navigation(page) or sort_image(page) or sort_permalink(page):
        return
    elif is_title(line.text, 6, 60) and (line.is_plain or line.text[0] in BULLETS):
        page.take(Kind.SECTION_LABEL if line.place + 1 == page.headline_at else Kind.NAVIGATION)
    else:
        page.take(Kind.UNKNOWN)


def _leave_nearest_label(above: list[Block]) -> None:
    """Makes labels over a headline navigation that stand over other navigation, where another label is nearer."""
    if above and above[-1].kind is Kind.SECTION_LABEL:
        kinds = [block.kind for block in above]
        last = max((number for number, kind in enumerate(kinds) if kind in _NO_LABELS), default=0)
        for block in above[:last]:
            if block.kind is Kind.SECTION_LABEL:
                block.kind = Kind.NAVIGATION


_NO_LABELS: Final = (Kind.NAVIGATION, Kind.ADVERTISEMENT)
_FURTHEST_LABEL: Final = 4
"""Lines over the headline; what stands higher is one of all sections of the site."""
