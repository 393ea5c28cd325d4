"""`ingest`: files to the writer, and what became of each; known ones passed over, other indexes merged."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from koreanews.captures.capture import Ignored, RecordLine, Skipped
from koreanews.captures.files import Found, find_files
from koreanews.index.entry import entry_of
from koreanews.index.records import line_of
from koreanews.index.writer import distinct_id
from koreanews.ingest.fingerprint import parser_fingerprint
from koreanews.ingest.known import Known, KnownFiles
from koreanews.ingest.merging import Merger
from koreanews.ingest.outcome import Outcome
from koreanews.ingest.parsing import Parsed, digest_of
from koreanews.ingest.reading import Event, Reader, Wanted

if TYPE_CHECKING:
    from koreanews.index.writer import Writer


def ingest(
    writer: Writer,
    paths: Iterable[str | Path],
    *,
    jobs: int | None = None,
    rehash: bool = False,
    all_publishers: bool = False,
    stdin: BinaryIO | None = None,
    progress: Callable[[int], None] | None = None,
) -> Generator[Outcome]:
    """Gives each page in `paths` to the writer, and says what became of it; the order is that of the paths.

    `jobs` is for how many processes may read and parse (default: `usable_cores()`); 1 reads and parses in this one.
    Neither the outcomes nor records.jsonl depend on it. A file that is as it was when it was last ingested is not
    read, unless `rehash`. The other parameters are as in `read_captures`, and nothing in the paths raises. Close the
    iterator (`contextlib.closing`) if it may be left before its end: that ends the other processes.
    """
    with (
        closing(KnownFiles(writer.derived_folder, parser_fingerprint(), all_publishers)) as known,
        closing(Reader(jobs or usable_cores(), all_publishers, stdin, progress)) as reader,
    ):
        filling = _Filling(writer, known, reader, progress)
        found = find_files(paths)
        for event in reader.events(found if rehash else filling.wanted(found)):
            yield from filling.outcomes(event)


def usable_cores() -> int:
    """How many cores this process may use."""
    count = getattr(os, "process_cpu_count", None)
    if count is not None:
        return count() or 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Filling:
    """One ingest's dealings with the writer."""

    def __init__(
        self, writer: Writer, known: KnownFiles, reader: Reader, progress: Callable[[int], None] | None
    ) -> None:
        self._writer = writer
        self._known = known
        self._reader = reader
        self._progress = progress
        self._merger = Merger(writer)
        self._changes = 0
        self._noting: Found | None = None

    def wanted(self, found: Iterable[Found | Skipped | Ignored]) -> Iterator[Wanted]:
        """What was found, with files that are known marked as such."""
        for thing in found:
            known = self._known.recall(thing) if isinstance(thing, Found) and thing.path != "-" else None
            yield known._replace(changes=self._changes) if known and self._is_true(known) else thing

    def outcomes(self, event: Event) -> Iterator[Outcome]:
        """What becomes of something that was read."""
        found, given = event
        if found is not None and found is not self._noting:
            self._noting = found
            self._known.begin(found)
        match given:
            case Parsed():
                yield self._add(given)
            case Skipped(path, reason):
                self._known.discard()
                yield Outcome("skipped", path, detail=reason)
            case Ignored(path, what, number):
                self._known.note_left_out(what, number)
                yield Outcome("left out", path, number, what)
            case RecordLine():
                assert found is not None
                self._known.discard()
                yield from self._merge(found, given)
            case Known():
                yield from self._pass_over(given)
            case "end":
                assert found is not None
                self._known.end(found)
                yield from self._merger.end()
                self._noting = None

    def _add(self, parsed: Parsed) -> Outcome:
        entry, digest, flaw = parsed
        id, path = entry.id, entry.path
        remarks = [f"{path} is damaged: {flaw}"] if flaw else []
        other = self._writer.other_page(entry)
        if other is not None:
            record = json.loads(entry.line) | {"id": distinct_id(id, entry.sha256)}
            entry = entry_of(record, line_of(record))
        result = self._writer.add_entry(entry)
        self._changes += result != "unchanged"
        holder = self._writer.holder(entry) if result == "unchanged" else None
        if other is not None and holder is None:
            remarks.append(
                f"{path} and {other.path} would both be {id}, but differ: the first of them is kept as {entry.id}"
            )
        if remarks:
            self._known.discard()
        elif holder is not None:
            self._known.note_merged(holder, digest_of(self._writer.line_in_force(holder) or b""))
        else:
            if result == "unchanged":
                # What is in force may tell another path.
                digest = digest_of(self._writer.line_in_force(id) or b"")
            self._known.note(id, digest)
        return Outcome(result, path, remarks=tuple(remarks), is_damaged=flaw is not None)

    def _merge(self, found: Found, line: RecordLine) -> Iterator[Outcome]:
        for outcome in self._merger.merge(found, line):
            self._changes += outcome.result in ("added", "updated")
            yield outcome

    def _pass_over(self, known: Known) -> Iterator[Outcome]:
        """A file that is known, if that is still true now that all before it has been done; else it is read."""
        if known.changes != self._changes and not self._is_true(known):
            for event in self._reader.events_here(known.found):
                yield from self.outcomes(event)
            return
        found, number, left_out = known.found, 0, []
        for given in self._known.given(known):
            if given.digest is None:
                left_out.append(Outcome("left out", found.shown, given.number, given.id))
            else:
                # What a page was merged into has a page of its own.
                if given.number:
                    self._writer.note_unchanged(given.id, found.shown)
                number += 1
        if number:
            yield Outcome("unchanged", found.shown, number)
        yield from left_out
        if self._progress and found.size:
            self._progress(found.size)

    def _is_true(self, known: Known) -> bool:
        """Whether each record that the file gave is in force, or kept as an older version, as it was then."""
        for id, digest, _ in self._known.given(known):
            if digest is not None and all(digest_of(line) != digest for line in self._writer.lines_kept(id)):
                return False
        return True
