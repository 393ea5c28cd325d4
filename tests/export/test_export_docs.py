"""docs/export.md and docs/timeline.md name what there is, and their examples run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from archive_commands import command_named, koreanews

from koreanews.export import FORMATS
from koreanews.export.tables import COLUMNS
from koreanews.export.timeline_rows import COLUMNS as TIMELINE_COLUMNS

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {name: (DOCS / f"{name}.md").read_text(encoding="utf-8") for name in ("export", "timeline")}


@pytest.mark.parametrize(
    ("page", "words"),
    [("export", FORMATS), ("export", COLUMNS), ("timeline", TIMELINE_COLUMNS)],
    ids=["formats", "columns", "columns of a timeline"],
)
def test_all_words_are_explained(page: str, words: tuple[str, ...]) -> None:
    assert [word for word in words if f"`{word}`" not in PAGES[page]] == []


@pytest.mark.parametrize("page", PAGES)
def test_all_options_are_explained(page: str) -> None:
    options = [option for parameter in command_named(page).params for option in parameter.opts if option[:2] == "--"]
    assert [option for option in options if f"`{option}" not in PAGES[page]] == []


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (page, line)
        for page, text in PAGES.items()
        for line in re.findall(r"^    koreanews (.*[^\]])$", text, re.MULTILINE)
    ],
)
def test_examples_run(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str, line: str) -> None:
    monkeypatch.chdir(tmp_path)
    words = shlex.split(re.split(r" [|>] ", line)[0])
    assert words[0] == page
    result = koreanews("--index", archive, *words)
    # Two seeds hold not all that is asked for.
    assert result.exit_code == 0 or result.stderr.startswith(
        ("Nothing found for: ", "No record fits what was asked for.")
    ), result.output


@pytest.mark.parametrize("page", PAGES)
def test_python_examples_run(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    (tmp_path / "koreanews-index").symlink_to(archive)
    monkeypatch.chdir(tmp_path)
    (program,) = re.findall(r"```python\n(.*?)```", PAGES[page], re.DOTALL)
    exec(program, {})
    if page == "export":
        assert (tmp_path / "news.ris").read_text(encoding="utf-8").count("TY  - NEWS") == 1
