"""Checking all of an archive: each line of records.jsonl, and whether the search index tells the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

import tantivy

from koreanews.index.derived import SEARCH_NAME, Derived
from koreanews.index.deriving import build, derive, mend
from koreanews.index.engine import SearchDamaged, damage_noticed, open_search
from koreanews.index.errors import CannotWrite
from koreanews.index.lines import Judged, judged_lines
from koreanews.index.listing import order_of, page_of
from koreanews.index.lock import write_lock
from koreanews.index.opening import Manner, open_records, open_snapshot
from koreanews.index.records import REJECTED_NAME, RecordsReader
from koreanews.index.repairing import rewrite
from koreanews.index.reports import Fault, Report
from koreanews.index.stored import Stored


def check(folder: Path, manner: Manner, *, repair: bool) -> Report:
    """Checks the archive, and mends what can be mended if asked to; writers wait meanwhile.

    Without `repair` nothing is written but what every command does: a search index that is missing, behind or
    damaged is made again. NoIndex, RecordsMissing, CannotRead, IndexBusy; CannotWrite if `repair`.
    """
    open_records(folder)
    with ExitStack() as held:
        may_write = True
        try:
            held.enter_context(write_lock(folder, manner.timeout, manner.on_wait))
        except CannotWrite:
            if repair:
                raise
            may_write = False
        reader = open_records(folder)
        found = _faults_of_lines(reader, Derived.usable(folder / SEARCH_NAME))
        if repair and found.mendable:
            rewrite(folder, reader)
            reader = open_records(folder)
            derive(folder / SEARCH_NAME, reader, manner.on_progress)
            found.mended()
        if found.unreadable:
            # No search index can be derived from these lines.
            return found.report(0, 0)
        records, versions = _compare(folder, reader, found, manner, repair=repair, may_write=may_write)
        return found.report(records, versions)


class _Found:
    """What was found so far. Of faults by the million the first are kept, and the number of all."""

    def __init__(self) -> None:
        self.lines = 0
        self.number = 0
        self.mendable = False
        self.unreadable = False
        self.faults: list[Fault] = []
        self.notes: list[str] = []

    def fault(self, kind: str, line: int | None, sentence: str, *, mended: bool = False) -> None:
        self.number += 1
        if len(self.faults) < _MOST:
            self.faults.append(Fault(kind, line, sentence, mended))

    def mended(self) -> None:
        """All that was found so far has been put right."""
        self.faults = [fault._replace(mended=True) for fault in self.faults]
        if self.notes:
            self.notes.append(f"It is in {REJECTED_NAME} now.")
        self.unreadable = False

    def report(self, records: int, versions: int) -> Report:
        return Report(self.lines, records, versions, self.number, tuple(self.faults), tuple(self.notes))


_MOST = 1000


def _faults_of_lines(reader: RecordsReader, derived: Derived | None) -> _Found:
    found, newer, marked, other_ends, first_other_end = _Found(), 0, False, 0, 0
    for line in judged_lines(reader):
        found.lines += 1
        if line.kind == "newer":
            newer += 1
        if line.kind != "record":
            _note_line(found, reader.path, line, derived)
        marked = marked or line.has_mark
        if line.has_cr:
            other_ends, first_other_end = other_ends + 1, first_other_end or line.number
    if marked:
        found.fault(
            "byte order mark",
            1,
            f"{reader.path} begins with a byte order mark, which some editors write. It is passed over here, but other "
            "programs stumble over it. `koreanews check --repair` takes it away.",
        )
    if other_ends:
        found.fault(
            "line ends",
            first_other_end,
            f"{reader.path}: {_so_many(other_ends, 'line')} from line {first_other_end} on end as on Windows (CR LF), "
            "as after an editor or git with autocrlf. They are read all the same. `koreanews check --repair` mends it.",
        )
    found.mendable = (found.number > 0 or bool(found.notes)) and not newer
    return found


def _note_line(found: _Found, path: Path, line: Judged, derived: Derived | None) -> None:
    where = f"{path}, line {line.number}: "
    if line.kind == "cut":
        if derived is None or line.offset >= derived.bytes:
            found.notes.append(
                f"{where}the last line was cut short, as when a computer stops in the middle of writing. It is no part "
                "of what was reported as done; the next command that writes moves it away."
            )
            return
        found.fault(
            "cut",
            line.number,
            f"{where}the last line is cut short, and it was whole when koreanews last read it. Put the file back from "
            "a copy, or ingest the pages again. `koreanews check --repair` moves what is left of it to "
            f"{REJECTED_NAME}.",
        )
        return
    found.unreadable = True
    advice = {
        "conflict": "Keep the lines that are right and delete the marks; or `koreanews check --repair` moves the "
        f"marks to {REJECTED_NAME} and keeps the lines of both sides, of which the last for an id counts.",
        "newer": "Update koreanews to read it; nothing in the file is touched till then.",
        "wrong": f"Put the line right, or `koreanews check --repair` moves it to {REJECTED_NAME}.",
    }
    found.fault(line.kind, line.number, f"{where}{line.reason}. {advice[line.kind]}")


def _compare(
    folder: Path, reader: RecordsReader, found: _Found, manner: Manner, *, repair: bool, may_write: bool
) -> tuple[int, int]:
    """Compares the search index with one that is derived anew; gives the records in force, and older versions."""
    search = folder / SEARCH_NAME
    with TemporaryDirectory(prefix="koreanews-") as temporary:
        made, _ = build(Path(temporary), reader, manner.on_progress)
        expected = open_search(Path(temporary) / made).searcher()
        try:
            with damage_noticed():
                difference = _difference(_searcher(folder, reader, manner, may_write=may_write), expected)
        except SearchDamaged as error:
            difference = f"it cannot be read: {error}"
        if difference is not None:
            if repair:
                derive(search, reader, manner.on_progress)
            found.fault(
                "search",
                None,
                f"{search} does not tell the same as {reader.path}: {difference}. `koreanews check --repair` makes it "
                "anew; nothing is lost by that.",
                mended=repair,
            )
        records = versions = 0
        for stored in _in_order(expected):
            records, versions = records + 1, versions + len(stored.older)
        return records, versions


def _searcher(folder: Path, reader: RecordsReader, manner: Manner, *, may_write: bool) -> tantivy.Searcher:
    """The search index as the next command would find it."""
    if not may_write:
        return open_snapshot(folder, manner).searcher
    derived = mend(folder / SEARCH_NAME, reader, manner.on_progress)
    return open_search(folder / SEARCH_NAME / derived.folder).searcher()


def _difference(searcher: tantivy.Searcher, expected: tantivy.Searcher) -> str | None:
    """The first thing that a search index says otherwise than it should; null where they agree."""
    if searcher.num_docs != expected.num_docs:
        return f"it holds {_so_many(searcher.num_docs, 'record')} instead of {expected.num_docs:,}"
    for one, other in zip_longest(_in_order(searcher), _in_order(expected)):
        if one != other:
            if one is None or other is None or one.row.id != other.row.id:
                return f"it lacks {(other or one).row.id}"
            return f"it has {one.row.id} otherwise, or at another place"
    return None


def _in_order(searcher: tantivy.Searcher) -> Iterator[Stored]:
    """What a search index keeps of each record, in the order of the file."""
    order, after = order_of("added", reverse=False), None
    while True:
        page = page_of(searcher, tantivy.Query.all_query(), order, after=after, size=_PAGE, skip=0)
        yield from page.stored
        if (after := page.next) is None:
            return


_PAGE = 2000


def _so_many(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
