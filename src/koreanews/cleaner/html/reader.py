"""A page as a browser's reader view shows and saves it: headline, credits and text, without DW's own elements.

Firefox writes its own class names around the text that Readability found. The line of the publisher's address is the
page's only evidence of where it is from; no title line is kept, nor what stood beside the story.
"""

from __future__ import annotations

from bs4 import Tag

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.html.part import Layout, Part
from koreanews.cleaner.html.pictures import PICTURE, images
from koreanews.cleaner.html.sorter import Sorter
from koreanews.cleaner.html.story import BODY
from koreanews.cleaner.html.words import visible


def domain(tag: Tag, sorter: Sorter) -> None:
    """Sorts the link to the page itself, which shows no more than its host."""
    address = str(tag.attrs.get("href") or "")
    sorter.add(Kind.PERMALINK if "://" in address else Kind.NAVIGATION, visible(tag), address or None)


def credits(tag: Tag, sorter: Sorter) -> None:
    """Sorts who wrote it; a page of DW's names DW itself to machines, which a browser shows for want of a person."""
    raw = visible(tag)
    sorter.add(Kind.NAVIGATION if raw.startswith("Deutsche Welle") else Kind.BYLINE, raw)


READER = Layout(
    name="reader view",
    in_use="in Firefox",
    signs=(".reader-title", ".reader-header", ".moz-reader-content", ".reader-domain"),
    begins=(".reader-header", "body"),
    ends=(),
    page=Part(
        Kind.UNKNOWN,
        {
            ".reader-domain": domain,
            ".reader-title": Kind.HEADLINE,
            ".reader-credits": credits,
            ".meta-data": Kind.NAVIGATION,
            ".reader-estimated-time": Kind.NAVIGATION,
            ".moz-reader-content": BODY.extended({"figure": PICTURE, **images(Kind.IMAGE, alone=True)}),
            "nav": Kind.NAVIGATION,
        },
    ),
    source=("dw.com/", "dw.de/", "dw-world.de/"),
)
