"""Making search/ tell the same as records.jsonl: catching up with what was appended, or deriving all of it anew."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from koreanews.index.derived import LAYOUT, Derived, tail_crc32
from koreanews.index.disk import explained, sync_folder
from koreanews.index.documents import content_of
from koreanews.index.engine import ENGINE, SearchDamaged, SearchWriter, committed, open_search
from koreanews.index.errors import BadRecord, CannotWrite, NewerRecord
from koreanews.index.lines import misfit
from koreanews.index.records import Holes, Line, RecordsReader, is_removal
from koreanews.index.standing import Standing
from koreanews.parser.article import SCHEMA

Progress = Callable[[int, int], None]
"""Is told how many bytes of records.jsonl are done, of how many."""


class Mark(NamedTuple):
    """How far records.jsonl is covered: so many lines, with their CRC-32, and a last one without a line end."""

    bytes: int = 0
    lines: int = 0
    crc32: int = 0
    loose_bytes: int = 0


def mend(search: Path, records: RecordsReader, on_progress: Progress | None) -> Derived:
    """Makes search/ true of the records, with as little work as that takes. For the lock's holder only.

    BadRecord at a line that is not a record: nothing is put in force then. Lines that a loss of power left with
    holes are passed over as long as they stand after what was covered before; what follows is found, and counts as
    not covered.
    """
    derived = Derived.usable(search)
    if derived is not None and derived.untouched(records):
        return derived
    if derived is not None and derived.covers(records):
        mark = Mark(derived.bytes, derived.lines, derived.crc32, derived.loose_bytes)
        try:
            if derived.bytes + derived.loose_bytes == records.status().st_size:
                # What is published is taken for whole, and for of now.
                open_search(search / derived.folder, derived.stamp)
            else:
                writer = SearchWriter(search / derived.folder, stamp=derived.stamp)
                mark = _feed(writer, records, mark, on_progress, Holes(derived.bytes))
        except SearchDamaged:
            return derive(search, records, on_progress)
        return publish(search, derived.folder, records, mark)
    return derive(search, records, on_progress)


def derive(search: Path, records: RecordsReader, on_progress: Progress | None) -> Derived:
    """Derives a search index from all of the records, and puts it in force in place of the one there is.

    Holes are passed over as by `mend`, where it is known what was covered before. BadRecord.
    """
    known = Derived.load(search)
    holes = Holes(known.bytes) if known is not None and known.covers(records) else None
    folder, mark = build(search, records, on_progress, holes)
    return publish(search, folder, records, mark)


def build(
    search: Path, records: RecordsReader, on_progress: Progress | None, holes: Holes | None = None
) -> tuple[str, Mark]:
    """Derives a search index from all of the records, in a subfolder that is not in force yet.

    `holes` are passed over, if they are expected; else BadRecord.
    """
    folder = _free_name(search)
    with explained(search):
        shutil.rmtree(search / folder, ignore_errors=True)
        writer = SearchWriter(search / folder)
        mark = _feed(writer, records, Mark(), on_progress, holes)
        for made in (search / folder, search, search.parent):
            sync_folder(made)
    return folder, mark


def publish(search: Path, folder: str, records: RecordsReader, mark: Mark) -> Derived:
    """Puts a subfolder in force, as covering the records up to the mark, and does away with all others."""
    status = records.status()
    try:
        stamp = committed(search / folder).stamp
    except SearchDamaged as error:
        raise CannotWrite(f"{search} cannot be written: {error}. {_AGAIN}") from error
    derived = Derived(
        layout=LAYOUT,
        engine=ENGINE,
        folder=folder,
        stamp=stamp,
        bytes=mark.bytes,
        lines=mark.lines,
        crc32=mark.crc32,
        tail_crc32=tail_crc32(records, mark.bytes),
        loose_bytes=mark.loose_bytes,
        loose_crc32=records.crc32(mark.bytes + mark.loose_bytes, start=mark.bytes),
        size=status.st_size,
        mtime_ns=status.st_mtime_ns,
    )
    with explained(search):
        derived.save(search)
        for other in search.iterdir():
            if other.is_dir() and other.name != folder:
                shutil.rmtree(other, ignore_errors=True)
    return derived


def _feed(
    writer: SearchWriter, records: RecordsReader, mark: Mark, on_progress: Progress | None, holes: Holes | None
) -> Mark:
    """Puts the lines after the mark into a search index; gives the mark that it covers then."""
    end, lines, loose, total = mark.bytes, mark.lines, 0, records.status().st_size
    try:
        standing = Standing(writer, records.line_at)
        for line in records.lines(mark.bytes, mark.lines + 1, holes):
            _put(standing, records.path, line)
            if holes is not None and holes.first is not None:
                # What follows is taken in again once the hole is mended: covered is what is before it.
                continue
            if line.next is None:
                loose = line.offset + line.length - end
            else:
                end, lines = line.next, line.number
            if on_progress is not None and (line.number - mark.lines) % _LINES_A_STEP == 0:
                on_progress(line.offset, total)
            if len(standing) >= _IDS_A_COMMIT:
                writer.commit()
                standing.committed()
        writer.commit()
    finally:
        writer.close()
    if on_progress is not None and lines - mark.lines >= _LINES_A_STEP:
        on_progress(total, total)
    return Mark(end, lines, records.crc32(end, start=mark.bytes, value=mark.crc32), loose)


def _put(standing: Standing, path: Path, line: Line) -> None:
    if is_removal(line.record):
        standing.remove(line.record["id"])
        return
    stand = standing.of(line.record["id"])
    if stand is not None and stand.has(line.offset):
        # Committed before a crash, but not published. To take it in twice could put another version in force.
        return
    try:
        standing.add(content_of(line.record), (line.offset, line.length))
        # Whoever shows a record, or follows its links, relies on all of its shape, not only on what is searched.
        if reason := misfit(line.record):
            raise ValueError(f"this is no record as record.schema.json describes it: {reason}")
    except ValueError as error:
        schema = line.record.get("schema")
        kind = NewerRecord if isinstance(schema, int) and schema > SCHEMA else BadRecord
        raise kind(path, line.number, str(error)) from error


def _free_name(search: Path) -> str:
    """A name for a subfolder that is not the one in force."""
    derived = Derived.load(search)
    return str(int(derived.folder) + 1) if derived is not None else "1"


_AGAIN = "The records themselves are safe; run any command, and it is derived from them again."
_LINES_A_STEP = 500
_IDS_A_COMMIT = 200_000
"""What stands under so many ids is kept in memory at most."""
