"""Rewriting records.jsonl without the lines that are neither in force nor kept as older versions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import tantivy

from koreanews.index.appending import RecordsAppender
from koreanews.index.derived import SEARCH_NAME, Derived
from koreanews.index.deriving import build, derive, mend, publish
from koreanews.index.disk import explained, in_pieces, sync_folder, write_new
from koreanews.index.engine import SearchDamaged, damage_noticed, open_search
from koreanews.index.listing import AS_ADDED, every_stored
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
        write_new(new, in_pieces(_living_lines(old, searcher)))


def _living_lines(records: RecordsReader, searcher: tantivy.Searcher) -> Iterator[bytes]:
    """The lines that count, each with its end, in the order of the file. SearchDamaged where it is not known which."""
    with damage_noticed():
        for stored in every_stored(searcher, AS_ADDED):
            # Older versions first: the last line for an id is the one in force.
            for one in stored.older:
                yield records.line_at(one.offset, one.length) + b"\n"
            yield records.line_at(stored.offset, stored.length) + b"\n"
