"""The line that a story belongs to: what came before and after it, by links, likeness and date."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from koreanews.index.index import Index
from koreanews.stories.days import Span, span_of
from koreanews.stories.groups import group_of, preferred, ranked, rows_of, story_of
from koreanews.stories.links import links_of
from koreanews.stories.results import Step
from koreanews.stories.rows import COLUMNS, StoryRow


def thread(store: sqlite3.Connection, index: Index, story: StoryRow, limit: int) -> list[Step]:
    """The story and at most `limit` others of its line, by date, the undated last; one of each group of copies."""
    found = _Found(store, story)
    for evidence in chain(
        _by_links(store, story), _by_shared_mentions(store, story), _by_likeness(store, index, story)
    ):
        found.add(evidence)
    steps = [*found.best(limit), Step(story_of(story), 1.0, ("the story asked for",))]
    return sorted(steps, key=lambda step: (step.story.date is None, step.story.date or "", step.story.id))


_LEAST = 0.3
"""The weight from which on a story is of the line."""
_SECOND_HAND, _SHARED, _ALIKE = 0.4, 0.5, 0.7
"""The weights of a sure link at second hand, of a mention that only one other page shares, of likeness on one day."""
_FADING = 365
"""Days after which likeness counts half: the same words come back with every summit."""


class _Evidence(NamedTuple):
    """That a story belongs to the line: how much this speaks for it, 0 to 1, and what it is."""

    row: StoryRow
    weight: float
    reason: str


class _Weighed(NamedTuple):
    """A story, the weight of all that speaks for it, 0 to 1, and what that is."""

    row: StoryRow
    weight: float = 0.0
    reasons: tuple[str, ...] = ()


class _Found:
    """The stories that something speaks for, one of each group of copies; not the story asked for."""

    def __init__(self, store: sqlite3.Connection, story: StoryRow) -> None:
        self._store = store
        self._own = set(group_of(store, story.n))
        self._found: dict[int, _Weighed] = {}

    def add(self, evidence: _Evidence) -> None:
        """Evidences are taken as independent: two of 0.5 make 0.75."""
        if evidence.row.n in self._own:
            return
        row = preferred(self._store, evidence.row.n)
        before = self._found.get(row.n, _Weighed(row))
        if evidence.reason not in before.reasons:
            weight = 1 - (1 - before.weight) * (1 - evidence.weight)
            self._found[row.n] = _Weighed(before.row, weight, (*before.reasons, evidence.reason))

    def best(self, limit: int) -> Iterator[Step]:
        """At most `limit` of them, the weightiest first."""
        found = sorted(self._found.values(), key=lambda one: (-one.weight, one.row.n))
        return (
            Step(story_of(one.row), round(one.weight, 2), one.reasons)
            for one in found[: max(0, limit)]
            if one.weight >= _LEAST
        )


def _by_links(store: sqlite3.Connection, story: StoryRow) -> Iterator[_Evidence]:
    """What it names and what names it, and the same for each of these at second hand."""
    first = list(_linked(store, story))
    yield from first
    between = [one for one in first if not _is_common(store, one.row)]
    for one in between[:_MOST_BETWEEN]:
        for other in _linked(store, one.row):
            if not _is_common(store, other.row):
                weight = one.weight * other.weight * _SECOND_HAND
                yield _Evidence(other.row, weight, f"linked by way of {one.row.id}")


_MOST_BETWEEN = 20
"""Stories linked to one, whose own links are followed."""


def _is_common(store: sqlite3.Connection, story: StoryRow) -> bool:
    """Whether so many pages name it that it belongs to no line."""
    query = "SELECT mention.story FROM link JOIN mention USING (target) WHERE link.story = ? LIMIT ?"
    return len(store.execute(query, (story.n, _COMMON)).fetchall()) == _COMMON


def _linked(store: sqlite3.Connection, story: StoryRow) -> Iterator[_Evidence]:
    """The stories that a story names for sure, and those that so name it."""
    links = links_of(store, story)
    for link in links.outgoing:
        if link.status == "found":
            for row in _row(store, link.meant[0].story.id):
                yield _Evidence(row, link.meant[0].confidence, "named by it")
    for one in links.incoming:
        if one.status == "found":
            for row in _row(store, one.page.id):
                yield _Evidence(row, one.confidence, "names it")


def _by_shared_mentions(store: sqlite3.Connection, story: StoryRow) -> Iterator[_Evidence]:
    """Stories that name what it names; the less, the more pages name that."""
    query = "SELECT target, headline FROM mention WHERE story = ? ORDER BY place"
    for target, headline in store.execute(query, (story.n,)).fetchall():
        others = store.execute(
            "SELECT story FROM mention WHERE target = ? AND story <> ? LIMIT ?", (target, story.n, _COMMON)
        ).fetchall()
        if len(others) < _COMMON:
            for row in rows_of(store, (n for (n,) in others)):
                yield _Evidence(row, _SHARED / len(others) ** 0.5, f"both name {headline!r}")


_COMMON = 30
"""Pages that name a story from which on naming it tells nothing: the galleries that every page recommends."""


def _by_likeness(store: sqlite3.Connection, index: Index, story: StoryRow) -> Iterator[_Evidence]:
    """Stories that its headline's words find, held against how well they find the story itself."""
    words = list(dict.fromkeys(_WORD.findall(f"{story.headline or ''} {story.teaser or ''}")))[:_MOST_WORDS]
    if not words:
        return
    hits = index.search(" OR ".join(f'"{word}"' for word in words), limit=_MOST_HITS, passage_size=0).hits
    own = {row.id for row in ranked(rows_of(store, group_of(store, story.n)))}
    itself = max((hit.score for hit in hits if hit.row.id in own), default=0.0)
    for hit in hits:
        if not itself or hit.score < itself * _LEAST_SCORE:
            continue
        share = min(1.0, hit.score / itself)
        for row in _row(store, hit.row.id):
            weight = _ALIKE * share * _faded(story.days, span_of(row.date))
            yield _Evidence(row, weight, f"alike to {share:.0%} in its words")


_WORD = re.compile(r"\w{2,}")
_MOST_WORDS = 30
"""Words of headline and teaser that stories are searched for by."""
_MOST_HITS = 40
"""Stories found by them that are looked at."""
_LEAST_SCORE = 0.35
"""The share of the story's own score that another one must reach."""


def _faded(one: Span | None, other: Span | None) -> float:
    """How much of its weight likeness keeps over the days between two stories, 0 to 1; half where these are unknown."""
    if one is None or other is None:
        return 0.5
    return float(0.5 ** (one.gap(other) / _FADING))


def _row(store: sqlite3.Connection, id: str) -> list[StoryRow]:
    """The row of an id; none where the search index is ahead of the store."""
    found = store.execute(f"SELECT {COLUMNS} FROM story WHERE id = ?", (id,)).fetchall()
    return [StoryRow(*row) for row in found]
