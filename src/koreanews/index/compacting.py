"""Rewriting records.jsonl without the lines that are neither in force nor kept as older versions."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import tantivy

from koreanews.index.appending import RecordsAppender
from koreanews.index.derived import SEARCH_NAME, Derived
from koreanews.index.deriving import build, derive, mend, publish
from koreanews.index.disk import BINARY, NO_LINK, explained, sync_folder, write_all
from koreanews.index.engine import SearchDamaged, damage_noticed, open_search
from koreanews.index.listing import order_of, page_of
from koreanews.index.lock import write_lock
from koreanews.index.opening import Manner, open_records
from koreanews.index.records import FILE_NAME, RecordsReader


def compact(folder: Path, manner: Manner) -> int:
    """Rewrites the archive's records without dead lines, older versions kept; gives how many bytes that wins.

    The new file and its search index are made beside the old, and put in their place once they are on disk: who
    reads meanwhile goes on with the old ones. Torn lines are moved away first, as before any writing. CannotWrite.
    """
    search, path, new = folder / SEARCH_NAME, folder / FILE_NAME, folder / (FILE_NAME + ".new")
    open_records(folder)
    with write_lock(folder, manner.timeout, manner.on_wait):
        appender = RecordsAppender(folder)
        appender.close()
        if appender.moved:
            manner.on_warning(appender.moved)
        old = open_records(folder)
        try:
            _write_living_lines(new, old, mend(search, old, manner.on_progress), search)
        except SearchDamaged:
            _write_living_lines(new, old, derive(search, old, manner.on_progress), search)
        won = old.status().st_size - new.stat().st_size
        if won == 0:
            new.unlink()
            return 0
        records = RecordsReader(new)
        subfolder, mark = build(search, records, manner.on_progress)
        with explained(path):
            new.replace(path)
            sync_folder(folder)
        publish(search, subfolder, records, mark)
        return won


def _write_living_lines(new: Path, old: RecordsReader, derived: Derived, search: Path) -> None:
    """Writes the lines that count to a new file. CannotWrite; SearchDamaged where it is not known which."""
    searcher = open_search(search / derived.folder, derived.stamp).searcher()
    with explained(new):
        _write_lines(new, _living_lines(old, searcher))


def _living_lines(records: RecordsReader, searcher: tantivy.Searcher) -> Iterator[bytes]:
    order = order_of("added", reverse=False)
    after: int | None = None
    while True:
        with damage_noticed():
            page = page_of(searcher, tantivy.Query.all_query(), order, after=after, size=_PAGE, skip=0)
        for stored in page.stored:
            # Older versions first: the last line for an id is the one in force.
            for one in stored.older:
                yield records.line_at(one.offset, one.length) + b"\n"
            yield records.line_at(stored.offset, stored.length) + b"\n"
        after = page.next
        if after is None:
            return


_PAGE = 5000


def _write_lines(path: Path, lines: Iterator[bytes]) -> None:
    """Writes a file of lines and puts it on disk."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | NO_LINK | BINARY, 0o666)
    waiting = bytearray()
    try:
        for line in lines:
            waiting += line
            if len(waiting) >= _BUFFER:
                write_all(descriptor, waiting)
                waiting.clear()
        write_all(descriptor, waiting)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


_BUFFER = 1 << 20
