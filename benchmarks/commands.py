"""Whole commands, from the shell to the result: beside ripgrep and sqlite-utils, and on archives of every size.

    python -m benchmarks.commands [--count 1000000] [--rounds 7]

ripgrep counts lines with the word in the text dumps themselves; sqlite-utils searches a table of the same records,
stemmed. Both on `--peers-count` records. `show`, `list --limit 20` and `search` are run on archives of a thousandth, a
tenth and all of `--count`, and are to take the same time on all.

Alternating. Beside others the fastest run counts, since what else the machine does can only add to it (and ripgrep uses
all cores, so that the processor's time would not be fair); beside itself the median of the processor's time, after one
run that does not count. Exit status 1 where a goal is missed.
"""

from __future__ import annotations

import json
import shutil
import sys
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.measuring.commands import KOREANEWS, processor_seconds, run
from benchmarks.measuring.machine import described
from benchmarks.measuring.tables import Goal, duration, table
from benchmarks.measuring.turns import fastest, in_turns
from benchmarks.work import add_options, archive, fresh, pages_folder

WORDS = ("Panmunjom", "Korea")
"""One of a few records in a hundred, one of nearly all."""
FLAT = Goal(most=1.3)
AHEAD = Goal(most=1)


def main() -> int:
    parser = ArgumentParser("python -m benchmarks.commands", description="Whole commands.")
    add_options(parser, 1_000_000)
    parser.add_argument("--rounds", type=int, default=7, help="how often each command is run (7)")
    parser.add_argument("--peers-count", type=int, default=100_000, help="records for other tools (100,000)")
    asked = parser.parse_args()
    print(described("sqlite-utils"))
    peers = min(asked.count, asked.peers_count)
    met = beside_others(asked.work, peers, asked.rounds)
    sizes = sorted({max(1000, asked.count // 1000), max(1000, asked.count // 10), asked.count})
    return 0 if at_sizes(asked.work, sizes, asked.rounds) and met else 1


def beside_others(work: Path, count: int, rounds: int) -> bool:
    """Prints how `search` does beside other commands; gives whether the goals are met."""
    ours, pages = archive(work, count), pages_folder(work, count)
    database = _database(work, count)
    rows, met = [], True
    for word in WORDS:
        commands: dict[str, Sequence[str | Path]] = {
            "koreanews search": [*KOREANEWS, "--index", ours, "search", word],
            "rg -c": ["rg", "-c", word, pages],
            "sqlite-utils search": [
                *(sys.executable, "-m", "sqlite_utils", "search", database, "pages", word),
                *("-c", "id", "-c", "headline", "--limit", "10"),
            ],
        }
        if shutil.which("rg") is None:
            print("ripgrep is not installed: left out")
            del commands["rg -c"]
        seconds = _timed(commands, rounds)
        for name, value in seconds.items():
            ratio = seconds["koreanews search"] / value
            verdict = "" if name == "koreanews search" else AHEAD.verdict(ratio)
            met = met and not verdict.startswith("missed")
            rows.append((f"{name} {word}", duration(value), f"{ratio:.2f}", verdict and AHEAD.words(), verdict))
    header = ("command", "time", "ours over its", "goal", "")
    print(table(f"Whole commands on {count:,} records, fastest of {rounds}", header, rows))
    return met


def at_sizes(work: Path, sizes: Sequence[int], rounds: int) -> bool:
    """Prints how commands do on archives of several sizes; gives whether they take the same time on all."""
    commands: dict[tuple[str, int], Sequence[str | Path]] = {}
    for size in sizes:
        folder = archive(work, size)
        own = [*KOREANEWS, "--index", folder]
        commands["show ID", size] = [*own, "show", _middle_id(folder)]
        commands["list --limit 20", size] = [*own, "list", "--limit", "20"]
        for word in WORDS:
            commands[f"search {word}", size] = [*own, "search", word]
    taken: dict[tuple[str, int], list[float]] = {key: [] for key in commands}
    for _ in range(rounds + 1):
        for key, command in commands.items():
            taken[key].append(processor_seconds(command))
    seconds = {key: median(times[1:]) for key, times in taken.items()}
    rows, met = [], True
    for name in dict.fromkeys(name for name, _ in commands):
        each = [seconds[name, size] for size in sizes]
        ratio = max(each) / each[0]
        verdict = FLAT.verdict(ratio)
        met = met and not verdict.startswith("missed")
        rows.append((name, *map(duration, each), f"{ratio:.2f}", FLAT.words(), verdict))
    header = ("command", *(f"{size:,}" for size in sizes), "slowest over first", "goal", "")
    print(table(f"Whole commands by number of records, median processor time of {rounds}", header, rows))
    return met


def _timed(commands: Mapping[str, Sequence[str | Path]], rounds: int) -> dict[str, float]:
    """Seconds of each command at its fastest, after one run that does not count."""
    tasks = {name: partial(run, command) for name, command in commands.items()}
    for task in tasks.values():
        task()
    return fastest(in_turns(tasks, rounds))


def _database(work: Path, count: int) -> Path:
    """A database of the archive's records, as sqlite-utils' documentation makes one."""
    path = work / f"archive-{count}.db"
    if not path.exists():
        print("filling a database for sqlite-utils ...", file=sys.stderr)
        lines = fresh(work / "lines.part")
        with (archive(work, count) / "records.jsonl").open(encoding="utf-8") as records, lines.open("w") as out:
            for line in records:
                record = json.loads(line)
                out.write(json.dumps({key: record[key] for key in ("id", "date", "headline", "teaser", "body")}) + "\n")
        unfinished = fresh(path.with_suffix(".part"))
        tool = (sys.executable, "-m", "sqlite_utils")
        run([*tool, "insert", unfinished, "pages", lines, "--nl", "--pk", "id"])
        run([*tool, "enable-fts", unfinished, "pages", "headline", "teaser", "body", "--fts5", "--tokenize", "porter"])
        unfinished.rename(path)
        lines.unlink()
    return path


def _middle_id(folder: Path) -> str:
    """The id of a record from the middle of an archive."""
    records = folder / "records.jsonl"
    with records.open("rb") as file:
        file.seek(records.stat().st_size // 2)
        file.readline()
        identity: str = json.loads(file.readline())["id"]
    return identity


if __name__ == "__main__":
    sys.exit(main())
