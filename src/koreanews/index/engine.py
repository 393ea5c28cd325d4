"""Tantivy's folder of files: opening it, writing to it, and its failures told apart."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import tantivy
from tantivy.tantivy import __version__

from koreanews.index.errors import CannotWrite
from koreanews.index.fields import register, schema
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


def open_search(path: Path) -> tantivy.Index:
    """Opens a folder of Tantivy's to search it. SearchDamaged."""
    with damage_noticed():
        index = tantivy.Index.open(str(path)) if os.access(path, os.W_OK) else _open_read_only(path)
    register(index)
    return index


class SearchWriter:
    """Puts documents into a folder of Tantivy's, a new one where `new`; for the lock's holder only.

    Everything raises CannotWrite where the disk refuses, SearchDamaged at the start where the files are not whole.
    """

    def __init__(self, path: Path, *, new: bool) -> None:
        self._path = path
        with damage_noticed():
            if new:
                path.mkdir(parents=True)
            self.index = tantivy.Index(schema(), path=str(path), reuse=False) if new else open_search(path)
            register(self.index)
            keep_large_blocks_apart()
            threads = max(1, min((os.cpu_count() or 1) // _CORES_A_THREAD, _MOST_THREADS))
            self._writer = self.index.writer(threads * _HEAP_PER_THREAD, threads)

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
        self._share()

    def close(self) -> None:
        """Lets merges under way finish, and lets go; what was not committed is forgotten."""
        with self._explained():
            self._writer.wait_merging_threads()
        self._share()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            with damage_noticed():
                yield
        except SearchDamaged as error:
            raise CannotWrite(
                f"{self._path} cannot be written: {error}. The records themselves are safe; make room or mend the "
                "disk, then run any command, and it is derived from them again."
            ) from error

    def abandon(self) -> None:
        """Lets go at once; what was not committed is forgotten."""
        del self._writer

    def _share(self) -> None:
        """Lets those read who may read the folder: Tantivy makes two of its files for their owner alone."""
        mode = self._path.stat().st_mode & 0o666
        for name in ("meta.json", ".managed.json"):
            (self._path / name).chmod(mode)


_CORES_A_THREAD = 4
"""One thread indexes what several worker processes parse; each more makes segments of its own, to be merged later."""

_MOST_THREADS = 4
_HEAP_PER_THREAD = 100_000_000
"""Bytes; a segment ends where it is full. Text dumps take 4 KB each: a commit of the writer's is one segment."""


def _open_read_only(path: Path) -> tantivy.Index:
    """Opens a folder that may not be written to, though Tantivy makes a lock file wherever it reads.

    It is given a folder of links instead; once it is open, that is no longer needed.
    """
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="koreanews-") as links:
        for file in path.iterdir():
            if file.suffix != ".lock":
                (Path(links) / file.name).symlink_to(file.resolve())
        return tantivy.Index.open(links)
