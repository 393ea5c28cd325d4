"""A page as Safari saves it ("Web Archive"): a binary property list with the page and what it shows."""

from __future__ import annotations

import plistlib
import struct
from dataclasses import dataclass

from koreanews.captures.stream import Unreadable


@dataclass(frozen=True, slots=True)
class MainResource:
    """The page within: its HTML, the encoding it is said to be in, its address."""

    html: bytes
    charset: str | None
    url: str | None


def main_resource(data: bytes) -> MainResource:
    """The page in `data`. Unreadable where it is damaged or holds none."""
    try:
        archive = plistlib.loads(data, fmt=plistlib.FMT_BINARY)
    except (plistlib.InvalidFileException, ValueError, IndexError, OverflowError, struct.error, RecursionError):
        raise Unreadable("is a damaged property list, not a web archive") from None
    main = archive.get("WebMainResource") if isinstance(archive, dict) else None
    if not isinstance(main, dict):
        main = {}
    html = main.get("WebResourceData")
    if not isinstance(html, bytes) or not html.strip():
        raise Unreadable("is a property list that holds no page")
    return MainResource(html, _text(main.get("WebResourceTextEncodingName")), _text(main.get("WebResourceURL")))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.isprintable() else None
