"""Tries faults on the commands that write: `python -m benchmarks.faults --runs 400 --seed 6`.

Prints for each kind how many faults were tried, how many of them came to pass, and what came of them. Exit status 1 if
a record was lost, an index had to be mended by hand, or anything else was not as it must be. On Linux, with strace;
some kinds need root. What cannot be tried is named.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from random import Random

from benchmarks.faults.cases import Tried
from benchmarks.faults.kinds import KINDS, cannot
from benchmarks.faults.operations import Script
from benchmarks.faults.running import load_everything
from benchmarks.measuring.machine import described
from benchmarks.measuring.tables import table

COLUMNS = {"lost": "records lost", "by hand": "mended by hand", "traceback": "tracebacks", "other": "other"}


def main() -> int:
    parser = ArgumentParser("python -m benchmarks.faults", description="Faults, and what they leave behind.")
    parser.add_argument("--runs", type=int, default=400, help="how many faults of each kind (400)")
    parser.add_argument("--seed", type=int, default=6, help="another seed, other operations and moments (6)")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS), metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--length", type=int, default=6, help="how many operations a script has (6)")
    parser.add_argument("--each", type=int, default=25, help="how many faults are tried on one script (25)")
    asked = parser.parse_args()
    load_everything()
    print(described())
    rows, is_bad = [], False
    for kind in asked.kinds:
        counts = _tried(kind, asked.runs, asked.seed, asked.length, asked.each)
        if counts is None:
            continue
        is_bad = is_bad or any(counts[what] for what in COLUMNS)
        rows.append((KINDS[kind][0], counts["tried"], counts["hit"], *(counts[what] for what in COLUMNS)))
    title = f"Faults tried, seed {asked.seed}"
    print(table(title, ("fault", "tried", "came to pass", *COLUMNS.values()), rows))
    return 1 if is_bad else 0


def _tried(kind: str, runs: int, seed: int, length: int, each: int) -> Counter[str] | None:
    """Tries faults of a kind; gives how many of what came of them, null where they cannot be tried here."""
    if reason := cannot(kind):
        print(f"Not tried: {KINDS[kind][0]} ({reason}).", file=sys.stderr)
        return None
    counts: Counter[str] = Counter()
    number = 0
    while counts["tried"] < runs:
        number += 1
        name = f"{kind}-{seed}-{number}"
        place = Path(tempfile.mkdtemp(prefix="koreanews-"))
        place.chmod(0o755)
        try:
            script = Script(seed * 10_000 + number, place / "script", length)
            (place / "cases").mkdir()
            for tried in KINDS[kind][1](script, place / "cases", Random(name), min(each, runs - counts["tried"])):
                _count(counts, tried, f"{name}, {counts['tried'] + 1}")
        finally:
            shutil.rmtree(place, ignore_errors=True)
    return counts


def _count(counts: Counter[str], tried: Tried, name: str) -> None:
    counts["tried"] += 1
    counts["hit"] += tried.hit
    for what in {bad.what for bad in tried.bad}:
        counts[what] += 1
    for bad in tried.bad:
        print(f"{name}: {tried.fault}: {bad.what}: {bad.sentence}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
