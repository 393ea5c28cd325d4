"""The kinds of faults, each a way to let one operation of a script go wrong at a random moment."""

from __future__ import annotations

import json
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

from benchmarks.faults import tracing
from benchmarks.faults.cases import Case, Tried
from benchmarks.faults.judging import judge_words
from benchmarks.faults.operations import Script
from benchmarks.faults.power import Disk, Event
from benchmarks.faults.running import Ran, Running
from benchmarks.faults.tracing import CHANGING, READING, WRITING, Moment, moments, traced
from benchmarks.faults.watching import events

Kind = Callable[[Script, Path, Random, int], Iterator[Tried]]
"""Tries a number of faults on a script, with archives in a folder of their own."""


def killed(script: Script, folder: Path, rng: Random, count: int) -> Iterator[Tried]:
    """SIGKILL at a call that changes the archive; sometimes the operation is begun again, and killed again."""
    found = _moments(script, folder / "traced", WRITING)
    for number in range(count):
        case = _case(script, folder / str(number), rng)
        hits, faults, ran = 0, [], None
        for _ in range(rng.choice((1, 1, 2, 3))):
            moment = rng.choice(found[case.number])
            ran, _ = traced(case.running(), WRITING, f"{moment.name}:signal=KILL:when={moment.number}")
            hits += ran.status == -signal.SIGKILL
            faults.append(f"{moment.name} {moment.number}")
            if ran.status >= 0 or (left := case.left_to_do()) is None:
                break
            case.operation = left
        assert ran is not None
        yield Tried(f"{case.operation.name}: {', '.join(faults)}", hits > 0, case.judged(ran))
        shutil.rmtree(case.archive)


def failing(script: Script, folder: Path, rng: Random, count: int) -> Iterator[Tried]:
    """EIO from a call that touches the archive, once or a few times, while it is written to or looked into."""
    found = _moments(script, folder / "traced", (*READING, *WRITING))
    for number in range(count):
        case = _case(script, folder / str(number), rng)
        moment = rng.choice(found[case.number])
        # Writing and reading go on elsewhere too: what cannot speak says nothing.
        lasting = (f"..{moment.number + rng.randrange(1, 4)}", "+") if moment.name not in ("write", "read") else ()
        until = rng.choice(("", "", *lasting))
        yield from _injected(case, moment, f"error=EIO:when={moment.number}{until}")


def refused(script: Script, folder: Path, rng: Random, count: int) -> Iterator[Tried]:
    """ENOSPC from a call that takes room on the disk."""
    taking = (
        "write",
        "pwrite64",
        "writev",
        "ftruncate",
        "openat",
        "mkdir",
        "rename",
        "renameat2",
        "fsync",
        "fdatasync",
    )
    found = _moments(script, folder / "traced", (*READING, *WRITING))
    for number in range(count):
        case = _case(script, folder / str(number), rng)
        moment = rng.choice([moment for moment in found[case.number] if moment.name in taking])
        yield from _injected(case, moment, f"error=ENOSPC:when={moment.number}")


def limited(script: Script, folder: Path, rng: Random, count: int) -> Iterator[Tried]:
    """No file may grow above a size: the write that would stops in the middle, the next fails."""
    for number in range(count):
        case = _case(script, folder / str(number), rng)
        limit = int(_largest(script.snapshots[case.number + 1]) * rng.random() ** 2)

        def prepare(limit: int = limit) -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        ran, looked = _run(case.running(prepare)), _run(case.reading(prepare))
        yield Tried(f"{case.operation.name}: at most {limit} bytes", ran.status != 0, case.judged(ran, looked))
        shutil.rmtree(case.archive)


