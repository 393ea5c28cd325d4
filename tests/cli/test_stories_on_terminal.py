"""What `show` and `search --collapse` add for stories, on a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import KOREANEWS, koreanews, on_terminal
from saved_stories import HARBOUR, LIBRARY, save

FERRIES = """\
 Island ferries return to Jeju | Asia | DW | 01.05.2019

Island ferries return to Jeju

After three winters on land, two ferries are back at sea.

Cooks and engineers painted both hulls themselves, and a choir of harbour pilots sang when the first rope was cast off.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("stories")
    longer = FERRIES + "\nThe captain promised a second boat before autumn.\n"
    pages = save(where / "pages", harbour_1=HARBOUR, ferry_1=FERRIES, ferry_2=longer, library_1=LIBRARY)
    assert koreanews("--index", where / "index", "ingest", pages).exit_code == 0
    return where / "index"


def test_show_prints_the_short_id_of_what_is_recommended(folder: Path) -> None:
    shown = on_terminal(*KOREANEWS, "--index", str(folder), "show", "harbour").output
    assert "Island ferries return to Jeju (2019-05-01) → ferry_2" in shown


def test_a_search_names_the_copies_that_it_does_not_show(folder: Path) -> None:
    shown = on_terminal(*KOREANEWS, "--index", str(folder), "search", "ferries", "--collapse").output
    assert "and 1 copy: ferry_1" in shown
    assert "1 story in 2 hits" in shown
    assert "copy" not in on_terminal(*KOREANEWS, "--index", str(folder), "search", "ferries").output


def test_a_merge_that_is_not_wanted_leaves_the_copies_and_says_so(folder: Path) -> None:
    before = (folder / "records.jsonl").read_bytes()
    screen = on_terminal(*KOREANEWS, "--index", str(folder), "duplicates", "--merge", "--quiet", keys=b"n\n")
    assert screen.exit_code == 1
    assert screen.output.endswith("Nothing was merged.\n")
    assert (folder / "records.jsonl").read_bytes() == before
