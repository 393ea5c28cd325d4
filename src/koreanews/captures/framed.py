"""A page that another shows in a frame, whose text that one holds itself (<iframe srcdoc="...">).

So proxies, and programs that save pages, put what they fetched below a bar of their own.
"""

from __future__ import annotations

import re
from html import unescape

_FRAME = re.compile(r"\bsrcdoc\s{0,9}=\s{0,9}(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)')", re.IGNORECASE)
_TEXT = re.compile(r"<(?:p|h1)[\s>]", re.IGNORECASE)
"""What a page of text has; one that only arranges frames has none."""


def framed_within(html: str) -> str | None:
    """The longest page with text in a frame of `html`; None where that has text of its own, or no such frame."""
    if "srcdoc" not in html or _TEXT.search(_FRAME.sub("", html)):
        return None
    pages = (unescape(found["double"] or found["single"] or "") for found in _FRAME.finditer(html))
    return max((page for page in pages if _TEXT.search(page)), key=len, default=None)
