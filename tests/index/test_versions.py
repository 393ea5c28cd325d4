"""A page captured several times: the latest capture is in force, the others are kept, whatever comes in between."""

from __future__ import annotations

import json
import shutil
from itertools import permutations
from pathlib import Path

import pytest
from articles import article

from koreanews.index import Index
from koreanews.index.entry import Entry, entry_of
from koreanews.index.errors import AmbiguousVersion, NoSuchRecord, NoSuchVersion
from koreanews.index.records import line_of
from koreanews.parser.article import Article

FIRST, SECOND, THIRD = "2018-01-05T10:00:00Z", "2019-03-12T18:00:00Z", "2019-03-22T10:11:12Z"


def capture(crawled: str | None, headline: str, **values: object) -> Article:
    return article("a-7", headline, crawled=crawled, dw_id="a-7", **values)


def entry(page: Article) -> Entry:
    record = page.to_record()
    return entry_of(record, line_of(record))


PAGES = [capture(FIRST, "A bridge"), capture(SECOND, "A ferry"), capture(THIRD, "A tunnel")]


def told(index: Index) -> list[tuple[str | None, bool, str]]:
    """Each version's moment, whether it is in force, and the headline that asking for it gives."""
    return [
        (one.crawled, one.in_force, index.get_record("a-7", str(one.number))["headline"])
        for one in index.versions("a-7")
    ]


ALL = [(FIRST, False, "A bridge"), (SECOND, False, "A ferry"), (THIRD, True, "A tunnel")]


@pytest.mark.parametrize("order", list(permutations(PAGES)))
@pytest.mark.parametrize("runs", ["one run", "a run each"])
def test_the_latest_is_in_force_in_whatever_order_they_come(
    tmp_path: Path, order: tuple[Article, ...], runs: str
) -> None:
    index = Index(tmp_path / "archive")
    for batch in [order] if runs == "one run" else [[page] for page in order]:
        with index.writer() as writer:
            for page in batch:
                assert writer.other_page(entry(page)) is None
                writer.add(page)
    assert told(index) == ALL
    assert (len(index), index.facts().versions, [row.headline for row in index.list()]) == (1, 2, ["A tunnel"])
    assert (index.search("bridge OR ferry").total, index.search("tunnel").total) == (0, 1)
    records = index.folder / "records.jsonl"
    assert json.loads(records.read_bytes().splitlines()[-1])["headline"] == "A tunnel"
    size = records.stat().st_size
    with index.writer() as writer:
        assert {writer.add(page) for page in order} == {"unchanged"}
    assert records.stat().st_size == size
    facts = index.facts()
    assert index.compact() == facts.dead_bytes
    assert [json.loads(line)["crawled"] for line in records.read_bytes().splitlines()] == [FIRST, SECOND, THIRD]
    assert told(index) == ALL
    shutil.rmtree(index.folder / "search")
    assert told(Index(index.folder)) == ALL
    assert index.facts().dead == 0


@pytest.mark.parametrize("order", list(permutations([*PAGES, capture("2020-01-01T00:00:00Z", "A bridge")])))
def test_a_page_that_becomes_again_what_it_was(tmp_path: Path, order: tuple[Article, ...]) -> None:
    bridge = PAGES[0].source
    index = Index(tmp_path / "archive")
    with index.writer() as writer:
        for page in order:
            record = page.to_record()
            if page.headline == "A bridge":
                record["source"] = {"path": "x.warc!/1", "format": "html", "sha256": bridge.sha256, "bytes": 9}
            writer.add(Article.from_record(record))
    assert [(one.crawled, one.in_force) for one in index.versions("a-7")] == [
        (SECOND, False),
        (THIRD, False),
        ("2020-01-01T00:00:00Z", True),
    ]


