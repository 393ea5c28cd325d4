"""Catching up: what came to records.jsonl since the store was last filled, as rows of stories, mentions and links.

It goes in stretches, each in one transaction, so that an interruption loses the last one only. A stretch is first
taken in whole, then its mentions are settled and its copies found: the cost is that of its own lines, and of the
mentions that they may settle, found by index.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from time import monotonic, sleep

from koreanews.index.records import Line
from koreanews.stories.copying import find_copies
from koreanews.stories.resolving import Resolving, forget, unsettled_by
from koreanews.stories.store import Base, Mark, empty_of_another_algorithm, mark_of
from koreanews.stories.taking import Taken, Taking

Progress = Callable[[int, int], None]
"""Is told how many bytes of records.jsonl are done, of how many."""


def catch_up(store: sqlite3.Connection, base: Base, on_progress: Progress | None = None) -> None:
    """Fills the store up to what the search index covers.

    Where another process is filling it, what is there so far is left for reading; a store with nothing in it yet is
    waited for. sqlite3.Error.
    """
    progress = _Progress(base, on_progress)
    mark = mark_of(store)
    while mark != base.covered:
        if not _begun(store, patience=0 if mark.bytes else _PATIENCE):
            return
        try:
            empty_of_another_algorithm(store)
            mark = mark_of(store)
            if mark.bytes > base.covered.bytes:
                # Another process, which met more records, was quicker.
                mark = base.covered
            elif mark != base.covered:
                mark = _fill(store, base, mark, progress)
                store.execute("UPDATE mark SET bytes = ?, lines = ?, loose_bytes = ?", mark)
            store.execute("COMMIT")
        except BaseException:
            # What went wrong before is told, not what the rollback makes of it.
            with suppress(sqlite3.Error):
                store.execute("ROLLBACK")
            raise
    progress.end()


_PATIENCE = 60.0
"""Seconds to wait for another process that fills a new store."""
_STRETCH = 500_000_000
"""Bytes of records.jsonl between two commits. Every stretch but the first settles mentions of earlier ones anew, and
merges its clues and bands into theirs: few long ones cost less. What is held in memory is some bytes a mention."""
_BATCH = 100
"""Lines put in at a time: what of them is held in memory. More of them gain no time."""


def _begun(store: sqlite3.Connection, patience: float) -> bool:
    """Whether a transaction that writes could be begun. SQLITE_BUSY where that was waited for in vain."""
    store.execute("PRAGMA busy_timeout = 0")
    deadline = monotonic() + patience
    while True:
        try:
            store.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            if not patience:
                return False
            if monotonic() > deadline:
                raise
            # Waited for here, not within SQLite, where nobody could interrupt it.
            sleep(_PAUSE)
        else:
            return True


_PAUSE = 0.05
"""Seconds between two attempts."""


class _Progress:
    """Tells of a long catching-up. Taking a stretch in counts as half of the work on it, settling it as the other."""

    def __init__(self, base: Base, on_progress: Progress | None) -> None:
        self._end = base.covered.bytes + base.covered.loose_bytes
        self._tell = on_progress
        self._told = False

    def taken(self, start: int, done: int) -> None:
        """What begins at `start` is taken in up to `done`."""
        self._say((start + done) // 2)

    def settled(self, start: int, done: int, share: float) -> None:
        """Of what begins at `start` and ends at `done`, this share is settled."""
        self._say((start + done) // 2 + int((done - start) / 2 * share))

    def end(self) -> None:
        if self._told:
            self._say(self._end)

    def _say(self, done: int) -> None:
        if self._tell is not None:
            self._told = True
            self._tell(min(done, self._end), self._end)


def _fill(store: sqlite3.Connection, base: Base, mark: Mark, progress: _Progress) -> Mark:
    """Puts one stretch in; gives how far the store is filled then."""
    stretch = _Stretch(base, mark)
    taking = Taking(store)
    while batch := list(islice(stretch, _BATCH)):
        taking.take(batch)
        if len(batch) == _BATCH:
            progress.taken(mark.bytes, stretch.end)
    for share in _settle(store, base, taking.end()):
        progress.settled(mark.bytes, stretch.end, share)
    return base.covered if stretch.is_last else Mark(stretch.end, stretch.number, 0)


def _settle(store: sqlite3.Connection, base: Base, taken: Taken) -> Iterator[float]:
    """Settles what a stretch brought; says, each time that some is done, what share is."""
    unsettled = set(taken.unsettled)
    if taken.first_target > 1:
        stories, looked_at = taken.stories(store), 0
        while some := list(islice(stories, _BATCH)):
            for row in some:
                unsettled |= unsettled_by(store, row, below=taken.first_target)
            if len(some) == _BATCH:
                looked_at += _BATCH
                yield _OF_OLD * looked_at / (taken.end_story - taken.first_story)
    forget(store, unsettled)
    count, targets = taken.targets(store, unsettled)
    resolving = Resolving(store)
    for start in range(0, count, _BATCH):
        if start:
            yield _OF_OLD + _OF_NEW * start / count
        resolving.resolve(islice(targets, _BATCH))
    resolving.end()
    find_copies(store, base.records, taken.first_story, taken.lonely)


_OF_OLD, _OF_NEW = 0.3, 0.6
"""Roughly what share of the time finding earlier mentions that may mean a new story takes, and settling mentions."""


class _Stretch:
    """The lines from a mark on, until there are enough for one transaction.

    `end` is where the last one given ends, `number` its number; `is_last` whether there are no more.
    """

    def __init__(self, base: Base, mark: Mark) -> None:
        self._lines = base.records.lines(mark.bytes, mark.lines + 1)
        self._covered = base.covered.bytes + base.covered.loose_bytes
        self._enough = mark.bytes + _STRETCH
        self.end = mark.bytes
        self.number = mark.lines
        self.is_last = False

    def __iter__(self) -> Iterator[Line]:
        return self

    def __next__(self) -> Line:
        if self.is_last or self.end >= self._enough:
            raise StopIteration
        line = next(self._lines, None)
        if line is None or line.offset >= self._covered:
            self.is_last = True
            raise StopIteration
        # A last line without an end is the last there is, and the next of this one asks for no more.
        self.end = line.next or self._covered
        self.number = line.number
        return line
