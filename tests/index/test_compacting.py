"""Compacting leaves the records in force, in order, as they stand; facts tell what there is."""

from __future__ import annotations

from pathlib import Path

import pytest
from articles import article, byline

from koreanews.index import Index
from koreanews.index.errors import NoIndex


def test_dead_lines_go_and_the_living_stay_as_they_are(tmp_path: Path) -> None:
    index = Index(tmp_path / "archive")
    with index.writer() as writer:
        for number in range(9):
            writer.add(article(f"{number}", f"Bridge {number}", "Grüße 개성 🚢"))
        for number in (2, 5):
            writer.add(article(f"{number}", f"Ferry {number}"))
        writer.remove("7")
    lines = (index.folder / "records.jsonl").read_bytes().splitlines(keepends=True)
    expected = b"".join(lines[number] for number in (0, 1, 3, 4, 6, 8, 9, 10))
    rows, size = list(index.list()), (index.folder / "records.jsonl").stat().st_size
    assert index.facts().dead_bytes == size - len(expected)
    assert index.compact() == size - len(expected)
    assert (index.folder / "records.jsonl").read_bytes() == expected
    assert [row.id for row in index.list(sort="added")] == ["0", "1", "3", "4", "6", "8", "2", "5"]
    assert sorted(index.list()) == sorted(rows)
    assert (index.search("bridge").total, index.search("ferry").total, index.facts().dead_bytes) == (6, 2, 0)
    assert index.get("5").headline == "Ferry 5"
    assert {path.name for path in index.folder.iterdir()} == {"records.jsonl", "search", ".lock"}
    with index.writer() as writer:
        assert writer.add(article("0", "Bridge 0", "Grüße 개성 🚢")) == "unchanged"
        assert writer.add(article("7", "Bridge 7")) == "added"


def test_an_archive_without_dead_lines_is_left_as_it_is(tmp_path: Path) -> None:
    index = Index(tmp_path / "archive")
    with pytest.raises(NoIndex):
        index.compact()
    with index.writer() as writer:
        writer.add(article("0"))
    before = (index.folder / "records.jsonl").stat()
    assert index.compact() == 0
    assert (index.folder / "records.jsonl").stat() == before
    with index.writer() as writer:
        writer.remove("0")
    assert index.compact() > 0
    assert (index.folder / "records.jsonl").read_bytes() == b""
    assert len(index) == 0


def test_facts(tmp_path: Path) -> None:
    index = Index(tmp_path / "archive")
    with index.writer() as writer:
        writer.add(
            article("0", date="2019-03-22", date_source="title", section="Asia", byline=byline((), ("AFP", "dpa")))
        )
        writer.add(article("1", date="2019-04", date_source="video", section="Asia", language="de"))
        writer.add(article("2", date="2017-11-30", date_source="title", kind="gallery"))
        writer.add(article("3", language=None))
        writer.add(article("3", "Again", language=None))
        writer.remove("1")
    facts = index.facts()
    assert (facts.records, facts.lines, facts.dead) == (3, 6, 3)
    assert (facts.earliest, facts.latest) == ("2017-11-30", "2019-03-22")
    assert facts.by_kind == {"article": 2, "gallery": 1}
    assert facts.by_year == {"2017": 1, "2019": 1}
    assert facts.by_section == {"Asia": 1}
    assert facts.by_language == {"en": 2}
    assert facts.by_date_source == {"title": 2}
    assert facts.records_bytes == (index.folder / "records.jsonl").stat().st_size
    assert facts.search_bytes > 0


def test_facts_of_nothing(tmp_path: Path) -> None:
    index = Index(tmp_path / "archive")
    with index.writer():
        pass
    facts = index.facts()
    assert (facts.records, facts.lines, facts.dead_bytes, facts.earliest, facts.latest) == (0, 0, 0, None, None)
    assert facts.by_year == facts.by_kind == {}
