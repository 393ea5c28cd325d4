"""The cleaner: a capture's text or HTML, sorted into blocks of named kinds. Nothing is lost.

- blocks: what a page is sorted into
- text: the sorter of text dumps; html: that of HTML pages; phrases: the words of page furniture, as data
- about_page, credits, dates, month_names, sections, titles: pieces of a line that both sorters read
"""

from __future__ import annotations

from koreanews.captures.capture import Capture
from koreanews.cleaner.blocks import Block, Kind
from koreanews.cleaner.text import sort_text

__all__ = ["Block", "Kind", "clean"]


def clean(capture: Capture) -> list[Block]:
    """The blocks of `capture`, in the order of the page. Never raises for what a page holds.

    HTML in none of the layouts known falls back to its visible text, sorted as a text dump; a layout block says so.
    """
    if not capture.is_html:
        return sort_text(capture.text)
    from koreanews.cleaner.html import sort_html, sort_shown

    blocks = sort_html(capture.text, capture.url)
    return sort_shown(capture.text) if blocks is None else blocks
