"""What a loss of power may leave of a folder: all that was made to last, and of all else any part.

The rules are those that POSIX gives: what is written to a file lasts once the file was synced (fsync, fdatasync), a
name in a folder once the folder was. Of what came after, anything may have made it to the disk: nothing, all, what came
first, or any choice, a file's bytes in any choice of sectors with zeros between.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeVar

SECTOR = 512

Thing = TypeVar("Thing")


class Event(NamedTuple):
    """Something done to the disk, by whole paths.

    Of "write": `offset` is null at the file's end. Of "truncate": `offset` is the new size. Others: "open" (made if it
    was not there), "sync", "rename" (to `other`), "remove", "folder" (made).
    """

    what: str
    path: bytes
    offset: int | None = None
    data: bytes = b""
    other: bytes = b""


class Disk:
    """A folder as programs see it, and as it is on disk for certain."""

    def __init__(self, root: Path) -> None:
        """As the folder is now, all of it on disk."""
        self._root = bytes(root)
        self._names: dict[bytes, _File | None] = {}
        for path in sorted(root.rglob("*")):
            self._names[bytes(path)] = None if path.is_dir() else _File(path.read_bytes())
        self._lasting = dict(self._names)
        self._changes: list[_Change] = []

    def do(self, event: Event) -> None:
        """Something happens. What is outside of the folder is none of its business."""
        if event.path != self._root and not event.path.startswith(self._root + b"/"):
            return
        file = self._names.get(event.path)
        if event.what == "open" and event.path not in self._names:
            self._change({event.path: _File(b"")}, ())
        elif event.what == "folder":
            self._change({event.path: None}, ())
        elif event.what == "write" and file is not None:
            file.write(event.offset, event.data)
        elif event.what == "truncate" and file is not None:
            file.truncate(event.offset or 0)
        elif event.what == "sync" and file is not None:
            file.sync()
        elif event.what == "sync":
            self._sync_names(event.path)
        elif event.what == "rename" and event.path in self._names:
            self._change({event.other: file}, (event.path,))
        elif event.what == "remove" and event.path in self._names:
            self._change({}, (event.path,))

    def contents(self) -> dict[bytes, bytes | None]:
        """What programs see: for each path its bytes; null for a folder."""
        return {path: None if file is None else bytes(file.data) for path, file in self._names.items()}

    def lose_power(self, rng: Random, into: Path) -> str:
        """Writes one state that the disk may be found in to another folder; gives how it was chosen."""
        way_of_names, way_of_data = rng.choice(_WAYS), rng.choice(_WAYS)
        names = dict(self._lasting)
        for change in _chosen(self._changes, way_of_names, rng):
            change.apply(names)
        into.mkdir(parents=True)
        for path in sorted(names):
            target = into / os.fsdecode(path[len(self._root) + 1 :])
            file = names[path]
            if not target.parent.is_dir():
                continue
            if file is None:
                target.mkdir()
            else:
                target.write_bytes(file.after_loss(way_of_data, rng))
        return f"{way_of_names} of the names, {way_of_data} of the data"

    def _change(self, made: dict[bytes, _File | None], gone: tuple[bytes, ...]) -> None:
        change = _Change(made, gone)
        change.apply(self._names)
        self._changes.append(change)

    def _sync_names(self, folder: bytes) -> None:
        still: list[_Change] = []
        for change in self._changes:
            if change.folder == folder:
                change.apply(self._lasting)
            else:
                still.append(change)
        self._changes = still


class _Change(NamedTuple):
    """Names that come to a folder, and others that go, all at once."""

    made: dict[bytes, _File | None]
    gone: tuple[bytes, ...]

    @property
    def folder(self) -> bytes:
        return os.path.dirname(next(iter((*self.made, *self.gone))))  # noqa: PTH120

    def apply(self, names: dict[bytes, _File | None]) -> None:
        for path in self.gone:
            names.pop(path, None)
        names.update(self.made)


class _File:
    """A file: `data` as programs see it, what of it lasts, and what was done to it since."""

    def __init__(self, data: bytes) -> None:
        self.data = bytearray(data)
        self._lasting = data
        self._pending: list[_Piece] = []

    def write(self, offset: int | None, data: bytes) -> None:
        piece = _Piece(len(self.data) if offset is None else offset, data)
        piece.apply(self.data)
        self._pending.append(piece)

    def truncate(self, size: int) -> None:
        piece = _Piece(size, None)
        piece.apply(self.data)
        self._pending.append(piece)

    def sync(self) -> None:
        self._lasting, self._pending = bytes(self.data), []

    def after_loss(self, way: str, rng: Random) -> bytes:
        data, pending = bytearray(self._lasting), self._pending
        if way == "any":
            pending = [part for piece in pending for part in piece.sectors()]
        chosen = list(_chosen(pending, way, rng))
        if chosen and way == "the first":
            chosen[-1] = chosen[-1].torn(rng)
        for piece in chosen:
            piece.apply(data)
        return bytes(data)


class _Piece(NamedTuple):
    """Bytes written at an offset, or, where they are null, the size that a file was cut or stretched to."""

    offset: int
    data: bytes | None

    def apply(self, to: bytearray) -> None:
        missing = self.offset - len(to)
        if missing > 0:
            to += bytes(missing)
        if self.data is None:
            del to[self.offset :]
        else:
            to[self.offset : self.offset + len(self.data)] = self.data

    def sectors(self) -> Iterator[_Piece]:
        """The parts of it that are written for themselves."""
        if self.data is None:
            yield self
            return
        start = 0
        while start < len(self.data):
            end = start + SECTOR - (self.offset + start) % SECTOR
            yield _Piece(self.offset + start, self.data[start:end])
            start = end

    def torn(self, rng: Random) -> _Piece:
        """As much of it as was written when the power went."""
        return self if self.data is None else _Piece(self.offset, self.data[: rng.randrange(len(self.data) + 1)])


_WAYS = ("none", "all", "the first", "any")


def _chosen(things: Sequence[Thing], way: str, rng: Random) -> Iterator[Thing]:
    if way == "all":
        yield from things
    elif way == "the first":
        yield from things[: rng.randrange(len(things) + 1)]
    elif way == "any":
        yield from (thing for thing in things if rng.random() < 0.5)
