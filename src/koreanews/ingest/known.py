"""Files that were read before, so that they need not be read again: a cache, to be deleted at any time.

It changes how long an ingest takes, never what it does: a file is passed over only where its size and time of change
are as they were, the parser is the same, and each record that it gave is in force, byte for byte as it was then. What
a file gave beside whole, undamaged pages is not kept; such a file is read again.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TypeVar

from koreanews.captures.files import Found
from koreanews.captures.naming import mirrored_url

FILE_NAME = "known-files.sqlite"

Answer = TypeVar("Answer")


class Known(NamedTuple):
    """A file that was read before: `number` in the cache; `changes` is the writer's count when that was found true."""

    found: Found
    number: int
    changes: int = 0


class Given(NamedTuple):
    """A record that a file gave, by its id and its line's digest; or so many things left out, whose id says what.

    `number` is 0 where the record is one that the file's page was merged into.
    """

    id: str
    digest: bytes | None
    number: int


class KnownFiles:
    """The cache in a folder. Where the disk does not give or take it, all files count as never read.

    What is noted is written some thousand rows at a time.
    """

    def __init__(self, folder: Path, fingerprint: str, all_publishers: bool) -> None:
        self._path = folder / FILE_NAME
        self._all_publishers = all_publishers
        # Files that have been read to their end, by key; null for one that is not to be known.
        self._files: dict[bytes, tuple[int, bytes, int, int, str] | None] = {}
        self._given: list[tuple[int, int, str, bytes | None, int]] = []
        self._unsaved = 0
        self._noting = False
        self._number = self._place = 0
        self._last = 0
        self._connection: sqlite3.Connection | None = None
        for _ in range(2):
            try:
                self._connection = _opened(self._path, fingerprint)
                # What this ingest notes itself it must not recall, for when that is noted is a matter of chance.
                (self._last,) = self._connection.execute(_LAST_NUMBER).fetchone()
                self._number = self._last
                return
            except sqlite3.Error:
                # Of another version, or no database at all.
                _delete(self._path)

    def recall(self, found: Found) -> Known | None:
        """The file as it was read before, if it has not changed since."""
        if self._last == 0:
            return None
        asked = "SELECT number FROM file WHERE path = ? AND size = ? AND mtime_ns = ? AND manner = ? AND number <= ?"
        values = (_key(found), found.size, found.mtime_ns, self._manner(found), self._last)
        row = self._ask(lambda connection: connection.execute(asked, values).fetchone())
        return None if row is None else Known(found, row[0])

    def given(self, known: Known) -> Iterator[Given]:
        """What the file gave, in its order."""
        asked = "SELECT id, digest, number FROM given WHERE file = ? ORDER BY place"
        cursor = self._ask(lambda connection: connection.execute(asked, (known.number,)))
        while cursor is not None and (rows := self._ask(lambda _: cursor.fetchmany(_ROWS))):
            yield from map(Given._make, rows)
            if len(rows) < _ROWS:
                return

    def begin(self, found: Found) -> None:
        """Begins to note what a file gives."""
        # What has changed within the clock's last tick may change again without a trace.
        self._noting = found.path != "-" and time.time_ns() - found.mtime_ns >= _TICK_NS
        self._number += 1
        self._place = 0

    def note(self, id: str, digest: bytes) -> None:
        """The file gave this record."""
        self._give(id, digest, 1)

    def note_merged(self, id: str, digest: bytes) -> None:
        """The file gave a page that was merged into this record."""
        self._give(id, digest, 0)

    def note_left_out(self, what: str, number: int) -> None:
        """So many things of a kind were left out of the file."""
        self._give(what, None, number)

    def discard(self) -> None:
        """The file gave something that is to be said again next time."""
        self._noting = False

    def end(self, found: Found) -> None:
        """The file has been read to its end, and all that it gave is noted."""
        key = _key(found)
        row = (self._number, key, found.size, found.mtime_ns, self._manner(found))
        self._files[key] = row if self._noting else None
        self._noting = False
        self._unsaved += 1
        if len(self._files) >= _ROWS:
            self._write()
        if self._unsaved >= _FILES_A_COMMIT:
            self.save()

    def save(self) -> None:
        """Keeps what was noted."""
        self._write()
        self._ask(lambda connection: connection.commit())
        self._unsaved = 0

    def close(self) -> None:
        """Keeps what was noted, and lets go."""
        self.save()
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _manner(self, found: Found) -> str:
        """What else decides what a file gives: how it was asked for, and the address that its path may be."""
        flags = (found.named, found.among_resources, self._all_publishers)
        return f"{''.join(str(int(flag)) for flag in flags)}{mirrored_url(found.shown) or ''}"

    def _give(self, id: str, digest: bytes | None, number: int) -> None:
        if self._noting:
            self._place += 1
            self._given.append((self._number, self._place, id, digest, number))
            if len(self._given) >= _ROWS:
                self._write()

    def _write(self) -> None:
        """Puts the rows that were gathered into the database."""
        files, given = self._files, self._given
        self._files, self._given = {}, []
        keys = [(key,) for key in files]

        def ask(connection: sqlite3.Connection) -> None:
            if self._last:
                connection.executemany("DELETE FROM given WHERE file = (SELECT number FROM file WHERE path = ?)", keys)
            connection.executemany("DELETE FROM file WHERE path = ?", keys)
            connection.executemany("INSERT INTO given VALUES (?, ?, ?, ?, ?)", given)
            connection.executemany("INSERT INTO file VALUES (?, ?, ?, ?, ?)", filter(None, files.values()))

        self._ask(ask)

    def _ask(self, question: Callable[[sqlite3.Connection], Answer]) -> Answer | None:
        """Puts a question to the cache; null where there is none (any more)."""
        if self._connection is None:
            return None
        try:
            return question(self._connection)
        except sqlite3.Error:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None
            _delete(self._path)
            return None


