"""Catching up: what came to records.jsonl since the store was last filled, as rows of stories, mentions and links.

The cost of a batch is that of its own lines and of the mentions that they may settle, found by index: nothing goes
through what the store already holds.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from koreanews.index.records import Line, is_removal
from koreanews.stories.copying import Newcomer, drop_copies, find_copies
from koreanews.stories.resolving import resolve, unsettled_by
from koreanews.stories.rows import StoryRow, story_row
from koreanews.stories.store import Base, Mark, mark_of
from koreanews.stories.targets import Targets

Progress = Callable[[int, int], None]
"""Is told how many bytes of records.jsonl are done, of how many."""


def catch_up(store: sqlite3.Connection, base: Base, on_progress: Progress | None = None) -> None:
    """Fills the store up to what the search index covers, in one transaction.

    Where another process is filling it, what was there before is left for reading; a store with nothing in it yet is
    waited for. sqlite3.Error.
    """
    mark = mark_of(store)
    if mark == base.covered:
        return
    if mark.bytes:
        store.execute("PRAGMA busy_timeout = 0")
    try:
        store.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY and mark.bytes:
            return
        raise
    if base.covered.bytes - mark.bytes > _MUCH:
        store.execute(f"PRAGMA cache_size = -{_CACHE}")
    try:
        mark = mark_of(store)
        if mark.bytes <= base.covered.bytes and mark != base.covered:
            _fill(store, base, mark, on_progress)
            store.execute("UPDATE mark SET bytes = ?, lines = ?, loose_bytes = ?", base.covered)
        store.execute("COMMIT")
    except BaseException:
        store.execute("ROLLBACK")
        raise


_MUCH = 50_000_000
_CACHE = 262_144
"""Where so many bytes of records are to be read, so many KiB of the store are held in memory: pages that do not fit go
to the write-ahead log, and finding them there again takes the longer the longer that is."""
_BATCH = 5_000
"""Lines put in at a time: what of them is held in memory."""


def _fill(store: sqlite3.Connection, base: Base, mark: Mark, on_progress: Progress | None) -> None:
    end = base.covered.bytes + base.covered.loose_bytes
    lines = _lines(base, mark, end)
    while batch := list(islice(lines, _BATCH)):
        _put(store, base, batch)
        if on_progress is not None and (len(batch) == _BATCH or mark.bytes == 0):
            on_progress(min(end, batch[-1].offset + batch[-1].length), end)
    if on_progress is not None:
        on_progress(end, end)


def _lines(base: Base, mark: Mark, end: int) -> Iterator[Line]:
    for line in base.records.lines(mark.bytes, mark.lines + 1):
        if line.offset >= end:
            return
        yield line


def _put(store: sqlite3.Connection, base: Base, batch: list[Line]) -> None:
    """Puts a batch of lines in force: only the last for each id counts."""
    in_force = {line.record["id"]: line for line in batch}
    unsettled, lonely = _drop(store, list(in_force))
    newcomers = _insert(store, [line for line in in_force.values() if not is_removal(line.record)])
    targets = Targets(store)
    for newcomer in newcomers:
        targets.add(newcomer.row, newcomer.record)
    targets.write()
    unsettled |= targets.new
    for newcomer in newcomers:
        unsettled |= unsettled_by(store, newcomer.row, below=targets.first_new)
    resolve(store, unsettled)
    find_copies(store, base.records, newcomers, lonely)


def _drop(store: sqlite3.Connection, ids: list[str]) -> tuple[set[int], set[int]]:
    """Takes out what the store has of the ids; gives the mentions that meant them, and the stories like them."""
    unsettled: set[int] = set()
    lonely: set[int] = set()
    for id in ids:
        found = store.execute("SELECT n FROM story WHERE id = ?", (id,)).fetchone()
        if found is None:
            continue
        unsettled.update(target for (target,) in store.execute("SELECT target FROM link WHERE story = ?", found))
        lonely |= drop_copies(store, found[0])
        for table in ("link", "mention"):
            store.execute(f"DELETE FROM {table} WHERE story = ?", found)
        store.execute("DELETE FROM story WHERE n = ?", found)
        lonely.discard(found[0])
    return unsettled, lonely


def _insert(store: sqlite3.Connection, lines: list[Line]) -> list[Newcomer]:
    next_n = (store.execute("SELECT max(n) FROM story").fetchone()[0] or 0) + 1
    newcomers = [_newcomer(n, line) for n, line in enumerate(lines, next_n)]
    marks = ", ".join("?" * len(StoryRow._fields))
    store.executemany(f"INSERT INTO story VALUES ({marks})", (newcomer.row for newcomer in newcomers))
    # In order, so that neighbours on a page of the file are written together.
    clues = sorted({(clue, newcomer.row.n) for newcomer in newcomers for clue in newcomer.row.clues()})
    store.executemany("INSERT OR IGNORE INTO story_clue VALUES (?, ?)", clues)
    bands = sorted({(band, newcomer.row.n) for newcomer in newcomers for band in newcomer.bands})
    store.executemany("INSERT OR IGNORE INTO band VALUES (?, ?)", bands)
    return newcomers


def _newcomer(n: int, line: Line) -> Newcomer:
    record: dict[str, Any] = line.record
    row, words, bands = story_row(n, record, line.offset, line.length)
    return Newcomer(row, record, words, bands)
