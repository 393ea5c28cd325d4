"""A page as browsers save it into a single file: a mail whose first part of HTML is the page (RFC 2557)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from koreanews.captures.stream import Unreadable

if TYPE_CHECKING:
    from email.message import Message


@dataclass(frozen=True, slots=True)
class MhtmlPage:
    """The page within: its HTML, the encoding that its part names, its address, when it was saved.

    `flaw` tells that the file ends too early, but after the page: only pictures and the like are lost.
    """

    html: bytes
    charset: str | None
    url: str | None
    crawled: datetime | None
    flaw: str | None


_MOST_LINES = 4_000_000
_MOST_PARTS = 20_000
"""A page with 64 MiB of pictures has a million lines; the library takes a hundred bytes for each, 2 KB for a part."""


def main_part(data: bytes) -> MhtmlPage:
    """The page in `data`. Unreadable where it holds none, or where it is cut within the page."""
    from koreanews.captures.moments import from_mail_date

    all_parts = _parts_of(data)
    mail = all_parts[0]
    parts = [part for part in all_parts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    if start := mail.get_param("start"):
        parts.sort(key=lambda part: part.get("Content-ID") != start)
    if not parts:
        raise Unreadable("is MHTML that holds no page")
    page, flaw = _page_of(parts), None
    if _is_cut_short(all_parts):
        if all_parts[-1] is page:
            raise Unreadable("is cut short: its MHTML ends within the page")
        flaw = "is cut short: its MHTML ends after the page, within its pictures"
    html = page.get_payload(decode=True)
    if not isinstance(html, bytes) or not html.strip():
        raise Unreadable("is MHTML that holds no page")
    url = page.get("Content-Location") or mail.get("Snapshot-Content-Location")
    date = mail.get("Date")
    return MhtmlPage(
        html,
        page.get_content_charset(),
        "".join(str(url).split()) if url else None,
        from_mail_date(str(date)) if date else None,
        flaw,
    )


def _parts_of(data: bytes) -> list[Message]:
    """The mail itself and all parts in it, in their order. Unreadable where they are too many."""
    import email
    import email.policy

    if data.count(b"\n") + data.count(b"\r") > _MOST_LINES or data.count(b"\n--") > _MOST_PARTS:
        raise Unreadable("is MHTML of more lines or parts than any page has")
    try:
        return list(email.message_from_bytes(data, policy=email.policy.compat32).walk())
    except RecursionError:
        raise Unreadable("is MHTML of parts in parts in parts, too deep to be a page") from None


def _is_cut_short(parts: list[Message]) -> bool:
    """Whether the mark is missing with which a mail of parts ends, or begins."""
    from email.errors import CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect

    missing = (CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect)
    return any(isinstance(defect, missing) for part in parts for defect in part.defects)


def _page_of(parts: list[Message]) -> Message:
    """The page among the parts that are HTML: the first, unless all that it shows is in its frames; then the longest.

    So a proxy or translator is saved that shows the page in a frame.
    """
    first = _content(parts[0])
    if len(parts) == 1 or _TEXT.search(first) or not _FRAME.search(first):
        return parts[0]
    return max(parts, key=lambda part: len(content) if _TEXT.search(content := _content(part)) else -1)


def _content(part: Message) -> bytes:
    """What a part holds, its transfer encoding undone."""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


_TEXT = re.compile(rb"<(?:p|h1)[\s>]", re.IGNORECASE)
"""What a page of text has; one that only arranges frames has none."""
_FRAME = re.compile(rb"<i?frame[\s>]", re.IGNORECASE)
