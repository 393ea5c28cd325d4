"""Galleries since 2023: slides with picture, title, text and credit, or a cover that links to them."""

from __future__ import annotations

from bs4 import Tag

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.html.part import Part
from koreanews.cleaner.html.pictures import credited, images
from koreanews.cleaner.html.sorter import Sorter
from koreanews.cleaner.html.words import visible, within


def gallery(tag: Tag, sorter: Sorter) -> Part:
    """A gallery within a story: its slides, or its cover alone, which is what DW's own pages have there."""
    slides = 0
    for each in within(tag, "figure", "li", "div"):
        slides += each.name != "div" or "slide" in str(each.attrs.get("class")).split()
    return GALLERY if slides > 1 else COVER


def slide_credit(tag: Tag, sorter: Sorter) -> None:
    """Sorts the credit of a slide's picture: "alt (credit)" is how text dumps and pages until 2023 have it."""
    raw = visible(tag)
    text = f"({credited(raw)})"
    if raw:
        sorter.add(Kind.SLIDE_IMAGE, raw, "" if sorter.amend(Kind.SLIDE_IMAGE, text) else text)


COVER = Part(
    Kind.NAVIGATION, {**images(Kind.SLIDE_IMAGE), ".headline": Kind.SLIDE_GALLERY, "h2": Kind.SLIDE_GALLERY}, item=True
)
SLIDE = Part(
    Kind.SLIDE_TEXT,
    {
        **images(Kind.SLIDE_IMAGE),
        **dict.fromkeys(("h2", "h3", "h4"), Kind.SLIDE_TITLE),
        "small": slide_credit,
        ".copyright": slide_credit,
    },
    item=True,
)
GALLERY = Part(Kind.NAVIGATION, {"figure": SLIDE, "li": SLIDE, ".slide": SLIDE})
