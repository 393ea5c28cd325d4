"""Finding which stories of a batch are copies of one that is there: by DW id, by the same text, by a text much alike.

A newcomer is compared with the few that share a MinHash band, a DW id or headline and day with it; with a handful at
most, so that the thousandth copy of a page costs no more than the second. It need not meet all of its copies:
whatever it meets belongs to the same group.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from koreanews.index.records import RecordsReader
from koreanews.stories.likeness import LEAST_WORDS, bands_of, likeness, runs_of, text_of, words_of
from koreanews.stories.matching import NEAR
from koreanews.stories.rows import COLUMNS, StoryRow

ALIKE = 0.6
"""The share of three-word runs from which on two texts are copies, whatever their headlines and dates."""
ALIKE_OF_ONE_DAY = 0.35
"""The share from which on they are where headline and date are the same too: an update, or a capture cut short."""


def drop_copies(store: sqlite3.Connection, story: int) -> set[int]:
    """Forgets a story's copies; gives the stories that were."""
    others = {other for (other,) in store.execute("SELECT other FROM copy WHERE story = ?", (story,))}
    store.execute("DELETE FROM copy WHERE story = ?", (story,))
    store.executemany("DELETE FROM copy WHERE story = ? AND other = ?", ((other, story) for other in others))
    return others


def find_copies(store: sqlite3.Connection, records: RecordsReader, first: int, lonely: Iterable[int]) -> None:
    """Puts in which stories are copies of those numbered from `first` on, and of those that lost a copy.

    The bands of the former are still in `new_band`.
    """
    texts = _Texts(records)
    found: set[_Pair] = set()
    for n in sorted({n for (n,) in store.execute(_LIKELY, (first, NEAR))} | set(lonely)):
        row = store.execute(f"SELECT {COLUMNS} FROM story WHERE n = ?", (n,)).fetchone()
        if row is not None:
            found.update(_copies(store, texts, StoryRow(*row)))
    both = found | {pair._replace(story=pair.other, other=pair.story) for pair in found}
    store.executemany("INSERT OR REPLACE INTO copy VALUES (?, ?, ?, ?)", sorted(both))


_LIKELY = """
SELECT n FROM story AS one WHERE n >= ?1 AND (
    EXISTS (SELECT 1 FROM story WHERE number = one.number AND n <> one.n) OR
    EXISTS (SELECT 1 FROM story WHERE digest = one.digest AND n <> one.n) OR
    EXISTS (SELECT 1 FROM story WHERE key = one.key AND first BETWEEN one.first - ?2 AND one.first + ?2 AND n <> one.n))
UNION
SELECT story FROM new_band AS one WHERE EXISTS (
    SELECT 1 FROM band WHERE band = one.value AND story < one.story
    UNION ALL SELECT 1 FROM band WHERE band = one.value AND story > one.story)
"""
"""Those of the new stories, from a number on, that share with another one what copies share."""
_MOST = 6
"""Stories that a newcomer is compared with, for each way of finding them."""


class _Pair(NamedTuple):
    """A row of the table `copy`: two stories by number, the likeness of their texts, why they are copies."""

    story: int
    other: int
    likeness: float
    reason: str


class _Texts:
    """The texts of stories as runs of words with their bands, the last few of them kept."""

    def __init__(self, records: RecordsReader) -> None:
        self._records = records
        self._kept: dict[int, tuple[frozenset[str], list[int]]] = {}

    def of(self, story: StoryRow) -> tuple[frozenset[str], list[int]]:
        """The runs and the bands of a story's text."""
        text = self._kept.pop(story.n, None)
        if text is None:
            record: dict[str, Any] = json.loads(self._records.line_at(story.offset, story.length))
            words = words_of(text_of(record))
            text = runs_of(words), bands_of(words)
        self._kept[story.n] = text
        if len(self._kept) > _MOST_TEXTS:
            del self._kept[next(iter(self._kept))]
        return text


_MOST_TEXTS = 300
"""Stories whose texts are held in memory."""


def _copies(store: sqlite3.Connection, texts: _Texts, story: StoryRow) -> Iterator[_Pair]:
    """The copies of a story, as far as they need be met."""
    seen: set[int] = {story.n}
    runs, bands = texts.of(story)
    for query, values in _lookups(story, bands):
        for found in store.execute(query, values).fetchall():
            other = StoryRow(*found)
            if other.n in seen:
                continue
            seen.add(other.n)
            same_text = story.digest is not None and story.digest == other.digest
            share = 1.0 if same_text else likeness(runs, texts.of(other)[0])
            if reason := _reason(story, other, share):
                yield _Pair(story.n, other.n, round(share, 3), reason)


def _lookups(story: StoryRow, bands: list[int]) -> Iterator[tuple[str, tuple[object, ...]]]:
    """The queries for stories that may be copies of one, the surest first, each with its values."""
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
    """Why the two are copies, in words; None where they are not."""
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
