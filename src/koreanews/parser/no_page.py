"""What a server gives in place of a page: an error ("404 Not Found"), or a wall that asks for consent and no more."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from koreanews.cleaner.blocks import Block, Kind
from koreanews.cleaner.phrases import ERROR_PAGES

_STORY: Final = (Kind.TEASER, Kind.PARAGRAPH, Kind.HEADING, Kind.LIST_ITEM)
_LONGEST: Final = 1000
"""Characters of text on an error page; a story that is called so has more."""
_LONGEST_LABEL: Final = 100
_BETWEEN: Final = re.compile(r"[|–—:.!…]+|(?<=\s)-+(?=\s)")
_CODE: Final = re.compile(
    r"(?:(?:http|error|fehler|code|status)\s){0,3}[45]\d\d\b(?:\s(?:error|fehler)\b)?|^(?:error|fehler)$"
)
_SITE: Final = frozenset({"", "dw", "dw com", "deutsche welle", "com"})


def is_no_page(blocks: Mapping[Kind, Sequence[Block]], headline: str | None) -> bool:
    """Whether a page that has no date of its own is an error page, or nothing but a wall of consent to cookies.

    `blocks` are the page's blocks by their kinds, `headline` is the record's. An error page says what it is, and no
    more, where its headline would be; one that says more below is a story of that name.
    """
    story = [block for kind in _STORY for block in blocks.get(kind, ())]
    if Kind.BYLINE in blocks or Kind.DATELINE in blocks or sum(len(block.text) for block in story) > _LONGEST:
        return False
    shown = next((block.text for block in blocks.get(Kind.HEADLINE, ()) if block.text), None)
    if headline is None:
        shown = next((block.text for block in sorted(story, key=lambda block: block.line) if block.text), None)
    if any(text and is_error(text) for text in (headline, shown)):
        return True
    # A dump with DW's banner and no more is a page that stops short: that banner is no wall.
    return Kind.COOKIE_BANNER in blocks and Kind.LAYOUT in blocks and not story and _SHOWN.isdisjoint(blocks)


_SHOWN: Final = frozenset(Kind) - {
    Kind.COOKIE_BANNER, Kind.TITLE_LINE, Kind.CAPTURE_HEADER, Kind.ADVERTISEMENT, Kind.BLANK, Kind.LAYOUT,
    Kind.METADATA_LANGUAGE, Kind.METADATA_URL, Kind.METADATA_SITE,
}  # fmt: skip
"""What a wall of consent shows none of; nor does it say to machines that it is an article."""


def is_error(text: str) -> bool:
    """Whether a line says which error stands in place of a page, no more ("Error 404 - Page not found | DW")."""
    if len(text) > _LONGEST_LABEL:
        return False
    said = False
    for part in _BETWEEN.split(text.casefold()):
        part, codes = _CODE.subn("", part.strip())
        part = part.strip()
        if part in ERROR_PAGES:
            said = True
        elif part not in _SITE:
            return False
        said = said or codes > 0
    return said
