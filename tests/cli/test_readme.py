"""The README does what it shows: its examples are run as they stand, and compared to the letter."""

from __future__ import annotations

import doctest
import re
import shutil
import sys
from pathlib import Path

import pytest
from readme_sessions import README, rerun
from running import SEEDS, koreanews


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of Unix")
def test_the_sessions_print_what_they_show() -> None:
    text = README.read_text("utf-8")
    assert text.count("```console\n$ koreanews ") >= 3
    assert rerun(text) == text, "look at what changed with: python tests/cli/readme_sessions.py && git diff README.md"


def test_the_python_session_prints_what_it_shows(tmp_path: Path) -> None:
    shutil.copytree(SEEDS, tmp_path / "seeds")
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
