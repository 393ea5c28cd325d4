"""The gaps of the archive as a list for a crawler or a librarian: what is lacking, and which pages ask for it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from koreanews.stories.days import Span
from koreanews.stories.gaps import Gap, gaps_of
from koreanews.stories.mentions import Way, places_of
from koreanews.stories.results import WantedStory


def wanted(store: sqlite3.Connection, days: Span | None = None) -> list[WantedStory]:
    """The stories asked for, by most pages first, then the newest first.

    `days` leaves those of other days out, and those without a date.
    """
    gaps = [gap for gap in gaps_of(store) if days is None or gap.is_within(days)]
    return sorted(_stories(store, gaps), key=lambda story: (-story.pages, _backwards(story.date), story.headline))


_Asking = dict[int, list[tuple[str, str]]]
"""The pages that ask for each target, in the order in which they came: their ids, and the places of the mention."""


def _stories(store: sqlite3.Connection, gaps: Sequence[Gap]) -> Iterator[WantedStory]:
    """What is told of each gap, in their order."""
    for start in range(0, len(gaps), _AT_ONCE):
        some = gaps[start : start + _AT_ONCE]
        asking = _asking(store, [target.n for gap in some for target in gap.targets])
        yield from (_story(gap, asking) for gap in some)


_AT_ONCE = 500
"""Gaps that are told of together, and values that one query of SQLite is given."""


def _asking(store: sqlite3.Connection, targets: Sequence[int]) -> _Asking:
    """The pages that ask for these targets."""
    asking: _Asking = {}
    for start in range(0, len(targets), _AT_ONCE):
        some = targets[start : start + _AT_ONCE]
        query = (
            "SELECT target, id, places FROM mention JOIN story ON story.n = mention.story "
            f"WHERE target IN ({', '.join('?' * len(some))}) ORDER BY target, mention.story, place"
        )
        for target, id, places in store.execute(query, some):
            asking.setdefault(target, []).append((id, places))
    return asking


def _story(gap: Gap, asking: _Asking) -> WantedStory:
    """What is told of one gap, by the first of its targets, and by the next where that has no address or teaser."""
    pages: dict[str, None] = {}
    ways: dict[Way, None] = {}
    for target in gap.targets:
        for id, places in asking.get(target.n, ()):
            pages[id] = None
            ways.update((way, None) for way, _ in places_of(places))
    first = gap.targets[0]
    return WantedStory(
        headline=first.headline,
        date=first.date,
        url=next((target.url for target in gap.targets if target.url), None),
        teaser=next((target.teaser for target in gap.targets if target.teaser), None),
        pages=len(pages),
        ways=tuple(ways),
        asked_by=tuple(pages)[:_MOST_PAGES],
    )


_MOST_PAGES = 10
"""Of those that ask for a story, in `WantedStory.asked_by`."""


def _backwards(date: str | None) -> tuple[int, ...]:
    """Puts later dates first, and none last."""
    return (0, *(-int(part) for part in date.split("-"))) if date else (1,)
