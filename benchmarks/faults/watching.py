"""From the calls that strace writes down to what they do to the disk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from benchmarks.faults.power import Event
from benchmarks.faults.tracing import Call, unescaped


def events(calls: Iterable[Call]) -> Iterator[Event]:
    """What calls do to the disk, in their order; those that failed do nothing.

    Offsets are followed from the opening of a file on: a write goes where the one before ended, or to the end where
    the file was opened so.
    """
    at_end: dict[tuple[str, str], bool] = {}
    places: dict[tuple[str, str], int] = {}
    for call in calls:
        if call.result.startswith(("-1", "?")):
            continue
        arguments = _arguments(call.arguments)
        # Threads share their numbers of files; the commands watched here have but one process that writes.
        number = (re.match(r"\d*", arguments[0]) or [""])[0] if arguments else ""
        key = ("", number)
        match call.name:
            case "openat" | "open" | "creat":
                given = (re.match(r"\d+", call.result) or [""])[0]
                path, flags = _path_in(call.result), call.arguments
                at_end["", given], places["", given] = "O_APPEND" in flags, 0
                if "O_CREAT" in flags:
                    yield Event("open", path)
                if "O_TRUNC" in flags:
                    yield Event("truncate", path, 0)
            case "lseek":
                places[key] = int(call.result.split()[0])
            case "write" | "writev":
                data = b"".join(unescaped(text) for text in re.findall(r'"((?:\\x[0-9a-f]{2})*)"', call.arguments))
                data = data[: int(call.result.split()[0])]
                yield Event("write", _path_in(arguments[0]), None if at_end.get(key) else places.get(key, 0), data)
                places[key] = places.get(key, 0) + len(data)
            case "pwrite64":
                data = unescaped(arguments[1].strip('"'))[: int(call.result.split()[0])]
                yield Event("write", _path_in(arguments[0]), int(arguments[3]), data)
            case "ftruncate":
                yield Event("truncate", _path_in(arguments[0]), int(arguments[1]))
            case "fsync" | "fdatasync":
                yield Event("sync", _path_in(arguments[0]))
            case "rename":
                yield Event("rename", _text(arguments[0]), other=_text(arguments[1]))
            case "renameat" | "renameat2":
                yield Event("rename", _below(*arguments[:2]), other=_below(*arguments[2:4]))
            case "unlink" | "rmdir":
                yield Event("remove", _text(arguments[0]))
            case "unlinkat":
                yield Event("remove", _below(*arguments[:2]))
            case "mkdir":
                yield Event("folder", _text(arguments[0]))
            case "mkdirat":
                yield Event("folder", _below(*arguments[:2]))


def _arguments(text: str) -> list[str]:
    return text.split(", ")


def _path_in(text: str) -> bytes:
    """The path that strace writes after the number of an open file."""
    found = re.search(r"<((?:\\x[0-9a-f]{2})*)>", text)
    return unescaped(found[1]) if found else b""


def _text(argument: str) -> bytes:
    return unescaped(argument.strip('"'))


def _below(folder: str, name: str) -> bytes:
    """A path that is given from an open folder on."""
    text = _text(name)
    return text if text.startswith(b"/") else _path_in(folder) + b"/" + text
