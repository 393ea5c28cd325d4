"""Which records one writer was given anew and found unchanged: as many as there are pages, and so kept on disk."""

from __future__ import annotations

import sqlite3
from tempfile import gettempdir

from koreanews.index.errors import CannotWrite


class Seen:
    """Records by the offset of their line, each with the path of the page that gave it, where that is another one.

    SQLite keeps them in a temporary file of its own that goes with the connection, and some of it in memory.
    CannotWrite where there is no room for that.
    """

    def __init__(self) -> None:
        self._connection: sqlite3.Connection | None = None

    def add(self, offset: int, path: str | None) -> None:
        """Notes a record; `path` is null where it is the one that the record itself tells."""
        self._ask("INSERT OR REPLACE INTO seen VALUES (?, ?)", offset, path)

    def __contains__(self, offset: int) -> bool:
        return self._row(offset) is not None

    def path(self, offset: int) -> str | None:
        """The other path that a noted record was given from; null where it was its own, or was not noted."""
        row = self._row(offset)
        return row[0] if row else None

    def close(self) -> None:
        """Forgets them all."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _row(self, offset: int) -> tuple[str | None] | None:
        if self._connection is None:
            return None
        rows = self._ask("SELECT path FROM seen WHERE offset = ?", offset)
        return rows[0] if rows else None

    def _ask(self, question: str, *values: int | str | None) -> list[tuple[str | None]]:
        try:
            if self._connection is None:
                self._connection = _opened()
            return self._connection.execute(question, values).fetchall()
        except sqlite3.Error as error:
            raise CannotWrite(
                f"A temporary file in {gettempdir()} cannot be written: {error}. Make room there, or name another "
                "folder with TMPDIR, then run the command again. What was reported as done before is safe."
            ) from error


def _opened() -> sqlite3.Connection:
    # Without a name it is a file in the folder for temporary files, which nobody else sees.
    connection = sqlite3.connect("", isolation_level=None)
    connection.execute("PRAGMA cache_size = -2048")
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("CREATE TABLE seen (offset INTEGER PRIMARY KEY, path TEXT)")
    return connection
