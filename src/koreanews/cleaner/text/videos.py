"""Videos and audios embedded in a story: "Watch video 02:21", what stands under it, and the title."""

from __future__ import annotations

import re
from typing import Final

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.credits import credit_at
from koreanews.cleaner.phrases import MEDIA_SECTIONS, MINUTES, is_line, openings
from koreanews.cleaner.text.bylines import is_signature
from koreanews.cleaner.text.databox import is_line_of_box, permalink_at
from koreanews.cleaner.text.lines import Line
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import is_title

_LABELS: Final = "|".join(map(re.escape, openings("video_label")))
_LABEL: Final = re.compile(rf"(?:{_LABELS}):?(?: ?(?P<duration>\d{{1,3}}:\d\d(?::\d\d)?))?(?P<rest>.*)", re.DOTALL)
_MINUTES: Final = re.compile(
    rf"(?P<duration>\d{{1,3}}:\d\d(?::\d\d)?) ?(?:{'|'.join(re.escape(word) for word in MINUTES)})"
)
_TIME: Final = re.compile(r"(?P<duration>\d{1,3}:\d\d(?::\d\d)?)")
_PROGRAM: Final = re.compile(r"[^|]{1,80} \| \d{1,2}\.\d{1,2}\.\d{4}")


def sort_video(page: Page) -> bool:
    """Sorts the next lines if they are an embedded video; True if they were.

    Learnt from formats.md: label and duration; perhaps "Now live", the duration again, programme and date (the
    video's own, never the page's); a blank line; the title.
    """
    line = page.line
    assert line is not None
    if _MINUTES.fullmatch(line.text) or (is_media_page(page) and _TIME.fullmatch(line.text)):
        _sort_details(page, page.own_video or page.new_item())
        page.own_video = 0
        return True
    match = _LABEL.fullmatch(line.text)
    if match is None:
        return False
    if match["rest"] and not _is_glued_title(match):
        return _sort_glued_sharing(page, match)
    item, page.own_video = page.own_video or page.new_item(), 0
    if match["rest"]:
        page.take_two(Kind.VIDEO_LABEL, match.start("rest"), Kind.VIDEO_TITLE, text=match["duration"], item=item)
        return True
    page.take(Kind.VIDEO_LABEL, match["duration"] or "", item)
    if not match["duration"] and page.line and page.line.gap < 2 and _TIME.fullmatch(page.line.text):
        page.take(Kind.VIDEO_LABEL, item=item)
    _sort_details(page, item)
    line = page.line
    if line and line.gap < 2 and _can_be_video_title(line):
        page.take(Kind.VIDEO_TITLE, item=item)
        _sort_sharing(page)
    return True


def _sort_glued_sharing(page: Page, match: re.Match[str]) -> bool:
    """Sorts a video that was made one line, with what shares it, its own permalink, and its title once more or not.

    "Watch video 02:18 Share The dark cape Send Facebook reddit Permalink https://p.dw.com/p/3sDgH The dark cape".
    """
    rest = match["rest"]
    share, _, shared = rest.removeprefix(" ").partition(" ")
    place = shared.find(_PERMALINK)
    if place < 0 or not is_line(share, "navigation"):
        return False
    item = page.new_item()
    first = len(match.string) - len(shared)
    end = shared.find(" ", place)
    if end > 0:
        page.take_two(Kind.VIDEO_LABEL, first + end, Kind.VIDEO_TITLE, text=match["duration"] or "", item=item)
        return True
    page.take_part(Kind.VIDEO_LABEL, first, match["duration"] or "", item)
    words = shared.split(" ")
    send = next((number for number, word in enumerate(words) if number and is_line(word, "navigation")), len(words))
    page.take_part(Kind.VIDEO_TITLE, len(" ".join(words[:send])), item=item)
    if send < len(words):
        page.take(Kind.NAVIGATION)
    return True


_PERMALINK: Final = "https://p.dw.com/p/"


def _sort_sharing(page: Page) -> None:
    """Sorts what a video has below its title for sharing it: "Send Facebook Twitter ...", and its own permalink.

    In a dump with each piece of text on a line of its own, the title stands once more below.
    """
    line, title = page.line, page.blocks[-1].text
    if line is None or not (line.label == "navigation" or (line.opening and line.opening[1] == "navigation")):
        return
    for _ in range(_lines_of_sharing(line) or (line.label is None)):
        page.take(Kind.NAVIGATION)
    if page.line and page.line.text == title:
        page.take(Kind.NAVIGATION)


