"""`koreanews check`: its words, its exit status, and what `--repair` leaves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import koreanews
from saved_stories import HARBOUR, LIBRARY, save


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """The records.jsonl of an archive of two stories."""
    assert koreanews("ingest", save(tmp_path / "pages", harbour=HARBOUR, library=LIBRARY)).exit_code == 0
    return tmp_path / "koreanews-index" / "records.jsonl"


def test_a_sound_archive_of_all_that_the_tests_ingest(archive: Path) -> None:
    result = koreanews("--index", archive, "check")
    assert (result.exit_code, result.stdout) == (0, ""), result.stdout
    assert result.stderr == "Sound: 5 records and 0 older versions in 5 lines.\n"
    assert koreanews("--index", archive, "--quiet", "check").output == ""


def test_faults_are_results_and_set_the_status(records: Path) -> None:
    with records.open("ab") as file:
        file.write(b"=======\n{}\n")
    result = koreanews("check")
    assert result.exit_code == 1
    mark, wrong = result.stdout.splitlines()
    assert "records.jsonl, line 3: this is a mark of a merge conflict. Keep the lines that are right" in mark
    assert "records.jsonl, line 4: this is not a record" in wrong
    assert result.stderr == "2 faults.\n"
    faults = [json.loads(line) for line in koreanews("check", "--json").stdout.splitlines()]
    assert [(fault["kind"], fault["line"], fault["mended"]) for fault in faults] == [
        ("conflict", 3, False),
        ("wrong", 4, False),
    ]
    assert koreanews("list").exit_code == 1
    mended = koreanews("check", "--repair")
    assert (mended.exit_code, mended.stderr) == (1, "2 faults, 2 mended.\n")
    assert all(line.startswith("Mended: ") for line in mended.stdout.splitlines())
    assert (records.parent / "records.rejected.jsonl").read_bytes() == b"=======\n{}\n"
    assert koreanews("check").exit_code == 0
    assert koreanews("show", "harbour").exit_code == 0


def test_where_there_is_nothing_to_check() -> None:
    result = koreanews("check")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "There is no index in koreanews-index." in result.stderr
    assert not Path("koreanews-index").exists()
