"""A page's source as a browser shows it, saved as a page itself ("view-source:"): the page within.

Chrome shows a table with a row a line, Firefox a <pre>; both colour it with elements around the source's own text.
"""

from __future__ import annotations

import re
from html import unescape

_BEGINNING = 8192
"""Characters of a page in which it says whether it shows another's source."""

_CHROME = "line-gutter-backdrop"
_FIREFOX = re.compile(r"<body[^>]{0,200}\bid=[\"']?viewsource\b", re.IGNORECASE)
_ROW = re.compile(r"<tr\b", re.IGNORECASE)
_FIRST_CHARACTER = re.compile(r"<(?:pre|table|tbody)\b[^>]{0,500}>", re.IGNORECASE)


def source_within(html: str) -> str | None:
    """The source that the page `html` shows; None where it is no such page."""
    beginning = html[:_BEGINNING]
    if _CHROME not in beginning and not _FIREFOX.search(beginning):
        return None
    first = _FIRST_CHARACTER.search(html)
    if first is None:
        return None
    # A row is a line; what the browser wrote between rows is none of the source.
    rows = _ROW.split(html[first.end() :]) if _CHROME in beginning else [f">{html[first.end() :]}"]
    lines = (_untagged(row.partition(">")[2]).rstrip("\n") for row in rows)
    return unescape("\n".join(lines)).lstrip("\n")


def _untagged(text: str) -> str:
    """`text` without its tags; in time linear in its length, however many of them have no end."""
    pieces, at = [], 0
    while (start := text.find("<", at)) >= 0 and (end := text.find(">", start)) >= 0:
        pieces.append(text[at:start])
        at = end + 1
    pieces.append(text[at:])
    return "".join(pieces)
