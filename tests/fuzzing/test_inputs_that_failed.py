"""Every input on which anything ever failed, in a folder named after its target in benchmarks/fuzzing: tried again."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.fuzzing.targets import TARGETS

FAILED = sorted(path for path in (Path(__file__).parent / "failed").glob("*/*") if path.is_file())


@pytest.mark.parametrize("path", FAILED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_it_fails_no_more(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


def test_all_of_them_are_tried() -> None:
    assert FAILED
    assert {path.parent.name for path in FAILED} <= set(TARGETS)
