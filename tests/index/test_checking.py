"""Checking an archive: what is sound passes, and each fault is named with what to do, and mended if asked."""

from __future__ import annotations

import copy
import json
import os
import shutil
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from articles import article, byline, image, recommendation, slide

from koreanews.index import Index
from koreanews.index.documents import document_of
from koreanews.index.engine import SearchWriter
from koreanews.index.lines import misfit
from koreanews.index.reports import Report
from koreanews.parser.article import ARTICLE_FIELDS, Article

PAGES = [
    article("017", "A bridge", "Grüße aus 부산 🚢", byline=byline(("Ada Lim",), ("AFP",)), date="2019-03"),
    article("018", "A ferry", images=(image("A quay"),), gallery=(slide("One", "A pier"),)),
    article("019", "A tunnel", recommends=(recommendation("A bridge"),), section="Asia"),
]
SCHEMA = json.loads(files("koreanews.index").joinpath("record.schema.json").read_bytes())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive of three records, one of them replaced once, and two versions of a fourth."""
    folder = tmp_path / "archive"
    with Index(folder).writer() as writer:
        writer.add(article("018", "A raft"))
        for page in PAGES:
            writer.add(page)
        for moment, headline in (("2019-01-01T00:00:00Z", "Early"), ("2020-01-01T00:00:00Z", "Late")):
            writer.add(article("a-7", headline, crawled=moment, dw_id="a-7"))
    return folder


def check(folder: Path, *, repair: bool = False) -> Report:
    return Index(folder, on_warning=lambda _: None).check(repair=repair)


def rejected(folder: Path) -> bytes:
    path = folder / "records.rejected.jsonl"
    return path.read_bytes() if path.exists() else b""


def edit(folder: Path, change: Callable[[bytes], bytes]) -> None:
    """Changes records.jsonl as an editor does."""
    records = folder / "records.jsonl"
    before = records.stat().st_mtime_ns
    records.write_bytes(change(records.read_bytes()))
    os.utime(records, ns=(before + 1_000_000, before + 1_000_000))


def test_a_sound_archive(folder: Path) -> None:
    before = (folder / "records.jsonl").stat()
    assert check(folder) == Report(lines=6, records=4, versions=1, number=0, faults=(), notes=())
    assert check(folder, repair=True).number == 0
    assert (folder / "records.jsonl").stat() == before
    Index(folder).compact()
    assert check(folder)[:4] == (5, 4, 1, 0)
    with Index(folder).writer() as writer:
        writer.remove("017")
    assert check(folder)[:4] == (6, 3, 1, 0)
    shutil.rmtree(folder / "search")
    assert check(folder)[:4] == (6, 3, 1, 0)
    assert rejected(folder) == b""


RECORD = json.dumps(PAGES[0].to_record() | {"id": "020"}).encode()


@pytest.mark.parametrize(
    ("change", "kind", "line", "said", "moved", "records"),
    [
        (lambda data: data + b"{oops}\n", "wrong", 7, "this is not JSON", b"{oops}\n", 4),
        (lambda data: data + b"\xff\xfe\n", "wrong", 7, "this is not UTF-8", b"\xff\xfe\n", 4),
        (lambda data: data + b"[1]\n", "wrong", 7, "this is not a record", b"[1]\n", 4),
        (lambda data: data + b"[" * 99999 + b"\n", "wrong", 7, "nested too deeply", b"[" * 99999 + b"\n", 4),
        (lambda data: data + b'{"id":"x"}\n', "wrong", 7, "it has no 'schema'", b'{"id":"x"}\n', 4),
        (
            lambda data: RECORD.replace(b'"2019-03"', b'"March"') + b"\n" + data,
            "wrong",
            1,
            "its date must match pattern",
            RECORD.replace(b'"2019-03"', b'"March"') + b"\n",
            4,
        ),
        (
            lambda data: data + RECORD.replace(b"A bridge", b"\\uD800") + b"\n",
            "wrong",
            7,
            "holds half a character",
            RECORD.replace(b"A bridge", b"\\uD800") + b"\n",
            4,
        ),
        (
            lambda data: data + b"<<<<<<< HEAD\n" + RECORD + b"\n",
            "conflict",
            7,
            "this is a mark of a merge conflict",
            b"<<<<<<< HEAD\n",
            5,
        ),
        (lambda data: data[:-9], "cut", 6, "the last line is cut short", None, 4),
        (lambda data: data.replace(b"\n", b"\r\n"), "line ends", 1, "Windows line ends (CR LF), 6 lines from", b"", 4),
        (lambda data: b"\xef\xbb\xbf" + data, "byte order mark", 1, "begins with a byte order mark", b"", 4),
    ],
)
def test_each_fault_is_named_and_mended(
    folder: Path,
    change: Callable[[bytes], bytes],
    kind: str,
    line: int,
    said: str,
    moved: bytes | None,
    records: int,
) -> None:
    last = (folder / "records.jsonl").read_bytes().splitlines(keepends=True)[-1]
    edit(folder, change)
    edited = (folder / "records.jsonl").read_bytes()
    for _ in range(2):
        # `search` may be put right meanwhile; the records must not be touched.
        report = Index(folder).check() if kind != "cut" else check(folder)
        assert (folder / "records.jsonl").read_bytes() == edited
        (fault,) = report.faults
        assert (fault.kind, fault.line, fault.mended) == (kind, line, False)
        assert said in fault.sentence
        assert "--repair" in fault.sentence
        if kind == "cut":
            break
    report = check(folder, repair=True)
    assert check(folder)[1:4] == (records, 1 if kind != "cut" else 0, 0)
    assert rejected(folder) == (last[:-9] + b"\n" if moved is None else moved)
    if kind != "cut":
        assert [fault.mended for fault in report.faults] == [True]
        assert Index(folder).get("a-7").headline == "Late"


def test_what_an_interrupted_ingest_left_is_no_fault(folder: Path) -> None:
    edit(folder, lambda data: data + b'{"id": "021", "sch')
    report = check(folder)
    assert (report.records, report.number) == (4, 0)
    assert "line 7: the last line was cut short" in report.notes[0]
    assert check(folder, repair=True).number == 0
    assert (rejected(folder), check(folder).notes) == (b'{"id": "021", "sch\n', ())


def test_lines_of_a_newer_koreanews_are_left_alone(folder: Path) -> None:
    edit(folder, lambda data: data + b'{"id": "x", "schema": 2}\n{oops}\n')
    before = (folder / "records.jsonl").read_bytes()
    for repair in (False, True):
        report = check(folder, repair=repair)
        assert [(fault.kind, fault.mended) for fault in report.faults] == [("newer", False), ("wrong", False)]
        assert "a newer koreanews wrote it. Update koreanews" in report.faults[0].sentence
    assert (folder / "records.jsonl").read_bytes() == before
    assert rejected(folder) == b""


@pytest.mark.parametrize("tampering", ["lacks one", "has one twice", "another row", "another place"])
def test_a_search_index_that_tells_another_story(folder: Path, tampering: str) -> None:
    derived = json.loads((folder / "search/derived.json").read_text())
    writer = SearchWriter(folder / "search" / derived["folder"], stamp=derived["stamp"])
    lines = (folder / "records.jsonl").read_bytes().splitlines(keepends=True)
    offset, line = len(lines[0]), lines[1]
    record = json.loads(line)
    if tampering != "has one twice":
        writer.drop("017")
    if tampering == "another row":
        record["headline"] = "A weir"
    if tampering != "lacks one":
        writer.put(document_of(record, offset + (tampering == "another place"), len(line) - 1))
    writer.commit()
    writer.close()
    report = check(folder)
    assert [(fault.kind, fault.line) for fault in report.faults] == [("search", None)]
    assert report.records == 4
    assert [fault.mended for fault in check(folder, repair=True).faults] == [True]
    assert check(folder).number == 0


def test_of_very_many_faults_the_first_are_named(folder: Path) -> None:
    edit(folder, lambda data: data + b"?\n" * 1234)
    report = check(folder)
    assert (report.number, len(report.faults)) == (1234, 1000)
    check(folder, repair=True)
    assert rejected(folder) == b"?\n" * 1234
    assert check(folder).number == 0


def test_the_schema_names_what_the_article_has() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    record = SCHEMA["else"]
    assert tuple(record["required"]) == tuple(record["properties"]) == ARTICLE_FIELDS
    hints = {"byline": "Byline", "dates": "DateCandidate", "images": "Image", "videos": "Video", "gallery": "Slide"}
    from koreanews.parser import article as types

    for name, type_name in hints.items():
        shape = record["properties"][name]
        inner = shape["oneOf"][1] if name == "byline" else shape["items"]
        assert tuple(inner["required"]) == getattr(types, type_name)._fields


def damaged(record: Any) -> list[Any]:
    """The record with each of its values, at any depth, left out or of another kind."""
    found: list[Any] = []
    keys = list(record) if isinstance(record, dict) else list(range(len(record))) if isinstance(record, list) else []
    for key in keys:
        for value in (None, 5, "text", [], {}, [5], {"a": 1}, True, "2019-13"):
            found.append(copy.deepcopy(record))
            found[-1][key] = value
        found.append(copy.deepcopy(record))
        del found[-1][key]
        for inner in damaged(record[key]):
            found.append(copy.deepcopy(record))
            found[-1][key] = inner
    return found


def test_the_quick_check_of_the_schema_agrees_with_the_thorough_one() -> None:
    validator = jsonschema.Draft7Validator(SCHEMA)
    records = [page.to_record() for page in PAGES]
    assert [misfit(record) for record in records] == [None, None, None]
    cases = [case for record in records for case in damaged(record)]
    cases += [{"id": "x", "removed": True}, {"removed": True}, {"id": "", "removed": True}, {"id": "x", "removed": 1}]
    verdicts = [(validator.is_valid(case), misfit(case) is None) for case in cases]
    assert [case for case, (one, other) in zip(cases, verdicts, strict=True) if one != other] == []
    assert {one for one, _ in verdicts} == {True, False}
    fitting = [case for case in cases if misfit(case) is None and "kind" in case]
    assert all(isinstance(Article.from_record(case), Article) for case in fitting)


def rewritten(folder: Path, record: dict[str, Any]) -> None:
    """Puts another document in the place of a record's, at the same place and with the same row."""
    derived = json.loads((folder / "search/derived.json").read_text())
    writer = SearchWriter(folder / "search" / derived["folder"], stamp=derived["stamp"])
    lines = (folder / "records.jsonl").read_bytes().splitlines(keepends=True)
    number = next(n for n, line in enumerate(lines) if json.loads(line)["id"] == record["id"])
    writer.drop(record["id"])
    writer.put(document_of(record, sum(map(len, lines[:number])), len(lines[number]) - 1))
    writer.commit()
    writer.close()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"body": "Grüße aus 부산 🚢 zuletzt"}, "it finds 'zuletzt' in body of 1 record instead of 0"),
        ({"body": None}, "in body of 0 records instead of 1"),
        ({"byline": byline(("Ada Lim",), ("dpa",))._asdict()}, "it finds 'afp' in agency of 0 records instead of 1"),
        ({"date_source": "title"}, "it has 017 otherwise"),
    ],
)
def test_a_search_index_with_other_words(folder: Path, change: dict[str, Any], said: str) -> None:
    rewritten(folder, PAGES[0].to_record() | change)
    (fault,) = check(folder).faults
    assert (fault.kind, fault.mended) == ("search", False)
    assert said in fault.sentence
    assert [one.mended for one in check(folder, repair=True).faults] == [True]
    assert check(folder).number == 0


