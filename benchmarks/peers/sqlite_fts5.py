"""SQLite's full-text search with its Porter stemmer, as its documentation has it.

python -m benchmarks.peers.sqlite_fts5 FOLDER-OR-JSONL OUT
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

from benchmarks.peers.asked import Asked, Found
from benchmarks.peers.documents import documents

_TABLE = "CREATE VIRTUAL TABLE pages USING fts5(id UNINDEXED, day UNINDEXED, text, tokenize='porter unicode61')"
_FIND = """
SELECT id, snippet(pages, 2, '<b>', '</b>', '…', 40), bm25(pages) FROM pages WHERE pages MATCH ?{days}
ORDER BY rank LIMIT 10
"""
_DAYS = " AND day BETWEEN ? AND ?"


def fill(source: Path, out: Path) -> None:
    """Makes a database `out` of all documents of `source`, in one transaction."""
    base = sqlite3.connect(out)
    base.execute(_TABLE)
    with base:
        base.executemany("INSERT INTO pages VALUES (?, ?, ?)", documents(source))
    base.close()


class Searcher:
    def __init__(self, path: Path) -> None:
        self._base = sqlite3.connect(path)

    def find(self, asked: Asked) -> list[Found]:
        """The ten best with a passage each."""
        values: list[str | int] = [asked.plain()]
        if asked.first:
            values += [int(asked.first), int(asked.last)]
        rows = self._base.execute(_FIND.format(days=_DAYS if asked.first else ""), values)
        return [Found(id, passage) for id, passage, _ in rows]


if __name__ == "__main__":
    fill(Path(sys.argv[1]), Path(sys.argv[2]))
