"""`koreanews similar`: the stories most like one, with the words that make them so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import KOREANEWS, koreanews, on_terminal
from saved_stories import LIBRARY, save

ECHO = """\
 Whispering allowed at night | News | DW | 12.11.2018

Whispering allowed at night

The librarians of Daegu brew barley tea for readers until two in the morning.

Nobody there is asked to sell fish.
"""

FISH = """\
 Fish for sale | News | DW | 13.11.2018

Fish for sale

Crews sell fish at the market from four in the morning.
"""


@pytest.fixture
def index(tmp_path: Path) -> Path:
    pages = save(tmp_path / "pages", library=LIBRARY, echo=ECHO, fish=FISH)
    assert koreanews("--index", tmp_path / "index", "ingest", pages).exit_code == 0
    return tmp_path / "index"


def test_on_a_pipe(index: Path) -> None:
    result = koreanews("--index", index, "similar", "lib")
    assert result.exit_code == 0
    id, date, headline, score, words = result.stdout.splitlines()[0].split("\t")
    assert (id, date, headline) == ("echo", "2018-11-12", "Whispering allowed at night")
    assert float(score) > 0
    assert {"barley", "librarians", "daegu"} <= set(words.split())


def test_as_json(index: Path) -> None:
    result = koreanews("--index", index, "similar", "library", "--limit", "1", "--json")
    (story,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert story["id"] == "echo"
    assert "barley" in story["words"]


def test_on_a_terminal(index: Path) -> None:
    screen = on_terminal(*KOREANEWS, "--index", index, "similar", "library", env={"TERM": "dumb"})
    assert screen.exit_code == 0
    assert screen.output.startswith("echo  2018-11-12  Whispering allowed at night\n")
    assert "barley" in screen.output


def test_what_there_is_not(index: Path) -> None:
    assert koreanews("--index", index, "similar", "nothing").exit_code == 1
    assert koreanews("--index", index, "remove", "--yes", "echo", "fish").exit_code == 0
    alone = koreanews("--index", index, "similar", "library")
    assert (alone.exit_code, alone.stdout) == (1, "")
    assert alone.stderr == "No other story of the archive is like it.\n"
