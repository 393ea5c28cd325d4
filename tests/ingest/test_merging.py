"""Another index's records.jsonl: what is in force there comes to be in force here, and nothing here goes."""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from saved_files import fill, page, records, results, save

import koreanews
from koreanews.captures import Found, find_files
from koreanews.cli import main
from koreanews.index import Index
from koreanews.index.records import line_of
from koreanews.ingest import Outcome
from koreanews.ingest.standing_lines import StandingLines


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
        (f"{other}/records.jsonl:2 is another page than the record b that is here: it is kept as {second}",)
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
    assert said["2"] == ("cannot be merged: this record has schema 99, and a newer koreanews wrote it")
    described = "cannot be merged: this is no record as record.schema.json describes it: "
    assert said["3"] == f"{described}it has no 'body'"
    assert said["4"] == f"{described}its headline must be string or null"
    assert said["6"] == "cannot be merged: this record holds half a character (a lone surrogate)"
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


# Versions: a page captured at several moments, known to both archives.

MOMENTS = ["2018-01-05T10:00:00Z", "2019-03-12T18:00:00Z", "2020-07-01T00:00:00Z", "2021-09-09T09:09:09Z"]


def record(moment: str | None, id: str = "a-7", **values: Any) -> dict[str, Any]:
    """What a crawl gave at a moment, as a record; other bytes at each."""
    made = koreanews.parse(page(MOMENTS.index(moment) if moment else 9), id).to_record()
    source = made["source"] | {"path": "crawl.warc.gz!/1"}
    return made | {"id": id, "crawled": moment, "dw_id": id.partition("~")[0], "source": source} | values


def archive(folder: Path, *made: dict[str, Any]) -> Path:
    with Index(folder).writer() as writer:
        for one in made:
            writer.add_record(one, line_of(one))
    return folder


def versions(folder: Path, id: str = "a-7") -> list[tuple[str | None, bool]]:
    return [(one.crawled, one.in_force) for one in Index(folder).versions(id)]


def shown(folder: Path, id: str = "a-7") -> str:
    headline: str = Index(folder).get_record(id)["headline"]
    return headline


@pytest.mark.parametrize("here", [(), (0,), (1,), (3,), (1, 3), (2, 0), (0, 1, 2, 3)])
@pytest.mark.parametrize("there", [(0,), (0, 2), (2, 0), (3, 1), (0, 1, 2, 3)])
def test_the_versions_of_both_are_listed_and_the_latest_is_in_force(
    tmp_path: Path, here: tuple[int, ...], there: tuple[int, ...]
) -> None:
    ours = archive(tmp_path / "here", *(record(MOMENTS[place]) for place in here))
    theirs = archive(tmp_path / "there", *(record(MOMENTS[place]) for place in there))
    fill(ours, theirs)
    union = sorted({*here, *there})
    assert versions(ours) == [(MOMENTS[place], place == union[-1]) for place in union]
    assert shown(ours) == f"Ferry {union[-1]} reaches the island"
    before = records(ours)
    assert set(results(fill(ours, theirs))) <= {"unchanged", "left out"}
    assert records(ours) == before
    assert Index(ours).check(repair=False).number == 0
    shutil.rmtree(ours / "search")
    assert versions(ours) == [(MOMENTS[place], place == union[-1]) for place in union]


def test_the_same_bytes_captured_again_count_once_at_their_latest_moment(tmp_path: Path) -> None:
    early = record(MOMENTS[0])
    late = early | {"crawled": MOMENTS[1]}
    ours, theirs = archive(tmp_path / "here", early), archive(tmp_path / "there", late)
    assert results(fill(ours, theirs)) == {"updated": 1}
    assert versions(ours) == [(MOMENTS[1], True)]
    assert results(fill(theirs, archive(tmp_path / "third", early))) == {"unchanged": 1}
    assert versions(theirs) == [(MOMENTS[1], True)]


def test_what_was_removed_there_is_not_brought_back_by_its_earlier_lines(tmp_path: Path) -> None:
    theirs = archive(tmp_path / "there", record(MOMENTS[0]), record(MOMENTS[1]), record(MOMENTS[0], "a-8"))
    with Index(theirs).writer() as writer:
        writer.remove("a-7")
    ours = tmp_path / "here"
    assert results(fill(ours, theirs)) == {"added": 1, "left out": 3}
    assert list(headlines(ours)) == ["a-8"]
    archive(theirs, record(MOMENTS[2]))
    assert results(fill(ours, theirs)) == {"added": 1, "unchanged": 1, "left out": 3}
    assert versions(ours) == [(MOMENTS[2], True)]


