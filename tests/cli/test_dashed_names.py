"""Ids and files whose names begin with a dash: where one is taken for an option, it is said how to type it."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import koreanews
from saved_stories import HARBOUR, save


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["show", "-rf"], "No such option '-r'. If -rf is the ID, try: koreanews show -- -rf"),
        (
            ["remove", "--yes", "--force"],
            "No such option '--force'. If --force is the ID, try: koreanews remove -- --force",
        ),
        (["ingest", "-a b.txt"], "No such option '-a'. If '-a b.txt' is the PATH, try: koreanews ingest -- '-a b.txt'"),
        (["show", "--jso", "002"], "No such option '--jso'. Did you mean '--json'?"),
        (["stats", "-x"], "No such option '-x'."),
    ],
)
def test_what_is_said(words: list[str], error: str) -> None:
    result = koreanews(*words)
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == f"Error: {error}"


def test_it_works(tmp_path: Path) -> None:
    pages = save(tmp_path / "pages", **{"-rf": HARBOUR})
    assert koreanews("ingest", "--", *pages.iterdir()).exit_code == 0
    assert koreanews("show", "--json", "--", "-rf").exit_code == 0
    assert koreanews("remove", "--yes", "--", "-rf").exit_code == 0
    assert koreanews("list").stdout == ""
