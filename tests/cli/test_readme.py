"""The README does what it shows: its examples are run as they stand, on a terminal, and compared to the letter."""

from __future__ import annotations

import doctest
import re
import shutil
import stat
import sys
from pathlib import Path

import pytest
from running import SEEDS, Screen, koreanews, on_terminal

README = Path(__file__).parents[2] / "README.md"
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
STYLES = re.compile(r"\x1b\[[0-9;]*m")
COLUMNS = 88


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the seeds and a `koreanews` to be called by its name."""
    shutil.copytree(SEEDS, tmp_path / "seeds")
    command = tmp_path / "bin" / "koreanews"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m koreanews "$@"\n')
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    return tmp_path


def examples() -> list[tuple[str, str]]:
    """Each command of the README's sessions, with what it is said to print."""
    found: list[tuple[str, str]] = []
    for session in CONSOLE.findall(README.read_text("utf-8")):
        for example in session.removeprefix("$ ").split("\n$ "):
            command, _, output = example.partition("\n")
            found.append((command, output))
    return found


def run(command: str, folder: Path) -> Screen:
    path = f'PATH="{folder / "bin"}:$PATH"'
    return on_terminal("bash", "-c", f"{path}; {command}", columns=COLUMNS, cwd=folder)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of Unix")
def test_the_sessions_print_what_they_show(folder: Path) -> None:
    commands = examples()
    assert len(commands) >= 6
    for command, expected in commands:
        output = STYLES.sub("", run(command, folder).output)
        assert [line.rstrip(" ") for line in output.splitlines()] == expected.splitlines(), command


def test_the_python_session_prints_what_it_shows(folder: Path) -> None:
    assert koreanews("ingest", "seeds").exit_code == 0
    session = "\n".join(re.findall(r"```pycon\n(.*?)```", README.read_text("utf-8"), re.DOTALL))
    test = doctest.DocTestParser().get_doctest(session, {}, "README", str(README), 0)
    assert len(test.examples) >= 5
    said: list[str] = []
    doctest.DocTestRunner().run(test, out=said.append)
    assert said == []


def test_its_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)]+)\)", README.read_text("utf-8"))
    assert links
    assert [link for link in links if not (README.parent / link).exists()] == []
