"""The harness's loss of power: what was synced is always there, what was not need not be, nothing else comes up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from benchmarks.faults.power import SECTOR, Disk, Event
from benchmarks.faults.tracing import Call
from benchmarks.faults.watching import events

Contents = dict[str, bytes | None]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with one file, all of it on disk."""
    (tmp_path / "root").mkdir()
    (tmp_path / "root/old").write_bytes(b"old")
    return tmp_path / "root"


@pytest.fixture
def states(root: Path, tmp_path: Path) -> Callable[..., list[Contents]]:
    """What may be found after some events, in two hundred losses of power; what programs saw before comes first."""

    def after(*done: Event) -> list[Contents]:
        disk = Disk(root)
        for event in done:
            disk.do(event)
        prefix = len(bytes(root)) + 1
        found = [{path[prefix:].decode(): data for path, data in disk.contents().items()}]
        for number in range(200):
            place = tmp_path / f"{len(list(tmp_path.iterdir()))}"
            disk.lose_power(Random(number), place)
            paths = sorted(place.rglob("*"))
            found.append({str(p.relative_to(place)): None if p.is_dir() else p.read_bytes() for p in paths})
        return found

    return after


def path(root: Path, name: str) -> bytes:
    return bytes(root / name)


def test_what_was_synced_is_always_there(root: Path, states: Callable[..., list[Contents]]) -> None:
    new = path(root, "new")
    found = states(
        Event("open", new),
        Event("write", new, 0, b"new"),
        Event("sync", new),
        Event("sync", bytes(root)),
        Event("write", path(root, "old"), None, b"er"),
        Event("sync", path(root, "old")),
    )
    assert all(state == {"old": b"older", "new": b"new"} for state in found)


def test_what_was_not_synced_may_be_there_or_not(root: Path, states: Callable[..., list[Contents]]) -> None:
    new = path(root, "new")
    seen, *found = states(Event("open", new), Event("write", new, 0, b"new"))
    assert seen == {"old": b"old", "new": b"new"}
    assert {state.get("new", b"none") for state in found} >= {b"none", b"", b"new", b"n"}
    assert all(state["old"] == b"old" for state in found)


def test_a_name_is_not_lasting_before_its_folder_was_synced(root: Path, states: Callable[..., list[Contents]]) -> None:
    new, old = path(root, "new"), path(root, "old")
    _, *found = states(
        Event("open", new), Event("write", new, 0, b"new"), Event("sync", new), Event("rename", new, other=old)
    )
    assert {state["old"] for state in found} == {b"old", b"new"}
    assert {state.get("new") for state in found} == {None, b"new"}
    assert not any(state["old"] == b"" for state in found)
    _, *gone = states(Event("remove", old))
    assert {"old" in state for state in gone} == {True, False}
    _, *gone = states(Event("remove", old), Event("sync", bytes(root)))
    assert all(state == {} for state in gone)


def test_sectors_are_lost_one_by_one(root: Path, states: Callable[..., list[Contents]]) -> None:
    _, *found = states(Event("write", path(root, "old"), None, b"x" * 3 * SECTOR))
    data = {state["old"] or b"" for state in found}
    assert all(one.startswith(b"old") and set(one[3:]) <= set(b"x\x00") for one in data)
    assert any(b"\x00" in one and one.endswith(b"x") for one in data)
    assert {len(one) for one in data} - {3, 3 + 3 * SECTOR} != set()


def test_what_is_in_a_folder_that_was_lost_is_lost_too(root: Path, states: Callable[..., list[Contents]]) -> None:
    folder, file = path(root, "folder"), path(root, "folder/file")
    _, *found = states(Event("folder", folder), Event("open", file), Event("sync", file), Event("sync", folder))
    assert {tuple(sorted(state)) for state in found} == {("old",), ("folder", "folder/file", "old")}


def test_calls_as_strace_writes_them_become_what_they_do() -> None:
    def text(value: str) -> str:
        return "".join(f"\\x{byte:02x}" for byte in value.encode())

    file, folder = f"5<{text('/a/b')}>", f"AT_FDCWD<{text('/a')}>"
    calls = [
        Call("1", "openat", f'{folder}, "{text("b")}", O_RDWR|O_CREAT|O_APPEND, 0666', file),
        Call("1", "write", f'{file}, "{text("héllo")}", 6', "6"),
        Call("1", "write", f'{file}, "{text("lost")}", 4', "-1 EIO (Input/output error) (INJECTED)"),
        Call("1", "pwrite64", f'{file}, "{text("pq")}", 2, 7', "1"),
        Call("1", "ftruncate", f"{file}, 3", "0"),
        Call("1", "fsync", file, "0"),
        Call("1", "renameat2", f'{folder}, "{text("b")}", {folder}, "{text("/a/c")}", 0', "0"),
        Call("1", "unlink", f'"{text("/a/c")}"', "0"),
    ]
    assert list(events(calls)) == [
        Event("open", b"/a/b"),
        Event("write", b"/a/b", None, "héllo".encode()),
        Event("write", b"/a/b", 7, b"p"),
        Event("truncate", b"/a/b", 3),
        Event("sync", b"/a/b"),
        Event("rename", b"/a/b", other=b"/a/c"),
        Event("remove", b"/a/c"),
    ]
