"""Opening an archive to read it, and noticing what of it is missing, stale, cut short or of another version."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING, NamedTuple

import tantivy

from koreanews.index import derived, records
from koreanews.index.derived import SEARCH_NAME, Derived
from koreanews.index.engine import SearchDamaged, open_search
from koreanews.index.errors import CannotRead, CannotWrite, IndexBusy, NoIndex, RecordsMissing
from koreanews.index.records import RecordsReader

if TYPE_CHECKING:
    from koreanews.index.scratch import ScratchFolder


class Manner(NamedTuple):
    """How an archive is opened; see `Index` for each."""

    timeout: float
    on_wait: Callable[[str], None] | None
    on_progress: Callable[[int, int], None] | None
    on_warning: Callable[[str], None]


class Snapshot(NamedTuple):
    """An archive as it was at one moment; it stays so while others write.

    `identity` is `identity_of` then. `private` holds a search index that was derived for this snapshot alone.
    """

    records: RecordsReader
    derived: Derived
    searcher: tantivy.Searcher
    identity: tuple[int, ...]
    private: ScratchFolder | None = None


def identity_of(folder: Path) -> tuple[int, ...]:
    """Numbers of an archive's files that change with them."""
    numbers: tuple[int, ...] = ()
    for path in (folder / records.FILE_NAME, folder / SEARCH_NAME / derived.FILE_NAME):
        try:
            status = path.stat()
        except OSError:
            numbers += (0,)
        else:
            numbers += (status.st_ino, status.st_size, status.st_mtime_ns)
    return numbers


def open_snapshot(folder: Path, manner: Manner, *, anew: bool = False) -> Snapshot:
    """The archive as it is now. Its search index is first made true of it where it is not, and always if `anew`.

    A writer at work is not waited for, unless there is no search index to use meanwhile. Where the folder may not
    be written to, a search index that is not true is put aside for one in a temporary folder. NoIndex,
    RecordsMissing, CannotRead, BadRecord, IndexBusy.
    """
    search = folder / SEARCH_NAME
    busy, attempts, moments = False, 0, 0
    while attempts < _ATTEMPTS:
        identity = identity_of(folder)
        reader = open_records(folder)
        found = None if anew else Derived.usable(search)
        if found is not None and (found.untouched(reader) or (busy and found.likely_covers(reader))):
            try:
                snapshot = _snapshot(reader, found, search, identity)
            except SearchDamaged:
                if identity_of(folder) != identity:
                    # Another has come into force meanwhile, and this one is gone.
                    continue
                anew = True
            else:
                _warn_of_torn_tail(snapshot, manner, busy=busy)
                return snapshot
        if busy and moments < _MOMENTS:
            # The records were compacted a moment ago, and the search index made with them is about to come into force.
            moments += 1
            sleep(_MOMENT)
            continue
        attempts += 1
        try:
            _mend(folder, manner, wait=busy, anew=anew)
            anew = busy = False
        except IndexBusy:
            if busy:
                raise
            busy = True
        except CannotWrite:
            return _snapshot_of_unwritable(reader, found, search, identity, manner)
    raise CannotRead(f"{search} stays damaged each time that it is made. Is the disk in order?")


def was_an_archive(folder: Path) -> bool:
    """Whether a search index was derived from records in the folder, which should be there then."""
    return (folder / SEARCH_NAME / derived.FILE_NAME).exists()


def open_records(folder: Path) -> RecordsReader:
    """The archive's records. NoIndex, RecordsMissing, CannotRead."""
    path = folder / records.FILE_NAME
    try:
        return RecordsReader(path)
    except FileNotFoundError as error:
        if was_an_archive(folder):
            raise RecordsMissing(path) from error
        raise NoIndex(folder) from error
    except OSError as error:
        raise CannotRead(f"{path} cannot be read: {error.strerror or error}.") from error


_ATTEMPTS = 5
"""So often the search index is mended before that is given up."""
_MOMENTS = 400
_MOMENT = 0.01
"""Seconds; so often at most, before the writer at work is waited for."""


def _snapshot(reader: RecordsReader, found: Derived, search: Path, identity: tuple[int, ...]) -> Snapshot:
    return Snapshot(reader, found, open_search(search / found.folder, found.stamp).searcher(), identity)


def _warn_of_torn_tail(snapshot: Snapshot, manner: Manner, *, busy: bool) -> None:
    """Says that the file's end is left out; not while a writer is at work, whose next line it may be."""
    reader, derived = snapshot.records, snapshot.derived
    # By its size when it was looked at: a writer may have begun since.
    if busy or derived.bytes + derived.loose_bytes >= derived.size:
        return
    if reader.torn_tail() is not None:
        manner.on_warning(
            f"The last line of {reader.path} was cut short, as when a computer stops in the middle of writing. "
            "It is left out; the next ingest moves it away."
        )
    elif any(b"\x00" in raw for _, _, raw in reader.raw_lines(derived.bytes, 1)):
        manner.on_warning(
            f"{reader.path} has lines that were not wholly on disk when the computer stopped. They are left out; the "
            "next ingest moves them away."
        )


def _mend(folder: Path, manner: Manner, *, wait: bool, anew: bool) -> None:
    """Makes search/ true of the records under the lock; IndexBusy where another holds it for too long."""
    from koreanews.index.deriving import derive, mend
    from koreanews.index.lock import write_lock

    with write_lock(folder, manner.timeout if wait else 0, manner.on_wait):
        # Opened under the lock, since the file may be another by now.
        reader = open_records(folder)
        (derive if anew else mend)(folder / SEARCH_NAME, reader, manner.on_progress)


def _snapshot_of_unwritable(
    reader: RecordsReader, found: Derived | None, search: Path, identity: tuple[int, ...], manner: Manner
) -> Snapshot:
    """What can be had where nothing can be mended: the search index as it is if true, else a private one."""
    from koreanews.index.deriving import derive
    from koreanews.index.scratch import ScratchFolder

    if found is not None and found.covers(reader):
        after = reader.lines(found.bytes + found.loose_bytes, found.lines)
        if next(after, None) is None:
            # A damaged one is as good as none.
            with suppress(SearchDamaged):
                return _snapshot(reader, found, search, identity)
    manner.on_warning(
        f"{search} is not true of the records, and {search.parent} may not be written to: a search index is made for "
        "this command alone. Run a command as someone who may write there to mend it."
    )
    private = ScratchFolder()
    made = derive(Path(private.name), reader, manner.on_progress)
    return _snapshot(reader, made, Path(private.name), identity)._replace(private=private)
