"""The cleaner: a capture's text or HTML, sorted into blocks of named kinds. Nothing is lost."""

from __future__ import annotations

from koreanews.captures.capture import Capture
from koreanews.cleaner.blocks import Block, Kind
from koreanews.cleaner.text import sort_text

__all__ = ["NO_LAYOUT", "Block", "Kind", "clean"]

NO_LAYOUT = "no known layout"
"""What the layout block says of HTML that was read as the text it shows."""


def clean(capture: Capture) -> list[Block]:
    """The blocks of `capture`, in the order of the page. Never raises for what a page holds.

    HTML in none of the layouts known falls back to its visible text, sorted as a text dump; a layout block says so.
    """
    if not capture.is_html:
        return sort_text(capture.text)
    from koreanews.cleaner.html import metadata, sort_html, visible_text

    blocks = sort_html(capture.text, capture.url)
    if blocks is not None:
        return blocks
    told = metadata(capture.text)
    title = next((block.text for block in told if block.kind is Kind.TITLE_LINE), "")
    return [*told, Block(Kind.LAYOUT, NO_LAYOUT, "", 1), *sort_text(visible_text(capture.text), title)]
