"""Saved pages in every form in which they arrive: files, folders, containers, encodings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from koreanews.captures.capture import Capture, Ignored, Item, RecordLine, Skipped, Source
    from koreanews.captures.files import Found, find_files
    from koreanews.captures.page import Page, capture_from_bytes, capture_from_text, to_capture
    from koreanews.captures.read import read_captures, read_file, total_size

__all__ = [
    "Capture",
    "Found",
    "Ignored",
    "Item",
    "Page",
    "RecordLine",
    "Skipped",
    "Source",
    "capture_from_bytes",
    "capture_from_text",
    "find_files",
    "read_captures",
    "read_file",
    "to_capture",
    "total_size",
]

_MODULES = {
    "files": ("Found", "find_files"),
    "page": ("Page", "capture_from_bytes", "capture_from_text", "to_capture"),
    "read": ("read_captures", "read_file", "total_size"),
}


def __getattr__(name: str) -> Any:
    # Commands that only show records need the types, not the readers: each module is loaded when it is asked for.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    module = next((module for module, names in _MODULES.items() if name in names), "capture")
    return getattr(import_module(f"{__name__}.{module}"), name)
