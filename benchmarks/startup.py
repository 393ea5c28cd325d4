"""Start-up: whole `koreanews` processes beside `python -c "import click"`, or `click, tantivy` for those that search.

    python -m benchmarks.startup [--rounds 15]

The help of every command, which reads nothing; and what looks into an archive of the two seeds, which is thrown away.
Alternating; the median of each one's processor time counts, which other programs disturb less than the clock's. A
ratio of at most 1.5 is asked for. Exit status 1 where one is missed.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.measuring.commands import KOREANEWS, ROOT, processor_seconds, run
from benchmarks.measuring.machine import described
from benchmarks.measuring.tables import Goal, duration, table
from koreanews.cli.group import COMMANDS

GOAL = Goal(most=1.5)
SEEDS = ROOT / "seeds"
CLICK, TANTIVY = "import click", "import click, tantivy"


def main() -> int:
    parser = ArgumentParser("python -m benchmarks.startup", description="Start-up of commands.")
    parser.add_argument("--rounds", type=int, default=15, help="how often each command is run (15)")
    asked = parser.parse_args()
    print(described())
    with TemporaryDirectory() as folder:
        archive = Path(folder) / "archive"
        own = [*_koreanews(), "--index", str(archive)]
        run([*own, "ingest", "--quiet", SEEDS])
        beside = {f"{name} --help": CLICK for name in COMMANDS}
        beside |= {"show 002": TANTIVY, "list": TANTIVY, "search liaison": TANTIVY, "search --exact liaison": TANTIVY}
        commands = {name: [*own, *name.split()] for name in beside}
        commands |= {bare: [sys.executable, "-c", bare] for bare in (CLICK, TANTIVY)}
        seconds = _processor_seconds(commands, asked.rounds)
    rows, met = [], True
    for name, bare in beside.items():
        ratio = seconds[name] / seconds[bare]
        verdict = GOAL.verdict(ratio)
        met = met and verdict == "met"
        rows.append((name, duration(seconds[name]), bare, duration(seconds[bare]), f"{ratio:.2f}", verdict))
    header = ("command", "time", "beside", "its time", "ratio", f"goal: {GOAL.words()}")
    print(table(f"Start-up, median processor time of {asked.rounds}", header, rows))
    return 0 if met else 1


def _koreanews() -> list[str]:
    """The installed command beside this Python; the package run as a module where it is not installed."""
    installed = Path(sys.executable).with_name("koreanews")
    return [str(installed)] if installed.exists() else list(KOREANEWS)


def _processor_seconds(commands: dict[str, Sequence[str]], rounds: int) -> dict[str, float]:
    """Median seconds of the processor for each command, after one run that does not count."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds + 1):
        for name, command in commands.items():
            taken[name].append(processor_seconds(command))
    return {name: median(times[1:]) for name, times in taken.items()}


if __name__ == "__main__":
    sys.exit(main())
