"""The cleaner: a capture's text or HTML, sorted into blocks of named kinds. Nothing is lost."""

from __future__ import annotations

from koreanews.captures.capture import Capture
from koreanews.cleaner.blocks import Block, Kind
from koreanews.cleaner.text import sort_text

__all__ = ["Block", "Kind", "clean"]


def clean(capture: Capture) -> list[Block]:
    """The blocks of `capture`, in the order of the page. Never raises for what a page holds."""
    return sort_text(capture.text)
