"""What only the whole page tells: that its paragraphs are a live blog's, that its section is a programme's name.

The rules are those by which text dumps are sorted, so that a page gives one record whatever form it came in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bs4 import Tag

from koreanews.cleaner.blocks import Block, Kind
from koreanews.cleaner.credits import credit_mark
from koreanews.cleaner.dates import find_dates
from koreanews.cleaner.html.words import classes, visible, within
from koreanews.cleaner.phrases import MEDIA_SECTIONS, OPENINGS, is_line, openings
from koreanews.cleaner.sections import is_section_label
from koreanews.cleaner.text.entries import Entries, is_entry, may_begin
from koreanews.cleaner.text.headline import trailing_date
from koreanews.cleaner.text.shapes import is_prose
from koreanews.cleaner.text.signing import names_author, signs_story
from koreanews.cleaner.text.videos import duration
from koreanews.cleaner.titles import read_title

_BODY = frozenset({Kind.PARAGRAPH, Kind.HEADING, Kind.LIST_ITEM, Kind.LIVE_ENTRY})
_OWN = _BODY | {Kind.SLIDE_TEXT, Kind.SLIDE_IMAGE}
_STORY = _OWN | {Kind.RELATED_HEADLINE}
_SIGNED = frozenset({Kind.PARAGRAPH, Kind.HEADING})
_TOLD_BY_WORDS = frozenset({Kind.VIDEO_LABEL, Kind.UNKNOWN, Kind.PARAGRAPH, Kind.SLIDE_TEXT})
_DATES = frozenset({Kind.DATELINE, Kind.METADATA_DATE})
_LONGEST_LABEL = 20
"""Characters of the longest line that says what it is."""
_COUNTER = re.compile(r"\d{1,3} ?[/|] ?\d{1,3}")
_DURATION = re.compile(r"\d{1,3}:\d\d(?::\d\d)?")
_SKIPS = openings("skip")
_PHRASES = tuple(OPENINGS)


def settled(blocks: list[Block], title: str) -> list[Block]:
    """The blocks of a page's content, in their order, those changed that all of them together show to be another kind.

    `title` is what the page's <title> says.
    """
    story = [place for place, block in enumerate(blocks) if block.kind in _BODY]
    headline = next((block.text for block in blocks if block.kind is Kind.HEADLINE), title)
    if story:
        blocks = _signed(_with_orphans(blocks, story[-1] + 1))
    if story and _is_live(blocks, story, headline):
        first = story[0] - _is_time_over(blocks, story[0])
        blocks = [*blocks[:first], *map(_as_entry, blocks[first:])]
    named = read_title(title)
    if not (named and named.date):
        blocks = _with_date_of_headline(blocks)
    if named and named.section in MEDIA_SECTIONS:
        blocks = list(_with_program(blocks))
    return [_by_its_words(block) if block.kind in _TOLD_BY_WORDS else block for block in blocks]


def _with_date_of_headline(blocks: list[Block]) -> list[Block]:
    """The blocks; a date at the end of the headline is the page's dateline where it has no other."""
    place = next((place for place, block in enumerate(blocks) if block.kind is Kind.HEADLINE), None)
    if place is None or any(block.kind in _DATES for block in blocks):
        return blocks
    block = blocks[place]
    length = trailing_date(block.text)
    if not length:
        return blocks
    day = Block(Kind.DATELINE, block.text[length:].strip(), "", block.line)
    return [*blocks[:place], replace(block, text=block.text[:length]), day, *blocks[place + 1 :]]


def _with_orphans(blocks: list[Block], place: int) -> list[Block]:
    """The blocks; prose that no rule knows and that stands right below the story, from `place` on, is the story's: an
    end tag too many closed the box of its text before it."""
    end = place
    while end < len(blocks) and blocks[end].kind is Kind.UNKNOWN and _is_storys(blocks[end].text):
        end += 1
    orphans = (replace(block, kind=Kind.PARAGRAPH) for block in blocks[place:end])
    return [*blocks[:place], *orphans, *blocks[end:]] if end > place else blocks


def _signed(blocks: list[Block]) -> list[Block]:
    """The blocks; what the story ends with is no text of it where it says no more than who made it."""
    last = next(place for place in range(len(blocks) - 1, -1, -1) if blocks[place].kind in _BODY)
    block = blocks[last]
    if block.kind not in _SIGNED:
        return blocks
    if names_author(block.text):
        signed = replace(block, kind=Kind.METADATA_AUTHOR, text=block.text.partition(": ")[2])
    elif signs_story(block.text):
        signed = replace(block, kind=Kind.BYLINE)
    else:
        return blocks
    return [*blocks[:last], signed, *blocks[last + 1 :]]