def test_words_are_compared_in_parts_where_there_are_many_records(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("koreanews.index.checking._FEW", 0)
    assert check(folder).number == 0
    rewritten(folder, PAGES[0].to_record() | {"body": "Grüße aus 서울 🚢"})
    assert "'부산' in body of 0 records instead of 1" in check(folder).faults[0].sentence


def test_a_file_of_the_search_index_with_a_bit_turned_round(folder: Path) -> None:
    derived = json.loads((folder / "search/derived.json").read_text())
    files = [path for path in sorted((folder / "search" / derived["folder"]).iterdir()) if path.suffix == ".pos"]
    for path in files:
        data = path.read_bytes()
        path.write_bytes(bytes([data[0] ^ 1]) + data[1:])
    (fault,) = check(folder).faults
    assert f"its file {files[0].name} is not as it was written" in fault.sentence
    assert [one.mended for one in check(folder, repair=True).faults] == [True]
    assert check(folder).number == 0


def test_an_edit_that_hides_behind_size_and_time(folder: Path) -> None:
    records = folder / "records.jsonl"
    status = records.stat()
    records.write_bytes(records.read_bytes().replace(b"A ferry", b"A canal"))
    os.utime(records, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert Index(folder).search("ferry").total == 1
    (fault,) = check(folder).faults
    assert "it was derived from other lines" in fault.sentence
    check(folder, repair=True)
    assert [Index(folder).search(word).total for word in ("ferry", "canal")] == [0, 1]
    assert check(folder).number == 0


def test_the_search_index_is_compared_even_where_a_later_line_is_no_record(folder: Path) -> None:
    rewritten(folder, PAGES[0].to_record() | {"body": None})
    edit(folder, lambda data: data + b"{oops}\n")
    assert [fault.kind for fault in check(folder).faults] == ["wrong", "search"]
    assert {fault.mended for fault in check(folder, repair=True).faults} == {True}
    assert check(folder).number == 0


def test_where_an_earlier_line_is_no_record_there_is_nothing_to_compare_with(folder: Path) -> None:
    edit(folder, lambda data: b"{oops}\n" + data)
    report = check(folder)
    assert [fault.kind for fault in report.faults] == ["wrong"]
    assert "was not compared" in report.notes[0]


def test_an_earlier_capture_that_stands_last_is_told_and_mended(folder: Path) -> None:
    """As after an ingest that was interrupted between an earlier capture and the later one's line once more."""
    early = article("a-7", "Earliest", crawled="2018-01-01T00:00:00Z", dw_id="a-7").to_record()
    edit(folder, lambda data: data + json.dumps(early).encode() + b"\n")
    report = check(folder)
    assert report.number == 0
    assert "of 1 record (a-7 for one) an earlier capture stands last" in report.notes[0]
    assert check(folder, repair=True).number == 0
    last = json.loads((folder / "records.jsonl").read_bytes().splitlines()[-1])
    assert (last["id"], last["headline"]) == ("a-7", "Late")
    assert (check(folder).notes, check(folder)[1:4]) == ((), (4, 2, 0))
    assert Index(folder).get("a-7").headline == "Late"
