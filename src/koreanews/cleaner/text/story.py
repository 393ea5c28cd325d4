"""The story itself in a text dump: paragraphs, headings, lists, and what stands in the middle of them."""

from __future__ import annotations

import re

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.dates import starts_with_date
from koreanews.cleaner.phrases import MONTHS
from koreanews.cleaner.text.bylines import is_signature, signature_at
from koreanews.cleaner.text.databox import permalink_at, sort_data_box, sort_permalink
from koreanews.cleaner.text.galleries import BULLETS, sort_bare_slide, sort_bulleted_gallery
from koreanews.cleaner.text.lines import Line
from koreanews.cleaner.text.page import Page, is_plain, label, opening
from koreanews.cleaner.text.pictures import sort_image
from koreanews.cleaner.text.readmore import linked_headline, sort_read_more
from koreanews.cleaner.text.shapes import ends_sentence, is_heading
from koreanews.cleaner.text.tail import is_listed_headline, sort_listing, starts_tail
from koreanews.cleaner.text.videos import sort_video

_TIME = re.compile(r"\d{1,2}[:.]\d\d(?: ?(?:UTC|GMT|CET|CEST|KST|Uhr))?(?![\d:.]| ?[Mm]in)")
_FEWEST_ENTRIES = 3
_FEWEST_LISTED = 2


def sort_story(page: Page) -> None:
    """Sorts the story up to the first line of what stands below it, or to the end of the page."""
    end = page.at
    while end < len(page.lines) and not starts_tail(page.lines[end].text):
        end += 1
    lines = page.lines[page.at : end]
    page.live = sum(map(_is_entry, lines)) >= _FEWEST_ENTRIES
    if sum(is_listed_headline(line.text) for line in lines) >= _FEWEST_LISTED and not page.live:
        sort_listing(page, end)
    while (line := page.line) and not starts_tail(line.text):
        if not _sort_furniture(page, line) and not _sort_inset(page, line):
            _sort_text(page, line)


def _is_entry(line: Line) -> bool:
    """Whether `line` begins as a live blog's entries do: with the time of day, or with a date."""
    text = line.text
    if text[0].isdigit() and _TIME.match(text):
        return True
    return (text[0].isdigit() or text.partition(" ")[0].casefold() in MONTHS) and 0 < starts_with_date(text) <= len(text)


def _sort_furniture(page: Page, line: Line) -> bool:
    """Sorts labels and promotion left in the middle of the text."""
    name = label(line.text)
    if name in ("advertisement", "data_box", "cookie_banner", "announcement"):
        page.take(Kind[name.upper()])
        return True
    if sort_data_box(page) or sort_permalink(page):
        return True
    start = opening(line.text)
    if start is None:
        return False
    phrase, name = start
    if name in ("newsletter", "cookie_banner", "announcement"):
        page.take(Kind[name.upper()])
    elif name == "video_notice":
        page.take(Kind.ANNOUNCEMENT)
    elif name == "editor" and len(line.text) < 100:
        page.take(Kind.EDITOR)
    else:
        return False
    return True


def _sort_inset(page: Page, line: Line) -> bool:
    """Sorts what interrupts the text: links, videos, images, galleries, the signature."""
    text = line.text
    if text[0] in BULLETS:
        return _sort_bullet(page, text)
    if line.gap >= 2 and sort_bare_slide(page):
        return True
    if is_signature(text):
        page.take(Kind.BYLINE)
        return True
    if opening(text) and (sort_read_more(page) or sort_video(page)):
        return True
    if label(text) == "read_more_label" and sort_read_more(page):
        return True
    return sort_image(page)


def _sort_bullet(page: Page, text: str) -> bool:
    if sort_bulleted_gallery(page):
        return True
    words = text.lstrip(BULLETS + " ")
    start = opening(words) if words else None
    if start and start[1] == "read_more" and (headline := linked_headline(words[len(start[0]) :])):
        page.take(Kind.READ_MORE, headline)
    else:
        page.take(Kind.LIST_ITEM, words)
    return True


def _sort_text(page: Page, line: Line) -> None:
    text = line.text
    if page.live and _is_entry(line):
        page.take(Kind.LIVE_ENTRY)
    elif _continues(page, line):
        page.join_last()
    elif is_heading(text) and _is_over_text(page):
        page.take(Kind.HEADING)
    elif (place := signature_at(text)) > 0:
        page.take_part(Kind.PARAGRAPH, place)
        page.take(Kind.BYLINE)
    elif (place := permalink_at(text)) > 0:
        page.take_part(Kind.PARAGRAPH, place)
        page.take(Kind.PERMALINK)
    else:
        page.take(Kind.PARAGRAPH)


def _continues(page: Page, line: Line) -> bool:
    """Whether `line` goes on with the paragraph above: no blank line between, and that one stopped in mid-sentence."""
    if line.gap or not page.blocks or not line.text[0].islower():
        return False
    last = page.blocks[-1]
    return last.kind in (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.TEASER) and not ends_sentence(last.text)


def _is_over_text(page: Page) -> bool:
    """Whether anything of the story stands below a heading; the last line of a story is none."""
    below = page.ahead()
    if below is None:
        return True
    return not starts_tail(below.text) and not is_signature(below.text) and (is_plain(below) or below.text[0] in BULLETS or label(below.text) is None)