def _is_storys(text: str) -> bool:
    return is_prose(text) and not text.startswith(_PHRASES)


def is_mostly_hidden(blocks: list[Block], hidden: int) -> bool:
    """Whether hidden boxes hold as many characters as the story that is shown: then it is the story that a page
    unfolds when it is read."""
    return hidden > 0 and hidden >= sum(len(block.text) for block in blocks if block.kind in _BODY)


def has_no_story(blocks: list[Block]) -> bool:
    """Whether no block is the story's: no text of it and no slide."""
    return all(block.kind not in _OWN for block in blocks)


def free_story(soup: Tag) -> bool:
    """Frees the story's text from the boxes that it stands in; True if the page has a box of it.

    A program that cut a bar or an advertisement out of a page by its first end tag leaves the box of it open: the
    story is within. The boxes around the text lose their names, and with these what they are.
    """
    boxes = [box for box in within(soup, "div") if not _TEXT_BOXES.isdisjoint(classes(box)) and visible(box)]
    for parent in (parent for box in boxes for parent in box.parents):
        parent.attrs.clear()
    return bool(boxes)


_TEXT_BOXES = frozenset({"longText", "rich-text"})


def lacks_its_text(blocks: list[Block]) -> bool:
    """Whether no block is the story's, and prose stands there that no rule knew: a build whose classes are others."""
    for block in blocks:
        if block.kind in _STORY:
            return False
        if block.kind is Kind.RELATED_LABEL:
            # The stories listed above it are what a topic page has for text; those below belong to another.
            break
    return any(block.kind is Kind.UNKNOWN and is_prose(_uncredited(block.text)) for block in blocks)


def _uncredited(text: str) -> str:
    """A slide's text without the credit of its picture, which may stand right behind it."""
    mark = credit_mark(text)
    return text[: mark[0]] if mark else text


def _is_live(blocks: list[Block], story: list[int], headline: str) -> bool:
    entries, between = Entries(headline), 0
    for block in blocks[story[0] : story[-1]]:
        between += block.kind is Kind.DATELINE or (block.kind is Kind.NAVIGATION and block.text.startswith(_SKIPS))
    for place in story:
        if may_begin(blocks[place].text):
            entries.see(blocks[place].text)
    return entries.are_enough(between)


def _is_time_over(blocks: list[Block], place: int) -> bool:
    """Whether the time of the first entry, and no date, stands right above a place."""
    above = blocks[place - 1] if place else None
    return above is not None and above.kind is Kind.DATELINE and not find_dates(above.text)


def _as_entry(block: Block) -> Block:
    """A block of a live blog: the dates and times that stand over its entries are no dateline of the page."""
    if block.kind is Kind.DATELINE:
        return replace(block, kind=Kind.LIVE_ENTRY)
    if block.kind in (Kind.PARAGRAPH, Kind.HEADING) and is_entry(block.text):
        return replace(block, kind=Kind.LIVE_ENTRY)
    return block


def _with_program(blocks: list[Block]) -> Iterator[Block]:
    """The blocks of a media page: above its headline stands the programme, which goes with the page's own video."""
    video = next((block.item for block in blocks if block.kind is Kind.VIDEO_LABEL), 0)
    for block in blocks:
        if block.kind is Kind.SECTION_LABEL and not is_section_label(block.text):
            yield replace(block, kind=Kind.VIDEO_PROGRAM, item=video)
        else:
            yield block


def _by_its_words(block: Block) -> Block:
    """A short line that says what it is: the label of an advertisement, a slide's number, how long a video is."""
    kind, text = block.kind, block.text
    if kind is Kind.VIDEO_LABEL:
        found = _DURATION.search(text)
        return replace(block, text=found[0] if found else "")
    if len(text) > _LONGEST_LABEL:
        return block
    if kind is Kind.PARAGRAPH and is_line(text, "advertisement"):
        return replace(block, kind=Kind.ADVERTISEMENT)
    if kind is Kind.SLIDE_TEXT and _COUNTER.fullmatch(text):
        return replace(block, kind=Kind.NAVIGATION)
    if kind is Kind.UNKNOWN and (length := duration(text)):
        return replace(block, kind=Kind.VIDEO_LABEL, text=length)
    return block
