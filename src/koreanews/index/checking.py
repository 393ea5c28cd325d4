"""Checking all of an archive: each line of records.jsonl, and whether the search index tells the same."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

import tantivy

from koreanews.index.appending import RecordsAppender
from koreanews.index.comparing import beginnings, difference, spoilt_file
from koreanews.index.counting import counted
from koreanews.index.derived import SEARCH_NAME, Derived
from koreanews.index.deriving import build, derive, mend
from koreanews.index.engine import SearchDamaged, open_search
from koreanews.index.errors import CannotWrite
from koreanews.index.faults import MOST, Findings, faults_of_lines
from koreanews.index.lateness import late_lines
from koreanews.index.listing import AS_ADDED, every_stored
from koreanews.index.lock import write_lock
from koreanews.index.opening import Manner, open_records, open_snapshot
from koreanews.index.records import Holes, RecordsReader
from koreanews.index.repairing import rewrite
from koreanews.index.reports import Report
from koreanews.index.scratch import ScratchFolder
from koreanews.index.stored import Stored, line_of


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
        found = faults_of_lines(reader, Derived.usable(folder / SEARCH_NAME))
        if repair and found.mendable:
            rewrite(folder, reader)
            reader = open_records(folder)
            derive(folder / SEARCH_NAME, reader, manner.on_progress)
            found.all_mended()
        comparison = _Comparison(folder, reader, found, manner, repair=repair, may_write=may_write)
        return found.report(*comparison.counts())


class _Comparison:
    """The search index compared with one that is derived anew, and with the order of the lines."""

    def __init__(
        self, folder: Path, reader: RecordsReader, found: Findings, manner: Manner, *, repair: bool, may_write: bool
    ) -> None:
        self._folder = folder
        self._search = folder / SEARCH_NAME
        self._reader = reader
        self._found = found
        self._manner = manner
        self._repair = repair
        self._may_write = may_write

    def counts(self) -> tuple[int, int]:
        """Compares; gives how many records are in force, and how many older versions."""
        found, reader, holes = self._found, self._reader, None
        derived = Derived.usable(self._search)
        if found.unreadable_from is not None:
            end = derived.bytes + derived.loose_bytes if derived is not None else 0
            if derived is None or end > found.unreadable_from or not derived.covers(reader):
                found.notes.append(
                    f"{self._search} is of before the lines above were in {reader.path}, and was not compared with it."
                )
                return 0, 0
            # What it tells of ends before those lines: so must what it is compared with.
            reader = RecordsReader(reader.path, end)
        elif derived is not None:
            holes = Holes(derived.bytes)
        with ScratchFolder() as temporary:
            made, _ = build(Path(temporary), reader, self._manner.on_progress, holes)
            expected = open_search(Path(temporary) / made, 0).searcher()
            self._compare(reader, expected)
            records = versions = 0
            for stored in every_stored(expected, AS_ADDED):
                records, versions = records + 1, versions + len(stored.older)
            self._compare_order(reader, expected, holes)
            return records, versions

    def _compare(self, reader: RecordsReader, expected: tantivy.Searcher) -> None:
        """Notes what the search index says otherwise; makes it anew if that is asked for."""
        try:
            differs = self._difference(expected)
        except SearchDamaged as error:
            differs = f"it cannot be read: {error}"
        if differs is None:
            return
        mended = self._repair and not self._found.unreadable
        if mended:
            derive(self._search, reader, self._manner.on_progress)
        self._found.add_fault(
            "search",
            None,
            f"{self._search} does not tell the same as {reader.path}: {differs}. `koreanews check --repair` makes it "
            "anew; nothing is lost by that.",
            mended=mended,
        )

    def _difference(self, expected: tantivy.Searcher) -> str | None:
        """The first difference between the search index, as the next command would find it, and what it should be."""
        if self._found.unreadable:
            derived = Derived.usable(self._search)
        elif self._may_write:
            derived = self._mended()
            if not derived.covers(self._reader):
                return "it was derived from other lines"
        else:
            return self._differs(open_snapshot(self._folder, self._manner).searcher, expected)
        assert derived is not None
        if name := spoilt_file(self._search / derived.folder):
            return f"its file {name} is not as it was written"
        return self._differs(open_search(self._search / derived.folder, derived.stamp).searcher(), expected)

    def _mended(self) -> Derived:
        """The search index as every command would leave it: caught up with, or made anew where it cannot be opened."""
        derived = mend(self._search, self._reader, self._manner.on_progress)
        try:
            open_search(self._search / derived.folder, derived.stamp)
        except SearchDamaged as error:
            self._found.notes.append(f"{self._search} could not be opened ({error}), and has been made anew.")
            return derive(self._search, self._reader, self._manner.on_progress)
        return derived

    def _differs(self, searcher: tantivy.Searcher, expected: tantivy.Searcher) -> str | None:
        """As `difference`, in no more memory than an archive of that size may take."""
        if expected.num_docs <= _FEW:
            return difference(searcher, expected)
        return difference(searcher, expected, beginnings(self._reader))

    def _compare_order(self, reader: RecordsReader, expected: tantivy.Searcher, holes: Holes | None) -> None:
        """Looks for records of which the line in force is not the last; writes it once more if that is asked for."""
        found = self._found
        late: dict[str, Stored] = {}
        for number, is_capture, stored in late_lines(reader, expected, holes):
            if not is_capture:
                found.add_fault(
                    "order",
                    number,
                    f"{reader.path}, line {number}: this is the last line for {stored.row.id}, but the line at byte "
                    f"{stored.offset} is in force. Please report this.",
                )
            elif len(late) < MOST:
                late[stored.row.id] = stored
        if not late:
            return
        if self._repair and not found.unreadable:
            self._write_again(late.values())
            return
        found.notes.append(
            f"{reader.path}: of {counted(len(late), 'record')} ({next(iter(late))} for one) an earlier capture stands "
            "last, as after an ingest that was interrupted. The later one is in force here, but programs that take the "
            "last line for an id see the earlier. `koreanews check --repair` writes the line in force once more."
        )

    def _write_again(self, records: Iterable[Stored]) -> None:
        """Appends the lines of records once more."""
        appender = RecordsAppender(self._folder)
        try:
            for stored in records:
                appender.append(line_of(self._reader, stored) + b"\n")
            appender.sync()
        finally:
            appender.close()
        mend(self._search, open_records(self._folder), self._manner.on_progress)


_FEW = 50_000
"""Records whose words are compared all at once; of more, those that begin with one character at a time."""
