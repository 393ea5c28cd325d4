"""A record as workers hand it over: the archive is the same as if the writer had made all of it."""

from __future__ import annotations

import pickle
from pathlib import Path

from articles import article

from koreanews.index import Index
from koreanews.index.entry import entry_of
from koreanews.index.records import line_of, parse_line


def test_half_a_character_is_mended_in_the_line_and_in_what_is_searched(tmp_path: Path) -> None:
    record = article("a", "A bridge \ud800 in Kaesong").to_record()
    entry = pickle.loads(pickle.dumps(entry_of(record, line_of(record))))
    index = Index(tmp_path)
    with index.writer() as writer:
        assert writer.add_entry(entry) == "added"
        assert writer.add_entry(entry) == "unchanged"
    assert index.get("a").headline == "A bridge \ufffd in Kaesong"
    assert [hit.row.id for hit in index.search("개성").hits] == ["a"]
    assert [row.headline for row in index.list()] == ["A bridge \ufffd in Kaesong"]


def test_a_whole_replacement_character_stays(tmp_path: Path) -> None:
    record = article("a", "A bridge \ufffd in Kaesong").to_record()
    with Index(tmp_path).writer() as writer:
        assert writer.add_entry(entry_of(record, line_of(record))) == "added"
    assert Index(tmp_path).get("a").headline == "A bridge \ufffd in Kaesong"


def test_no_control_character_stands_in_a_line_and_all_are_read_back(tmp_path: Path) -> None:
    controls = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0)]))
    record = article("a", f"A bridge {controls} in Kaesong").to_record()
    line = line_of(record)
    assert not set(line.decode()[:-1]) & set(controls)
    assert parse_line(line) == record
    with Index(tmp_path).writer() as writer:
        writer.add_entry(entry_of(record, line))
    assert (tmp_path / "records.jsonl").read_bytes() == line
    assert Index(tmp_path).get("a").headline == record["headline"]