_LAST_NUMBER = """
SELECT max(coalesce((SELECT max(number) FROM file), 0), coalesce((SELECT max(file) FROM given), 0))
"""
_FILES_A_COMMIT = 20_000
_ROWS = 1000
_TICK_NS = 2_000_000_000
"""The coarsest clock among file systems: FAT's."""

_LAYOUT = """
CREATE TABLE IF NOT EXISTS version (fingerprint TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS file (
    number INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE, size INTEGER, mtime_ns INTEGER, manner TEXT
);
CREATE TABLE IF NOT EXISTS given (
    file INTEGER NOT NULL, place INTEGER NOT NULL, id TEXT NOT NULL, digest BLOB, number INTEGER NOT NULL,
    PRIMARY KEY (file, place)
) WITHOUT ROWID;
"""
"""What a file gave may stand there before the file does: it counts once the file's row is there.

What was left out has no digest; its id says what it is. `number` is 0 for a record that a page was merged into.
"""


def _opened(path: Path, fingerprint: str) -> sqlite3.Connection:
    """The database, emptied where another parser's files are in it. sqlite3.Error."""
    connection = sqlite3.connect(path, timeout=0)
    try:
        # Even a loss of power leaves a database that is whole; the last commits may be lost.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cache_size = -8192")
        connection.executescript(_LAYOUT)
        if connection.execute("SELECT fingerprint FROM version").fetchall() != [(fingerprint,)]:
            for table in ("version", "file", "given"):
                connection.execute(f"DELETE FROM {table}")
            connection.execute("INSERT INTO version VALUES (?)", (fingerprint,))
            connection.commit()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _delete(path: Path) -> None:
    for ending in ("", "-journal"):
        with suppress(OSError):
            path.with_name(path.name + ending).unlink()


def _key(found: Found) -> bytes:
    return os.fsencode(os.path.abspath(found.path))  # noqa: PTH100
