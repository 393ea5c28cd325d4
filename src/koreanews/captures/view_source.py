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
_FIRST_CHARACTER = re.compile(r"<(?:pre|table|tbody)\b[^>]*+>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*+>")


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
    lines = (_TAG.sub("", row.partition(">")[2]).rstrip("\n") for row in rows)
    return unescape("\n".join(lines)).lstrip("\n")
