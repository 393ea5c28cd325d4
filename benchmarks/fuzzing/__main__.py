"""Fuzzes the targets one after the other, each for so many minutes, and prints what was tried and what failed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from argparse import ArgumentParser
from hashlib import sha256
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from benchmarks.fuzzing.corpus import LONGEST, write_corpus
from benchmarks.fuzzing.targets import TARGETS
from benchmarks.measuring.commands import ROOT, environment
from benchmarks.measuring.machine import described
from benchmarks.measuring.tables import duration, table

FAILED = ROOT / "tests" / "fuzzing" / "failed"
MOST_MEMORY = 2048
"""MiB of a fuzzing process, its instruments among them."""
TIMEOUT = 60


class Tried(NamedTuple):
    """What became of a target: executions, time, inputs that the corpus has grown to, and inputs that failed."""

    target: str
    executions: int
    seconds: float
    inputs: int
    edges: int
    failed: int


def main() -> int:
    parser = ArgumentParser("python -m benchmarks.fuzzing", description="Fuzzes all that reads what others wrote.")
    parser.add_argument("--minutes", type=float, default=5, help="for each target (5)")
    parser.add_argument("--only", nargs="+", choices=TARGETS, default=list(TARGETS), metavar="TARGET")
    parser.add_argument("--work", type=Path, default=ROOT / ".fuzzing", help="where corpora grow (.fuzzing)")
    asked = parser.parse_args()
    print(described("atheris"), flush=True)
    tried = []
    for name in asked.only:
        tried.append(fuzz(name, asked.minutes * 60, asked.work / name))
        print(f"{name}: {tried[-1].executions:,} executions, {tried[-1].failed} failed", flush=True)
    header = ("target", "executions", "time", "inputs in the corpus", "edges covered", "failed")
    rows = [
        (one.target, f"{one.executions:,}", duration(one.seconds), one.inputs, f"{one.edges:,}", one.failed)
        for one in tried
    ]
    print(table("Fuzzing", header, rows))
    return 1 if any(one.failed for one in tried) else 0


def fuzz(name: str, seconds: float, work: Path) -> Tried:
    """Fuzzes one target; begins anew after an input that failed, which is kept."""
    corpus, found = work / "corpus", work / "found"
    write_corpus(name, corpus)
    found.mkdir(parents=True, exist_ok=True)
    executions = edges = failed = 0
    began = monotonic()
    while (left := seconds - (monotonic() - began)) > 1:
        arguments = [
            f"-max_total_time={int(left)}",
            f"-max_len={LONGEST[name]}",
            f"-timeout={TIMEOUT}",
            f"-rss_limit_mb={MOST_MEMORY}",
            f"-artifact_prefix={found}{os.sep}",
            "-print_final_stats=1",
        ]
        command = [sys.executable, "-m", "benchmarks.fuzzing.one", name, *arguments, str(corpus)]
        done = subprocess.run(command, env=environment(), capture_output=True, check=False, cwd=ROOT)
        # libFuzzer speaks on the one stream, Python's exceptions are told on the other.
        said, raised = done.stderr.decode("utf-8", "replace"), done.stdout.decode("utf-8", "replace")
        executions += _number(r"stat::number_of_executed_units:\s+(\d+)", said)
        edges = max(edges, _number(r"cov: (\d+)", said))
        if not done.returncode:
            break
        new = [_kept(name, path) for path in sorted(found.glob("*-*"))]
        failed += len(new)
        kept = ", ".join(map(str, new)) or "no input was kept"
        print(f"{name} failed: {kept}\n{raised[-3000:]}\n{said[-1000:]}", flush=True)
        if not new:
            break
    return Tried(name, executions, monotonic() - began, sum(1 for _ in corpus.iterdir()), edges, failed)


def _number(pattern: str, text: str) -> int:
    """The last of the numbers that libFuzzer printed so; 0 where there is none."""
    return int(next(reversed(re.findall(pattern, text)), 0))


def _kept(name: str, path: Path) -> Path:
    """An input that failed, moved to where the tests rerun it."""
    data = path.read_bytes()
    to = FAILED / name / sha256(data).hexdigest()[:12]
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_bytes(data)
    path.unlink()
    return to


if __name__ == "__main__":
    sys.exit(main())