def full(script: Script, folder: Path, rng: Random, count: int) -> Iterator[Tried]:
    """A file system of so many bytes, which are not enough."""
    for number in range(count):
        place = folder / str(number)
        place.mkdir()
        # The index while it is made anew, beside the old one.
        with _file_system(place, 1 << 30) as resize:
            case = _case(script, place / "archive", rng)
            used = _used(place)
            resize(used + 4096 * rng.randrange(1, 2 + (_used(script.snapshots[case.number + 1]) + 400_000) // 4096))
            ran, looked = _run(case.running()), _run(case.reading())
            room = os.statvfs(place)
            resize(1 << 30)
            fault = (
                f"{case.operation.name}: {room.f_frsize * room.f_bavail} bytes left of {room.f_frsize * room.f_blocks}"
            )
            yield Tried(fault, ran.status != 0, case.judged(ran, looked))


def read_only(script: Script, folder: Path, rng: Random, count: int) -> Iterator[Tried]:
    """Some part of the folder may not be written to, from the beginning or from some moment on."""
    for number in range(count):
        case = _case(script, folder / str(number), rng)
        parts = [case.archive, *(path for path in case.archive.rglob("*"))]
        part = rng.choice([case.archive, case.archive, *parts])
        for path in parts:
            os.chown(path, NOBODY, NOBODY)
        running, later = case.running(_become_nobody), rng.random() < 0.5
        if not later:
            _forbid(part)
        running.go()
        if later:
            sleep(rng.random() * 0.3)
            _forbid(part)
        ran = running.end()
        looked = _run(case.reading(_become_nobody))
        for path in (case.archive, *case.archive.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
            os.chown(path, 0, 0)
        when = "from some moment on" if later else "from the beginning"
        fault = f"{case.operation.name}: {part.relative_to(folder)}, {when}"
        yield Tried(fault, ran.status != 0, case.judged(ran, looked))
        shutil.rmtree(case.archive)


def powerless(script: Script, folder: Path, rng: Random, count: int) -> Iterator[Tried]:
    """The power goes: what was not made to last is there, or not, or in part."""
    place = folder / "power"
    place.mkdir()
    disk, done = Disk(place), _recorded(script, place)
    ends = [sum(len(one) for one in done[: number + 1]) for number in range(len(done))]
    flat: list[Event] = [event for one in done for event in one]
    cuts = sorted(rng.randrange(len(flat) + 1) if rng.random() < 0.8 else rng.choice(ends) for _ in range(count))
    at = 0
    for number, cut in enumerate(cuts):
        for event in flat[at:cut]:
            disk.do(event)
        at = cut
        told = cut in ends
        operation = ends.index(cut) if told else next(n for n, end in enumerate(ends) if cut < end)
        found = folder / str(number)
        how = disk.lose_power(rng, found)
        archive = found / "archive"
        if rng.random() < 0.5:
            _set_clock_back(archive)
        archive.mkdir(exist_ok=True)
        case = Case(script, operation, archive, rng)
        fault = f"{script.operations[operation].name}: after call {cut} of {len(flat)}, {how}"
        yield Tried(fault, True, case.judged_after(told=told))
        shutil.rmtree(found)


def spoilt(script: Script, folder: Path, rng: Random, count: int) -> Iterator[Tried]:
    """Files of the search index are gone, empty, cut, of an earlier time, or hold something else."""
    for number in range(count):
        last = rng.randrange(1, len(script.operations))
        case = Case(script, last, folder / str(number), rng)
        faults = []
        for _ in range(rng.choice((1, 1, 2, 4))):
            files = sorted(path for path in (case.archive / "search").rglob("*") if path.is_file())
            if not files:
                break
            path = rng.choice(files)
            faults.append(f"{path.relative_to(case.archive)} {_spoil(path, script, case.archive, rng)}")
        yield Tried(", ".join(faults), True, case.judged_after(told=False))
        shutil.rmtree(case.archive)


KINDS: dict[str, tuple[str, Kind]] = {
    "kill": ("SIGKILL at a call that changes the archive", killed),
    "power": ("power lost: what was not synced is dropped, in part or not", powerless),
    "full": ("disk full: a small file system", full),
    "refused": ("disk full: ENOSPC from one call", refused),
    "limit": ("disk full: a limit on the size of files", limited),
    "read-only": ("folder or file that may not be written to", read_only),
    "error": ("EIO from a call that touches the archive", failing),
    "derived": ("files of search/ gone, empty, cut, stale or garbage", spoilt),
}
NOBODY = 65534


def cannot(kind: str) -> str | None:
    """Why a kind of fault cannot be tried here; null where it can."""
    if kind in ("kill", "power", "refused", "error") and not tracing.is_there():
        return "strace is not installed"
    if kind in ("full", "read-only") and os.getuid():
        return "only root may do this"
    return None


def _case(script: Script, folder: Path, rng: Random) -> Case:
    return Case(script, rng.randrange(len(script.operations)), folder, rng)


def _run(running: Running) -> Ran:
    running.go()
    return running.end()


def _moments(script: Script, folder: Path, calls: tuple[str, ...]) -> list[list[Moment]]:
    """For each operation the calls by which it touches the archive."""
    found = []
    for number in range(len(script.operations)):
        case = Case(script, number, folder, Random(0))
        _, made = traced(case.running(), calls)
        found.append(moments(made, case.archive))
        shutil.rmtree(folder)
    return found


def _injected(case: Case, moment: Moment, how: str) -> Iterator[Tried]:
    looks = case.rng.random() < 0.25
    injection = f"{moment.name}:{how}"
    ran, made = traced(case.reading() if looks else case.running(), (*READING, *WRITING), injection)
    hits = [call for call in made if call.is_injected]
    on_archive = any(call.touches(bytes(case.archive)) for call in hits)
    if any(not call.touches(bytes(case.archive)) for call in hits):
        # The fault hit standard output or the pages too: that it could not speak is not held against it.
        ran = ran._replace(errors=ran.errors if "Traceback" in ran.errors or "panicked" in ran.errors else "Error: ")
    bad = (*judge_words(ran, "looking"), *case.judged_after(told=False)) if looks else case.judged(ran)
    yield Tried(f"{'looking' if looks else case.operation.name}: {injection}", on_archive, bad)
    shutil.rmtree(case.archive)


def _recorded(script: Script, place: Path) -> list[list[Event]]:
    """What each operation does to the disk, one after the other in one archive."""
    recorded = []
    for operation in script.operations:
        running = Running(operation.command(place / "archive"), script.place, operation.prepare)
        ran, made = traced(running, CHANGING)
        if ran.status:
            raise AssertionError(f"{operation} fails where nothing goes wrong: {ran}")
        recorded.append(list(events(made)))
    _compare(place, recorded)
    return recorded


def _compare(place: Path, recorded: list[list[Event]]) -> None:
    """What was recorded must give what is there: else the recording is wrong, and all that follows from it."""
    empty = place.with_name("nothing")
    empty.mkdir(exist_ok=True)
    disk = Disk(empty)
    disk._root = bytes(place)
    for one in recorded:
        for event in one:
            disk.do(event)
    found = {bytes(path): None if path.is_dir() else path.read_bytes() for path in place.rglob("*")}
    if found != disk.contents():
        names = sorted(found.keys() ^ disk.contents().keys()) or [n for n in found if found[n] != disk.contents()[n]]
        raise AssertionError(f"the calls recorded do not explain {names}")


def _set_clock_back(archive: Path) -> None:
    """Gives records.jsonl the time of change that it had when the search index was derived, if it has the size."""
    try:
        note = json.loads((archive / "search/derived.json").read_bytes())
        status = (archive / "records.jsonl").stat()
    except (OSError, ValueError):
        return
    if status.st_size == note["size"]:
        os.utime(archive / "records.jsonl", ns=(note["mtime_ns"], note["mtime_ns"]))


def _largest(folder: Path) -> int:
    return max((path.stat().st_size for path in folder.rglob("*") if path.is_file()), default=0)


def _used(place: Path) -> int:
    """Bytes that the files of a folder take, in blocks."""
    return sum(4096 * (1 + path.stat().st_size // 4096) for path in place.rglob("*")) + 4096


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


def _become_nobody() -> None:
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)


def _forbid(part: Path) -> None:
    for path in (part, *part.rglob("*")) if part.is_dir() else (part,):
        try:
            path.chmod(0o555 if path.is_dir() else 0o444)
        except FileNotFoundError:
            continue


def _spoil(path: Path, script: Script, archive: Path, rng: Random) -> str:
    """Does harm to a file; gives which, in words."""
    data = path.read_bytes()
    earlier = [snapshot / path.relative_to(archive) for snapshot in script.snapshots]
    earlier = [other for other in earlier if other.is_file() and other.read_bytes() != data]
    match rng.choice(("gone", "empty", "cut", "garbage", "flipped", "stale", "stale")):
        case "gone":
            path.unlink()
            return "gone"
        case "empty":
            path.write_bytes(b"")
            return "empty"
        case "cut":
            path.write_bytes(data[: rng.randrange(len(data) + 1)])
            return "cut"
        case "garbage":
            path.write_bytes(rng.randbytes(len(data)))
            return "garbage"
        case "flipped" if data:
            place = rng.randrange(len(data))
            path.write_bytes(data[:place] + bytes([data[place] ^ 1 << rng.randrange(8)]) + data[place + 1 :])
            return f"with a bit flipped in byte {place}"
        case "stale" if earlier:
            path.write_bytes(rng.choice(earlier).read_bytes())
            return "of an earlier time"
    return "as it was"
