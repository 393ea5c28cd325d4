"""Faults in one call to the kernel: it kills the process, fails, or finds no room."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from random import Random

from benchmarks.faults.cases import Case, Tried, random_case
from benchmarks.faults.judging import judge_words
from benchmarks.faults.operations import Script
from benchmarks.faults.tracing import READING, WRITING, Moment, moments, traced


def killed(script: Script, folder: Path, rng: Random, count: int) -> Iterator[Tried]:
    """SIGKILL at a call that changes the archive; sometimes the operation is begun again, and killed again."""
    found = _moments(script, folder / "traced", WRITING)
    for number in range(count):
        case = random_case(script, folder / str(number), rng)
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
        case = random_case(script, folder / str(number), rng)
        moment = rng.choice(found[case.number])
        # Writing and reading go on elsewhere too: what cannot speak says nothing.
        lasting = (f"..{moment.number + rng.randrange(1, 4)}", "+") if moment.name not in ("write", "read") else ()
        until = rng.choice(("", "", *lasting))
        yield from _injected(case, moment, f"error=EIO:when={moment.number}{until}")


def refused(script: Script, folder: Path, rng: Random, count: int) -> Iterator[Tried]:
    """ENOSPC from a call that takes room on the disk."""
    found = _moments(script, folder / "traced", (*READING, *WRITING))
    for number in range(count):
        case = random_case(script, folder / str(number), rng)
        moment = rng.choice([moment for moment in found[case.number] if moment.name in _TAKING])
        yield from _injected(case, moment, f"error=ENOSPC:when={moment.number}")


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
    if any(call.touches(b"pipe:") for call in hits):
        # The fault hit what it says too: that it could not speak is not held against it.
        ran = ran._replace(errors="Error: ")
    bad = (*judge_words(ran, "looking"), *case.judged_after(told=False)) if looks else case.judged(ran)
    yield Tried(f"{'looking' if looks else case.operation.name}: {injection}", on_archive, bad)
    shutil.rmtree(case.archive)


_TAKING = ("openat", "mkdir", "write", "pwrite64", "writev", "ftruncate", "rename", "renameat2", "fsync", "fdatasync")
"""Calls that may find the disk full."""
