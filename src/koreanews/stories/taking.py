"""Taking lines of records.jsonl in: stories, mentions, clues and bands as rows, what they replace taken out.

Clues and bands are spread all over their tables. They are put aside first, and then moved in order, so that each page
of the file is written once for all lines together.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from koreanews.index.records import Line, is_removal
from koreanews.stories.copying import drop_copies
from koreanews.stories.days import MONTH
from koreanews.stories.matching import NEAR
from koreanews.stories.rows import COLUMNS, StoryRow, story_row
from koreanews.stories.targets import COLUMNS as TARGET_COLUMNS
from koreanews.stories.targets import TargetRow, Targets


class Taken(NamedTuple):
    """What was taken in: the stories from `first_story` to before `end_story`, the targets from `first_target` on.

    `unsettled` are earlier targets that meant a story that is gone, `lonely` stories that were copies of one.
    """

    first_story: int
    end_story: int
    first_target: int
    unsettled: frozenset[int]
    lonely: frozenset[int]

    def targets(self, store: sqlite3.Connection, earlier: Iterable[int]) -> tuple[int, Iterator[TargetRow]]:
        """The targets, and some earlier ones, by date, and how many they are."""
        store.execute("CREATE TEMP TABLE IF NOT EXISTS earlier (n INTEGER PRIMARY KEY)")
        store.execute("DELETE FROM earlier")
        store.executemany("INSERT INTO earlier VALUES (?)", ((n,) for n in earlier))
        # Put in order as whole rows: looked up one by one, they would drive the stories out of SQLite's cache.
        store.execute("DROP TABLE IF EXISTS unsettled")
        query = f"SELECT {TARGET_COLUMNS} FROM target WHERE n >= ? OR n IN earlier ORDER BY coalesce(first, before), n"
        store.execute(f"CREATE TEMP TABLE unsettled AS {query}", (self.first_target,))
        (count,) = store.execute("SELECT count(*) FROM unsettled").fetchone()
        return count, map(TargetRow._make, store.execute("SELECT * FROM unsettled ORDER BY rowid"))

    def stories(self, store: sqlite3.Connection) -> Iterator[StoryRow]:
        """The rows of the stories, by date: clues of a time lie side by side, and are then looked up together."""
        rows = store.execute(f"SELECT {COLUMNS} FROM story WHERE n >= ? ORDER BY first", (self.first_story,))
        return (StoryRow(*row) for row in rows)


class Taking:
    """Takes lines in, within a transaction: `take` each batch, then `end`."""

    def __init__(self, store: sqlite3.Connection) -> None:
        self._store = store
        self._first = self._next = (store.execute("SELECT max(n) FROM story").fetchone()[0] or 0) + 1
        self._targets = Targets(store)
        self._unsettled: set[int] = set()
        self._lonely: set[int] = set()
        for name, what in _ASIDE.items():
            store.execute(f"CREATE TEMP TABLE IF NOT EXISTS new_{name} (value INTEGER, {what} INTEGER)")
            store.execute(f"DELETE FROM new_{name}")

    def take(self, batch: Sequence[Line]) -> None:
        """Puts a batch of lines in force: only the last for each id counts."""
        in_force = {line.record["id"]: line for line in batch}
        self._drop(list(in_force))
        rows, clues, bands = [], [], []
        for line in in_force.values():
            if is_removal(line.record):
                continue
            row, its_bands = story_row(self._next, line.record, line.offset, line.length)
            self._next += 1
            rows.append(row)
            clues += [(clue, row.n) for clue in set(row.clues())]
            bands += [(band, row.n) for band in its_bands]
            self._targets.add(row, line.record)
        marks = ", ".join("?" * len(StoryRow._fields))
        self._store.executemany(f"INSERT INTO story VALUES ({marks})", rows)
        self._store.executemany("INSERT INTO new_story_clue VALUES (?, ?)", clues)
        self._store.executemany("INSERT INTO new_band VALUES (?, ?)", bands)
        self._store.executemany("INSERT INTO new_target_clue VALUES (?, ?)", self._targets.write())

    def end(self) -> Taken:
        """Moves what was put aside to its place. The bands are still in `new_band` then, in order."""
        for name, what in _ASIDE.items():
            self._store.execute(f"CREATE TEMP TABLE sorted (value INTEGER, {what} INTEGER)")
            self._store.execute(f"INSERT INTO sorted SELECT value, {what} FROM new_{name} ORDER BY value, {what}")
            self._store.execute(f"DROP TABLE new_{name}")
            self._store.execute(f"ALTER TABLE sorted RENAME TO new_{name}")
            self._store.execute(f"INSERT OR IGNORE INTO {name} SELECT value, {what} FROM new_{name}")
        targets = self._targets
        unsettled, lonely = frozenset(self._unsettled), frozenset(n for n in self._lonely if n < self._first)
        return Taken(self._first, self._next, targets.first_new, unsettled, lonely)

    def _drop(self, ids: list[str]) -> None:
        """Takes out what the store has of the ids."""
        store = self._store
        for id in ids:
            found = store.execute("SELECT n FROM story WHERE id = ?", (id,)).fetchone()
            if found is None:
                continue
            self._unsettled.update(n for (n,) in store.execute(_UNSETTLED, found))
            self._lonely |= drop_copies(store, found[0])
            for table in ("link", "mention"):
                store.execute(f"DELETE FROM {table} WHERE story = ?", found)
            store.execute("DELETE FROM story WHERE n = ?", found)
            self._lonely.discard(found[0])


_UNSETTLED = f"""
SELECT target FROM link WHERE story = ?1
UNION SELECT target.n FROM target JOIN story USING (key)
    WHERE story.n = ?1 AND target.first BETWEEN story.first - {NEAR + MONTH} AND story.first + {NEAR + MONTH}
"""
"""Targets that meant a story, and those that its headline, coming back, kept from meaning another."""
_ASIDE = {"story_clue": "story", "band": "story", "target_clue": "target"}
"""The tables that are filled so, and what their numbers point to."""
