"""What stands between a headline and the story in a text dump: byline, dateline, permalink, lead image, teaser."""

from __future__ import annotations

from typing import Final

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.text.banners import sort_banner
from koreanews.cleaner.text.bylines import is_byline, is_labelled, is_signature, may_be_byline, names_people
from koreanews.cleaner.text.databox import permalink_at, sort_permalink
from koreanews.cleaner.text.datelines import (
    is_dateline,
    opens_with_dateline,
    sort_dateline,
    stands_as_dateline,
    tells_date,
)
from koreanews.cleaner.text.dense import sort_dense_gallery
from koreanews.cleaner.text.lines import Line
from koreanews.cleaner.text.lone import is_spaced_caption
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.pictures import sort_image
from koreanews.cleaner.text.shapes import ends_sentence, is_title
from koreanews.cleaner.text.tail import starts_tail
from koreanews.cleaner.text.teaser import is_sentence_at_top, is_teaser
from koreanews.cleaner.text.videos import is_media_page, sort_time_over_notice, sort_video
from koreanews.cleaner.titles import comparable


def sort_below_headline(page: Page) -> None:
    """Sorts byline, dateline, permalink, lead image and teaser, in whichever order they stand, above a listing."""
    has_teaser = False
    headline = comparable(page.headline()) or None
    if sort_dense_gallery(page):
        return
    while line := page.line:
        if line.gap > 2 and page.last_kind is not Kind.NAVIGATION and not is_dateline(line.text):
            return
        if line.text[0] == "•" or starts_tail(line):
            return
        if page.listing_at is not None and line.place >= page.listing_at:
            return
        if sort_banner(page):
            continue
        if sort_permalink(page):
            # Since 2022 the permalink closes the head: a teaser stands above it or nowhere.
            has_teaser = True
            continue
        if headline is not None and comparable(line.text[:300]) == headline:
            page.take(Kind.HEADLINE)
        elif (not has_teaser and page.is_section(line.text)) or (page.title and line.text == page.title.section):
            page.take(Kind.SECTION_LABEL)
        elif not has_teaser and sort_dateline(page):
            if _is_glued_to_date(page, line):
                # Dumps that glue the text to the date have no teaser.
                return
        elif has_teaser and _is_dateline_below_teaser(page, line) and sort_dateline(page):
            continue
        elif is_signature(line.text) or (_is_author(page, line) if has_teaser else _is_name_over_permalink(line)):
            page.take(Kind.BYLINE)
        elif not _sort_picture(page, line):
            if has_teaser or not is_teaser(page):
                return
            has_teaser = True
            _take_teaser(page, line)


def _sort_picture(page: Page, line: Line) -> bool:
    """Sorts the video that a media page is, or the lead image with or without its credit; True if there is one."""
    if (line.text[0].isdigit() and sort_time_over_notice(page)) or (is_media_page(page) and sort_video(page)):
        return True
    if not is_sentence_at_top(page, line) and sort_image(page):
        return True
    if page.last_kind in _OVER_LEAD_ALT and _is_lead_alt(line):
        is_said_again = line.below is not None and line.below.text == line.text
        item = page.new_item()
        page.take(Kind.IMAGE, item=item)
        if is_said_again:
            page.take(Kind.IMAGE_CAPTION, item=item)
        return True
    if page.last_kind is Kind.TEASER and not page.is_dated_above and is_spaced_caption(page, line):
        page.take(Kind.IMAGE_CAPTION, item=page.new_item())
        return True
    return False


def _take_teaser(page: Page, line: Line) -> None:
    """Takes the teaser, perhaps with the permalink glued to it."""
    place = permalink_at(line.text)
    if place > 0:
        page.take_two(Kind.TEASER, place, Kind.PERMALINK)
    else:
        page.take(Kind.TEASER)


def _is_name_over_permalink(line: Line) -> bool:
    return _stands_over_permalink(line) and is_byline(line.text) and names_people(line.text)


def _is_author(page: Page, line: Line) -> bool:
    """Whether a line right under the teaser is a byline: it says so, or the teaser ends with this name.

    As those of opinion pieces do: "..., writes Lena Hahn."
    """
    if page.last_kind is not Kind.TEASER or not may_be_byline(line.text) or not is_byline(line.text):
        return False
    return is_labelled(line.text) or page.blocks[-1].text.rstrip(".").endswith(f" {line.text}")


def _is_glued_to_date(page: Page, dateline: Line) -> bool:
    """Whether the next line is what is left of the line that began with the date, and not the teaser."""
    rest = page.line
    return rest is not None and rest.place == dateline.place and not _stands_over_permalink(rest)


def _is_lead_alt(line: Line) -> bool:
    """Whether a title right under the permalink or another image, with no blank line between, is an alt text.

    It stands alone, or twice: once more as the caption.
    """
    below = line.below
    if line.gap or below is None or not line.is_plain or not below.is_plain:
        return False
    return is_title(line.text) and not ends_sentence(line.text) and (below.gap > 0 or below.text == line.text)


_OVER_LEAD_ALT: Final = (Kind.PERMALINK, Kind.IMAGE_CREDIT)


def _stands_over_permalink(line: Line) -> bool:
    return line.below is not None and permalink_at(line.below.text) == 0


def _is_dateline_below_teaser(page: Page, line: Line) -> bool:
    """Whether a line right under the teaser, or the lead image or name below it, is the page's dateline.

    It has no other, and the story no other dates; or the line opens with one, to which the first paragraph is glued.
    """
    if page.last_kind not in _OVER_DATELINE or any(block.kind is Kind.DATELINE for block in page.blocks):
        return False
    if not stands_as_dateline(line):
        return opens_with_dateline(line.text)
    below = line.below if tells_date(line.text) else line.below and line.below.below
    while below is not None and not starts_tail(below):
        if is_dateline(below.text):
            return False
        below = below.below
    return True


_OVER_DATELINE: Final = (Kind.TEASER, Kind.BYLINE, Kind.IMAGE, Kind.IMAGE_CAPTION, Kind.IMAGE_CREDIT)
