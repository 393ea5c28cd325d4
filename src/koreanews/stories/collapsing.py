"""Hits of which several are copies of one story, shown as one: the preferred one, in the place of the first.

Hits are gone through twice, as a stream: once to see which of them are copies of which, once to put those together
that are. What is held of them is the copies' ids.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple, Protocol, TypeVar

from koreanews.index.results import Hit, Results, Row
from koreanews.stories.groups import group_of, ranked, rows_of


class CollapsedHit(NamedTuple):
    """A hit, and the ids of the other hits that it stands for, the next best first: copies of it."""

    hit: Hit
    copies: tuple[str, ...]


class Collapsed(NamedTuple):
    """A page of hits, one for each story; `stories` is how many there are in all, `total` the hits that they are."""

    total: int
    stories: int
    hits: tuple[CollapsedHit, ...]


class Copies(NamedTuple):
    """What of some hits is a copy of what.

    `standing` has for the first hit of a story that several hits are the ids of these, the preferred one first; for
    the others of them none. `places` are those of the preferred ones among all hits, from 0.
    """

    total: int
    stories: int
    standing: dict[str, tuple[str, ...]]
    places: dict[str, int]


class FoundStory(NamedTuple):
    """A story among hits: place and row of the first that is it, the ids of all that are, the preferred one first."""

    place: int
    row: Row
    ids: tuple[str, ...]


class _Row(Protocol):
    @property
    def id(self) -> str: ...


class _Hit(Protocol):
    @property
    def row(self) -> _Row: ...


HitT = TypeVar("HitT", bound=_Hit)


def copies_among(store: sqlite3.Connection, ids: Iterable[str]) -> Copies:
    """What of the hits with these ids is a copy of what."""
    groups, total = _groups_among(store, ids)
    stories, standing, places = total, dict[str, tuple[str, ...]](), dict[str, int]()
    for group in groups:
        if len(group) > 1:
            first, best_first = next(iter(group)), _best_first(store, group)
            standing |= dict.fromkeys(best_first, ()) | {first: best_first}
            places[best_first[0]] = group[best_first[0]]
            stories -= len(best_first) - 1
    return Copies(total, stories, standing, places)


def part_of(stories: Iterator[FoundStory], copies: Copies, limit: int | None, offset: int) -> Iterator[FoundStory]:
    """So many of the stories, all if `limit` is None, after leaving out as many as `offset`; both however large."""
    first = min(offset, copies.total)
    return islice(stories, first, None if limit is None else first + min(limit, copies.total))


def stories_among(rows: Iterable[Row], copies: Copies) -> Iterator[FoundStory]:
    """The stories that the hits with these rows are, in the places of the first of them."""
    for place, row in enumerate(rows):
        if ids := copies.standing.get(row.id, (row.id,)):
            yield FoundStory(place, row, ids)


def collapsed(store: sqlite3.Connection, hits: Iterable[HitT]) -> list[tuple[HitT, tuple[str, ...]]]:
    """For each story the preferred one of the hits that are it, in the place of the first of them, with the others."""
    by_id = {hit.row.id: hit for hit in hits}
    standing = copies_among(store, by_id).standing
    stories = (standing.get(id, (id,)) for id in by_id)
    return [(by_id[ids[0]], ids[1:]) for ids in stories if ids]


def collapsed_page(
    copies: Copies, rows: Iterable[Row], search: Callable[[int, int], Results], limit: int, offset: int
) -> Collapsed:
    """So many stories, after leaving out as many as `offset`.

    `rows` are those of all hits; `search` gives so many hits from a place on. Where a hit is not where it was a moment
    ago, because somebody wrote in between, the first of its story stands for it, without a passage.
    """
    page = list(part_of(stories_among(rows, copies), copies, limit, offset))
    found: dict[str, Hit] = {}
    for start, end in _stretches(sorted(copies.places.get(story.ids[0], story.place) for story in page)):
        found |= {hit.row.id: hit for hit in search(end - start, start).hits}
    shown = ((found.get(story.ids[0]) or Hit(story.row, 0.0, (), None), story.ids) for story in page)
    hits = tuple(CollapsedHit(hit, tuple(id for id in ids if id != hit.row.id)) for hit, ids in shown)
    return Collapsed(copies.total, copies.stories, hits)


_IDS_A_QUERY = 500
"""Ids that one query of SQLite is given."""
_NEAR = 20
"""Hits that are rather made in vain than asked for apart."""


def _groups_among(store: sqlite3.Connection, ids: Iterable[str]) -> tuple[list[dict[str, int]], int]:
    """The hits whose stories have copies, those of one group together, by their ids with their places among all hits.

    And how many hits there are.
    """
    hits, total = iter(ids), 0
    groups: list[dict[str, int]] = []
    group_with: dict[int, dict[str, int]] = {}
    while some := list(islice(hits, _IDS_A_QUERY)):
        copied = _copied(store, some)
        for place, id in enumerate(some, total):
            if (n := copied.get(id)) is None:
                continue
            if n not in group_with:
                groups.append({})
                group_with.update(dict.fromkeys(group_of(store, n), groups[-1]))
            group_with[n][id] = place
        total += len(some)
    return groups, total


def _copied(store: sqlite3.Connection, ids: Sequence[str]) -> dict[str, int]:
    """Of so many ids as one query can take, those of stories that have copies, with the stories' numbers."""
    query = (
        f"SELECT id, n FROM story WHERE id IN ({', '.join('?' * len(ids))}) "
        "AND EXISTS (SELECT 1 FROM copy WHERE story = n)"
    )
    return dict(store.execute(query, ids).fetchall())


def _best_first(store: sqlite3.Connection, ids: Iterable[str]) -> tuple[str, ...]:
    """The ids of copies of one story, by how much they are to be preferred."""
    wanted = dict.fromkeys(ids)
    (n,) = store.execute("SELECT n FROM story WHERE id = ?", (next(iter(wanted)),)).fetchone()
    return tuple(row.id for row in ranked(rows_of(store, group_of(store, n))) if row.id in wanted)


def _stretches(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Places that lie near one another as stretches, from the first to before the end."""
    at = 0
    while at < len(places):
        end = at
        while end + 1 < len(places) and places[end + 1] - places[end] <= _NEAR:
            end += 1
        yield places[at], places[end] + 1
        at = end + 1