def test_a_version_is_asked_for_by_number_moment_or_digest(tmp_path: Path) -> None:
    index = Index(tmp_path / "archive")
    with index.writer() as writer:
        for page in PAGES:
            writer.add(page)
    for asked in ("1", "2018", FIRST, "2018-01-05 10", PAGES[0].source.sha256[:9].upper()):
        assert index.get_record("a-", asked)["headline"] == "A bridge"
        assert json.loads(index.get_line("a-7", asked))["headline"] == "A bridge"
    with pytest.raises(AmbiguousVersion, match="'2019-03' fits 2 versions: 2 "):
        index.get_record("a-7", "2019-03")
    for asked in ("0", "4", "", "2017", "9" * 5000, "²", "nothing"):
        with pytest.raises(NoSuchVersion):
            index.get_record("a-7", asked)
    with pytest.raises(NoSuchRecord):
        index.versions("b")


def test_two_pages_under_one_name_are_no_versions(tmp_path: Path) -> None:
    index = Index(tmp_path / "archive")
    one = article("index", "A bridge", crawled=FIRST, url="https://a.example/1")
    other = article("index", "A ferry", crawled=SECOND, url="https://a.example/2")
    file = article("index", "A tunnel")
    with index.writer() as writer:
        writer.add(one)
        assert writer.other_page(entry(other)) == one.source
        assert writer.other_page(entry(file)) == one.source
        assert writer.other_page(entry(one)) is None
        writer.add(other)
    assert [version.crawled for version in index.versions("index")] == [SECOND]


def test_a_file_takes_force_and_leaves_the_captures_beside_it(tmp_path: Path) -> None:
    index = Index(tmp_path / "archive")
    for page in (PAGES[0], PAGES[1], capture(None, "A file"), PAGES[0], PAGES[1]):
        with index.writer() as writer:
            writer.add(page)
    assert told(index) == [(FIRST, False, "A bridge"), (SECOND, False, "A ferry"), (None, True, "A file")]
    index.compact()
    shutil.rmtree(index.folder / "search")
    assert [one[0] for one in told(index)] == [FIRST, SECOND, None]
    with index.writer() as writer:
        writer.add(PAGES[2])
    assert told(index) == ALL


def test_a_removal_takes_all_versions(tmp_path: Path) -> None:
    index = Index(tmp_path / "archive")
    with index.writer() as writer:
        writer.add(PAGES[0])
        writer.add(PAGES[1])
        writer.remove("a-7")
    with pytest.raises(NoSuchRecord):
        index.versions("a-7")
    for _ in range(2):
        with index.writer() as writer:
            writer.add(PAGES[0])
        assert told(index) == [(FIRST, True, "A bridge")]
        shutil.rmtree(index.folder / "search")
    index.compact()
    assert (index.folder / "records.jsonl").read_bytes().count(b"\n") == 1


def test_a_crash_between_the_two_lines_of_an_earlier_capture_changes_nothing(tmp_path: Path) -> None:
    index = Index(tmp_path / "archive")
    for page in (PAGES[2], PAGES[0]):
        with index.writer() as writer:
            writer.add(page)
    records = index.folder / "records.jsonl"
    lines = records.read_bytes().splitlines(keepends=True)
    assert len(lines) == 3
    records.write_bytes(b"".join(lines[:2]))
    assert told(Index(index.folder)) == [ALL[0], ALL[2]]
    with index.writer() as writer:
        writer.add(PAGES[1])
    assert told(index) == ALL


def test_what_was_committed_but_not_published_is_not_taken_in_twice(tmp_path: Path) -> None:
    index = Index(tmp_path / "archive")
    with index.writer() as writer:
        writer.add(article("018"))
    derived = index.folder / "search" / "derived.json"
    before = derived.read_bytes()
    with index.writer() as writer:
        for page in (capture(None, "A file"), PAGES[0], PAGES[1]):
            writer.add(page)
    expected = told(index)
    derived.write_bytes(before)
    assert told(Index(index.folder)) == expected
    assert len(Index(index.folder)) == 2
