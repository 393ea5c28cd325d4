"""Slides on a gallery's own page whose elements do not say that they are any: a picture each, and its text below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from koreanews.cleaner.blocks import Block, Kind
from koreanews.cleaner.credits import credit_mark

_OF_PICTURES = frozenset({Kind.IMAGE, Kind.INFOGRAPHIC, Kind.IMAGE_CAPTION, Kind.IMAGE_CREDIT})
_TEXTS = frozenset({Kind.PARAGRAPH, Kind.IMAGE_CAPTION})
_STORY = _OF_PICTURES | {Kind.PARAGRAPH, Kind.HEADING}
_SLIDES = frozenset({Kind.SLIDE_TEXT, Kind.SLIDE_TITLE, Kind.SLIDE_IMAGE, Kind.SLIDE_GALLERY})


def with_slides(blocks: list[Block]) -> list[Block]:
    """The blocks of a gallery's own page; where none is a slide's and two pictures or more have text below, these are.

    A picture with no text of its own, as one over all slides, stays one of the page's.
    """
    if any(block.kind in _SLIDES for block in blocks):
        return blocks
    last = max((place for place, block in enumerate(blocks) if block.kind in _STORY or _is_credit(block)), default=0)
    stretches = pairwise([*_pictures(blocks), last + 1])
    slides = [(begin, end) for begin, end in stretches if any(block.kind in _TEXTS for block in blocks[begin:end])]
    if len(slides) < _FEWEST:
        return blocks
    found = blocks[: slides[0][0]]
    for (begin, end), after in zip(slides, [*(begin for begin, _ in slides[1:]), len(blocks)], strict=True):
        found += [*_slide(blocks[begin:end]), *blocks[end:after]]
    return found


_FEWEST = 2


def _pictures(blocks: list[Block]) -> Iterator[int]:
    """The places at which the pictures begin."""
    item = 0
    for place, block in enumerate(blocks):
        if block.kind in _OF_PICTURES and block.item != item:
            item = block.item
            yield place


def _slide(blocks: list[Block]) -> Iterator[Block]:
    """The blocks of one slide; behind the description of its picture stands its credit, as slides have it elsewhere."""
    item, credits = blocks[0].item, list(filter(None, map(_credit, blocks)))
    image = next((block.text for block in blocks if block.kind in _IMAGES), "")
    said = " ".join(filter(None, (image, *(f"({credit})" for credit in credits[:1]))))
    if said:
        yield Block(Kind.SLIDE_IMAGE, said, "", blocks[0].line, item)
    texts = sum(block.kind in _TEXTS for block in blocks)
    is_titled = any(block.kind is Kind.HEADING for block in blocks)
    for block in blocks:
        kind, text = _KINDS.get(block.kind, block.kind), block.text
        if kind is Kind.SLIDE_IMAGE or _is_credit(block):
            kind, text = Kind.SLIDE_IMAGE, ""
        elif block.kind is Kind.IMAGE_CAPTION and texts > 1 and not is_titled:
            kind, is_titled = Kind.SLIDE_TITLE, True
        elif kind is Kind.SLIDE_TEXT and (mark := credit_mark(text)):
            text = text[: mark[0]]
        if text or block.raw:
            yield replace(block, kind=kind, text=text, item=item)


def _credit(block: Block) -> str:
    """The credit that a block of a slide names; "" where it names none."""
    if block.kind is Kind.IMAGE_CREDIT:
        return block.text
    mark = credit_mark(block.text) if block.kind in _TEXTS or block.kind is Kind.UNKNOWN else None
    return block.text[mark[1] :] if mark else ""


def _is_credit(block: Block) -> bool:
    """Whether a line is a picture's credit and no more, which nothing but its words tells: "Image: Kyodo"."""
    mark = credit_mark(block.text) if block.kind is Kind.UNKNOWN or block.kind is Kind.PARAGRAPH else None
    return mark is not None and mark[0] == 0


_IMAGES = frozenset({Kind.IMAGE, Kind.INFOGRAPHIC})
_KINDS = {
    Kind.IMAGE: Kind.SLIDE_IMAGE,
    Kind.INFOGRAPHIC: Kind.SLIDE_IMAGE,
    Kind.IMAGE_CREDIT: Kind.SLIDE_IMAGE,
    Kind.HEADING: Kind.SLIDE_TITLE,
    Kind.IMAGE_CAPTION: Kind.SLIDE_TEXT,
    Kind.PARAGRAPH: Kind.SLIDE_TEXT,
}
