"""Indexing: text dumps to records on disk and searchable, beside other engines that are fed the same files.

    python -m benchmarks.indexing [--count 100000] [--rounds 3]

Every engine is a process of its own that reads the files itself, alternating. koreanews parses them; the others take
them as they are. It is not made to follow links between stories, which no other does (`benchmarks.stories` tells what
that takes). Whoosh and recoll, which are slow, are given the first `--slow-count` pages alone; the more they have,
the slower they get, so that this favours them. Beside the time stands the least that all processors worked for a
record, which says more where others use the machine. Exit status 1 where a goal is missed.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.measuring.commands import KOREANEWS, Finished, run_watched
from benchmarks.measuring.machine import described
from benchmarks.measuring.tables import Goal, duration, megabytes, table
from benchmarks.peers import recoll
from benchmarks.work import add_options, fresh, pages_folder, pages_size

OURS = "koreanews ingest"


class Engine(NamedTuple):
    """`command` makes an index `out` of a folder of pages; `goal` is for our records a second over its."""

    name: str
    command: Callable[[Path, Path], list[str | Path]]
    goal: Goal = Goal()
    slow: bool = False


def main() -> int:
    parser = ArgumentParser("python -m benchmarks.indexing", description="Indexing text dumps.")
    add_options(parser, 100_000)
    parser.add_argument("--rounds", type=int, default=3, help="how often each engine indexes them (3)")
    parser.add_argument("--slow-count", type=int, default=10_000, help="pages for Whoosh and recoll (10,000)")
    asked = parser.parse_args()
    print(described("Whoosh"))
    fast = [engine for engine in ENGINES if not engine.slow]
    slow = [ENGINES[0], *(engine for engine in ENGINES if engine.slow)]
    met = compare(fast, asked.count, asked.rounds, asked.work)
    return 0 if compare(slow, min(asked.count, asked.slow_count), 1, asked.work) and met else 1


def compare(engines: list[Engine], count: int, rounds: int, work: Path) -> bool:
    """Prints how engines do on `count` pages; gives whether all goals are met."""
    pages = pages_folder(work, count)
    runs: dict[str, list[Finished]] = {engine.name: [] for engine in engines}
    for turn in range(rounds):
        shift = turn % len(engines)
        for engine in engines[shift:] + engines[:shift]:
            out = fresh(work / "index" / engine.name.replace(" ", "-"))
            out.parent.mkdir(parents=True, exist_ok=True)
            runs[engine.name].append(run_watched(engine.command(pages, out)))
    sizes = {engine.name: _sizes(work / "index" / engine.name.replace(" ", "-")) for engine in engines}
    size = pages_size(pages)
    seconds = {name: median(each.seconds for each in finished) for name, finished in runs.items()}
    rows, met = [], True
    for engine in engines:
        ratio = seconds[engine.name] / seconds[OURS]
        verdict = engine.goal.verdict(ratio) if engine.name != OURS else ""
        met = met and not verdict.startswith("missed")
        peak = max(each.peak for each in runs[engine.name])
        words = engine.goal.words() if engine.name != OURS else ""
        speed = f"{count / seconds[engine.name]:,.0f}"
        on_disk = " + ".join(f"{part / size:.2f}" for part in sizes[engine.name])
        taken = duration(seconds[engine.name])
        worked = duration(min(each.cpu for each in runs[engine.name]) / count)
        rows.append((engine.name, taken, worked, speed, f"{ratio:.2f}", words, verdict, megabytes(peak), on_disk))
    header = (
        "engine",
        "time",
        "CPU a record",
        "records/s",
        "ours over its",
        "goal",
        "",
        "peak memory",
        "bytes a byte of input",
    )
    print(table(f"Indexing {count:,} text dumps of {megabytes(size)}, median of {rounds}", header, rows))
    return met


def _sizes(path: Path) -> list[int]:
    """The bytes of an index; of ours those of the records and those of the search index apart."""
    if (path / "records.jsonl").exists():
        return [(path / "records.jsonl").stat().st_size, pages_size(path / "search")]
    return [pages_size(path) if path.is_dir() else path.stat().st_size]


def _peer(module: str) -> Callable[[Path, Path], list[str | Path]]:
    return lambda pages, out: [sys.executable, "-m", f"benchmarks.peers.{module}", pages, out]


ENGINES = [
    Engine(OURS, lambda pages, out: [*KOREANEWS, "--index", out, "--quiet", "ingest", "--no-links", pages]),
    Engine("bare tantivy", _peer("bare_tantivy"), Goal(least=0.45)),
    Engine("SQLite FTS5", _peer("sqlite_fts5"), Goal(least=1)),
    Engine("Whoosh", _peer("whoosh_index"), Goal(least=1), slow=True),
    *([Engine("recoll", _peer("recoll"), Goal(least=1), slow=True)] if recoll.is_here() else []),
]


if __name__ == "__main__":
    sys.exit(main())