def _lines_of_sharing(line: Line) -> int:
    """How many lines there are down to a video's own permalink, from the one that begins what shares it; 0 for none."""
    below: Line | None = line
    for number in range(1, _MOST_OF_SHARING):
        if below is None or (number > 1 and not is_title(below.text, 6, 40)):
            return 0
        if permalink_at(below.text) == 0 or (permalink_at(below.text) > 0 and is_line_of_box(below)):
            return number
        below = below.below
    return 0


_MOST_OF_SHARING: Final = 20
"""Lines: DW's pages of 2020 name twelve networks."""


def is_media_page(page: Page) -> bool:
    """Whether the page is a video's or an audio's own, by its title line."""
    return page.title is not None and page.title.section in MEDIA_SECTIONS


def leave_programme(page: Page) -> None:
    """Makes the programme above a story what it is there, the section: the page has no player but amid the text.

    With a day ("DW News | 29.11.2017") it is a video's all the same.
    """
    head = page.blocks[:_HEAD]
    programme = next((block for block in head if block.kind is Kind.VIDEO_PROGRAM), None)
    if programme is None or is_media_page(page) or _PROGRAM.fullmatch(programme.text):
        return
    story = [number for number, block in enumerate(page.blocks) if block.kind in _OF_STORY]
    if not story or programme is not next(block for block in page.blocks if block.item == programme.item):
        return
    players = [n for n, block in enumerate(page.blocks) if block.item == programme.item and block is not programme]
    if not players or story[0] < players[0] < story[-1]:
        programme.kind, programme.item = Kind.SECTION_LABEL, 0


_HEAD: Final = 60
"""Blocks among which those above a headline are."""
_OF_STORY: Final = (Kind.PARAGRAPH, Kind.LIST_ITEM)


def _can_be_video_title(line: Line) -> bool:
    if not line.is_plain or not is_title(line.text) or credit_at(line.text) >= 0 or is_signature(line.text):
        return False
    return not is_line_of_box(line) and permalink_at(line.text) != 0


def _sort_details(page: Page, item: int) -> None:
    """Sorts the lines right below a label: "Now live", "Share", the duration, programme and date."""
    while line := page.line:
        if line.label == "video_now":
            page.take(Kind.VIDEO_LABEL, "", item)
        elif line.label == "navigation":
            page.take(Kind.NAVIGATION)
        elif minutes := _MINUTES.fullmatch(line.text) or (is_media_page(page) and _TIME.fullmatch(line.text)):
            page.take(Kind.VIDEO_LABEL, minutes["duration"], item)
        elif _PROGRAM.fullmatch(line.text):
            page.take(Kind.VIDEO_PROGRAM, item=item)
        else:
            break


def sort_title_over_notice(page: Page) -> bool:
    """Sorts a video's title over "To view this video please enable JavaScript ..."; True if there is one."""
    line = page.line
    assert line is not None
    below = line.below
    if below is None or below.opening is None or below.opening[1] != "video_notice":
        return False
    if below.gap > 1 or not line.is_plain or not is_title(line.text):
        return False
    item = page.new_item()
    page.take(Kind.VIDEO_TITLE, item=item)
    page.take(Kind.VIDEO_LABEL, "", item)
    return True


def sort_time_over_notice(page: Page) -> bool:
    """Sorts a video's duration over "This browser does not support the video element."; True if there is one."""
    line = page.line
    assert line is not None
    below = line.below
    if below is None or below.opening is None or below.opening[1] != "video_notice" or not _TIME.fullmatch(line.text):
        return False
    item = page.new_item()
    page.take(Kind.VIDEO_LABEL, item=item)
    page.take(Kind.VIDEO_LABEL, "", item)
    return True


def duration(text: str) -> str | None:
    """How long a video is, where `text` says nothing else: "02:14" of "02:14 min"."""
    minutes = _MINUTES.fullmatch(text)
    return minutes["duration"] if minutes else None


def _is_glued_title(match: re.Match[str]) -> bool:
    return bool(match["duration"]) and is_title(match["rest"]) and _PERMALINK not in match["rest"]
