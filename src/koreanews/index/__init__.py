"""Storing and finding: articles to and from a folder of JSON Lines, and the search index derived from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from koreanews.index.index import Index

__all__ = ["Index"]


def __getattr__(name: str) -> Any:
    # Who only makes records' lines, as the ingest's worker processes do, needs no search engine.
    if name == "Index":
        from koreanews.index.index import Index

        return Index
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
