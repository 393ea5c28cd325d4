"""`koreanews search`: hits, passages, queries as a shell hands them over, and queries that cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import KOREANEWS, koreanews, on_terminal


def found(archive: Path, *arguments: str) -> list[str]:
    result = koreanews("--index", archive, "search", *arguments)
    assert result.exit_code in (0, 1), result.output
    return [line.split("\t")[0] for line in result.stdout.splitlines()]


def test_liaison_finds_the_first_seed_only(archive: Path) -> None:
    result = koreanews("--index", archive, "search", "liaison")
    assert result.exit_code == 0
    (row,) = [line.split("\t") for line in result.stdout.splitlines()]
    assert row[:2] == ["000_f07122383b230fd2", "2019-03-22"]
    assert "liaison office" in row[3]
    assert result.stderr == "1 hit\n"


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (["harbour", "map"], ["library"]),
        (["harbour map"], ["library"]),
        (['"harbour festival"'], ["harbour"]),
        (["harbour", "-library"], ["harbour", "siren"]),
        (["-library", "harbour"], ["harbour", "siren"]),
        (["--limit", "5", "harbour", "-library", "-siren"], ["harbour"]),
        (["harbour", "--", "-library", "-siren"], ["harbour"]),
        (["harbour", '-"night library"', "-siren"], ["harbour"]),
        (["harbour", "-headline:festival", "-siren"], ["library"]),
        (["harbour", "-date:>=2019", "-siren"], ["library"]),
        (["headline:harbour"], ["harbour"]),
        (["harbour", "--to", "2018-11", "-siren"], ["library"]),
        (["harbour", "--section", "Asia"], ["harbour"]),
        (["harbour", "--sort", "oldest"], ["siren", "library", "harbour"]),
        (["harbour", "--sort", "oldest", "--limit", "1", "--offset", "1"], ["library"]),
    ],
)
def test_queries_as_a_shell_hands_them_over(archive: Path, arguments: list[str], ids: list[str]) -> None:
    assert sorted(found(archive, *arguments)) == sorted(ids)
    if "--sort" in arguments:
        assert found(archive, *arguments) == ids


def test_hits_that_are_not_shown_are_counted(archive: Path) -> None:
    result = koreanews("--index", archive, "search", "harbour", "--limit", "1")
    assert result.stdout.count("\n") == 1
    assert result.stderr == "3 hits, of which 1 to 1 are shown\n"
    assert koreanews("--index", archive, "--quiet", "search", "harbour").stderr == ""


def test_no_hit_is_said_and_exits_1(archive: Path) -> None:
    result = koreanews("--index", archive, "search", "xylophone")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Nothing found for: xylophone\n")


def test_a_query_that_cannot_be_read_is_shown_with_its_place(archive: Path) -> None:
    result = koreanews("--index", archive, "search", "부산 harbour", '"festival')
    assert (result.exit_code, result.stdout) == (2, "")
    message, query, caret, suggestion = result.stderr.splitlines()
    assert message.startswith("Error: ")
    assert query == '  부산 harbour "festival'
    # Two characters of Hangul take four columns.
    assert caret == " " * (2 + 5 + 8) + "^"
    assert suggestion == """Try: koreanews search '부산 harbour "festival"'"""


def test_an_option_that_there_is_not_is_not_taken_for_a_word(archive: Path) -> None:
    result = koreanews("--index", archive, "search", "harbour", "--limt", "3")
    assert result.exit_code == 2
    assert "--limt" in result.stderr
    assert "--limit" in result.stderr


def test_json_carries_score_and_highlights(archive: Path) -> None:
    result = koreanews("--index", archive, "search", "--json", "festival")
    (hit,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert hit["id"] == "harbour"
    assert hit["score"] > 0
    assert [hit["headline"][start:end] for start, end in hit["headline_highlights"]] == ["festival"]
    passage = hit["passage"]
    assert {"field", "text", "start", "highlights"} <= set(passage)


def test_a_terminal_sees_matches_marked_in_headline_and_passage(archive: Path) -> None:
    screen = on_terminal(*KOREANEWS, "--index", archive, "search", "lantern")
    assert screen.exit_code == 0
    assert "The mayor lit the first \x1b[7mlantern\x1b[0m at dusk" in screen.output
    assert screen.output.endswith("\n1 hit\n")
    headline = on_terminal(*KOREANEWS, "--index", archive, "search", "festival").output
    assert "\x1b[1;7mfestival\x1b[0m" in headline


def test_a_passage_from_beside_the_story_says_where_it_stands(archive: Path) -> None:
    screen = on_terminal(*KOREANEWS, "--index", archive, "search", "recommends:ferries", env={"TERM": "dumb"})
    assert "recommends: Island ferries return" in screen.output.replace("… ", "")


def test_marks_are_seen_without_colour_and_a_dumb_terminal_gets_none(archive: Path) -> None:
    command = [*KOREANEWS, "--index", str(archive), "search", "lantern"]
    assert "\x1b[7mlantern" in on_terminal(*command, env={"NO_COLOR": "1"}).output
    assert "\x1b" not in on_terminal(*command, env={"TERM": "dumb"}).output
