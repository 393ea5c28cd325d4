"""Copies of one story recognised, the best preferred, merged only when asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from stories_told import add, archive, body, meant, recommended, remove, story

from koreanews.parser.article import Article
from koreanews.stories import Stories
from koreanews.stories.merging import merge, merged

NETS = "Fishing crews mend their nets"


def groups(stories: Stories) -> list[list[str]]:
    return [[copy.story.id for copy in group.copies] for group in stories.duplicates()]


def changed(text: str, *, at: int) -> str:
    paragraphs = text.split("\n\n")
    return "\n\n".join([*paragraphs[:at], body(999, 1), *paragraphs[at + 1 :]])


def test_the_same_text_is_a_copy_whatever_is_around_it(tmp_path: Path) -> None:
    stories = archive(
        tmp_path,
        story("one", NETS, "2019-05-01", body=body(1)),
        story("two", "Nets are mended", "2019-06-01", body=body(1).upper()),
        story("other", "Bells are cast", "2019-05-01", body=body(2)),
    )
    (group,) = stories.duplicates()
    assert {copy.story.id for copy in group.copies} == {"one", "two"}
    assert group.same_story is False
    assert group.copies[1].reason == "same text"


@pytest.mark.parametrize(
    "text", [changed(body(1), at=3), "\n\n".join(body(1).split("\n\n")[:5]), body(1) + "\n\n" + body(7, 2)]
)
def test_an_update_and_a_cut_capture_are_copies(tmp_path: Path, text: str) -> None:
    stories = archive(
        tmp_path, story("one", NETS, "2019-05-01", body=body(1)), story("two", NETS, "2019-05-01", body=text)
    )
    (group,) = stories.duplicates()
    assert group.same_story is True
    assert 0.35 <= group.copies[0].likeness < 1


def test_background_that_stories_share_does_not_make_them_copies(tmp_path: Path) -> None:
    shared = "\n\n" + body(5, 3)
    stories = archive(
        tmp_path,
        story("one", NETS, "2019-05-01", body=body(1) + shared),
        story("two", "Bells are cast", "2019-05-01", body=body(2) + shared),
    )
    assert groups(stories) == []


def test_short_texts_and_none_are_no_copies_of_one_another(tmp_path: Path) -> None:
    stories = archive(
        tmp_path,
        story("one", "Clip of the day", "2019-05-01", kind="media", body="Watch the clip here."),
        story("two", "Another clip", "2019-05-01", kind="media", body="Watch the clip here."),
        story("three", "Nothing", "2019-05-01"),
        story("four", "Nothing", "2019-05-01"),
    )
    assert groups(stories) == []


def test_one_dw_id_is_one_story_however_its_text_changed(tmp_path: Path) -> None:
    stories = archive(
        tmp_path,
        story("one", NETS, "2019-05-01", body=body(1), dw_id="a-123456"),
        story("two", "Nets", "2019-05-01", body=body(2, 9), url="https://www.dw.com/en/nets/a-123456"),
    )
    (group,) = stories.duplicates()
    assert (group.same_story, group.copies[0].story.id, group.copies[0].reason) == (True, "two", "same DW id")


def test_the_most_complete_is_preferred_then_the_newest(tmp_path: Path) -> None:
    cut = "\n\n".join(body(1).split("\n\n")[:5])
    stories = archive(
        tmp_path,
        story("cut", NETS, "2019-05-02", body=cut, crawled="2023-01-01T00:00:00Z"),
        story("newer", NETS, "2019-05-01", body=changed(body(1), at=2), crawled="2021-01-01T00:00:00Z"),
        story("older", NETS, "2019-05-01", body=body(1), crawled="2020-01-01T00:00:00Z"),
    )
    assert groups(stories) == [["newer", "older", "cut"]]


def test_what_differs_is_told(tmp_path: Path) -> None:
    stories = archive(
        tmp_path,
        story("one", NETS, "2019-05-01", body=body(1), section="Asia", read_more=("A", "B")),
        story("two", NETS, "2019-05-01", body=changed(body(1), at=1)),
    )
    (group,) = stories.duplicates()
    assert group.copies[0].story.id == "one"
    ((section, text, links),) = stories.differences(group)
    assert tuple(section) == ("section", "none instead of 'Asia'")
    assert tuple(text) == ("body", "1 of 8 paragraphs missing or changed, 1 new or changed")
    assert tuple(links) == ("read_more", "0 instead of 2")


def test_a_group_falls_apart_when_what_joined_it_goes(tmp_path: Path) -> None:
    start, end = body(1, 10), body(1, 10).split("\n\n")
    middle = "\n\n".join([*end[:8], body(3, 2)])
    far = "\n\n".join([*end[4:8], body(3, 2), body(4, 2)])
    stories = archive(
        tmp_path,
        story("start", "A", "2019-05-01", body=start),
        story("middle", "B", "2019-05-01", body=middle),
        story("far", "C", "2019-05-01", body=far),
    )
    assert [set(group) for group in groups(stories)] == [{"start", "middle"}] or len(groups(stories)[0]) == 3
    remove(stories, "middle")
    assert groups(stories) == []


def test_copies_that_lose_the_one_that_joined_them_find_each_other(tmp_path: Path) -> None:
    copies = [
        story(f"copy{n}", NETS, "2019-05-01", body=body(1), crawled=f"2020-01-{n:02}T00:00:00Z") for n in range(1, 20)
    ]
    stories = archive(tmp_path, *copies)
    assert len(groups(stories)[0]) == 19
    remove(stories, *(f"copy{n}" for n in range(1, 8)))
    assert [len(group) for group in groups(stories)] == [12]


def test_copies_count_as_one_story_in_links(tmp_path: Path) -> None:
    stories = archive(
        tmp_path,
        story("short", NETS, "2019-05-01", body="\n\n".join(body(1).split("\n\n")[:5])),
        story("whole", NETS, "2019-05-01", body=body(1)),
        story("page", "Festival", "2019-05-03", recommends=(recommended(NETS, "2019-05-01"),)),
    )
    assert meant(stories, "page") == [("found", ("whole",))]
    assert [one.page.id for one in stories.links("short").incoming] == ["page"]


def test_collapse_shows_the_preferred_hit_of_each_group_in_the_place_of_the_first(tmp_path: Path) -> None:
    stories = archive(
        tmp_path,
        story("one", NETS, "2019-05-01", body=body(1)),
        story("two", NETS, "2019-05-01", body=body(1)),
        story("other", "Bells and nets", "2019-05-01", body=body(2)),
    )
    hits = stories.index.search("nets", sort="oldest").hits
    assert [(hit.row.id, copies) for hit, copies in stories.collapse(hits)] == [("two", ("one",)), ("other", ())]
    assert [(hit.row.id, copies) for hit, copies in stories.collapse(hits[:1])] == [("one", ())]


def test_a_merged_record_keeps_all_sources() -> None:
    one = story("one", NETS, "2019-05-01", body=body(1)).to_record()
    two = story("two", NETS, "2019-05-01", url="https://www.dw.com/a-1", crawled="2020-01-01T00:00:00Z").to_record()
    three = story("three", NETS, "2019-05-01").to_record() | {"sources": [{"id": "four", "path": "d.txt"}]}
    record = merged(one, [two, three])
    assert {key: value for key, value in record.items() if key != "sources"} == {
        key: value for key, value in one.items() if key != "sources"
    }
    assert [source["id"] for source in record["sources"]] == ["two", "three", "four"]
    assert record["sources"][0] == {
        "id": "two",
        "url": "https://www.dw.com/a-1",
        "crawled": "2020-01-01T00:00:00Z",
        **two["source"],
    }


def test_merging_leaves_one_record_in_force(tmp_path: Path) -> None:
    stories = archive(
        tmp_path, story("one", NETS, "2019-05-01", body=body(1)), story("two", NETS, "2019-05-01", body=body(1))
    )
    kept = groups(stories)[0][0]
    merge(stories.index, stories.duplicates())
    assert [row.id for row in stories.index.list()] == [kept]
    assert len(stories.index.get_record(kept)["sources"]) == 1
    assert groups(stories) == []


def test_of_stories_that_share_an_agencys_text_each_is_merged_with_its_own_copies_only(tmp_path: Path) -> None:
    agency = body(1, 8)
    stories = archive(
        tmp_path,
        story("ours", NETS, "2019-05-01", body=agency),
        story("again", f"{NETS} again", "2019-05-02", body=changed(agency, at=2)),
        story("theirs", "Storm keeps boats of Sokcho in harbour", "2019-05-01", body=changed(agency, at=0)),
    )
    (group,) = stories.duplicates()
    assert {copy.story.id: copy.same_story for copy in group.copies} == {"again": True, "ours": True, "theirs": False}
    assert group.same_story is False
    (part,) = stories.duplicates(one_story=True)
    assert [copy.story.id for copy in part.copies] == ["again", "ours"]
    merge(stories.index, [part])
    assert stories.duplicates(one_story=True) == []
    assert groups(stories) == [["again", "theirs"]]


def test_nothing_is_written_by_looking(tmp_path: Path) -> None:
    stories = archive(
        tmp_path, story("one", NETS, "2019-05-01", body=body(1)), story("two", NETS, "2019-05-01", body=body(1))
    )
    before = (tmp_path / "index" / "records.jsonl").read_bytes()
    stories.duplicates()
    stories.wanted()
    assert (tmp_path / "index" / "records.jsonl").read_bytes() == before
    add(stories)
    assert isinstance(stories.index.get("one"), Article)
