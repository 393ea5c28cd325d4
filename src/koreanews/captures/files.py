"""The files that a person's paths stand for: themselves, and what is in folders, in a stable order.

In a folder, hidden files and folders (.git, .DS_Store) are not read, nor a koreanews index, nor the folder of
pictures that a browser saves beside a page; they are counted. What the person names is read whatever it is called.
A symbolic link that the person names is followed. One within a folder is followed only to a file inside the
same folder that would not be read otherwise (git-annex keeps its files so): a link elsewhere is named, and not read.
"""

# Names are kept as the system gives them, a million of them at a time: strings, not `Path`s.
# ruff: noqa: PTH116, PTH118, PTH120, PTH206, PTH208

from __future__ import annotations

import errno
import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from koreanews.captures.address import host_is_dw
from koreanews.captures.capture import Ignored, Skipped
from koreanews.captures.naming import shown_path
from koreanews.captures.resources import HIDDEN, RESOURCES, is_hidden, is_resource_folder

INDEXES = "koreanews indexes"
LINKS = "links to what is read in its own place"

_INDEX_FILES = ("records.jsonl", "search")


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. `path` opens it, `shown` names it; "-" is standard input, whose size is not known (0).

    `mtime_ns` is its time of change, to tell whether it has been read before, and never evidence of a date.
    `named` says that the person named it; `among_resources` that pictures and scripts are to be expected there.
    """

    path: str
    shown: str
    size: int
    mtime_ns: int
    named: bool = False
    among_resources: bool = False


def find_files(paths: Iterable[str | Path]) -> Iterator[Found | Skipped | Ignored]:
    """The files that `paths` stand for, in the order of the paths; a folder's files by name, then its folders.

    Nothing is opened. Naming an index's folder stands for its records.jsonl.
    """
    for path in paths:
        name = os.fspath(path)
        if name == "-":
            yield Found("-", "-", 0, 0, named=True)
            continue
        try:
            status = os.stat(name)
            names = os.listdir(name) if stat.S_ISDIR(status.st_mode) else None
        except (OSError, ValueError) as error:
            yield Skipped(shown_path(name), reason_unread(error))
            continue
        if names is not None and not _is_index(names):
            yield from _Walk(name).files()
        elif names is not None:
            yield from find_files([os.path.join(name, "records.jsonl")])
        elif trouble := _special(status.st_mode):
            yield Skipped(shown_path(name), trouble)
        else:
            yield Found(name, shown_path(name), status.st_size, status.st_mtime_ns, named=True)


def reason_unread(error: OSError | ValueError) -> str:
    """What keeps a file from being read, as the rest of a sentence that begins with its name."""
    match error:
        case FileNotFoundError():
            return "does not exist"
        case PermissionError():
            return "cannot be read: permission denied"
        case OSError(errno=errno.ELOOP):
            return "is a loop of symbolic links"
        case OSError(strerror=str(reason)):
            return f"cannot be read: {reason[:1].lower()}{reason[1:]}"
    return f"cannot be read: {error}"


class _Walk:
    """One folder, read recursively."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._real = os.path.realpath(root).rstrip(os.sep) + os.sep
        self._ignored: Counter[str] = Counter()

    def files(self) -> Iterator[Found | Skipped | Ignored]:
        """All files below the folder; at the end what was left out, counted."""
        # A stack, not recursion: folders can be nested deeper than Python calls.
        folders = [(self._root, any(map(host_is_dw, shown_path(self._root).split("/"))))]
        while folders:
            path, among_resources = folders.pop()
            below: list[tuple[str, bool]] = []
            yield from self._folder(path, among_resources, below)
            folders.extend(reversed(below))
        for what, number in self._ignored.items():
            yield Ignored(shown_path(self._root), what, number)

    def _folder(self, path: str, among_resources: bool, below: list[tuple[str, bool]]) -> Iterator[Found | Skipped]:
        """The files of a folder; its folders are added to `below`, each with whether resources are expected."""
        try:
            names = sorted(os.listdir(path))
        except OSError as error:
            yield Skipped(shown_path(path), reason_unread(error))
            return
        if _is_index(names):
            self._ignored[INDEXES] += 1
            return
        # wget names a folder for each host that it copies from, DW's beside those of its pictures and scripts.
        among_resources = among_resources or any(map(host_is_dw, names))
        for name in names:
            inner = os.path.join(path, name)
            if is_hidden(name):
                self._ignored[HIDDEN] += 1
                continue
            try:
                status = os.lstat(inner)
            except OSError as error:
                yield Skipped(shown_path(inner), reason_unread(error))
                continue
            if stat.S_ISLNK(status.st_mode):
                yield from self._link(inner, among_resources)
            elif not stat.S_ISDIR(status.st_mode):
                yield _found(inner, status, among_resources)
            elif is_resource_folder(name, names):
                self._ignored[RESOURCES] += _number_of_files(inner)
            else:
                below.append((inner, among_resources))

    def _link(self, path: str, among_resources: bool) -> Iterator[Found | Skipped]:
        """What a symbolic link leads to, if it is to be read; see this module's docstring."""
        shown = shown_path(path)
        try:
            target = os.path.realpath(path, strict=True)
            status = os.stat(target)
        except FileNotFoundError:
            yield Skipped(shown, "is a symbolic link that leads nowhere")
            return
        except OSError as error:
            yield Skipped(shown, reason_unread(error))
            return
        if (os.path.realpath(os.path.dirname(path)) + os.sep).startswith(target.rstrip(os.sep) + os.sep):
            yield Skipped(shown, "is a symbolic-link loop: it leads to a folder that holds it")
        elif not target.startswith(self._real):
            yield Skipped(
                shown,
                f"is a symbolic link out of the folder, to {shown_path(target)}, and not followed;"
                " name that to ingest it",
            )
        elif stat.S_ISREG(status.st_mode) and any(map(is_hidden, target[len(self._real) :].split(os.sep))):
            yield _found(path, status, among_resources)
        else:
            self._ignored[LINKS] += 1


def _found(path: str, status: os.stat_result, among_resources: bool) -> Found | Skipped:
    if trouble := _special(status.st_mode):
        return Skipped(shown_path(path), trouble)
    return Found(path, shown_path(path), status.st_size, status.st_mtime_ns, among_resources=among_resources)


def _special(mode: int) -> str | None:
    """What a file is that is not one to read from beginning to end; such are not opened, for that may wait for ever."""
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISFIFO(mode):
        return "is a named pipe, which is not waited for; pipe into - instead"
    if stat.S_ISSOCK(mode):
        return "is a socket, not a file"
    return "is a device, not a file"


def _is_index(names: list[str]) -> bool:
    """Whether a folder with these names in it is a koreanews index."""
    return all(name in names for name in _INDEX_FILES)


def _number_of_files(folder: str) -> int:
    return sum(len(files) for _, _, files in os.walk(folder))
