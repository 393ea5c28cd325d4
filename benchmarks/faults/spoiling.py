"""Harm done to the files of the search index."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

from benchmarks.faults.cases import Case, Tried, random_case
from benchmarks.faults.judging import judge_repair
from benchmarks.faults.operations import Script


def missing(script: Script, folder: Path, rng: Random, count: int) -> Iterator[Tried]:
    """Files of the search index are gone, empty, cut or of an earlier time."""
    for case, faults in _spoilt(script, folder, rng, count, ("gone", "empty", "cut", "stale", "stale")):
        yield Tried(faults, True, case.judged_after(told=False))
        shutil.rmtree(case.archive)


def garbled(script: Script, folder: Path, rng: Random, count: int) -> Iterator[Tried]:
    """Files of the search index hold something else: `check` may say so, and then mends it if asked to."""
    for case, faults in _spoilt(script, folder, rng, count, ("garbage", "bit", "bit", "bit")):
        yield Tried(faults, True, (*judge_repair(case.archive, script.place), *case.judged_after(told=False)))
        shutil.rmtree(case.archive)


def _spoilt(
    script: Script, folder: Path, rng: Random, count: int, harms: tuple[str, ...]
) -> Iterator[tuple[Case, str]]:
    """Archives with some files of the search index spoilt, and how."""
    for number in range(count):
        case = random_case(script, folder / str(number), rng)
        faults = []
        for _ in range(rng.choice((1, 1, 2, 4))):
            files = sorted(path for path in (case.archive / "search").rglob("*") if path.is_file())
            if files:
                path = rng.choice(files)
                harm = _spoil(path, script, case.archive, rng, rng.choice(harms))
                faults.append(f"{path.relative_to(case.archive)} {harm}")
        yield case, ", ".join(faults) or "nothing to spoil"


def _spoil(path: Path, script: Script, archive: Path, rng: Random, harm: str) -> str:
    """Does harm to a file; gives which, in words."""
    data = path.read_bytes()
    earlier = [snapshot / path.relative_to(archive) for snapshot in script.snapshots]
    earlier = [other for other in earlier if other.is_file() and other.read_bytes() != data]
    match harm:
        case "gone":
            path.unlink()
        case "empty":
            path.write_bytes(b"")
        case "cut":
            path.write_bytes(data[: rng.randrange(len(data) + 1)])
        case "garbage":
            path.write_bytes(rng.randbytes(len(data)))
        case "bit" if data:
            place = rng.randrange(len(data))
            path.write_bytes(data[:place] + bytes([data[place] ^ 1 << rng.randrange(8)]) + data[place + 1 :])
            return f"with a bit of byte {place} turned round"
        case "stale" if earlier:
            path.write_bytes(rng.choice(earlier).read_bytes())
            return "of an earlier time"
        case _:
            return "as it was"
    return harm
