"""Copies put together: whatever is a copy of a copy is of one group, and one of each group is to be preferred."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from koreanews.stories.days import Span
from koreanews.stories.matching import NEAR
from koreanews.stories.results import Copy, Group, Story
from koreanews.stories.rows import COLUMNS, StoryRow
from koreanews.stories.wording import closeness


def group_of(store: sqlite3.Connection, n: int) -> list[int]:
    """The numbers of a story and all of its copies, in the order in which they were added."""
    found, waiting = {n}, [n]
    while waiting:
        for (other,) in store.execute("SELECT other FROM copy WHERE story = ?", (waiting.pop(),)):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return sorted(found)


def all_groups(store: sqlite3.Connection) -> Iterator[Group]:
    """Every group of copies, in the order of their first records."""
    seen: set[int] = set()
    for (n,) in store.execute("SELECT DISTINCT story FROM copy ORDER BY story").fetchall():
        if n not in seen:
            members = group_of(store, n)
            seen.update(members)
            yield group(store, members)


def group(store: sqlite3.Connection, members: Iterable[int]) -> Group:
    """A group of copies, the preferred one first."""
    return _group(store, ranked(rows_of(store, members)))


def one_story_groups(store: sqlite3.Connection) -> Iterator[Group]:
    """Every group of copies of one story: of those that only share a text, what is one story among them."""
    for found in all_groups(store):
        if found.same_story:
            yield found
            continue
        parts: list[list[StoryRow]] = []
        for row in ranked(rows_of(store, _numbers(store, found))):
            part = next((part for part in parts if _one_story(part[0], row)), None)
            if part is None:
                parts.append([row])
            else:
                part.append(row)
        yield from (_group(store, part) for part in parts if len(part) > 1)


def preferred(store: sqlite3.Connection, n: int) -> StoryRow:
    """Which of a story and its copies to prefer."""
    return ranked(rows_of(store, group_of(store, n)))[0]


def rows_of(store: sqlite3.Connection, numbers: Iterable[int]) -> list[StoryRow]:
    """The rows with these numbers, as many as there are."""
    found = []
    for n in numbers:
        row = store.execute(f"SELECT {COLUMNS} FROM story WHERE n = ?", (n,)).fetchone()
        if row is not None:
            found.append(StoryRow(*row))
    return found


def ranked(rows: Sequence[StoryRow]) -> list[StoryRow]:
    """The most complete first, then the newest.

    Texts that differ in length by a twentieth or less are equally complete: an update need not be longer. Of those
    the record with more filled keys, then the later date, the later capture, the one added later.
    """
    longest = max((row.words for row in rows), default=0)

    def rank(row: StoryRow) -> tuple[object, ...]:
        whole = row.words >= longest * _WHOLE
        length = 0 if whole else row.words
        return (whole, length, row.filled, row.first or 0, row.crawled or "", row.n)

    return sorted(rows, key=rank, reverse=True)


def story_of(row: StoryRow) -> Story:
    """What is told of a story."""
    return Story(row.id, row.headline, row.date, row.date_source, row.kind, row.url)


_WHOLE = 0.95
"""The share of the longest text's words from which on a text is as complete."""


def _numbers(store: sqlite3.Connection, found: Group) -> Iterator[int]:
    for copy in found.copies:
        yield store.execute("SELECT n FROM story WHERE id = ?", (copy.story.id,)).fetchone()[0]


def _group(store: sqlite3.Connection, rows: Sequence[StoryRow]) -> Group:
    return Group(tuple(_copy(store, rows[0], row) for row in rows))


def _copy(store: sqlite3.Connection, first: StoryRow, row: StoryRow) -> Copy:
    query = "SELECT likeness, reason FROM copy WHERE story = ? ORDER BY likeness DESC, other LIMIT 1"
    share, reason = store.execute(query, (row.n,)).fetchone() or (1.0, "")
    return Copy(story_of(row), row.words, share, reason, _one_story(first, row))


def _one_story(one: StoryRow, other: StoryRow) -> bool:
    if one.number is not None and other.number is not None:
        return one.number == other.number
    if one.key != other.key and closeness(one.headline or "", other.headline or "") < _REWORDED:
        return False
    days: Span | None = one.days
    return days is None or other.days is None or days.gap(other.days) <= NEAR


_REWORDED = 0.75
"""The closeness from which on the headlines of two texts that are alike are wordings of one."""
