"""Faults of the place: files that may not grow, a full disk, folders that may not be written to."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from time import sleep

from benchmarks.faults.cases import Tried, random_case
from benchmarks.faults.operations import Script
from benchmarks.faults.running import Ran, Running

NOBODY = 65534
"""The user who owns nothing."""


def limited(script: Script, folder: Path, rng: Random, count: int) -> Iterator[Tried]:
    """No file may grow above a size: the write that would stops in the middle, the next fails."""
    for number in range(count):
        case = random_case(script, folder / str(number), rng)
        limit = int(_largest(script.snapshots[case.number + 1]) * rng.random() ** 2)

        def prepare(limit: int = limit) -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        ran, looked = run_to_end(case.running(prepare)), run_to_end(case.reading(prepare))
        yield Tried(f"{case.operation.name}: at most {limit} bytes", ran.status != 0, case.judged(ran, looked))
        shutil.rmtree(case.archive)


def full(script: Script, folder: Path, rng: Random, count: int) -> Iterator[Tried]:
    """A file system of so many bytes, which are not enough."""
    for number in range(count):
        place = folder / str(number)
        place.mkdir()
        with _file_system(place, _PLENTY) as resize:
            case = random_case(script, place / "archive", rng)
            # Somewhat more than is added, since the search index may be made anew beside the old one.
            growth = max(0, _size(script.snapshots[case.number + 1]) - _size(case.archive)) + 40_000
            size = _used(place) + _PAGE * rng.randrange(1, 2 + growth // _PAGE)
            resize(size)
            ran, looked = run_to_end(case.running()), run_to_end(case.reading())
            resize(_PLENTY)
            yield Tried(f"{case.operation.name}: a disk of {size} bytes", ran.status != 0, case.judged(ran, looked))


def read_only(script: Script, folder: Path, rng: Random, count: int) -> Iterator[Tried]:
    """Some part of the folder may not be written to, from the beginning or from some moment on."""
    for number in range(count):
        case = random_case(script, folder / str(number), rng)
        parts = [case.archive, *(path for path in case.archive.rglob("*"))]
        part = rng.choice([case.archive, case.archive, *parts])
        for path in parts:
            os.chown(path, NOBODY, NOBODY)
        running, later = case.running(_as_nobody), rng.random() < 0.5
        if not later:
            _forbid(part)
        running.go()
        if later:
            sleep(rng.random() * 0.3)
            _forbid(part)
        ran = running.end()
        looked = run_to_end(case.reading(_as_nobody))
        for path in (case.archive, *case.archive.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
            os.chown(path, 0, 0)
        when = "from some moment on" if later else "from the beginning"
        fault = f"{case.operation.name}: {part.relative_to(folder)}, {when}"
        yield Tried(fault, ran.status != 0, case.judged(ran, looked))
        shutil.rmtree(case.archive)


def run_to_end(running: Running) -> Ran:
    running.go()
    return running.end()


def _largest(folder: Path) -> int:
    return max((path.stat().st_size for path in folder.rglob("*") if path.is_file()), default=0)


def _used(place: Path) -> int:
    """Bytes that are taken of a file system."""
    room = os.statvfs(place)
    return (room.f_blocks - room.f_bfree) * room.f_frsize


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


_PAGE = 4096
_PLENTY = 1 << 30


@contextmanager
def _file_system(place: Path, size: int) -> Iterator[Callable[[int], None]]:
    """A file system of a size in a folder; gives what changes the size."""

    def mount(options: str) -> None:
        subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", str(place)], check=True)

    mount(f"size={size}")
    try:
        yield lambda size: mount(f"remount,size={size}")
    finally:
        subprocess.run(["umount", str(place)], check=True)


def _as_nobody() -> None:
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)


def _forbid(part: Path) -> None:
    for path in (part, *part.rglob("*")) if part.is_dir() else (part,):
        try:
            path.chmod(0o555 if path.is_dir() else 0o444)
        except FileNotFoundError:
            continue
