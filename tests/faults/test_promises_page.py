"""docs/promises.md names tests and kinds of faults that there are, and every kind that there is."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.faults.kinds import KINDS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/promises.md").read_text("utf-8")


def test_the_tests_it_names_are_there() -> None:
    named = set(re.findall(r"`(tests/[^`]+)`", PAGE))
    assert len(named) > 10
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_each_kind_of_fault_backs_a_promise() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| ") and "the harness (" in line]
    named = {kind for row in rows for kind in re.findall(r"`([a-z-]+)`", row.partition("the harness (")[2])}
    assert named == set(KINDS)


def test_every_promise_names_what_tries_it() -> None:
    rows = [line for line in PAGE.splitlines() if re.match(r"\| [A-Z`]", line) and line.count("|") == 3]
    assert len(rows) > 15
    assert [row for row in rows if "`tests/" not in row and "the harness (" not in row] == []
