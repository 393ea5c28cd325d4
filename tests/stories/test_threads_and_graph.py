"""Story lines, and the map of stories in every format, with pages that mean harm."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from stories_told import archive, body, recommended, story

from koreanews.stories import Stories
from koreanews.stories.graph_formats import FORMATS
from koreanews.stories.picture import svg

HOSTILE = (
    'x"]; evil [label="y\x1b[2J\x00\u202e</text><script>alert(1)</script> --> z\\" <b> &amp; %%{init: {}}%% `md` '
    ']]>\n  click n0 "javascript:alert(1)" #quot; ;end'
)


@pytest.fixture
def line(tmp_path: Path) -> Stories:
    """A line of four stories, each naming the one before; a page apart; copies of one; a story that is lacking."""
    named = [("one", "Divers find a bell", "2019-01-01"), ("two", "Bell is raised", "2019-01-11")]
    named += [("three", "Raised bell goes to Seoul", "2019-02-01"), ("four", "Crowds greet the bell", "2019-02-11")]
    pages = [
        story(id, headline, date, body=body(at), recommends=tuple(recommended(n[1], n[2]) for n in named[at - 1 : at]))
        for at, (id, headline, date) in enumerate(named)
    ]
    lacking = story(
        "apart", "Melons ripen early", "2018-08-01", body=body(20), recommends=(recommended("Rain", "2018-07-01"),)
    )
    return archive(tmp_path, *pages, lacking, story("copy", "Bell is raised", "2019-01-11", body=body(1)))


def test_a_thread_is_the_line_by_date(line: Stories) -> None:
    steps = line.thread("three")
    assert [step.story.id for step in steps] == ["one", "two", "three", "four"]
    assert next(step for step in steps if step.story.id == "four").reasons[0] == "names it"
    assert len(line.thread("three", limit=1)) == 2


def test_the_map_has_each_story_once_and_what_is_lacking(line: Stories) -> None:
    graph = line.graph()
    names = [node.headline for node in graph.nodes]
    assert names == ["Rain", "Melons ripen early", "Divers find a bell", "Bell is raised", *names[4:]]
    assert sorted(names[4:]) == ["Crowds greet the bell", "Raised bell goes to Seoul"]
    assert graph.nodes[0].id is None
    assert {(graph.nodes[edge.source].headline, graph.nodes[edge.target].headline) for edge in graph.edges} == {
        ("Melons ripen early", "Rain"),
        ("Bell is raised", "Divers find a bell"),
        ("Raised bell goes to Seoul", "Bell is raised"),
        ("Crowds greet the bell", "Raised bell goes to Seoul"),
    }
    assert len(line.graph(with_wanted=False).nodes) == 5
    assert {node.id for node in line.graph(["four"]).nodes} == {"four", "three"}


@pytest.fixture
def hostile(tmp_path: Path) -> Stories:
    named = tuple(recommended(f"{HOSTILE} {n}", "2019-01-01", None, 'javascript:"alert(1)<>') for n in range(3))
    return archive(tmp_path, story("page", HOSTILE, "2019-05-03", recommends=named))


def test_hostile_text_stays_text_in_xml(hostile: Stories) -> None:
    graph = hostile.graph()
    graphml = etree.fromstring("\n".join(FORMATS["graphml"](graph)).encode())
    assert len(graphml.findall(".//{*}node")) == 4
    assert "<script>alert(1)</script>" in "".join(graphml.itertext())
    picture = etree.fromstring("\n".join(svg(graph)).encode())
    assert {etree.QName(element).localname for element in picture.iter()} <= {
        "svg",
        "title",
        "rect",
        "text",
        "g",
        "path",
        "circle",
    }
    allowed = {"href", "src", "style"}
    assert not any(name in allowed or name.startswith("on") for element in picture.iter() for name in element.attrib)
    assert not any(sign in "".join(picture.itertext()) for sign in "\x1b\x00\u202e")


def test_hostile_text_stays_text_in_dot(hostile: Stories) -> None:
    text = "\n".join(FORMATS["dot"](hostile.graph()))
    strings = re.compile(r'"(?:[^"\\]|\\.)*"')
    bare = strings.sub('""', text)
    assert bare.count('"') == 2 * len(strings.findall(text))
    assert "evil" not in bare
    assert "script" not in bare
    assert len(text.splitlines()) == 4 + 4 + 3
    if program := shutil.which("dot"):
        assert (
            subprocess.run([program, "-Tplain"], input=text.encode(), capture_output=True, check=False).returncode == 0
        )


def test_hostile_text_stays_text_in_mermaid(hostile: Stories) -> None:
    lines = list(FORMATS["mermaid"](hostile.graph()))
    assert len(lines) == 1 + 4 + 3 + 1
    assert lines[0] == "flowchart LR"
    assert all(re.fullmatch(r'  n\d\["[^"<>`{}\[\]%&\\]*"\](:::wanted)?', line) for line in lines[1:5])
    assert all(re.fullmatch(r"  n\d --> n\d", line) for line in lines[5:8])


def test_json_gives_the_words_as_they_are(hostile: Stories) -> None:
    (line,) = FORMATS["json"](hostile.graph())
    value = json.loads(line)
    assert HOSTILE in {node["headline"] for node in value["nodes"]}
    assert [edge["target"] for edge in value["edges"]] == sorted(edge["target"] for edge in value["edges"])


def test_the_picture_is_the_same_each_time_and_grows_with_its_rows(line: Stories) -> None:
    graph = line.graph()
    first = "\n".join(svg(graph))
    assert first == "\n".join(svg(line.graph()))
    rows = etree.fromstring(first.encode()).findall(".//{*}g/{*}text")
    heights = sorted({float(row.get("y")) for row in rows})
    assert len(heights) == len(graph.nodes)
    assert min(later - earlier for earlier, later in pairwise(heights)) >= 20


def test_the_picture_of_nothing_is_a_picture(line: Stories) -> None:
    assert etree.fromstring("\n".join(svg(line.graph([]))).encode()) is not None


def test_an_undated_story_stands_above_the_first_page_that_names_it(tmp_path: Path) -> None:
    stories = archive(
        tmp_path,
        story("late", "Bell is raised", "2019-02-01", read_more=("Storm uncovers a bell", "Nets are cut")),
        story("early", "Divers find a bell", "2019-01-01", date_source="weekday", read_more=("Storm uncovers a bell",)),
        story("none", "A page without a date", None, read_more=("Quay is closed",)),
    )
    picture = etree.fromstring("\n".join(svg(stories.graph())).encode())
    rows = [" ".join(text.text for text in row.findall("{*}text")) for row in picture.findall(".//{*}g[@font-style]")]
    assert rows == [
        "undated Storm uncovers a bell",
        "~2019-01-01 Divers find a bell",
        "undated Nets are cut",
        "2019-02-01 Bell is raised",
        "undated Quay is closed",
        "undated A page without a date",
    ]
