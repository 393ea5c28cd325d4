"""`koreanews stats` and `koreanews compact`, two writers at once, and completion in the shell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import KOREANEWS, koreanews, on_terminal, piped
from saved_stories import HARBOUR, LIBRARY, save

from koreanews import Index


def test_stats_tell_how_much_there_is_and_how_well_dated(archive: Path) -> None:
    result = koreanews("--index", archive, "stats")
    assert result.exit_code == 0, result.output
    rows = dict(line.split("\t") for line in result.stdout.splitlines())
    assert rows["Records"] == "5"
    assert rows["Dates"] == "2017-11-30 to 2019-05-03"
    assert rows["Dated by"] == "title 4, weekday (inferred) 1"
    assert rows["Kinds"] == "article 5"
    assert rows["Years"] == "2017 1, 2018 2, 2019 2"
    facts = json.loads(koreanews("--index", archive, "stats", "--json").stdout)
    assert facts["records"] == 5
    assert facts["records_bytes"] == (archive / "records.jsonl").stat().st_size
    shown = on_terminal(*KOREANEWS, "--index", archive, "stats").output
    assert "Records    5\n" in shown


def test_what_is_not_known_of_records_is_counted_too(tmp_path: Path) -> None:
    undated = (
        "Lamps along the pier\n\nThe lamps along the pier were painted green by four sisters before the first snow.\n"
    )
    koreanews("ingest", save(tmp_path / "pages", harbour=HARBOUR, lamps=undated))
    rows = dict(line.split("\t") for line in koreanews("stats").stdout.splitlines())
    assert rows["Dated by"] == "title 1, none 1"
    assert rows["Sections"] == "Asia 1, none 1"
    assert rows["Years"] == "2019 1, none 1"


def test_compact_wins_back_what_dead_lines_take(tmp_path: Path) -> None:
    pages = save(tmp_path / "pages", harbour=HARBOUR, library=LIBRARY)
    koreanews("ingest", pages)
    assert koreanews("compact").stderr == "There was nothing to win.\n"
    koreanews("remove", "--yes", "library")
    assert "Dead lines\t2, " in koreanews("stats").stdout
    records = tmp_path / "koreanews-index" / "records.jsonl"
    before = records.stat().st_size
    result = koreanews("compact")
    assert result.exit_code == 0
    assert result.stderr == f"{before - records.stat().st_size:,} bytes won.\n"
    assert records.read_text("utf-8").count("\n") == 1
    assert "Dead lines" not in koreanews("stats").stdout
    assert koreanews("show", "harbour").exit_code == 0


def test_a_second_writer_says_for_whom_it_waits_and_gives_up(tmp_path: Path) -> None:
    pages = save(tmp_path / "pages", harbour=HARBOUR)
    koreanews("ingest", pages)
    with Index("koreanews-index").writer():
        run = piped("ingest", "--timeout", "0.2", "pages", cwd=tmp_path)
        assert koreanews("show", "harbour").exit_code == 0
    assert run.returncode == 1
    waiting, error = run.stderr.decode().splitlines()
    assert waiting.startswith("Waiting for ")
    assert error.startswith("Error: ")
    assert "0.2 seconds" in error


def test_a_wait_without_an_end_is_refused(tmp_path: Path) -> None:
    result = koreanews("ingest", "--timeout", "nan", save(tmp_path / "pages", harbour=HARBOUR))
    assert result.exit_code == 2
    assert "it is no number of seconds" in result.stderr


def test_the_shell_completes_commands_and_ids(archive: Path) -> None:
    def completed(*words: str | Path) -> list[str]:
        words = ("koreanews", "--index", archive, *words)
        line = {"COMP_WORDS": " ".join(map(str, words)), "COMP_CWORD": str(len(words) - 1)}
        run = piped(env={"_KOREANEWS_COMPLETE": "bash_complete", **line})
        return [line.partition(",")[2] for line in run.stdout.decode().splitlines() if line]

    assert completed("se") == ["search"]
    assert completed("show", "") == sorted(row.id for row in Index(archive).list())
    assert completed("show", "00") == ["000_f07122383b230fd2", "002_99e8395a751e14f3"]
    assert completed("show", "har") == ["harbour"]
    assert completed("remove", "nothing") == []


@pytest.mark.parametrize(
    ("words", "type"),
    [
        (["ingest", "se"], "file"),
        (["clean", "se"], "file"),
        (["export", "--output", "se"], "file"),
        (["timeline", "--svg", "se"], "file"),
        (["graph", "--svg", "se"], "file"),
        (["list", "--index", "se"], "dir"),
        (["--index", "se"], "dir"),
    ],
)
def test_the_shell_completes_names_of_files_as_for_other_programs(words: list[str], type: str) -> None:
    line = {"COMP_WORDS": " ".join(["koreanews", *words]), "COMP_CWORD": str(len(words))}
    assert piped(env={"_KOREANEWS_COMPLETE": "bash_complete", **line}).stdout.decode() == f"{type},se\n"
