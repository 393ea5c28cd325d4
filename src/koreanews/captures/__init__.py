"""Saved pages in every form in which they arrive: files, folders, containers, encodings.

- read: the way in; files: what a person's paths stand for; resources: what lies beside pages and is none
- containers: what is in a stream of bytes, whatever it is packed in; content: which form bytes are of
- stream, packing, unpack: bytes from front to back, packed ones unpacked
- archive, archive_zip, archive_tar: the members of zip and tar files; frames: which of them belong to another's page
- warc_records, warc_pages: WARC and ARC files; http, headers: the responses in them
- page: the bytes of one page made a capture; encoding, normal: bytes to text, in Unicode's normal form
- mhtml, webarchive, view_source, framed: a page within what a browser or proxy saved; markdown: what clippers saved
- saved, moments: what those who saved a page tell of it, and when that was
- address, naming: what addresses and names say; capture: what the next stages are given
"""

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
