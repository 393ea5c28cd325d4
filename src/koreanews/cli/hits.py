"""What a search found, as hits or as stories with their copies collapsed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from koreanews.cli.session import Session
from koreanews.index.counting import counted

if TYPE_CHECKING:
    from koreanews.index import Index
    from koreanews.index.results import Hit


class FoundHits(NamedTuple):
    """A page of hits and how many there are in all.

    Collapsed, these are stories, `copies` has the ids of the other hits that each stands for, and `hits_in_all` counts
    them all; else the last two are None.
    """

    total: int
    hits: Sequence[Hit]
    copies: Mapping[str, tuple[str, ...]] | None = None
    hits_in_all: int | None = None


def found_hits(session: Session, index: Index, words: str, *, collapse: bool, **asked: Any) -> FoundHits:
    """The page of hits that `Index.search` is asked for; of stories if `collapse`. What that raises."""
    if not collapse:
        return FoundHits(*index.search(words, **asked))
    from koreanews.cli.stories import open_stories

    found = open_stories(session).search(words, **asked)
    copies = {hit.row.id: copies for hit, copies in found.hits}
    return FoundHits(found.stories, [hit for hit, _ in found.hits], copies, found.total)


def found_ids(
    session: Session, index: Index, words: str, *, collapse: bool, limit: int | None, **asked: Any
) -> tuple[FoundHits, Iterator[str]]:
    """How many hits there are, stories if `collapse`, and the ids of as many as are asked for, few held at a time."""
    if not collapse:
        found = FoundHits(*index.search(words, limit=0, passage_size=0, **asked))
        return found, (row.id for row in index.rows(words, limit=limit, **asked))
    from koreanews.cli.stories import open_stories

    copies, ids = open_stories(session).found_ids(words, limit=limit, **asked)
    return FoundHits(copies.stories, (), None, copies.total), ids


def count_of(found: FoundHits, shown: int, offset: int, *, listed: bool) -> str:
    """How many there are, and which of them were listed, in words; `shown` is their number."""
    if found.hits_in_all is None:
        number = counted(found.total, "hit")
    else:
        number = f"{counted(found.total, 'story')} in {counted(found.hits_in_all, 'hit')}"
    if shown == found.total or not listed:
        return number
    if shown == 1:
        return f"{number}, of which number {offset + 1:,} is shown"
    return f"{number}, of which {offset + 1:,} to {offset + shown:,} are shown" if shown else f"{number}, none shown"


MOST_NAMED = 5
"""Ids that `copies_told` names."""


def copies_told(copies: Sequence[str], short: Mapping[str, str]) -> str:
    """The other hits that one stands for, the first few by their ids."""
    ids = ", ".join(short[id] for id in copies[:MOST_NAMED])
    more = ", …" if len(copies) > MOST_NAMED else ""
    return f"and {counted(len(copies), 'copy')}: {ids}{more}"
