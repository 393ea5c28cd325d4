"""`koreanews remove`: nothing goes without having been asked for twice."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from running import KOREANEWS, koreanews, on_terminal
from saved_stories import HARBOUR, LIBRARY, save


@pytest.fixture(autouse=True)
def stories(tmp_path: Path) -> None:
    save(tmp_path / "pages", harbour=HARBOUR, library=LIBRARY)
    assert koreanews("ingest", "pages").exit_code == 0


def left() -> list[str]:
    return [line.split("\t")[0] for line in koreanews("list").stdout.splitlines()]


def test_yes_removes_and_the_page_can_come_back(tmp_path: Path) -> None:
    result = koreanews("remove", "--yes", "har")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Removed 1 record.\n")
    assert left() == ["library"]
    assert koreanews("show", "harbour").exit_code == 1
    assert koreanews("ingest", "pages").stdout.startswith("1 added, 0 updated, 1 unchanged")


def test_without_a_terminal_and_without_yes_it_is_wrong_usage() -> None:
    result = koreanews("remove", "harbour")
    assert result.exit_code == 2
    assert "--yes" in result.stderr
    assert left() == ["harbour", "library"]


def test_an_id_that_names_none_is_said_and_the_rest_removed() -> None:
    result = koreanews("remove", "--yes", "nothing", "harbour", "harbour")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: No record has an id that begins with 'nothing'.")
    assert result.stderr.endswith("Removed 1 record.\n")
    assert left() == ["library"]


def test_a_terminal_is_asked(tmp_path: Path) -> None:
    command = [*KOREANEWS, "remove", "harbour"]
    refused = on_terminal(*command, keys=b"n\n", cwd=tmp_path)
    assert refused.exit_code == 1
    assert "harbour  2019-05-03  Harbour festival opens in Busan" in refused.output
    assert "Remove 1 record?" in refused.output
    assert left() == ["harbour", "library"]
    assert on_terminal(*command, keys=b"y\n", cwd=tmp_path).exit_code == 0
    assert left() == ["library"]


def test_ctrl_c_at_the_question_is_an_interruption(tmp_path: Path) -> None:
    command = [sys.executable, "-c", ASKED_AND_INTERRUPTED, "remove", "harbour"]
    screen = on_terminal(*command, cwd=tmp_path)
    assert screen.exit_code == 130
    assert screen.output.endswith("Interrupted.\n")
    assert left() == ["harbour", "library"]


ASKED_AND_INTERRUPTED = """
import os, signal
import click.termui
click.termui.visible_prompt_func = lambda question: os.kill(os.getpid(), signal.SIGINT)
from koreanews.__main__ import run
run()
"""
