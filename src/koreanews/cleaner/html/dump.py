"""A page of no known layout, sorted as a text dump; but which words are the story's pictures' its elements tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from koreanews.cleaner.blocks import Block, Kind
from koreanews.cleaner.credits import credit_mark
from koreanews.cleaner.html.fallback import Shown, shown_lines
from koreanews.cleaner.html.lean import Lean
from koreanews.cleaner.html.pictures import image_kind
from koreanews.cleaner.phrases import openings
from koreanews.cleaner.text import sort_text
from koreanews.cleaner.text.lines import clean_text
from koreanews.cleaner.text.shapes import is_prose

_CAPTION = openings("image_caption")
_BEGINS = frozenset({Kind.HEADLINE, Kind.TEASER, Kind.PARAGRAPH})
_STORY = frozenset({Kind.PARAGRAPH, Kind.HEADING, Kind.LIST_ITEM, Kind.LIVE_ENTRY})


def sort_dump(page: Lean, title: str) -> list[Block]:
    """The blocks of what a page shows; `title` is what its <title> says, or else its only <h1>.

    Pictures between headline and last paragraph are the story's; their words are kept from the sorter of text, which
    would have to guess. So are those right below it, and are nothing. The rest belong to other stories or to the site.
    What the page does not show is kept from it too.
    """
    shown = shown_lines(page)
    tops = [line.text.strip() for line in shown if line.is_top]
    title = title or (tops[0] if len(tops) == 1 else "")
    hidden = _hidden(shown)
    places = [place for place in range(len(shown)) if place not in hidden]
    seen = [shown[place] for place in places]
    blocks = sort_text(_text(seen), title)
    pictures: dict[int, bool] = {}
    if any(line.picture for line in seen):
        begin, end, below = _story(blocks, seen)
        pictures = {place: place < end for place, line in enumerate(seen) if line.picture and begin < place <= below}
    if pictures:
        blocks = sort_text(_text([line for place, line in enumerate(seen) if place not in pictures]), title)
    if not pictures and not hidden:
        return blocks
    apart = {places[place]: is_storys for place, is_storys in pictures.items()} | dict.fromkeys(hidden, False)
    return list(_numbered(_with_apart(blocks, shown, apart)))


def _hidden(shown: list[Shown]) -> set[int]:
    """The places of the lines that the page does not show; none where they are as much text as the others: then it is
    the story that a page unfolds when it is read."""
    hidden = {place for place, line in enumerate(shown) if line.hidden}
    if hidden:
        lengths = [len(line.text) if is_prose(line.text.strip()) else 0 for line in shown]
        told = sum(lengths[place] for place in hidden)
        if told and told >= sum(lengths) - told:
            return set()
    return hidden


def _text(shown: list[Shown]) -> str:
    return "".join([line.text for line in shown])


def _story(blocks: list[Block], shown: list[Shown]) -> tuple[int, int, int]:
    """At which of the lines shown the story begins, with its headline as a rule; its last paragraph; and the last line
    that was taken for text of the story's, which may be a picture's."""
    begin = next((block.line for block in blocks if block.kind in _BEGINS), 0)
    line, starts = 1, []
    for each in shown:
        starts.append(line)
        line += each.text.count("\n")
    paragraphs = {block.line for block in blocks if block.kind in _STORY}
    places = [place for place, start in enumerate(starts) if start in paragraphs]
    end = max((place for place in places if not shown[place].picture), default=0)
    return next((place for place, start in enumerate(starts) if start >= begin), 0), end, max(places, default=0)


def _with_apart(blocks: list[Block], shown: list[Shown], apart: dict[int, bool]) -> Iterator[Block]:
    """The blocks of the page without the lines `apart`, and those of these lines where they stand.

    `apart` says of the lines that are pictures' or hidden whether they are the story's.
    """
    items = max((block.item for block in blocks), default=0)
    read = wanted = 0
    left = iter(blocks)
    for place, line in enumerate(shown):
        if place not in apart:
            wanted += len(line.text)
            continue
        while read < wanted and (block := next(left, None)):
            read += len(block.raw)
            yield block
        if apart[place]:
            yield from _picture(line, items + line.picture)
        else:
            yield Block(Kind.NAVIGATION, clean_text(line.text), "" if line.is_alt else line.text, 1)
    yield from left


def _picture(line: Shown, item: int) -> Iterator[Block]:
    """The blocks of a picture's line: its alt text, or its caption with the credit apart."""
    text = clean_text(line.text)
    if line.is_alt:
        yield Block(image_kind(text), text, "", 1, item)
        return
    text = next((text[len(mark) :].lstrip() for mark in _CAPTION if text.startswith(mark)), text)
    end, start = credit_mark(text) or (len(text), len(text))
    yield Block(Kind.IMAGE_CAPTION, text[:end], line.text, 1, item)
    if start < len(text):
        yield Block(Kind.IMAGE_CREDIT, text[start:], "", 1, item)


def _numbered(blocks: Iterator[Block]) -> Iterator[Block]:
    line = 1
    for block in blocks:
        yield replace(block, line=line)
        line += block.raw.count("\n")
