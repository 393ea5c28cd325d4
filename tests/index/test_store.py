"""What goes into an archive comes out of it: adding, replacing, removing, showing, listing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from articles import article, byline, image, slide

from koreanews.index import Index
from koreanews.index.errors import AmbiguousId, BadDate, NoIndex, NoSuchRecord
from koreanews.parser.article import ARTICLE_FIELDS


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return Index(tmp_path / "archive")


def lines_of(index: Index) -> list[str]:
    return (index.folder / "records.jsonl").read_text(encoding="utf-8").splitlines()


def test_an_article_comes_back_as_it_went_in(index: Index) -> None:
    given = article(
        "017_0a1b",
        "Fähre nach Jeju fährt wieder",
        "Der Hafen öffnet.\n\nEndlich: 제주 🚢",
        language="de",
        byline=byline(("Ada Beispiel",), ("dpa",)),
        images=(image("Der Hafen"),),
        gallery=(slide("Kai", "Am Kai"), slide("Deck", "An Deck")),
    )
    with index.writer() as writer:
        assert writer.add(given) == "added"
    assert index.get("017_0a1b") == given
    assert list(index) == [given]
    assert len(index) == 1


def test_records_are_lines_of_json_that_people_can_read(index: Index) -> None:
    with index.writer() as writer:
        writer.add(article("017_0a1b", "Fähre nach 제주", 'Sie sagte: "Endlich"\nund ging.'))
    (line,) = lines_of(index)
    assert "Fähre nach 제주" in line
    assert list(json.loads(line)) == list(ARTICLE_FIELDS)
    assert index.get_line("017") == line
    assert index.get_record("017") == json.loads(line)


def test_reading_makes_no_folder(index: Index) -> None:
    with pytest.raises(NoIndex, match="koreanews ingest"):
        len(index)
    with pytest.raises(NoIndex):
        list(index.list())
    assert not index.folder.exists()


def test_an_empty_archive_is_one(index: Index) -> None:
    with index.writer():
        pass
    assert (len(index), list(index.list()), index.search("bridge").total) == (0, [], 0)


def test_the_same_bytes_are_not_written_again(index: Index) -> None:
    first = article("017", "A bridge", path="a/017.txt")
    moved = article("017", "A bridge", path="b/017.txt")
    with index.writer() as writer:
        assert writer.add(first) == "added"
        assert writer.add(first) == "unchanged"
    with index.writer() as writer:
        assert writer.add(first) == "unchanged"
        assert writer.add(moved) == "unchanged"
    assert len(lines_of(index)) == 1


def test_other_bytes_replace_a_record(index: Index) -> None:
    with index.writer() as writer:
        writer.add(article("017", "A bridge"))
        assert writer.add(article("017", "A ferry")) == "updated"
    with index.writer() as writer:
        assert writer.add(article("017", "A tunnel")) == "updated"
    assert index.get("017").headline == "A tunnel"
    assert [len(index), index.search("bridge").total, index.search("ferry").total] == [1, 0, 0]
    assert len(lines_of(index)) == 3


def test_a_better_parser_replaces_a_record_of_the_same_bytes(index: Index) -> None:
    before = article("017", "A bridge")
    after = type(before)(**{name: getattr(before, name) for name in ARTICLE_FIELDS} | {"section": "Asia"})
    with index.writer() as writer:
        writer.add(before)
        assert writer.add(after) == "updated"


def test_a_removal_is_a_line_too(index: Index) -> None:
    with index.writer() as writer:
        writer.add(article("017", "A bridge"))
        writer.add(article("018", "A ferry"))
    with index.writer() as writer:
        writer.remove("017")
        with pytest.raises(NoSuchRecord):
            writer.remove("017")
    assert json.loads(lines_of(index)[-1]) == {"id": "017", "removed": True}
    assert [row.id for row in index.list()] == ["018"]
    with pytest.raises(NoSuchRecord, match="'017'"):
        index.get("017")
    with index.writer() as writer:
        assert writer.add(article("017", "A bridge")) == "added"
    assert len(index) == 2


def test_added_and_removed_in_one_run(index: Index) -> None:
    with index.writer() as writer:
        writer.add(article("017", "A bridge"))
        writer.remove("017")
        assert writer.add(article("017", "A ferry")) == "added"
        writer.remove("017")
    assert len(index) == 0


def test_two_pages_of_one_name_in_one_run_can_be_told_apart(index: Index) -> None:
    first, second = article("017", "A bridge", path="a/017.txt"), article("017", "A ferry", path="b/017.txt")
    for expected in ("added", "unchanged"):
        with index.writer() as writer:
            assert writer.added_in_this_run("017") is None
            assert writer.add(first) == expected
            assert writer.added_in_this_run("017") == first.source
            assert writer.distinct_id(second) == f"017~{second.source.sha256[:8]}"
            distinct = type(second)(
                **{name: getattr(second, name) for name in ARTICLE_FIELDS} | {"id": writer.distinct_id(second)}
            )
            assert writer.add(distinct) == expected
    assert {row.headline for row in index.list()} == {"A bridge", "A ferry"}


def test_what_was_seen_in_this_run_outlives_a_flush(index: Index) -> None:
    page = article("017", "A bridge", path="a/017.txt")
    with index.writer() as writer:
        writer.add(page)
        writer.flush()
        assert writer.added_in_this_run("017") == page.source
    moved = article("017", "A bridge", path="b/017.txt")
    with index.writer() as writer:
        assert writer.add(moved) == "unchanged"
        writer.add(article("018"))
        writer.flush()
        assert writer.added_in_this_run("017") == moved.source


def test_text_that_is_no_unicode_is_stored_as_text(index: Index) -> None:
    with index.writer() as writer:
        writer.add(article("017", "A \ud800 bridge", "\x00 \x1b[31m \u202e"))
    assert index.get("017").headline == "A \ufffd bridge"
    assert index.get("017").body == "\x00 \x1b[31m \u202e"
    assert index.search("bridge").total == 1


def test_an_exception_undoes_nothing(index: Index) -> None:
    def interrupted() -> None:
        with index.writer() as writer:
            writer.add(article("017", "A bridge"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert index.get("017").headline == "A bridge"
    with index.writer() as writer:
        assert writer.add(article("017", "A bridge")) == "unchanged"


def test_ids_by_any_unambiguous_beginning(index: Index) -> None:
    with index.writer() as writer:
        for id in ("000_f07122", "002_99e8", "002_99ff", "002", "a-48016956"):
            writer.add(article(id))
        writer.add(article("999_00", dw_id="a-52060881"))
    assert index.resolve("000") == "000_f07122"
    assert index.resolve("002") == "002"
    assert index.resolve("002_99e") == "002_99e8"
    assert index.resolve("a-52060881") == "999_00"
    assert index.resolve("a-4") == "a-48016956"
    with pytest.raises(AmbiguousId) as ambiguous:
        index.resolve("002_9")
    assert ambiguous.value.matches == ("002_99e8", "002_99ff")
    assert "002_99e8, 002_99ff" in str(ambiguous.value)
    for nothing in ("5", "", "002_99e8x", "\ud800", "\x00"):
        with pytest.raises(NoSuchRecord):
            index.resolve(nothing)


def test_an_ambiguous_id_names_ten_and_counts_the_rest(index: Index) -> None:
    with index.writer() as writer:
        for number in range(25):
            writer.add(article(f"page_{number:02}"))
    with pytest.raises(AmbiguousId, match=r"25 records.*page_09 and 15 more"):
        index.resolve("page")


def test_short_ids_are_the_shortest_that_find(index: Index) -> None:
    ids = ["000_f07122", "002_99e8", "002_99ff", "002", "a-48016956", "a-4801", "page"]
    with index.writer() as writer:
        for id in (*ids, "000_f07199"):
            writer.add(article(id))
    with index.writer() as writer:
        writer.remove("000_f07199")
    short = index.short_ids(ids)
    assert short == {
        "000_f07122": "000",
        "002_99e8": "002_99e",
        "002_99ff": "002_99f",
        "002": "002",
        "a-48016956": "a-48016956",
        "a-4801": "a-4801",
        "page": "page",
    }
    assert all(index.resolve(beginning) == id for id, beginning in short.items())


def test_a_listing_is_newest_first_and_undated_last(index: Index) -> None:
    dates = {"a": "2019-03-22", "b": None, "c": "2019-03", "d": "2017-11-30", "e": "2019-03-01", "f": "2019", "g": None}
    with index.writer() as writer:
        for id, date in dates.items():
            writer.add(article(id, date=date))
    assert "".join(row.id for row in index.list()) == "aecfdbg"
    assert "".join(row.id for row in index.list(reverse=True)) == "dfceabg"
    assert "".join(row.id for row in index.list(sort="id", reverse=True)) == "gfedcba"
    assert "".join(row.id for row in index.list(sort="added")) == "abcdefg"
    assert "".join(row.id for row in index.list(limit=2, offset=1)) == "ec"
    assert list(index.list(limit=0)) == []


def test_a_row_is_what_the_record_says(index: Index) -> None:
    with index.writer() as writer:
        writer.add(
            article("017", "Brücke", date="2019-03", date_source="video", section="Asia", url="https://x.example/a")
        )
    (row,) = index.list()
    assert row == ("017", "2019-03", "video", "Asia", "Brücke", "article", "en", "https://x.example/a")


@pytest.mark.parametrize(
    ("date_from", "date_to", "found"),
    [
        ("2019-03-01", "2019-03-31", "aec"),
        ("2019-03", "2019-03", "aec"),
        ("2019-03-02", None, "a"),
        ("2019", "2019", "aecf"),
        ("2019-01-01", None, "aecf"),
        ("2019-01-02", None, "aec"),
        (None, "2019-03-21", "ed"),
        (None, "2017", "d"),
        ("0001", "9999-12", "aecfd"),
    ],
)
def test_a_range_holds_what_lies_wholly_within(
    index: Index, date_from: str | None, date_to: str | None, found: str
) -> None:
    dates = {"a": "2019-03-22", "b": None, "c": "2019-03", "d": "2017-11-30", "e": "2019-03-01", "f": "2019"}
    with index.writer() as writer:
        for id, date in dates.items():
            writer.add(article(id, date=date))
    assert "".join(row.id for row in index.list(date_from=date_from, date_to=date_to)) == found


@pytest.mark.parametrize("date", ["2019-02-30", "19", "2019-13", "22.03.2019", "", "2019-3-2", "0000", "２０１９"])
def test_a_bad_date_is_named(index: Index, date: str) -> None:
    with pytest.raises(BadDate, match="is not a date"):
        index.list(date_from=date)


def test_a_listing_by_section_and_kind_whole_and_in_any_case(index: Index) -> None:
    with index.writer() as writer:
        writer.add(article("1", section="Asia"))
        writer.add(article("2", section="Asia Pacific"))
        writer.add(article("3", section="ASIA", kind="live-blog"))
    assert {row.id for row in index.list(section="asia")} == {"1", "3"}
    assert [row.id for row in index.list(section="Asia", kind="Live-Blog")] == ["3"]
    assert list(index.list(section="Europe")) == []


def test_a_long_listing_goes_on_page_after_page(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("koreanews.index.listing._FIRST", 7)
    with index.writer() as writer:
        for number in range(50):
            writer.add(article(f"{number:02}", date=None if number % 5 == 0 else f"2019-01-{1 + number % 3:02}"))
    everything = [row.id for row in index.list()]
    assert len(everything) == len(set(everything)) == 50
    assert [row.id for row in index.list(limit=20, offset=11)] == everything[11:31]
    assert [row.id for row in index.list(sort="added")] == sorted(everything)
    assert [row.id for row in index.list(sort="id", reverse=True)] == sorted(everything, reverse=True)
    assert [one.id for one in index] == sorted(everything)


def test_an_archive_is_the_same_in_many_flushes_or_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [article(f"{number % 30:02}", f"Bridge {number}") for number in range(60)]
    whole, flushed = Index(tmp_path / "whole"), Index(tmp_path / "flushed")
    with whole.writer() as writer:
        verdicts = [writer.add(page) for page in pages]
    monkeypatch.setattr("koreanews.index.batch._RECORDS", 7)
    with flushed.writer() as writer:
        assert [writer.add(page) for page in pages] == verdicts
    assert (whole.folder / "records.jsonl").read_bytes() == (flushed.folder / "records.jsonl").read_bytes()
    assert list(whole.list()) == list(flushed.list())
    assert whole.search("bridge", limit=99).total == flushed.search("bridge", limit=99).total == 30
