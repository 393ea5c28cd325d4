"""Hits of which several are copies of one story, shown as one: the preferred one, in the place of the first."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol, TypeVar

from koreanews.index.results import Hit, Results
from koreanews.stories.groups import group_of, ranked, rows_of


class Standing(NamedTuple):
    """A hit, and the ids of the other hits that it stands for, the next best first: copies of it."""

    hit: Hit
    copies: tuple[str, ...]


class Collapsed(NamedTuple):
    """A page of hits, one for each story; `stories` is how many there are in all, `total` the hits that they are."""

    total: int
    stories: int
    hits: tuple[Standing, ...]


class _Row(Protocol):
    @property
    def id(self) -> str: ...


class _Hit(Protocol):
    @property
    def row(self) -> _Row: ...


HitT = TypeVar("HitT", bound=_Hit)


def collapsed(store: sqlite3.Connection, hits: Iterable[HitT]) -> list[tuple[HitT, tuple[str, ...]]]:
    """For each story the preferred one of the hits that are it, in the place of the first of them, with the others."""
    all_hits = {hit.row.id: hit for hit in hits}
    copied = _copied(store, list(all_hits))
    shown: list[tuple[HitT, tuple[str, ...]]] = []
    seen: set[str] = set()
    for id, hit in all_hits.items():
        if id in seen:
            continue
        if id not in copied:
            shown.append((hit, ()))
            continue
        members = ranked(rows_of(store, group_of(store, copied[id])))
        best, *others = [row.id for row in members if row.id in all_hits]
        seen.update((best, *others))
        shown.append((all_hits[best], tuple(others)))
    return shown


def collapsed_page(
    store: sqlite3.Connection, search: Callable[[int, int, bool], Results], limit: int | None, offset: int
) -> Collapsed:
    """So many stories, after leaving out as many as `offset`; all that are left where `limit` is null.

    `search` gives so many hits from a place on, with or without their passages. Where a hit is not where it was a
    moment ago, because somebody wrote in between, it is given without its passage.
    """
    found = search(search(0, 0, False).total, 0, False)
    stories = collapsed(store, found.hits)
    page = stories[offset:][:limit]
    places = {hit.row.id: place for place, hit in enumerate(found.hits)}
    passages: dict[str, Hit] = {}
    for start, end in _stretches(sorted(places[hit.row.id] for hit, _ in page)):
        passages |= {hit.row.id: hit for hit in search(end - start, start, True).hits}
    shown = tuple(Standing(passages.get(hit.row.id, hit), copies) for hit, copies in page)
    return Collapsed(found.total, len(stories), shown)


_IDS_A_QUERY = 500
_NEAR = 20
"""Hits that are rather made in vain than asked for apart."""


def _copied(store: sqlite3.Connection, ids: Sequence[str]) -> dict[str, int]:
    """Of these ids those of stories that have copies, with the stories' numbers."""
    found: dict[str, int] = {}
    for start in range(0, len(ids), _IDS_A_QUERY):
        some = ids[start : start + _IDS_A_QUERY]
        found |= store.execute(
            f"SELECT id, n FROM story WHERE id IN ({', '.join('?' * len(some))}) "
            "AND EXISTS (SELECT 1 FROM copy WHERE story = n)",
            some,
        ).fetchall()
    return found


def _stretches(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Places that lie near one another as stretches, from the first to before the end."""
    at = 0
    while at < len(places):
        end = at
        while end + 1 < len(places) and places[end + 1] - places[end] <= _NEAR:
            end += 1
        yield places[at], places[end] + 1
        at = end + 1
