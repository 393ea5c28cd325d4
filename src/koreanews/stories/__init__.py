"""Stories and what they have to do with one another: links between them, gaps, copies and story lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from koreanews.stories.stories import Stories

__all__ = ["Stories"]


def __getattr__(name: str) -> Any:
    # `koreanews show` asks the store one question, and needs nothing else of this most of the time.
    if name == "Stories":
        from koreanews.stories.stories import Stories

        return Stories
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
