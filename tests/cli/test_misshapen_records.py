"""A record that a hand has edited out of shape is named by its line, with what is wrong; there is never a traceback."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from running import koreanews

COMMANDS = (["show", "000", "--all"], ["show", "000", "--dates"], ["show", "000", "--versions"], ["links", "000"])
WRONG: list[Any] = [7, "text", None, [], {}, [7], [None], [{}]]


@pytest.fixture
def folder(archive: Path, tmp_path: Path) -> Path:
    (tmp_path / "edited").mkdir()
    return tmp_path / "edited"


def record(archive: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(koreanews("--index", archive, "show", "--json", "000").stdout)
    return found


@pytest.mark.parametrize(
    "key", ["dates", "headings", "videos", "read_more", "related", "media", "links", "crawled", "source", "body"]
)
def test_a_key_that_is_missing_or_holds_something_else(archive: Path, folder: Path, key: str) -> None:
    whole = record(archive)
    without = {name: value for name, value in whole.items() if name != key}
    refused = 0
    for edited in (without, *(whole | {key: value} for value in WRONG)):
        (folder / "records.jsonl").write_text(json.dumps(edited) + "\n", encoding="utf-8")
        for command in (
            ["show", "000", "--all"],
            ["show", "000", "--dates"],
            ["show", "000", "--versions"],
            ["links", "000"],
        ):
            result = koreanews("--index", folder, *command)
            assert isinstance(result.exception, SystemExit | None), result.exc_info
            if result.exit_code:
                refused += 1
                assert "records.jsonl, line 1: " in result.stderr
                assert "Put the line right" in result.stderr
    assert refused >= 12
    assert koreanews("--index", folder, "check", "--repair").exit_code == 1
    assert koreanews("--index", folder, "check").exit_code == 0
