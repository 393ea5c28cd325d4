"""The fault harness in its small form: nothing is lost; and it does notice what a careless program would lose."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.faults.kinds import KINDS, cannot

ROOT = Path(__file__).resolve().parents[2]


def harness(*words: str, careless: Path | None = None) -> subprocess.CompletedProcess[str]:
    """The harness run as by hand; the module in the folder `careless` is loaded before anything else."""
    paths = [str(ROOT / "src"), *([str(careless)] if careless else [])]
    return subprocess.run(
        [sys.executable, "-m", "benchmarks.faults", "--seed", "3", "--length", "3", *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        capture_output=True,
        text=True,
        check=False,
    )


def numbers(done: subprocess.CompletedProcess[str]) -> list[int]:
    """Of one kind's line in the table: tried, came to pass, lost, mended by hand, tracebacks, other."""
    row = next(line for line in done.stdout.splitlines() if re.search(r"\| +\d+ \|", line))
    return [int(cell) for cell in row.split("|")[2:-1]]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_lost(kind: str) -> None:
    if reason := cannot(kind):
        pytest.skip(reason)
    done = harness("--kinds", kind, "--runs", "3")
    assert done.returncode == 0, done.stderr
    tried, _, *bad = numbers(done)
    assert (tried, bad) == (3, [0, 0, 0, 0]), done.stderr


@pytest.mark.parametrize(
    ("kind", "carelessness"),
    [
        # Never waits until the disk has what was written.
        ("power", "import os; os.fsync = lambda descriptor: None"),
        # Takes every write for done.
        (
            "limit",
            "import os; write = os.write\ndef ok(d, b):\n try: write(d, b)\n finally: return len(b)\nos.write = ok",
        ),
    ],
)
def test_carelessness_is_noticed(kind: str, carelessness: str, tmp_path: Path) -> None:
    if reason := cannot(kind):
        pytest.skip(reason)
    (tmp_path / "sitecustomize.py").write_text(carelessness)
    done = harness("--kinds", kind, "--runs", "12", careless=tmp_path)
    assert done.returncode == 1
    _, _, lost, by_hand, *_ = numbers(done)
    assert lost + by_hand > 0, done.stderr
