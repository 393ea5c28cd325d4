"""Losses of power at any moment of a script."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

from benchmarks.faults.cases import Case, Tried
from benchmarks.faults.operations import Script
from benchmarks.faults.power import Disk, Event
from benchmarks.faults.running import Running
from benchmarks.faults.tracing import CHANGING, traced
from benchmarks.faults.watching import events


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


def _recorded(script: Script, place: Path) -> list[list[Event]]:
    """What each operation does to the disk, one after the other in one archive.

    AssertionError where that does not make the archive that is there: then all that followed from it would be wrong.
    """
    disk, recorded = Disk(place), []
    for operation in script.operations:
        running = Running(operation.command(place / "archive"), script.place, operation.prepare)
        ran, made = traced(running, CHANGING)
        if ran.status:
            raise AssertionError(f"{operation} fails where nothing goes wrong: {ran}")
        recorded.append(list(events(made)))
        for event in recorded[-1]:
            disk.do(event)
    found = {bytes(path): None if path.is_dir() else path.read_bytes() for path in place.rglob("*")}
    expected = disk.contents()
    if found != expected:
        other = [path for path in found.keys() | expected.keys() if found.get(path, b"") != expected.get(path, b"")]
        raise AssertionError(f"the calls recorded do not explain {other}")
    return recorded


def _set_clock_back(archive: Path) -> None:
    """Gives records.jsonl the time of change that it had when the search index was derived, if it has the size."""
    try:
        note = json.loads((archive / "search/derived.json").read_bytes())
        status = (archive / "records.jsonl").stat()
    except (OSError, ValueError):
        return
    if status.st_size == note["size"]:
        os.utime(archive / "records.jsonl", ns=(note["mtime_ns"], note["mtime_ns"]))
