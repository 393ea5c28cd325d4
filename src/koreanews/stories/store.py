"""The derived store of stories: an SQLite file beside the search index, gone with it and made again by itself.

It lies in the subfolder of search/ that is in force. That subfolder covers a beginning of records.jsonl, only ever
more of it, and is thrown away whenever that beginning has changed by a byte (deriving.py): so whatever the store was
filled with from it is still true, and only what came after has to be read. `mark` says how far that is; rows and
mark change in one transaction. In SQLite's write-ahead mode readers go on with what was there before, and never wait.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from koreanews.index.derived import SEARCH_NAME

if TYPE_CHECKING:
    from koreanews.index.index import Index
    from koreanews.index.records import RecordsReader

FILE_NAME = "stories.sqlite"
LAYOUT = 4
"""Version of the tables and of the rules that fill them; raised by any change after which they must be filled anew."""


class Mark(NamedTuple):
    """How far records.jsonl is in the store: whole lines, their bytes, and the bytes of a last one without an end."""

    bytes: int = 0
    lines: int = 0
    loose_bytes: int = 0


class Base:
    """What a store is filled from: the records, how far they count, and where the store belongs.

    `path` is None where no search index in the folder is true of the records, and none can be made.
    """

    def __init__(self, records: RecordsReader, covered: Mark, path: Path | None) -> None:
        self.records = records
        self.covered = covered
        self.path = path


def base_of(index: Index) -> Base:
    """The archive as its search index has it now, made true first, or whole where it cannot be. What `Index` raises."""
    snapshot = index.snapshot()
    derived = snapshot.derived
    path = None if snapshot.private else index.folder / SEARCH_NAME / derived.folder / FILE_NAME
    return Base(snapshot.records, Mark(derived.bytes, derived.lines, derived.loose_bytes), path)


def connect(path: Path) -> sqlite3.Connection:
    """Opens the store, makes its tables where they are missing or of another version. sqlite3.Error.

    Where the folder may not be written to, the store is read as it is; sqlite3.OperationalError where there is none.
    """
    if not os.access(path.parent, os.W_OK):
        return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    connection = sqlite3.connect(path, isolation_level=None, timeout=_PATIENCE)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA cache_size=-65536")
    if version_of(connection) != LAYOUT:
        connection.execute("BEGIN IMMEDIATE")
        # Another process may have made them meanwhile.
        if version_of(connection) != LAYOUT:
            _make_tables(connection)
        connection.execute("COMMIT")
    return connection


def empty_of_another_algorithm(connection: sqlite3.Connection) -> None:
    """Empties a store whose bands were made by another version of rensa; within a transaction, by who fills it."""
    # Loaded only by those who fill the store.
    from koreanews.stories.likeness import algorithm

    (found,) = connection.execute("SELECT algorithm FROM mark").fetchone()
    if found != algorithm():
        if found is not None:
            _make_tables(connection)
        connection.execute("UPDATE mark SET algorithm = ?", (algorithm(),))


def delete(path: Path) -> None:
    """Does away with a store that proved damaged."""
    for ending in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).unlink()


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the tables that the file has; 0 for a new one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def mark_of(connection: sqlite3.Connection) -> Mark:
    """How far the store is filled."""
    return Mark(*connection.execute("SELECT bytes, lines, loose_bytes FROM mark").fetchone())


_PATIENCE = 60.0
"""Seconds to wait for another process to make the tables of a new store."""


def _make_tables(connection: sqlite3.Connection) -> None:
    """Empties the store, or makes a new one; within a transaction."""
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        connection.execute(f'DROP TABLE "{name}"')
    for statement in _TABLES.split(";"):
        connection.execute(statement)
    connection.execute("INSERT INTO mark VALUES (0, 0, 0, NULL)")
    connection.execute(f"PRAGMA user_version = {LAYOUT}")


# A row of `story` is never changed: an updated record gets a new one, and the clues and bands of the old one lead
# nowhere until the search index, and the store with it, is made anew.
_TABLES = """
CREATE TABLE mark (bytes INTEGER, lines INTEGER, loose_bytes INTEGER, algorithm INTEGER);
CREATE TABLE story (
    n INTEGER PRIMARY KEY, id TEXT UNIQUE, offset INTEGER, length INTEGER, headline TEXT, teaser TEXT,
    date TEXT, date_source TEXT, kind TEXT, url TEXT, number INTEGER, crawled TEXT,
    key INTEGER, first INTEGER, last INTEGER, sure INTEGER, words INTEGER, filled INTEGER, digest INTEGER);
CREATE INDEX story_number ON story (number) WHERE number IS NOT NULL;
CREATE INDEX story_url ON story (url) WHERE url IS NOT NULL;
CREATE INDEX story_key ON story (key, first);
CREATE INDEX story_unsure ON story (key) WHERE sure = 0;
CREATE INDEX story_digest ON story (digest) WHERE digest IS NOT NULL;
CREATE TABLE story_clue (clue INTEGER, story INTEGER, PRIMARY KEY (clue, story)) WITHOUT ROWID;
CREATE TABLE band (band INTEGER, story INTEGER, PRIMARY KEY (band, story)) WITHOUT ROWID;
CREATE TABLE copy (story INTEGER, other INTEGER, likeness REAL, reason TEXT, PRIMARY KEY (story, other)) WITHOUT ROWID;
CREATE TABLE target (
    n INTEGER PRIMARY KEY, identity INTEGER UNIQUE, headline TEXT, teaser TEXT, date TEXT, url TEXT,
    number INTEGER, media INTEGER, key INTEGER, first INTEGER, last INTEGER, before INTEGER);
CREATE INDEX target_number ON target (number) WHERE number IS NOT NULL;
CREATE INDEX target_url ON target (url) WHERE url IS NOT NULL;
CREATE INDEX target_key ON target (key, first);
CREATE TABLE target_clue (clue INTEGER, target INTEGER, PRIMARY KEY (clue, target)) WITHOUT ROWID;
CREATE TABLE mention (
    story INTEGER, place INTEGER, target INTEGER, places TEXT, headline TEXT, PRIMARY KEY (story, place)) WITHOUT ROWID;
CREATE INDEX mention_target ON mention (target, story);
CREATE TABLE link (
    target INTEGER, story INTEGER, confidence REAL, reason TEXT, PRIMARY KEY (target, story)) WITHOUT ROWID;
CREATE INDEX link_story ON link (story, target)
"""
