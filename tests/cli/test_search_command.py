"""`koreanews search`: hits, passages, queries as a shell hands them over, and queries that cannot be read."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from running import KOREANEWS, koreanews, on_terminal
from saved_stories import LIBRARY, save

import koreanews as library
from koreanews.index import Index


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
    assert result.stderr == "3 hits, of which number 1 is shown\n"
    assert koreanews("--index", archive, "--quiet", "search", "harbour").stderr == ""


def test_no_hit_is_said_and_exits_1(archive: Path) -> None:
    result = koreanews("--index", archive, "search", "xylophone")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Nothing found for: xylophone\n")


@pytest.mark.parametrize("query", ["lantren", "harbour fleat", "수원"])
def test_where_nothing_is_found_spellings_of_the_archive_are_suggested(archive: Path, query: str) -> None:
    result = koreanews("--index", archive, "search", query)
    assert (result.exit_code, result.stdout) == (1, "")
    _, *suggested = result.stderr.splitlines()
    expected = {"lantren": "lantern", "harbour fleat": "'harbour fleet'"}
    if query not in expected:
        assert suggested == []
    else:
        assert f"  koreanews --index {archive} search {expected[query]}" in suggested[1:]
        assert found(archive, expected[query].strip("'")) != []


def test_counting_and_ids_alone(archive: Path) -> None:
    counted = koreanews("--index", archive, "search", "harbour", "--count", "--limit", "1")
    assert (counted.exit_code, counted.stdout, counted.stderr) == (0, "3\n", "")
    none = koreanews("--index", archive, "search", "xylophone", "--count")
    assert (none.exit_code, none.stdout) == (1, "0\n")
    ids = koreanews("--index", archive, "search", "harbour", "--ids", "--sort", "oldest", "--limit", "2")
    assert (ids.exit_code, ids.stdout) == (0, "siren\nlibrary\n")
    assert ids.stderr == "3 hits, of which 1 to 2 are shown\n"


def test_ids_are_all_unless_a_limit_is_given(tmp_path: Path) -> None:
    libraries = {f"library-{number:02}": LIBRARY for number in range(15)}
    save(tmp_path / "pages", **libraries)
    assert koreanews("ingest", "pages").exit_code == 0
    ids = koreanews("search", "library", "--ids", "--sort", "oldest")
    assert ids.stdout.split() == sorted(libraries)
    assert ids.stderr == "15 hits\n"
    assert len(koreanews("search", "library").stdout.splitlines()) == 10


def test_opening_the_first_hit_shows_it(archive: Path) -> None:
    for options in ((), ("--json",)):
        opened = koreanews("--index", archive, "search", "harbour", "--sort", "newest", "--open", *options)
        assert opened.stdout == koreanews("--index", archive, "show", "harbour", *options).stdout
    second = koreanews("--index", archive, "search", "harbour", "--sort", "newest", "--offset", "1", "--open")
    assert second.stdout == koreanews("--index", archive, "show", "library").stdout
    past = koreanews("--index", archive, "search", "harbour", "--offset", "3", "--open")
    assert (past.exit_code, past.stdout) == (1, "")
    assert "--offset leaves out all hits" in past.stderr


def test_facets(archive: Path) -> None:
    lines = koreanews("--index", archive, "search", "harbour", "--facets").stdout.splitlines()
    counted = {(name, value): int(count) for name, value, count in (line.split("\t") for line in lines)}
    assert counted[("year", "2018")] == 2
    assert counted[("year", "2019")] == 1
    assert counted[("section", "Asia")] == 1
    assert counted[("kind", "article")] == 3
    facets = json.loads(koreanews("--index", archive, "search", "harbour", "--facets", "--json").stdout)
    assert {(name, value): count for name in facets for value, count in facets[name].items()} == counted
    exact = koreanews("--index", archive, "search", "harbours", "--facets", "--exact")
    assert (exact.exit_code, exact.stdout) == (1, "")
    drawn = on_terminal(*KOREANEWS, "--index", archive, "search", "harbour", "--facets", env={"TERM": "dumb"})
    assert "year\n2  2018\n1  2019\n" in drawn.output


def test_ways_to_print_that_exclude_each_other(archive: Path) -> None:
    for options in (("--count", "--ids"), ("--open", "--facets"), ("--json", "--ids"), ("--json", "--count")):
        result = koreanews("--index", archive, "search", "harbour", *options)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "exclude" in result.stderr


def test_a_korean_name_is_found_however_it_is_spelt(archive: Path) -> None:
    assert found(archive, "부산") == found(archive, "Pusan") == ["harbour"]
    assert found(archive, "Pusan", "--exact") == []
    screen = on_terminal(*KOREANEWS, "--index", archive, "search", "부산")
    assert "\x1b[1;7mBusan\x1b[0m" in screen.output


def test_a_headline_links_to_its_page_where_that_is_safe(tmp_path: Path) -> None:
    addresses = {
        "good": "https://www.example.org/a-1?b=c#d",
        "script": "javascript:alert(1)",
        "ends": "https://www.example.org/\x1b\\\x07",
        "foreign": "https://www.exämple.org/",
        "blank": "https://www.example.org/a b",
        "none": None,
    }
    for id, url in addresses.items():
        with Index(tmp_path / "index").writer() as writer:
            writer.add(replace(library.parse(LIBRARY), id=id, headline=f"Quay {id}", url=url))
    screen = on_terminal(*KOREANEWS, "--index", tmp_path / "index", "search", "quay")
    assert re.findall(r"\x1b\]8;[^;]*;([^\x1b]+)\x1b\\", screen.output) == [addresses["good"]] * 2
    assert "\x07" not in screen.output
    on_pipe = koreanews("--index", tmp_path / "index", "search", "quay").stdout
    assert "\x1b" not in on_pipe


def test_a_query_that_cannot_be_read_is_shown_with_its_place(archive: Path) -> None:
    result = koreanews("--index", archive, "search", "부산 harbour", '"festival')
    assert (result.exit_code, result.stdout) == (2, "")
    message, query, caret, suggestion = result.stderr.splitlines()
    assert message.startswith("Error: ")
    assert query == '  부산 harbour "festival'
    # Two characters of Hangul take four columns.
    assert caret == " " * (2 + 5 + 8) + "^"
    assert suggestion == f"""Try: koreanews --index {archive} search '부산 harbour "festival"'"""


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
