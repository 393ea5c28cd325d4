"""Pages of other publishers, which turn up in every crawl: told by what they say of themselves."""

from __future__ import annotations

import re
from typing import Final

from koreanews.cleaner.phrases import PUBLISHERS, PUBLISHERS_DATELINES, RIGHTS
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.titles import signed_title

_OWN: Final = re.compile(r"\bDW\b|Deutsche Welle|\bdw\.com|dw-world|Infografik .{1,80} ENG")
_DATELINE: Final = re.compile(
    rf"(?:[A-Z][\w.' -]{{1,30}},? )?(?:[A-Z][a-z]+\.? \d{{1,2}} ?)?"
    rf"\((?P<agency>{'|'.join(PUBLISHERS_DATELINES)})\) ?(?:--|—|–|-) "
)
_COPYRIGHT: Final = re.compile(
    r"(?:©|\(c\)|\(C\)|Copyright)(?: ©| \(c\)| \(C\))?(?: \d{4})?(?:[-–]\d{4})?(?: by)? (?P<owner>[^.|]{2,60})"
)


_COPYRIGHT_STARTS: Final = "©(C"


def claims_rights(text: str) -> bool:
    """Whether `text` is a publisher's copyright line."""
    return len(text) < 300 and (_COPYRIGHT.match(text) is not None or any(words in text for words in RIGHTS))


def other_publisher(page: Page) -> str | None:
    """The name of the publisher, other than DW, whose page this shows itself to be; None without positive signs."""
    signs = _signs(page)
    return signs[0] if signs and not _shows_dw(page) else None


def _signs(page: Page) -> list[str]:
    """The names of other publishers: on its first line, in titles and datelines below, in the last copyright lines."""
    names = []
    if page.line and " " in page.line.text and page.line.text in PUBLISHERS:
        names.append(page.line.text)
    for line in page.lines[:6]:
        if len(line.text) < 300 and (title := signed_title(line.text)):
            names.append(title[1])
        if "(" in (opening := line.text[:100]) and (match := _DATELINE.match(opening)):
            names.append(match["agency"])
    for line in page.lines[-12:]:
        text = line.text
        if len(text) > 300:
            continue
        match = _COPYRIGHT.match(text) if text[0] in _COPYRIGHT_STARTS else None
        if match and "Deutsche Welle" not in match["owner"]:
            names.append(match["owner"].strip())
        elif any(map(text.__contains__, RIGHTS)):
            names.append(text)
    return names


def _shows_dw(page: Page) -> bool:
    return page.title is not None or any(_OWN.search(line.text) for line in page.lines)
