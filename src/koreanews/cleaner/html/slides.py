"""Galleries since 2023: slides with picture, title, text and credit, or a cover that links to them."""

from __future__ import annotations

from itertools import islice

from bs4 import Tag

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.html.part import Part
from koreanews.cleaner.html.pictures import credited, images
from koreanews.cleaner.html.sorter import Sorter
from koreanews.cleaner.html.words import classes, visible, within


def gallery(tag: Tag, sorter: Sorter) -> Part:
    """A gallery within a story: its slides, or its cover alone, which is what DW's own pages have there."""
    slides = 0
    for each in within(tag, "figure", "li", "div"):
        slides += each.name != "div" or "slide" in classes(each)
    return GALLERY if slides > 1 else COVER


def slide(tag: Tag, sorter: Sorter) -> Part:
    """A slide of a gallery whose title stands above all of them."""
    sorter.new_item()
    sorter.add(Kind.SLIDE_GALLERY, "", title_above(tag))
    return SLIDE


def title_above(slide: Tag) -> str:
    """The title with which the gallery begins that `slide` is in; "" where it begins with none."""
    title: Tag | None = None
    for box in islice(slide.parents, _HIGHEST_BOX):
        first = (each for each in islice(box.children, _FIRST_FEW) if isinstance(each, Tag))
        title = next((each for each in first if each.name in ("h2", "h3", "h4")), title)
        if "gallery" in str(box.attrs.get("class")):
            return visible(title) if title else ""
    return ""


_HIGHEST_BOX = 2
"""The list of the slides, and the gallery around it."""
_FIRST_FEW = 4
"""Nodes at a box's beginning among which its title may stand; blanks between elements are nodes too."""


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
)
GALLERY = Part(Kind.NAVIGATION, {"figure": slide, "li": slide, ".slide": slide})
