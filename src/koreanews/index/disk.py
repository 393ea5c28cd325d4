"""The few things asked of the disk that must last, and its refusals as sentences."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from koreanews.index.errors import CannotWrite

BINARY = getattr(os, "O_BINARY", 0)
"""Keeps Windows from touching line ends."""


NO_LINK = getattr(os, "O_NOFOLLOW", 0)
"""Keeps a file that is made from being made where a link leads, outside the folder."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns the operating system's refusal within the block into CannotWrite, which names the path."""
    try:
        yield
    except OSError as error:
        raise CannotWrite(
            f"{path} cannot be written: {error.strerror or error}. {_advice(error)}"
            "What was reported as done before is safe."
        ) from error


def make_folder(folder: Path) -> None:
    """Makes the folder and those above it, lastingly, where they are missing."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Makes the names in a folder last. Windows does so by itself, and cannot be asked."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def open_file(path: Path, flags: int) -> int:
    """A descriptor of a file, opened without waiting. OSError where it is no file: a pipe, a device, a folder."""
    descriptor = os.open(path, flags | BINARY | getattr(os, "O_NONBLOCK", 0), 0o666)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "It is not a file, but a pipe, a device or a folder", str(path))
    return descriptor


def write_whole(path: Path, data: bytes) -> None:
    """Puts a file in place with all of its data or, whatever happens meanwhile, leaves the one that was there."""
    beside = path.with_name(path.name + ".new")
    write_new(beside, (data,))
    beside.replace(path)
    sync_folder(path.parent)


def write_new(path: Path, pieces: Iterable[bytes]) -> None:
    """Makes a file of the pieces, lastingly; one that has its name already is emptied first. OSError."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | NO_LINK | BINARY, 0o666)
    try:
        for piece in pieces:
            write_all(descriptor, piece)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def in_pieces(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Lines put together to pieces of about a megabyte, for to write each by itself would take longer."""
    waiting = bytearray()
    for line in lines:
        waiting += line
        if len(waiting) >= _PIECE:
            yield bytes(waiting)
            waiting.clear()
    if waiting:
        yield bytes(waiting)


_PIECE = 1 << 20
"""Bytes written at a time."""


def append_whole(path: Path, data: bytes) -> None:
    """Adds data to a file's end, lastingly."""
    descriptor = open_file(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | NO_LINK)
    try:
        write_all(descriptor, data)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    sync_folder(path.parent)


def overwrite(path: Path, offset: int, data: bytes) -> None:
    """Puts data in the place of as many bytes of a file, lastingly."""
    descriptor = open_file(path, os.O_WRONLY)
    try:
        os.lseek(descriptor, offset, os.SEEK_SET)
        write_all(descriptor, data)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_all(descriptor: int, data: bytes | bytearray) -> None:
    """Writes all of the data, in as many pieces as the operating system wants."""
    with memoryview(data) as view:
        written = 0
        while written < len(view):
            written += os.write(descriptor, view[written:])


def _advice(error: OSError) -> str:
    """What to do now, where the refusal itself does not say it."""
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return "Make room on the disk, then run the command again. "
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "Ask for the right to write there, or name another folder with --index. "
    return ""
