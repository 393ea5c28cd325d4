"""Stories and what they have to do with one another: links between them, gaps, copies and story lines.

- stories: `Stories`, what its users meet; results: what it gives
- mentions, days: what a page says of other stories; matching: whether that means a story of the archive
- wording, clues, likeness: how alike headlines and texts are, and how the like are found
- store, rows, targets: what is kept; filling, taking, resolving, copying: how it is kept up
- links, groups, gaps, wanted, threads: the answers; collapsing: hits as stories; differences, merging: of copies
- graph, picture, graph_formats, escaping: the map, drawn and written; beside: what `koreanews show` asks
"""

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
