"""Finding which stories of a batch are copies of one that is there: by DW id, by the same text, by a text much alike.

A newcomer is compared with the few that share a MinHash band, a DW id or headline and day with it; with a handful at
most, so that the thousandth copy of a page costs no more than the second. It need not meet all of its copies:
whatever it meets belongs to the same group.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from koreanews.index.records import RecordsReader
from koreanews.stories.likeness import LEAST_WORDS, bands_of, likeness, text_of, words_of
from koreanews.stories.matching import NEAR
from koreanews.stories.rows import COLUMNS, StoryRow

ALIKE = 0.6
"""The share of three-word runs from which on two texts are copies, whatever their headlines and dates."""
ALIKE_OF_ONE_DAY = 0.35
"""The share from which on they are where headline and date are the same too: an update, or a capture cut short."""


class Newcomer(NamedTuple):
    """A story that was just put in: its row, its record, the words of its text, and the bands of these."""

    row: StoryRow
    record: dict[str, Any]
    words: list[str]
    bands: list[int]


def drop_copies(store: sqlite3.Connection, story: int) -> set[int]:
    """Forgets a story's copies; gives the stories that were."""
    others = {other for (other,) in store.execute("SELECT other FROM copy WHERE story = ?", (story,))}
    store.execute("DELETE FROM copy WHERE story = ?", (story,))
    store.executemany("DELETE FROM copy WHERE story = ? AND other = ?", ((other, story) for other in others))
    return others


def find_copies(
    store: sqlite3.Connection, records: RecordsReader, newcomers: Sequence[Newcomer], lonely: Iterable[int]
) -> None:
    """Puts in which stories are copies of the newcomers, and of those that lost a copy."""
    known = {newcomer.row.n: newcomer.words for newcomer in newcomers}
    found: set[tuple[int, int, float, str]] = set()
    for newcomer in newcomers:
        found.update(_copies(store, records, newcomer.row, newcomer.words, newcomer.bands, known))
    for n in lonely:
        if (row := _row(store, n)) is not None:
            words = _words(records, row)
            found.update(_copies(store, records, row, words, bands_of(words), known))
    both = found | {(other, story, share, why) for story, other, share, why in found}
    store.executemany("INSERT OR REPLACE INTO copy VALUES (?, ?, ?, ?)", sorted(both))


_MOST = 6
"""Stories that a newcomer is compared with, for each way of finding them."""


def _copies(
    store: sqlite3.Connection,
    records: RecordsReader,
    story: StoryRow,
    words: list[str],
    bands: list[int],
    known: dict[int, list[str]],
) -> Iterator[tuple[int, int, float, str]]:
    seen: set[int] = {story.n}
    for query, values in _lookups(story, bands):
        for found in store.execute(query, values).fetchall():
            other = StoryRow(*found)
            if other.n in seen:
                continue
            seen.add(other.n)
            same_text = story.digest is not None and story.digest == other.digest
            share = 1.0 if same_text else likeness(words, known.get(other.n) or _words(records, other))
            if reason := _reason(story, other, share):
                yield story.n, other.n, round(share, 3), reason


def _lookups(story: StoryRow, bands: list[int]) -> Iterator[tuple[str, tuple[object, ...]]]:
    select = f"SELECT {COLUMNS} FROM story"
    if story.number is not None:
        yield f"{select} WHERE number = ? ORDER BY n LIMIT {_MOST}", (story.number,)
    if story.digest is not None:
        yield f"{select} WHERE digest = ? ORDER BY n LIMIT {_MOST}", (story.digest,)
    if story.key is not None and story.first is not None:
        near = (story.key, story.first - NEAR, story.first + NEAR)
        yield f"{select} WHERE key = ? AND first BETWEEN ? AND ? ORDER BY n LIMIT {_MOST}", near
    if bands:
        shared = " UNION ALL ".join(
            f"SELECT * FROM (SELECT story FROM band JOIN story ON n = story WHERE band = ? LIMIT {_MOST + 1})"
            for _ in bands
        )
        most = f"SELECT story FROM ({shared}) GROUP BY story ORDER BY count(*) DESC, story LIMIT {_MOST + 1}"
        yield f"{select} WHERE n IN ({most})", tuple(bands)


def _reason(story: StoryRow, other: StoryRow, share: float) -> str | None:
    """Why the two are copies, in words; null where they are not."""
    if story.number is not None and story.number == other.number:
        return "same DW id"
    least = min(story.words, other.words)
    same_story = _same_headline_and_day(story, other)
    if share == 1 and (least >= LEAST_WORDS or (same_story and least)):
        return "same text"
    if least >= LEAST_WORDS and share >= ALIKE:
        return f"text alike to {share:.0%}"
    if same_story and least >= LEAST_WORDS and share >= ALIKE_OF_ONE_DAY:
        return f"same headline and date, text alike to {share:.0%}"
    return None


def _same_headline_and_day(story: StoryRow, other: StoryRow) -> bool:
    if story.key is None or story.key != other.key or story.days is None or other.days is None:
        return False
    return story.days.gap(other.days) <= NEAR


def _row(store: sqlite3.Connection, n: int) -> StoryRow | None:
    found = store.execute(f"SELECT {COLUMNS} FROM story WHERE n = ?", (n,)).fetchone()
    return StoryRow(*found) if found else None


def _words(records: RecordsReader, story: StoryRow) -> list[str]:
    record: dict[str, Any] = json.loads(records.line_at(story.offset, story.length))
    return words_of(text_of(record))
