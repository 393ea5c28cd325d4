"""The picture of a timeline: XML that a parser takes, with every number in it, and nothing that runs or is fetched."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree

import pytest
from export_records import HOSTILE, checked, on_one_line, texts
from hypothesis import given
from hypothesis import strategies as st
from test_timeline import Story, dates_of_any_kind

from koreanews.export import timeline_of, timeline_svg
from koreanews.export.periods import UNITS, Unit
from koreanews.export.svg_scales import count_ticks, period_ticks

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {f"{SVG}{name}" for name in ("svg", "title", "desc", "rect", "line", "text", "g")}


def drawn(stories: list[Story], title: str = "liaison", by: Unit | None = None) -> ElementTree.Element:
    """The picture, after a check of all that must hold for any."""
    text = timeline_svg(timeline_of(stories, by), title)
    root = ElementTree.fromstring(text.encode("utf-8"))
    assert {element.tag for element in root.iter()} <= ALLOWED
    assert not any(name.startswith("on") or "href" in name for element in root.iter() for name in element.attrib)
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    for element in root.iter():
        for name in ("x", "x1", "x2"):
            assert 0 <= float(element.get(name, 0)) <= width
        for name in ("y", "y1", "y2"):
            assert 0 <= float(element.get(name, 0)) <= height
        assert float(element.get("height", 1)) > 0
    return root


def words(root: ElementTree.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def test_bars_are_as_high_as_they_count() -> None:
    root = drawn([Story(str(n), day) for n, day in enumerate(["2017", "2019", "2019", "2019", "2019"])], by="year")
    bars = list(root.iter(f"{SVG}rect"))[1:]
    heights = [float(bar.attrib["height"]) for bar in bars]
    assert heights[1] == pytest.approx(4 * heights[0])


def test_inferred_dates_are_the_pale_top_of_a_bar() -> None:
    stories = [Story(str(n), "2019", "title" if n < 3 else "weekday") for n in range(4)]
    known, pale = (rect.attrib for rect in list(drawn(stories, by="year").iter(f"{SVG}rect"))[1:])
    assert known["fill"] != pale["fill"]
    assert float(known["height"]) == pytest.approx(3 * float(pale["height"]), abs=0.2)
    assert float(pale["y"]) + float(pale["height"]) == pytest.approx(float(known["y"]), abs=0.2)


def test_the_picture_says_what_its_bars_cannot() -> None:
    stories = [
        Story("a", "2017-11-30", "weekday", "Calls to cut ties"),
        Story("b", "2019-03-22", "title", "Out of the office"),
        Story("c", "2018"),
        Story("d", None),
    ]
    said = words(drawn(stories, by="month"))
    assert said[:2] == ["liaison", "2 stories by month, 2017-11 to 2019-03"]
    for line in (
        "2017-11, 1 story: Calls to cut ties",
        "2019-03, 1 story: Out of the office",
        "Pale: 1 story with a date that was inferred, not read on the page.",
        "In no month, dated less precisely: 1 story, 2018 (1).",
        "Without a date: 1 story.",
    ):
        assert line in said


def test_without_dated_stories_there_is_a_picture_that_says_so() -> None:
    assert "1 story, none with a date to be counted by year" in words(drawn([Story("a", None)]))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_headlines_and_titles_are_text(text: str) -> None:
    said = words(drawn([Story("a", "2019-03-22", "title", text)], title=text))
    expected = on_one_line(text)
    if len(expected) < 50:
        assert said[0] == expected
        assert f"2019-W12, 1 story: {expected or '(no headline)'}" in said


@checked
@given(st.lists(st.tuples(dates_of_any_kind, texts), max_size=20), texts, st.sampled_from(UNITS))
def test_any_timeline_is_a_picture(stories: list[tuple[str | None, str]], title: str, by: Unit) -> None:
    drawn([Story(str(n), day, "video", text) for n, (day, text) in enumerate(stories)], title, by)


@checked
@given(st.integers(1, 10**9))
def test_scales_are_round_and_reach_the_highest(highest: int) -> None:
    ticks = count_ticks(highest)
    assert ticks[0] == 0
    assert ticks[-2] < highest <= ticks[-1]
    assert len(ticks) <= 7
    assert str(ticks[1]).rstrip("0") in ("1", "2", "5")


@checked
@given(st.integers(0, 120_000), st.integers(1, 120_000), st.sampled_from(UNITS))
def test_labels_have_room(first: int, number: int, by: Unit) -> None:
    slot = 876 / number
    ticks = period_ticks(first, first + number - 1, by, slot)
    assert ticks
    assert all(first <= tick < first + number for tick in ticks)
    assert all((later - earlier) * slot >= 44 for earlier, later in pairwise(ticks))
