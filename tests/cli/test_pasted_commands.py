"""Commands that koreanews suggests can be pasted: they name the archive where --index did, and quote what needs it."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest
from running import koreanews


@pytest.fixture
def other(archive: Path, tmp_path: Path) -> Path:
    """An archive in a folder whose name must be quoted."""
    return Path(shutil.copytree(archive, tmp_path / "it's another"))


ASKED = [
    (["search", '"joint office'], "search '\"joint office\"'"),
    (["search", "liasion"], "search liaison"),
    (["show", "xyz"], "list"),
    (["show", "000"], "show --all 000_f07122383b230fd2"),
    (["show", "000", "--version", "9"], "show 000_f07122383b230fd2 --versions"),
]


@pytest.mark.parametrize(("words", "suggested"), ASKED)
@pytest.mark.parametrize("before", [True, False])
def test_a_suggestion_names_the_archive_that_was_named(
    other: Path, words: list[str], suggested: str, before: bool
) -> None:
    index = ["--index", str(other)]
    result = koreanews(*index, *words) if before else koreanews(words[0], *index, *words[1:])
    assert f"koreanews --index {shlex.quote(str(other))} {suggested}\n" in f"{result.stdout}\n{result.stderr}\n"


@pytest.mark.parametrize(("words", "suggested"), ASKED)
def test_without_a_name_there_is_none_in_it(
    other: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], suggested: str
) -> None:
    monkeypatch.setenv("KOREANEWS_INDEX", str(other))
    result = koreanews(*words)
    assert f"koreanews {suggested}\n" in f"{result.stdout}\n{result.stderr}\n"


@pytest.mark.parametrize(
    ("words", "suggested"),
    [
        (["--index", "a b", "show", "-x"], "koreanews --index 'a b' show -- -x"),
        (["show", "--index", "a b", "-x"], "koreanews show --index 'a b' -- -x"),
        (["show", "-x"], "koreanews show -- -x"),
    ],
)
def test_a_name_with_a_dash_in_front_is_suggested_with_the_archive(words: list[str], suggested: str) -> None:
    assert koreanews(*words).stderr.rstrip().endswith(f"try: {suggested}")


def test_an_archive_that_is_missing_is_named_in_what_makes_it(tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    said = koreanews("--index", missing, "list").stderr
    assert said == f"Error: There is no index in {missing}. Make one with: koreanews --index {missing} ingest FOLDER\n"


def test_a_folder_of_escape_sequences_is_shown_not_sent(archive: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(archive, tmp_path / "\x1b[2J"))
    for words in (["search", "liasion"], ["search", '"joint'], ["show", "000"], ["show", "xyz"]):
        result = koreanews("--index", folder, *words)
        assert "\x1b" not in result.stdout + result.stderr
