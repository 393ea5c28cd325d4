"""Tantivy's folder of files: opening it, writing to it, and its failures told apart."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import tantivy
from tantivy.tantivy import __version__

from koreanews.index.disk import explained, sync_folder
from koreanews.index.errors import CannotWrite
from koreanews.index.fields import register, schema
from koreanews.index.mapped import MappedFiles
from koreanews.index.memory import give_back, keep_large_blocks_apart

ENGINE = __version__.rpartition(", ")[2]
"""The version of the format that this Tantivy writes: "index_format v7"."""


class SearchDamaged(Exception):
    """The search index's files are not whole: it must be derived anew."""


@contextmanager
def damage_noticed() -> Iterator[None]:
    """Turns what Tantivy raises within the block into SearchDamaged.

    It says ValueError for everything, and panics, which is no Exception, where a file's inside makes no sense.
    """
    try:
        yield
    except ValueError as error:
        raise SearchDamaged(str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise SearchDamaged(str(error)) from error


class Committed(NamedTuple):
    """What the last commit in a folder of Tantivy's consists of.

    `stamp` grows with each commit. `segments` has for each segment the stamp of its file of deletions, null where it
    has none.
    """

    stamp: int
    segments: dict[str, int | None]

    def is_left_over(self, name: str) -> bool:
        """Whether a file of deletions is of no commit, as after a process was killed in the middle of one."""
        segment, _, rest = name.partition(".")
        return segment in self.segments and rest.endswith(".del") and rest != f"{self.segments[segment]}.del"


def committed(path: Path) -> Committed:
    """The last commit in a folder of Tantivy's. SearchDamaged."""
    try:
        found = json.loads((path / "meta.json").read_bytes())
        deletes = {one["segment_id"].replace("-", ""): one["deletes"] for one in found["segments"]}
        return Committed(int(found["opstamp"]), {id: one and int(one["opstamp"]) for id, one in deletes.items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SearchDamaged(f"{path / 'meta.json'} cannot be read ({error})") from error


def open_search(path: Path, stamp: int) -> tantivy.Index:
    """Opens a folder of Tantivy's to search it. SearchDamaged, also where it is of before the commit with the stamp."""
    last = committed(path)
    if last.stamp < stamp:
        raise SearchDamaged(f"{path} is of an earlier time")
    # A file of positions that is gone Tantivy takes for an empty one; any other it misses by itself.
    if any(not (path / f"{segment}.pos").exists() for segment in last.segments):
        raise SearchDamaged(f"{path} lacks a file of positions")
    try:
        with damage_noticed():
            return _open(path) if os.access(path, os.W_OK) else _open_read_only(path)
    except FileNotFoundError as error:
        raise SearchDamaged(f"{path} is gone") from error


class SearchWriter:
    """Puts documents into a folder of Tantivy's; for the lock's holder only.

    `stamp` is as in `open_search`; a new folder is made where it is null. Everything raises CannotWrite where the disk
    refuses, SearchDamaged at the start where the files are not whole, OSError where a new folder cannot be made.
    """

    def __init__(self, path: Path, *, stamp: int | None = None) -> None:
        self._path = path
        self._list = path / "meta.json"
        if stamp is None:
            path.mkdir(parents=True)
        # Of files that are not there yet, none is damaged.
        with self._explained() if stamp is None else damage_noticed():
            if stamp is None:
                self._index = _prepared(tantivy.Index(schema(), path=str(path), reuse=False))
            else:
                self._index = open_search(path, stamp)
                _forget_unfinished(path)
            keep_large_blocks_apart()
            threads = max(1, min((os.cpu_count() or 1) // _CORES_A_THREAD, _MOST_THREADS))
            self._listed = self._list_in_force()
            self._writer = self._index.writer(threads * _HEAP_PER_THREAD, threads)
        self._mapped = MappedFiles(path)

    def searcher(self) -> tantivy.Searcher:
        """What finds all that was committed. It holds the files that it searches: see `has_merged`."""
        self._listed = self._list_in_force()
        with self._explained():
            self._index.reload()
            return self._index.searcher()

    def has_merged(self) -> bool:
        """Whether segments were merged since `searcher` was last asked, at the cost of a look at one file.

        The searcher finds the same as before; but the segments that were merged, deleted by now, take room on the disk
        and in memory, the whole of which the merging has read, until another takes its place.
        """
        # A list that is gone is no other one: whoever writes next says what is wrong.
        return self._list_in_force() not in (None, self._listed)

    def put(self, document: tantivy.Document) -> None:
        """Adds a document. One with the same id must be dropped before."""
        with self._explained():
            self._writer.add_document(document)

    def drop(self, id: str) -> None:
        """Takes out the document put before with this id, if any."""
        with self._explained():
            self._writer.delete_documents_by_term("id", id)

    def commit(self) -> None:
        """Makes all so far lasting, and visible to those who open the folder from now on."""
        with self._explained():
            self._writer.commit()
        give_back()
        with explained(self._path):
            self._share()
            # Tantivy puts its list of files in place, and does not wait until that name is on disk.
            sync_folder(self._path)

    def close(self) -> None:
        """Lets merges under way finish, and lets go; what was not committed is forgotten."""
        try:
            with self._explained():
                self._writer.wait_merging_threads()
        finally:
            self._mapped.close()
        del self._writer, self._index
        give_back()
        with explained(self._path):
            self._share()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            with damage_noticed():
                yield
        except SearchDamaged as error:
            raise CannotWrite(
                f"{self._path} cannot be written: {_reason(error)}. The records themselves are safe; make room or mend "
                "the disk, then run any command, and it is derived from them again."
            ) from error

    def abandon(self) -> None:
        """Lets go at once; what was not committed is forgotten."""
        self._mapped.close()
        del self._writer

    def _list_in_force(self) -> tuple[int, int] | None:
        """What tells Tantivy's list of segments from one that takes its place; null where there is none any more."""
        try:
            status = self._list.stat()
        except OSError:
            return None
        return status.st_ino, status.st_mtime_ns

    def _share(self) -> None:
        """Lets those read who may read the folder: Tantivy makes two of its files for their owner alone."""
        mode = self._path.stat().st_mode & 0o666
        for name in ("meta.json", ".managed.json"):
            (self._path / name).chmod(mode)


def _reason(error: SearchDamaged) -> str:
    """What the operating system said, where Tantivy passes it on among its own values."""
    _, found, rest = str(error).partition('message: "')
    return rest.partition('"')[0] if found else str(error)


_CORES_A_THREAD = 4
"""One thread indexes what several worker processes parse; each more makes segments of its own, to be merged later."""

_MOST_THREADS = 4
_HEAP_PER_THREAD = 100_000_000
"""Bytes; a segment ends where it is full. Text dumps take 4 KB each: a commit of the writer's is one segment."""


def _forget_unfinished(path: Path) -> None:
    """Takes away what a commit left that was never finished: Tantivy would not write files of the same names again."""
    last = committed(path)
    for file in path.iterdir():
        if last.is_left_over(file.name):
            with suppress(OSError):
                file.unlink()


def _open(path: Path) -> tantivy.Index:
    try:
        return _prepared(tantivy.Index.open(str(path)))
    except ValueError:
        # A full disk does not take the lock file that Tantivy makes.
        return _open_read_only(path)


def _open_read_only(path: Path) -> tantivy.Index:
    """Opens a folder that may not be written to, though Tantivy makes a lock file wherever it reads.

    It is given a folder of links instead; once it is open, that is no longer needed.
    """
    from koreanews.index.scratch import ScratchFolder

    with ScratchFolder() as links:
        for file in path.iterdir():
            if file.suffix != ".lock":
                (Path(links) / file.name).symlink_to(file.resolve())
        return _prepared(tantivy.Index.open(links))


def _prepared(index: tantivy.Index) -> tantivy.Index:
    """The index, knowing our tokenizers, and reading no more than it is asked to."""
    # Else threads of its own go on reading what is committed, and files that may be going meanwhile. One may have begun
    # when the index was opened; see `scratch`.
    index.config_reader("manual")
    register(index)
    return index
