"""Settling which story of the archive a mention means: looked up by id, address, headline and clues, then compared."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from koreanews.stories import targets
from koreanews.stories.clues import day_clues, period_clues
from koreanews.stories.days import MONTH, Span, recurs
from koreanews.stories.matching import MARGIN, NEAR, PERIOD, Candidate, Match, match
from koreanews.stories.rows import StoryRow
from koreanews.stories.targets import TargetRow


class Resolving:
    """Settles targets without links: the stories that each may mean, the best and those that cannot be told from it.

    `resolve` any number of targets, those of a time together, then `end`. Links are put aside first, and then moved in
    order, so that each page of their table is written once for all.
    """

    def __init__(self, store: sqlite3.Connection) -> None:
        self._store = store
        columns = "target INTEGER, story INTEGER, confidence REAL, reason TEXT"
        store.execute(f"CREATE TEMP TABLE IF NOT EXISTS new_link ({columns})")
        store.execute("DELETE FROM new_link")

    def resolve(self, some: Iterable[TargetRow]) -> None:
        """Finds the links of these targets, and puts them aside."""
        links = (
            (target.n, story, one.confidence, one.reason)
            for target in some
            for story, one in _best(self._store, target)
        )
        self._store.executemany("INSERT INTO new_link VALUES (?, ?, ?, ?)", links)

    def end(self) -> None:
        """Moves all links to their place."""
        self._store.execute("INSERT INTO link SELECT * FROM new_link ORDER BY target, story")


def forget(store: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Takes out the links of targets that are to be settled anew."""
    store.executemany("DELETE FROM link WHERE target = ?", ((number,) for number in numbers))


def unsettled_by(store: sqlite3.Connection, story: StoryRow, *, below: int) -> set[int]:
    """The targets numbered below `below` that mean a new story, or seem to."""
    if below == 1:
        return set()
    candidate = story.candidate()
    seen: set[int] = set()
    fitting: set[int] = set()
    for query, values in _lookups_of_story(story):
        for found in store.execute(query, values):
            target = TargetRow(*found)
            if target.n < below and target.n not in seen:
                seen.add(target.n)
                # Of a headline that proves to come back, only the very day is meant.
                comes_back = target.key == story.key and target.days is not None
                if comes_back or match(target.wanted(), candidate) is not None:
                    fitting.add(target.n)
    return fitting


_MOST = 100
_MOST_ALIKE = 12
_MOST_NAMING = 24
_MOST_OF_A_CLUE = 40
"""Bounds to the cost, which real headlines stay far below: stories of one headline, or alike, that a mention is
compared with; mentions that a new story is compared with; either that share one clue."""


def _best(store: sqlite3.Connection, target: TargetRow) -> list[tuple[int, Match]]:
    """The stories that a target means or may mean, by their numbers, the likeliest first."""
    matches = _matches(store, target)
    if not matches:
        return []
    best = max(one.confidence for one in matches.values())
    # A column has one headline every day: what is certain has no rival in what is merely near.
    least = _CERTAIN if best >= _CERTAIN else best - MARGIN
    close = [(n, one) for n, one in matches.items() if one.confidence >= least]
    return sorted(close, key=lambda item: (-item[1].confidence, item[0]))[:_MOST_KEPT]


def _matches(store: sqlite3.Connection, target: TargetRow) -> dict[int, Match]:
    """The stories that fit a target, by their numbers, as far as they need be looked for."""
    wanted = target.wanted()
    matches: dict[int, Match] = {}
    seen: dict[int, _Known] = {}
    for query, values in _lookups_of_target(target):
        for found in store.execute(query, values):
            story = _Known(*found)
            if story.n not in seen:
                seen[story.n] = story
                if (one := match(wanted, story.candidate())) is not None:
                    matches[story.n] = one
        if any(one.confidence >= _CERTAIN for one in matches.values()):
            break
    for n in _other_days(target, [seen[n] for n in matches], seen.values()):
        del matches[n]
    return matches


class _Known(NamedTuple):
    """Of a story's row what a mention is held against; see `StoryRow`."""

    n: int
    key: int | None
    headline: str | None
    first: int | None
    last: int | None
    sure: int
    teaser: str | None
    number: int | None
    url: str | None
    kind: str

    @property
    def days(self) -> Span | None:
        return None if self.first is None or self.last is None else Span(self.first, self.last)

    def candidate(self) -> Candidate:
        """What a mention is held against."""
        return Candidate(self.headline or "", self.days, bool(self.sure), self.teaser, self.number, self.url, self.kind)


