"""What stands beside the mentions of a page that is shown: the records that they mean. Made to cost little."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

from koreanews.index.index import Index
from koreanews.stories.store import Base, Mark, base_of, connect, mark_of

if TYPE_CHECKING:
    from koreanews.stories.mentions import Place
    from koreanews.stories.results import Link


def links_beside(
    index: Index, id: str, on_progress: Callable[[int, int], None] | None = None
) -> dict[Place, Link] | None:
    """The links of a record to what the archive has, by where its page names it.

    A little that came to the archive since links were last followed is followed now; None where it is so much that
    nobody who only wants to read would wait for it. What `Stories.links` raises.
    """
    base = base_of(index)
    mark, is_any_found = _asked(base, id)
    if mark == base.covered and not is_any_found:
        return {}
    if base.covered.bytes - mark.bytes > _MUCH:
        return None
    # Loaded only now: most pages name nothing that the archive has.
    from koreanews.stories.stories import Stories

    links = Stories(index, on_progress=on_progress).links(id).outgoing
    return {place: link for link in links if link.meant for place in link.places}


_MUCH = 5_000_000
"""Bytes of records.jsonl: some thousand records, and a few seconds."""


def _asked(base: Base, id: str) -> tuple[Mark, bool]:
    """How far the store is filled, and whether something that the record's page names is in the archive."""
    if base.path is None or not base.path.exists():
        return Mark(), False
    try:
        with closing(connect(base.path)) as store:
            return mark_of(store), store.execute(_IS_ANY_FOUND, (id,)).fetchone() is not None
    except sqlite3.Error:
        # Damaged, or being made: whoever asks for links in earnest mends it, or says what is wrong.
        return Mark(), False


_IS_ANY_FOUND = (
    "SELECT 1 FROM story JOIN mention ON mention.story = story.n JOIN link ON link.target = mention.target "
    "WHERE story.id = ? LIMIT 1"
)