def test_captures_of_another_page_under_one_id_stay_together_under_another(tmp_path: Path) -> None:
    other = {"dw_id": "av-7", "url": "https://www.dw.com/en/x/av-7"}
    ours = archive(tmp_path / "here", record(MOMENTS[0]))
    theirs = archive(tmp_path / "there", record(MOMENTS[1], **other), record(MOMENTS[2], **other))
    outcomes = fill(ours, theirs)
    (second,) = headlines(ours).keys() - {"a-7"}
    assert second.startswith("a-7~")
    assert versions(ours) == [(MOMENTS[0], True)]
    assert versions(ours, second) == [(MOMENTS[1], False), (MOMENTS[2], True)]
    (first, *_) = [remark for one in outcomes for remark in one.remarks]
    assert first == f"{theirs}/records.jsonl:1 is another page than the record a-7 that is here: it is kept as {second}"
    archive(theirs, record(MOMENTS[3], **other))
    fill(ours, theirs)
    assert versions(ours, second) == [(MOMENTS[1], False), (MOMENTS[2], False), (MOMENTS[3], True)]
    before = records(ours)
    assert set(results(fill(ours, theirs))) <= {"unchanged", "left out"}
    assert records(ours) == before


@pytest.mark.parametrize("order", ["a copy here, captures there", "captures here, a copy there", "all there"])
def test_a_copy_of_which_nobody_knows_when_it_was_captured_is_kept_beside_the_captures(
    tmp_path: Path, order: str
) -> None:
    copy, captures = record(None), [record(MOMENTS[1]), record(MOMENTS[0])]
    made = {
        "a copy here, captures there": ([copy], captures),
        "captures here, a copy there": (captures, [copy]),
        "all there": ([], [*captures, copy]),
    }
    ours = archive(tmp_path / "ours", *made[order][0])
    theirs = archive(tmp_path / "theirs", *made[order][1])
    outcomes = fill(ours, theirs)
    (second,) = headlines(ours).keys() - {"a-7"}
    assert second == f"a-7~{copy['source']['sha256'][:8]}"
    assert versions(ours) == [(MOMENTS[0], False), (MOMENTS[1], True)]
    assert (versions(ours, second), shown(ours, second)) == ([(None, True)], copy["headline"])
    (remark,) = [remark for one in outcomes for remark in one.remarks]
    assert remark.startswith(f"{theirs}/records.jsonl:")
    assert "another copy, and not both tell when they were captured, of the page of the record a-7" in remark
    assert remark.endswith(f" is kept as {second}")
    before = records(ours)
    assert set(results(fill(ours, theirs))) <= {"unchanged", "left out"}
    assert records(ours) == before


def test_the_command_lists_and_shows_the_versions_of_both(tmp_path: Path) -> None:
    ours = archive(tmp_path / "here", record(MOMENTS[1]))
    theirs = archive(tmp_path / "there", record(MOMENTS[0]), record(MOMENTS[2]))

    def run(*arguments: str) -> str:
        result = CliRunner().invoke(main, ["--index", str(ours), *arguments])
        assert result.exit_code == 0, result.output
        return result.output

    run("ingest", str(theirs / "records.jsonl"))
    assert [line.split("\t")[1] for line in run("show", "a-7", "--versions").splitlines()] == MOMENTS[:3]
    for place in range(3):
        assert f"Ferry {place} reaches the island" in run("show", "a-7", "--version", str(place + 1))
    assert "Ferry 2 reaches the island" in run("show", "a-7")


def test_most_lines_of_a_file_cost_eight_bytes_of_memory(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    line = line_of(record(MOMENTS[0])).replace(b'"a-7"', b'"a-%d"')
    path.write_bytes(b"".join(line.replace(b"%d", b"%d" % number) for number in range(3000)))
    (found,) = find_files([path])
    assert isinstance(found, Found)
    lines = StandingLines(found)
    assert lines.has("a-17", 18)
    assert not vars(lines)["_stands"]
