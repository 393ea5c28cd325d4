"""`koreanews search --collapse`: one hit for each story, full pages, honest counts."""

from __future__ import annotations

import functools
import json
import operator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from stories_told import archive, body, story

from koreanews.cli import main
from koreanews.index import Index
from koreanews.stories import Stories

STORIES = 12
COPIES = (1, 4, 7)
"""Of every story whose number is here there are two more copies, one of them longer."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    articles = []
    for n in range(STORIES):
        headline, date = f"Lanterns number {n} are lit", f"2019-05-{n + 1:02}"
        articles.append(story(f"s{n:02}_a", headline, date, body=body(n)))
        if n in COPIES:
            articles.append(story(f"s{n:02}_b", headline, date, body=body(n) + "\n\n" + body(100 + n, 2)))
            articles.append(story(f"s{n:02}_c", headline, date, body="\n\n".join(body(n).split("\n\n")[:6])))
    where = tmp_path_factory.mktemp("collapsed")
    archive(where, *articles)
    return where / "index"


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--index", str(folder), "search", "lanterns", *arguments])


def ids(result: Result) -> list[str]:
    assert result.exit_code == 0, result.output
    return [line.split("\t")[0] for line in result.stdout.splitlines()]


PREFERRED = [f"s{n:02}_{'b' if n in COPIES else 'a'}" for n in range(STORIES)]


def test_each_story_is_shown_once_by_its_preferred_copy(folder: Path) -> None:
    result = run(folder, "--collapse", "--sort", "oldest", "--limit", "50")
    assert ids(result) == PREFERRED
    assert [line.split("\t")[4] for line in result.stdout.splitlines()] == [
        "2" if n in COPIES else "0" for n in range(STORIES)
    ]
    assert result.stderr == "12 stories in 18 hits\n"
    assert len(ids(run(folder, "--limit", "50"))) == 18


def test_pages_are_full_and_meet_without_a_gap(folder: Path) -> None:
    pages = [
        ids(run(folder, "--collapse", "--sort", "oldest", "--limit", "5", "--offset", str(start)))
        for start in (0, 5, 10)
    ]
    assert [len(page) for page in pages] == [5, 5, 2]
    assert functools.reduce(operator.iadd, pages, []) == PREFERRED
    by_score = [ids(run(folder, "--collapse", "--limit", "4", "--offset", str(start))) for start in (0, 4, 8)]
    assert sorted(functools.reduce(operator.iadd, by_score, [])) == PREFERRED
    assert (
        "12 stories in 18 hits, of which 5 to 8 are shown"
        in run(folder, "--collapse", "--limit=4", "--offset=4").stderr
    )


def test_counts_are_of_stories(folder: Path) -> None:
    assert run(folder, "--count").stdout == "18\n"
    assert run(folder, "--collapse", "--count").stdout == "12\n"


def test_ids_json_and_open(folder: Path) -> None:
    assert ids(run(folder, "--collapse", "--ids", "--sort", "oldest", "--limit", "3")) == PREFERRED[:3]
    second = json.loads(run(folder, "--collapse", "--json", "--sort", "oldest", "--limit", "2").stdout.splitlines()[1])
    assert (second["id"], second["copies"]) == ("s01_b", ["s01_a", "s01_c"])
    assert second["passage"]["highlights"] or second["headline_highlights"]
    assert "copies" not in json.loads(run(folder, "--json", "--limit", "1").stdout)
    assert "Id:      s01_b" in run(folder, "--collapse", "--open", "--sort", "oldest", "--offset", "1").stdout


def test_copies_are_looked_for_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    rows = Index.rows
    monkeypatch.setattr(Index, "rows", lambda *asked, **more: looked.append("rows") or rows(*asked, **more))
    result = run(folder, "--collapse", "--ids", "--limit", "3")
    assert (len(ids(result)), result.stderr) == (3, "12 stories in 18 hits, of which 1 to 3 are shown\n")
    # Once to see which are copies, once to put those together.
    assert len(looked) == 2


def test_ids_of_stories_come_as_a_stream_in_the_order_of_their_pages(folder: Path) -> None:
    assert ids(run(folder, "--collapse", "--ids", "--sort", "oldest")) == PREFERRED
    by_score = run(folder, "--collapse", "--ids")
    assert ids(by_score) == ids(run(folder, "--collapse", "--limit", "50"))
    assert by_score.stderr == "12 stories in 18 hits\n"
    part = run(folder, "--collapse", "--ids", "--sort", "oldest", "--offset", "3", "--limit", "4")
    assert (ids(part), part.stderr) == (PREFERRED[3:7], "12 stories in 18 hits, of which 4 to 7 are shown\n")
    assert ids(run(folder, "--collapse", "--ids", "--sort", "newest"))[0] == PREFERRED[-1]


def test_few_hits_are_held_at_a_time(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    search = Index.search
    monkeypatch.setattr(
        Index, "search", lambda index, query, **how: asked.append(how["limit"]) or search(index, query, **how)
    )
    found = Stories(Index(folder)).search("lanterns", limit=2, sort="oldest")
    assert (found.stories, [standing.hit.row.id for standing in found.hits]) == (12, PREFERRED[:2])
    assert sum(asked) == 3


def test_a_copy_that_the_query_leaves_out_is_neither_shown_nor_counted(folder: Path) -> None:
    only = next(word for word in body(101, 2).split() if word.isdigit() and word not in body(1).split())
    result = run(folder, only, "--collapse")
    assert [line.split("\t")[::4] for line in result.stdout.splitlines() if line.startswith("s01")] == [["s01_b", "0"]]
    without = run(folder, f"-{only}", "--collapse", "--sort", "oldest", "--offset", "1", "--limit", "1", "--json")
    assert json.loads(without.stdout)["copies"] == ["s01_c"]
    assert json.loads(without.stdout)["id"] == "s01_a"


def test_passages_are_those_of_an_ordinary_search(folder: Path) -> None:
    ordinary = {hit.row.id: hit for hit in Index(folder).search("lanterns bells", limit=50).hits}
    collapsed = Stories(Index(folder)).search("lanterns bells", limit=50)
    assert collapsed.total == len(ordinary)
    assert all(standing.hit == ordinary[standing.hit.row.id] for standing in collapsed.hits)
    assert sum(1 + len(standing.copies) for standing in collapsed.hits) == collapsed.total


def test_what_does_not_go_together_is_said(folder: Path) -> None:
    assert run(folder, "--collapse", "--facets").exit_code == 2
    assert run(folder, "nothing-like-it", "--collapse").exit_code == 1
    assert run(folder, '"open', "--collapse").exit_code == 2
