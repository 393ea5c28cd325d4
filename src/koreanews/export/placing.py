"""Putting files in place: whole or not at all, and never over another unless told so."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from koreanews.index.disk import sync_folder


@contextmanager
def placed(path: Path, *, force: bool = False) -> Iterator[TextIO]:
    """A file to be written in a `with` block, in UTF-8 and with line ends as they are; it is at `path` afterwards.

    Until then it grows beside, under a hidden name, and goes if the block is left by an exception. FileExistsError
    before and after the block where there is a file at `path`, unless `force` replaces it. What is no file of the
    disk's (/dev/null, a pipe) is written to as it is. OSError as the system tells it; each names `path`.
    """
    # Before links are followed: a pipe has no path that could be opened, only /dev/stdout leads to it.
    if path.exists() and not path.is_file() and not path.is_dir():
        with _named(path, path), path.open("w", encoding="utf-8", newline="") as out:
            yield out
        return
    path = path.resolve()
    refuse_existing(path, force=force)
    beside = beside_of(path)
    try:
        with _named(path, beside):
            with beside.open("x", encoding="utf-8", newline="") as out:
                yield out
            sync_file(beside)
            if force:
                beside.replace(path)
            else:
                _move_where_nothing_is(beside, path)
            sync_folder(path.parent)
    finally:
        beside.unlink(missing_ok=True)


def refuse_existing(path: Path, *, force: bool) -> None:
    """FileExistsError where there is a file and no `force`; IsADirectoryError where there is a folder."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "it is a folder; name a file", str(path))
    if path.exists() and not force:
        raise FileExistsError(errno.EEXIST, "it is there already; to replace it, say --force", str(path))


def beside_of(path: Path) -> Path:
    """A hidden name beside the path that no other process picks."""
    return path.with_name(f".{path.name[:_LONGEST]}.{os.urandom(6).hex()}.part")


_LONGEST = 60
"""Characters; four bytes each and what is added still make a name that every file system takes."""


def sync_file(path: Path) -> None:
    """Makes what was written to a file last."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


@contextmanager
def _named(path: Path, beside: Path) -> Iterator[None]:
    """Has the system's refusals name the file that was asked for, not the hidden one or none at all."""
    try:
        yield
    except OSError as error:
        if error.errno is None or error.filename not in (None, str(beside)):
            raise
        raise OSError(error.errno, error.strerror, str(path)) from error


def _move_where_nothing_is(beside: Path, path: Path) -> None:
    """Gives the file its name, unless another has it by now."""
    try:
        # A rename would replace; a link refuses.
        path.hardlink_to(beside)
    except OSError:
        refuse_existing(path, force=False)
        # It is a file system without links, then.
        beside.rename(path)
