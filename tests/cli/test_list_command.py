"""`koreanews list`: order, choice and form of the rows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from running import KOREANEWS, koreanews, on_terminal
from saved_stories import HARBOUR, save

NEWEST_FIRST = ["harbour", "000_f07122383b230fd2", "library", "siren", "002_99e8395a751e14f3"]


def ids(*arguments: str | Path) -> list[str]:
    result = koreanews(*arguments)
    assert result.exit_code == 0, result.output
    return [line.split("\t")[0] for line in result.stdout.splitlines()]


def test_newest_come_first_and_an_inferred_date_is_marked(archive: Path) -> None:
    result = koreanews("--index", archive, "list")
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert [row[0] for row in rows] == NEWEST_FIRST
    assert [row[1] for row in rows] == ["2019-05-03", "2019-03-22", "2018-11-11", "2018-02-02", "~2017-11-30"]
    assert rows[0] == ["harbour", "2019-05-03", "Asia", "Harbour festival opens in Busan"]
    assert rows[4][2] == ""
    assert result.stderr == ""


def test_undated_records_come_last_in_both_directions(tmp_path: Path) -> None:
    save(tmp_path / "pages", harbour=HARBOUR, undated="Gulls\n\nGulls circle the harbour.\n\nThey always have.\n")
    assert koreanews("ingest", "pages").exit_code == 0
    assert ids("list") == ids("list", "--reverse") == ["harbour", "undated"]
    assert koreanews("list").stdout.splitlines()[1].split("\t")[1] == ""
    assert "undated  undated" in on_terminal(*KOREANEWS, "list", env={"TERM": "dumb"}, cwd=tmp_path).output


def test_orders(archive: Path) -> None:
    assert ids("list", "--index", archive, "--reverse") == NEWEST_FIRST[::-1]
    assert ids("list", "--index", archive, "--sort", "id") == sorted(NEWEST_FIRST)
    assert ids("list", "--index", archive, "--sort", "added") == [
        "000_f07122383b230fd2",
        "002_99e8395a751e14f3",
        "harbour",
        "library",
        "siren",
    ]


def test_choices(archive: Path) -> None:
    assert ids("list", "--index", archive, "--from", "2018", "--to", "2018-10") == ["siren"]
    assert ids("list", "--index", archive, "--limit", "2", "--offset", "1") == NEWEST_FIRST[1:3]
    assert ids("list", "--index", archive, "--section", "asia") == ["harbour"]


def test_json_is_one_object_a_line(archive: Path) -> None:
    rows = [json.loads(line) for line in koreanews("--index", archive, "list", "--json").stdout.splitlines()]
    assert [row["id"] for row in rows] == NEWEST_FIRST
    assert rows[4]["date"] == "2017-11-30"
    assert rows[4]["date_source"] == "weekday"


@pytest.mark.parametrize(
    "asked", [("--from", "2025"), ("--section", "Nowhere"), ("--section", ""), ("--kind", "topic", "--offset", "3")]
)
def test_a_choice_that_no_record_fits_was_not_found(archive: Path, asked: Sequence[str]) -> None:
    result = koreanews("--index", archive, "list", *asked)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "No record fits what was asked for.\n"


@pytest.mark.parametrize("asked", [("--limit", "0"), ("--offset", "99"), ("--from", "2018", "--offset", "99")])
def test_a_page_of_the_list_without_records_is_no_error(archive: Path, asked: Sequence[str]) -> None:
    result = koreanews("--index", archive, "list", *asked)
    assert (result.exit_code, result.stdout) == (0, "")


def test_a_date_that_is_none_is_wrong_usage(archive: Path) -> None:
    result = koreanews("--index", archive, "list", "--from", "2019-02-30")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "2019-02-30" in result.stderr


def test_where_there_is_no_index_it_says_how_to_make_one() -> None:
    result = koreanews("list")
    assert result.exit_code == 1
    assert result.stderr == "Error: There is no index in koreanews-index. Make one with: koreanews ingest FOLDER\n"


def test_a_terminal_is_shown_a_table_with_short_ids_that_fits(archive: Path) -> None:
    wide = on_terminal(*KOREANEWS, "--index", archive, "list", columns=100, env={"TERM": "dumb", "COLUMNS": "100"})
    lines = wide.output.splitlines()
    assert lines[0].split() == ["id", "date", "section", "headline"]
    assert lines[1].split(maxsplit=3) == ["harbour", "2019-05-03", "Asia", "Harbour festival opens in Busan"]
    assert any(line.startswith("000 ") for line in lines)
    narrow = on_terminal(*KOREANEWS, "--index", archive, "list", columns=48)
    assert "\x1b[" in narrow.output
    plain = narrow.output.replace("\x1b[1m", "").replace("\x1b[0m", "")
    assert max(map(len, plain.splitlines())) <= 48
    assert "Harbour" in plain
    assert "Busan" in plain


@pytest.mark.parametrize("columns", [1, 3, 8, 20])
def test_on_the_narrowest_terminal_nothing_is_left_out(archive: Path, columns: int) -> None:
    screen = on_terminal(*KOREANEWS, "--index", str(archive), "list", columns=columns, lines=500)
    drawn = "".join(screen.output.split())
    assert screen.exit_code == 0
    assert all(word in drawn for word in ("siren", "lib", "~20"))
