"""Reading what a person has saved: files, folders, containers and standard input become captures.

In three steps, for a program that shares the work out: `find_files` lists files, `read_file` gives the pages of one,
each with its bytes, and `to_capture`, which needs nothing else and may run in another process, decodes a page.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from koreanews.captures.capture import Item, Skipped
from koreanews.captures.containers import Place, pages_in
from koreanews.captures.files import Found, find_files, reason_unread
from koreanews.captures.page import Page, Read, to_capture
from koreanews.captures.stream import ByteStream

_CHUNK = 1 << 20


def read_captures(
    paths: Iterable[str | Path],
    *,
    stdin: BinaryIO | None = None,
    all_publishers: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Iterator[Item]:
    """Every page in `paths`, in a stable order, one at a time; memory does not grow with their number or size.

    `paths` are files, folders (read recursively, by name) and "-" for `stdin` (default: the process's own).
    Nothing in them raises: what gives no page comes as `Skipped` with its reason, what nobody would ask
    for as `Ignored`, another index's records.jsonl line by line as `RecordLine`. Pages in WARC and ARC
    files whose address is not DW's are counted as `Ignored` unless `all_publishers`. `progress` is called with
    the number of bytes of input read since its last call; they add up to `total_size(paths)`, and to those of `stdin`.
    """
    for found in find_files(paths):
        if not isinstance(found, Found):
            yield found
            continue
        for read in read_file(found, stdin=stdin, all_publishers=all_publishers, progress=progress):
            yield to_capture(read) if isinstance(read, Page) else read


def read_file(
    found: Found,
    *,
    stdin: BinaryIO | None = None,
    all_publishers: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Iterator[Read]:
    """The pages of one file, undecoded, and what stands in their place; parameters as in `read_captures`."""
    place = Place(
        found.shown,
        found.shown.rpartition("/")[2] if found.path != "-" else "-",
        named=found.named,
        among_resources=found.among_resources,
    )
    if found.path == "-":
        source = stdin or (sys.stdin.buffer if sys.stdin else None)
        if source is None:
            yield Skipped("-", "cannot be read: standard input is closed")
            return
        yield from pages_in(ByteStream(_Counted(source, None, progress).read), place, all_publishers)
        return
    try:
        file = open(found.path, "rb", buffering=0, opener=_open)  # noqa: SIM115
    except OSError as error:
        yield Skipped(found.shown, reason_unread(error))
        return
    with file:
        counted = _Counted(file, found.size, progress)
        yield from pages_in(ByteStream(counted.read, cast(BinaryIO, counted)), place, all_publishers)
        counted.finish()


def total_size(paths: Iterable[str | Path]) -> int:
    """The bytes that `read_captures` will report as progress, from the file system alone; nothing is opened."""
    return sum(found.size for found in find_files(paths) if isinstance(found, Found))


def _open(path: str, flags: int) -> int:
    """Open without waiting: where a named pipe has taken the file's place meanwhile, it is not read."""
    handle = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(0, "Is no longer a file")
    return handle


class _Counted:
    """A file that tells how far it has been read: `size` bytes in all, however often parts are read again."""

    def __init__(self, file: BinaryIO, size: int | None, progress: Callable[[int], None] | None) -> None:
        self._file = file
        self._left = size
        self._progress = progress
        self.seek = file.seek
        self.tell = file.tell
        self.seekable = file.seekable

    def read(self, number: int = -1) -> bytes:
        data = self._file.read(min(number, _CHUNK) if number >= 0 else number)
        self._count(len(data))
        return data

    def finish(self) -> None:
        """Tell of the bytes that were not worth reading."""
        self._count(self._left or 0)

    def _count(self, number: int) -> None:
        if self._left is not None:
            number = min(number, self._left)
            self._left -= number
        if self._progress and number:
            self._progress(number)
