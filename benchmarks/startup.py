"""Start-up: whole `koreanews` processes against `python -c "import click, tantivy"`, in alternating runs.

    python benchmarks/startup.py [RUNS]

The seeds are ingested into a folder that is thrown away. Of each command's runs the median counts; a ratio of at most
1.5 is asked for. Exit status 1 where one is missed.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

GOAL = 1.5
SEEDS = Path(__file__).resolve().parent.parent / "seeds"
BASE = 'python -c "import click, tantivy"'


# Modules are compiled once, as pip compiles what it installs, also where the package is run from its source.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def main(runs: int) -> int:
    koreanews = _koreanews()
    commands = {
        BASE: [sys.executable, "-c", "import click, tantivy"],
        "koreanews search liaison": [*koreanews, "search", "liaison"],
        "koreanews show 002": [*koreanews, "show", "002"],
    }
    with TemporaryDirectory() as folder:
        subprocess.run([*koreanews, "ingest", "--quiet", str(SEEDS)], cwd=folder, check=True)
        for command in commands.values():
            _seconds(command, folder)
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                times[name].append(_seconds(command, folder))
    base = median(times[BASE])
    print(f"{runs} alternating runs; Python {sys.version.split()[0]} on {sys.platform}")
    missed = False
    for name, seconds in times.items():
        ratio = median(seconds) / base
        missed = missed or ratio > GOAL
        print(
            f"{name:<34} median {median(seconds) * 1000:6.1f} ms, best {min(seconds) * 1000:6.1f} ms, ratio {ratio:.2f}"
        )
    print(f"The goal, a ratio of at most {GOAL}, is {'missed' if missed else 'met'}.")
    return int(missed)


def _koreanews() -> list[str]:
    """The installed command beside this Python; the package run as a module where it is not installed."""
    installed = Path(sys.executable).with_name("koreanews")
    return [str(installed)] if installed.exists() else [sys.executable, "-m", "koreanews"]


def _seconds(command: list[str], folder: str) -> float:
    start = perf_counter()
    subprocess.run(command, cwd=folder, env=ENVIRONMENT, check=True, capture_output=True)
    return perf_counter() - start


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
