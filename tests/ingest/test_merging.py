"""Another index's records.jsonl: what is in force there comes to be in force here, and nothing here goes."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from saved_files import fill, page, records, results, save

from koreanews.index import Index
from koreanews.ingest import Outcome


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """An archive of the pages 1 to 4, of which a is there in two versions, and d was removed."""
    folder = tmp_path / "other"
    pages = save(tmp_path / "others-pages", {f"{name}.txt": page(number) for number, name in enumerate("abcd", 1)})
    fill(folder, pages)
    save(pages, {"a.txt": page(11)}, age=1800)
    fill(folder, pages / "a.txt")
    with Index(folder).writer() as writer:
        writer.remove("d")
    return folder


def headlines(folder: Path) -> dict[str, str | None]:
    return {row.id: row.headline for row in Index(folder).list(sort="id")}


def test_what_is_in_force_there_is_added(other: Path, tmp_path: Path) -> None:
    outcomes = fill(tmp_path / "archive", other / "records.jsonl")
    assert results(outcomes) == {"added": 3, "left out": 3}
    assert outcomes[-1].detail == "lines that are not in force in their index"
    assert headlines(tmp_path / "archive") == headlines(other)
    assert results(fill(tmp_path / "archive", other)) == {"unchanged": 3, "left out": 3}


def test_an_archives_own_records_change_nothing(other: Path) -> None:
    before = records(other)
    assert results(fill(other, other / "records.jsonl")) == {"unchanged": 3, "left out": 3}
    assert records(other) == before


def test_different_pages_under_one_id_are_both_kept(other: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    fill(archive, save(tmp_path / "pages", {"b.txt": page(22), "c.txt": page(3), "d.txt": page(4)}))
    outcomes = fill(archive, other / "records.jsonl")
    assert results(outcomes) == {"added": 2, "unchanged": 1, "left out": 3}
    merged = headlines(archive)
    (second,) = merged.keys() - {"a", "b", "c", "d"}
    assert merged["b"] == "Ferry 22 reaches the island"
    assert (second.startswith("b~"), merged[second]) == (True, "Ferry 2 reaches the island")
    assert merged["d"] == "Ferry 4 reaches the island"
    assert [one.remarks for one in outcomes if one.remarks] == [
        (f"{other}/records.jsonl:2 is another page than the record b that is here already: it is kept as {second}",)
    ]
    before = records(archive)
    assert results(fill(archive, other / "records.jsonl")) == {"unchanged": 3, "left out": 3}
    assert records(archive) == before


def test_lines_that_are_no_records_are_named_and_the_others_added(other: Path, tmp_path: Path) -> None:
    (_, second, third, *_) = records(other).splitlines()
    good: dict[str, Any] = json.loads(second)
    lines = [
        b"\xef\xbb\xbf" + second,
        json.dumps(good | {"id": "new", "schema": 99}).encode(),
        json.dumps({key: value for key, value in good.items() if key != "body"} | {"id": "less"}).encode(),
        json.dumps(good | {"id": "number", "headline": 5}).encode(),
        json.dumps(good | {"id": "slide", "gallery": [{"title": "No more than that"}]}).encode(),
        json.dumps(good | {"id": "half", "headline": "\ud800"}).encode(),
        b"<<<<<<< HEAD",
        json.dumps(good | {"id": "more", "note": "Read twice."}).encode(),
        third[:100],
    ]
    path = save(tmp_path / "edited", {"records.jsonl": b"\r\n".join(lines)}) / "records.jsonl"
    outcomes = fill(tmp_path / "archive", path)
    assert [one.path for one in outcomes if one.result == "skipped"] == [
        f"{path}:{line}" for line in (2, 3, 4, 5, 6, 7, 9)
    ]
    assert all((one.detail or "").startswith("cannot be merged: ") for one in outcomes if one.result == "skipped")
    said = {one.path.rpartition(":")[2]: one.detail for one in outcomes if one.detail}
    assert said["2"] == (
        "cannot be merged: this record has schema 99; a newer koreanews wrote it, and only a newer one can read it"
    )
    assert "'body'" in (said["3"] or "")
    assert "'headline'" in (said["4"] or "")
    assert list(headlines(tmp_path / "archive")) == ["b", "more"]
    assert Index(tmp_path / "archive").get_record("more")["note"] == "Read twice."


def test_a_packed_file_of_records_is_merged(other: Path, tmp_path: Path) -> None:
    packed = tmp_path / "records.jsonl.gz"
    packed.write_bytes(gzip.compress(records(other)))
    assert results(fill(tmp_path / "archive", packed)) == {"added": 3, "left out": 3}


def test_from_standard_input_a_name_is_asked_for(other: Path, tmp_path: Path) -> None:
    with (other / "records.jsonl").open("rb") as stdin:
        (outcome,) = fill(tmp_path / "archive", "-", stdin=stdin)
    assert outcome == Outcome(
        "skipped", "-", detail="is an index's records, which are read twice: give the file's name"
    )


def test_merged_and_ingested_records_are_the_same(other: Path, tmp_path: Path) -> None:
    fill(tmp_path / "archive", other)
    assert results(fill(tmp_path / "archive", tmp_path / "others-pages")) == {"unchanged": 3, "added": 1}
