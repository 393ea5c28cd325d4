"""The commands about stories, as they are typed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree
from stories_told import archive, body, recommended, story

from koreanews.cli import group

NAMES = ("links", "thread", "wanted", "duplicates", "graph")
FERRY = "Ferries to Jeju sail again"


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(group, "COMMANDS", tuple(dict.fromkeys((*group.COMMANDS, *NAMES))))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    named = (recommended(FERRY, "2019-05-01"), recommended("Bells \x1b[2J ring", "2019-04-01"))
    archive(
        tmp_path,
        story("ferry_1", FERRY, "2019-05-01", body=body(1)),
        story("ferry_2", FERRY, "2019-05-01", body=body(1) + "\n\n" + body(2, 2)),
        story("page_1", "Festival", "2019-05-03", body=body(3), recommends=named),
    )
    return tmp_path / "index"


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(group.main, ["--index", str(folder), *arguments])


def test_links(folder: Path) -> None:
    result = run(folder, "links", "page")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"to\tfound\tferry_2\t2019-05-01\t{FERRY}\trecommends\t0.99\tsame headline and date",
        "to\twanted\t\t2019-04-01\tBells \\x1b[2J ring\trecommends\t\t",
    ]
    (incoming,) = [json.loads(line) for line in run(folder, "links", "ferry_1", "--json").stdout.splitlines()]
    assert (incoming["direction"], incoming["page"]["id"]) == ("from", "page_1")


def test_wanted(folder: Path) -> None:
    result = run(folder, "wanted")
    assert result.stdout == "2019-04-01\tBells \\x1b[2J ring\t1\t\n"
    assert "1 story is wanted" in result.stderr
    assert json.loads(run(folder, "wanted", "--json").stdout)["asked_by"] == ["page_1"]
    assert run(folder, "wanted", "--from", "2019-05").stdout == ""
    assert run(folder, "wanted", "--from", "soon").exit_code == 2


def test_duplicates(folder: Path) -> None:
    first, second = (line.split("\t") for line in run(folder, "duplicates").stdout.splitlines())
    assert first[:3] == ["ferry_2", "*", "ferry_2"]
    assert second[:3] == ["ferry_2", "", "ferry_1"]
    assert second[-1] == "body: 2 of 10 paragraphs missing or changed"
    value = json.loads(run(folder, "duplicates", "--json").stdout)
    assert (value["preferred"], value["same_story"], len(value["copies"])) == ("ferry_2", True, 2)
    assert run(folder, "duplicates", "page").stdout == ""


def test_merging_asks_first(folder: Path) -> None:
    before = (folder / "records.jsonl").read_bytes()
    assert run(folder, "duplicates", "--merge").exit_code == 2
    assert run(folder, "duplicates", "--yes").exit_code == 2
    assert (folder / "records.jsonl").read_bytes() == before


def test_merging_when_told_leaves_one_record_with_all_sources(folder: Path) -> None:
    result = run(folder, "duplicates", "--merge", "--yes")
    assert (result.exit_code, result.stderr) == (0, "Made 1 of 2 records.\n")
    assert [line.split("\t")[0] for line in run(folder, "list").stdout.splitlines()] == ["page_1", "ferry_2"]
    record = json.loads(run(folder, "show", "ferry_2", "--json").stdout)
    assert [source["path"] for source in record["sources"]] == ["pages/ferry_1.txt"]
    assert run(folder, "duplicates").stdout == ""
    assert run(folder, "links", "page").stdout.splitlines()[0].split("\t")[2] == "ferry_2"


def test_thread(folder: Path) -> None:
    lines = run(folder, "thread", "page").stdout.splitlines()
    assert [line.split("\t")[0] for line in lines] == ["ferry_2", "page_1"]
    assert json.loads(run(folder, "thread", "page", "--json").stdout.splitlines()[0])["reasons"] == ["named by it"]


@pytest.mark.parametrize("form", ["dot", "graphml", "json", "mermaid"])
def test_graph(folder: Path, form: str) -> None:
    result = run(folder, "graph", "--format", form)
    assert result.exit_code == 0
    assert "Festival" in result.stdout
    assert "\x1b" not in result.stdout


def test_graph_of_a_query_as_a_picture(folder: Path, tmp_path: Path) -> None:
    result = run(folder, "graph", "headline:festival", "--svg", str(tmp_path / "map.svg"))
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Festival" in "".join(etree.parse(tmp_path / "map.svg").getroot().itertext())
    assert run(folder, "graph", '"open').exit_code == 2
    assert run(folder, "graph", "--svg", str(tmp_path / "no" / "map.svg")).exit_code == 1


def test_a_picture_replaces_another_only_when_told(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    path.write_text("mine")
    refused = run(folder, "graph", "--svg", str(path))
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr == f"Error: {path}: it is there already; to replace it, say --force\n"
    assert path.read_text() == "mine"
    assert run(folder, "graph", "--svg", str(path), "--force").exit_code == 0
    assert run(folder, "graph", "--svg", "-").stdout == path.read_text(encoding="utf-8")
    assert run(folder, "graph", "--svg", "-", "--format", "dot").exit_code == 2


@pytest.mark.parametrize("options", [[], ["--format", "dot"], ["--quiet"]])
def test_a_map_of_nothing_is_not_drawn(folder: Path, tmp_path: Path, options: list[str]) -> None:
    result = run(folder, "graph", "lighthouse", "--svg", str(tmp_path / "map.svg"), *options)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "Nothing found for: lighthouse\n")
    assert not (tmp_path / "map.svg").exists()


@pytest.mark.parametrize("form", ["dot", "graphml", "mermaid"])
def test_a_map_is_utf_8_whatever_the_locale(tmp_path: Path, form: str) -> None:
    archive(tmp_path, story("quay", "Fähre nach Jeju 제주", "2019-05-01", body=body(1)))
    command = [sys.executable, "-m", "koreanews", "--index", str(tmp_path / "index"), "graph", "--format", form]
    source = str(Path(__file__).parents[2] / "src")
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONPATH": source}
    result = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert "Fähre nach Jeju 제주" in result.stdout.decode("utf-8")


@pytest.fixture
def inferred(tmp_path: Path) -> Path:
    """Copies that name a story; the date of one is inferred, the other has none. What they name is undated too."""
    named = (recommended(FERRY, "2019-05-01"),)
    archive(
        tmp_path,
        story("ferry", FERRY, "2019-05-01", body=body(1)),
        story("guess", "Festival", "2019-05-03", body=body(3, 12), recommends=named, date_source="recommends"),
        story("none", "Festival", None, body=body(3, 12), recommends=named),
    )
    return tmp_path / "index"


def test_on_a_pipe_an_inferred_date_is_marked_and_an_absent_one_is_empty(inferred: Path) -> None:
    incoming = [line.split("\t")[2:4] for line in run(inferred, "links", "ferry").stdout.splitlines()]
    assert sorted(incoming) == [["guess", "~2019-05-03"], ["none", ""]]
    assert run(inferred, "links", "guess").stdout.split("\t")[2:4] == ["ferry", "2019-05-01"]
    thread = [line.split("\t")[:2] for line in run(inferred, "thread", "ferry").stdout.splitlines()]
    assert ["guess", "~2019-05-03"] in thread
    assert ["none", "undated"] not in thread
    copies = sorted(line.split("\t")[2:4] for line in run(inferred, "duplicates").stdout.splitlines())
    assert copies == [["guess", "~2019-05-03"], ["none", ""]]


def test_a_thread_without_others_does_not_say_that_there_are_none(inferred: Path) -> None:
    assert run(inferred, "thread", "ferry", "--limit", "0").stderr == ""


@pytest.mark.parametrize("name", ["links", "thread"])
def test_an_unknown_id_is_a_sentence(folder: Path, name: str) -> None:
    result = run(folder, name, "nobody")
    assert (result.exit_code, result.stderr[:6]) == (1, "Error:")
    assert run(folder / "none", name, "x").exit_code == 1


@pytest.mark.parametrize("name", NAMES)
def test_each_has_help_with_an_example(name: str) -> None:
    result = CliRunner().invoke(group.main, [name, "--help"])
    assert result.exit_code == 0
    assert f"koreanews {name}" in result.output