_KNOWN = ", ".join(_Known._fields)
"""Its columns, for a SELECT."""


def _other_days(target: TargetRow, found: list[_Known], known: Iterable[_Known]) -> Iterator[int]:
    """Of the stories found those of another day than the mention's, where their headline comes back within a month."""
    days = target.days
    if days is None or target.number is not None:
        return
    same = [story for story in known if story.key == target.key and story.sure and story.days is not None]
    if recurs((story.first for story in same if story.first is not None), NEAR):
        for story in found:
            if story.key == target.key and story.sure and story.days is not None and story.days.gap(days):
                yield story.n


_CERTAIN = 0.99
"""The confidence from which on less exact ways of finding a story are not tried, and their matches do not count."""
_MOST_KEPT = 10
"""Stories that are kept of those that one mention may mean."""


def _lookups_of_target(target: TargetRow) -> Iterator[tuple[str, tuple[object, ...]]]:
    """The queries for the stories that a target may mean, the surest first."""
    select = f"SELECT {_KNOWN} FROM story"
    if target.number is not None:
        yield f"{select} WHERE number = ? LIMIT {_MOST}", (target.number,)
    if target.url is not None:
        yield f"{select} WHERE url = ? LIMIT {_MOST}", (target.url,)
    days = target.days
    if days is None:
        # Of many stories with one headline the last before the page, and the first after it.
        before = 10**7 if target.before is None else target.before + NEAR
        yield f"{select} WHERE key = ? AND first <= ? ORDER BY first DESC LIMIT 4", (target.key, before)
    else:
        near = (target.key, days.first - NEAR - MONTH, days.last + NEAR + MONTH)
        yield f"{select} WHERE key = ? AND first BETWEEN ? AND ? LIMIT {_MOST}", near
    yield f"{select} WHERE key = ? AND sure = 0 LIMIT {_MOST}", (target.key,)
    if clues := _clues_around(target):
        yield f"{select} WHERE n IN ({_most_shared('story_clue', 'story', len(clues), _MOST_ALIKE)})", tuple(clues)


def _clues_around(target: TargetRow) -> list[int]:
    """The clues that stories which a target may mean have: of its day and those beside it, or of its period."""
    days = target.days
    if days is None:
        if target.before is None:
            return []
        period = target.before // PERIOD
        return period_clues(target.headline, period) + period_clues(target.headline, period - 1)
    if not days.is_day:
        return []
    return [clue for day in _around(days.first) for clue in day_clues(target.headline, target.teaser, day)]


def _lookups_of_story(story: StoryRow) -> Iterator[tuple[str, tuple[object, ...]]]:
    """The queries for the targets that may mean a story."""
    select = f"SELECT {targets.COLUMNS} FROM target"
    if story.number is not None:
        yield f"{select} WHERE number = ?", (story.number,)
    if story.url is not None:
        yield f"{select} WHERE url = ?", (story.url,)
    if not story.headline:
        return
    if story.sure and story.first is not None and story.last is not None:
        near = (story.key, story.first - NEAR - MONTH, story.last + NEAR + MONTH)
        yield f"{select} WHERE key = ? AND first BETWEEN ? AND ?", near
        undated = f"{select} WHERE key = ? AND first IS NULL AND (before IS NULL OR before >= ?)"
        yield undated, (story.key, story.first - NEAR)
    else:
        yield f"{select} WHERE key = ?", (story.key,)
    if story.days is None:
        return
    clues = period_clues(story.headline, story.period) + period_clues(story.headline, story.period + 1)
    if story.days.is_day:
        clues += [clue for day in _around(story.days.first) for clue in day_clues(story.headline, story.teaser, day)]
    if clues:
        yield f"{select} WHERE n IN ({_most_shared('target_clue', 'target', len(clues), _MOST_NAMING)})", tuple(clues)


def _around(day: int) -> range:
    """A day, and those beside it."""
    return range(day - 1, day + 2)


@cache
def _most_shared(table: str, what: str, clues: int, most: int) -> str:
    """A query for those that share the most of so many clues; of a clue that very many have, only some are seen."""
    each = f"SELECT * FROM (SELECT {what} FROM {table} WHERE clue = ? ORDER BY {what} DESC LIMIT {_MOST_OF_A_CLUE})"
    return (
        f"SELECT {what} FROM ({' UNION ALL '.join([each] * clues)}) GROUP BY {what} ORDER BY count(*) DESC LIMIT {most}"
    )
