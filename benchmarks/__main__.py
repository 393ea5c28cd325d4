"""Runs all benchmarks one after the other: `python -m benchmarks --size small|medium|full`.

"small" takes minutes, "full" is what the goals speak of and takes hours and about 30 GB in the folder to work in.
Each benchmark is a module with a `--help` of its own. Exit status 1 where a goal is missed.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path

from benchmarks.measuring.commands import ROOT, environment

SIZES: dict[str, dict[str, str]] = {
    "small": {
        "extraction": "--pages 4 --rounds 2",
        "dumps": "--pages 4",
        "indexing": "--count 2000 --rounds 1 --slow-count 500",
        "memory": "--count 5000 --warc-count 2000",
        "searching": "--count 2000 --rounds 3",
        "commands": "--count 2000 --peers-count 2000 --rounds 3",
    },
    "medium": {
        "extraction": "--pages 20 --rounds 3",
        "dumps": "--pages 20",
        "indexing": "--count 20000 --rounds 3 --slow-count 2000",
        "memory": "--count 20000 --warc-count 5000",
        "searching": "--count 20000 --rounds 5",
        "commands": "--count 20000 --peers-count 20000 --rounds 5",
    },
    "full": {
        "extraction": "--pages 40 --rounds 5",
        "dumps": "--pages 40",
        "indexing": "--count 100000 --rounds 3 --slow-count 10000",
        "memory": "--count 1000000 --warc-count 20000",
        "searching": "--count 100000 --rounds 7",
        "commands": "--count 1000000 --peers-count 100000 --rounds 9",
    },
}
OTHERS = ("startup", "names", "parsing", "stories")
"""Those of one size."""

AT_WORK = ("indexing", "searching", "commands", "memory")
"""Those that make pages and archives in a folder, and use again what is there."""


def main() -> int:
    parser = ArgumentParser("python -m benchmarks", description="Runs all benchmarks.")
    parser.add_argument("--size", choices=SIZES, default="small", help="how much of it (small)")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="some of: " + ", ".join((*SIZES["small"], *OTHERS)))
    parser.add_argument("--work", type=Path, help="the folder to work in (the system's for temporary files)")
    asked = parser.parse_args()
    status = 0
    for name, options in (SIZES[asked.size] | dict.fromkeys(OTHERS, "")).items():
        if (asked.only is None or name in asked.only) and (ROOT / "benchmarks" / f"{name}.py").exists():
            place = ["--work", str(asked.work)] if asked.work and name in AT_WORK else []
            status = max(status, _run(name, [*options.split(), *place]))
    return status


def _run(name: str, options: list[str]) -> int:
    from subprocess import run

    print(f"## {name} {' '.join(options)}\n", flush=True)
    done = run([sys.executable, "-W", "ignore", "-m", f"benchmarks.{name}", *options], env=environment(), check=False)
    print(flush=True)
    return min(done.returncode, 1)


if __name__ == "__main__":
    sys.exit(main())
