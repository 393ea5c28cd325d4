"""koreanews turns saved Deutsche Welle pages about Korea into a clean, dated, searchable archive.

The library is as usable as the command: `koreanews.parse(text)` is a page's record, `koreanews.blocks(text)` its
lines by kind, `koreanews.read_captures(paths)` the pages in files and folders, `koreanews.Index("dir")` an archive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from koreanews.captures import Capture, read_captures
    from koreanews.cleaner import Block
    from koreanews.index import Index
    from koreanews.parser import Article

__all__ = ["Index", "blocks", "is_compiled", "parse", "parse_capture", "read_captures"]


def parse(text: str | bytes, id: str = "page") -> Article:
    """The record of a saved page: a text dump or HTML, as text or as the bytes of its file.

    `id` becomes the record's id. Never raises for what a page holds; ValueError for bytes that are no page.
    """
    return parse_capture(_capture(text, id))


def blocks(text: str | bytes) -> list[Block]:
    """Every line of a saved page, sorted into blocks of named kinds; what `parse` makes its record from."""
    from koreanews.cleaner import clean

    return clean(_capture(text, "page"))


def parse_capture(capture: Capture) -> Article:
    """The record of a capture, as `read_captures` gives them."""
    from koreanews.cleaner import clean
    from koreanews.parser import parse_blocks

    return parse_blocks(clean(capture), capture)


def is_compiled() -> bool:
    """Whether this is the compiled form of koreanews, which parses pages faster (docs/ingest.md)."""
    from koreanews.cleaner.text import lines

    return not lines.__file__.endswith(".py")


def _capture(page: str | bytes, id: str) -> Capture:
    """The capture of a page given as text or as bytes. ValueError for bytes that are no page."""
    from koreanews.captures.capture import Skipped
    from koreanews.captures.page import capture_from_bytes, capture_from_text

    if isinstance(page, str):
        return capture_from_text(page, id)
    found = capture_from_bytes(page, path=id, id=id)
    if isinstance(found, Skipped):
        raise ValueError(found.reason)
    return found


def __getattr__(name: str) -> Any:
    # An archive loads the search engine, a parser does not: each is imported when it is asked for.
    if name == "Index":
        from koreanews.index import Index

        return Index
    if name == "read_captures":
        from koreanews.captures import read_captures

        return read_captures
    raise AttributeError(f"module 'koreanews' has no attribute {name!r}")
