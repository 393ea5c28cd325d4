"""The faults of an archive's lines, as sentences for a person."""

from __future__ import annotations

from pathlib import Path

from koreanews.index.counting import counted
from koreanews.index.derived import Derived
from koreanews.index.lines import Judged, judged_lines
from koreanews.index.records import REJECTED_NAME, Holes, RecordsReader
from koreanews.index.reports import Fault, Report

MOST = 1000
"""Faults that are named, of however many."""


class Findings:
    """What checking has found so far. Of faults by the million the first are kept, and the `number` of all.

    `lines` are those looked at. `mendable` says that rewriting the file would mend it. `unreadable_from` is the offset
    of the first line that is neither a record nor a removal, null where there is none. `notes` are of no faults.
    """

    def __init__(self) -> None:
        self.lines = 0
        self.number = 0
        self.mendable = False
        self.unreadable_from: int | None = None
        self.faults: list[Fault] = []
        self.notes: list[str] = []

    def add_fault(self, kind: str, line: int | None, sentence: str, *, mended: bool = False) -> None:
        """One more fault; its values as in `Fault`."""
        self.number += 1
        if len(self.faults) < MOST:
            self.faults.append(Fault(kind, line, sentence, mended))

    def all_mended(self) -> None:
        """All that was found so far has been put right."""
        self.faults = [fault._replace(mended=True) for fault in self.faults]
        if self.notes:
            self.notes.append(f"It is in {REJECTED_NAME} now.")
        self.unreadable_from = None

    @property
    def unreadable(self) -> bool:
        """Whether there are lines from which no search index can be derived."""
        return self.unreadable_from is not None

    def report(self, records: int, versions: int) -> Report:
        """All of it, with how many records are in force and how many older versions."""
        return Report(self.lines, records, versions, self.number, tuple(self.faults), tuple(self.notes))


def faults_of_lines(reader: RecordsReader, derived: Derived | None) -> Findings:
    """What is wrong with the lines, judged one by one. `derived` tells what was on disk for certain."""
    found, newer, marked, other_ends, first_other_end = Findings(), 0, False, 0, 0
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
        found.add_fault(
            "byte order mark",
            1,
            f"{reader.path} begins with a byte order mark, which some editors write. It is passed over here, but other "
            "programs stumble over it. `koreanews check --repair` takes it away.",
        )
    if other_ends:
        found.add_fault(
            "line ends",
            first_other_end,
            f"{reader.path} has Windows line ends (CR LF), {counted(other_ends, 'line')} from line {first_other_end} "
            "on, as after an editor or git with autocrlf. All is read the same. `koreanews check --repair` mends it.",
        )
    found.mendable = (found.number > 0 or bool(found.notes)) and not newer
    return found


def _note_line(found: Findings, path: Path, line: Judged, derived: Derived | None) -> None:
    """Says what is wrong with a line that is no record; none is a fault that a loss of power left."""
    where = f"{path}, line {line.number}: "
    if line.kind == "cut":
        if derived is None or line.offset >= derived.bytes:
            found.notes.append(
                f"{where}the last line was cut short, as when a computer stops in the middle of writing. It is no part "
                "of what was reported as done; the next command that writes moves it away."
            )
            return
        found.add_fault(
            "cut",
            line.number,
            f"{where}the last line is cut short, and it was whole when koreanews last read it. Put the file back from "
            "a copy, or ingest the pages again. `koreanews check --repair` moves what is left of it to "
            f"{REJECTED_NAME}.",
        )
        return
    if line.kind == "wrong" and derived is not None and Holes(derived.bytes).has(line.offset, line.body):
        found.notes.append(
            f"{where}this was not wholly on disk when the computer stopped. It is no part of what was reported as "
            "done; the next command that writes moves it away."
        )
        return
    if found.unreadable_from is None:
        found.unreadable_from = line.offset
    advice = {
        "conflict": "Keep the lines that are right and delete the marks; or `koreanews check --repair` moves the "
        f"marks to {REJECTED_NAME} and keeps the lines of both sides, of which the last for an id counts.",
        "newer": "Update koreanews to read it; nothing in the file is touched till then.",
        "wrong": f"Put the line right, or `koreanews check --repair` moves it to {REJECTED_NAME}.",
    }
    found.add_fault(line.kind, line.number, f"{where}{line.reason}. {advice[line.kind]}")
