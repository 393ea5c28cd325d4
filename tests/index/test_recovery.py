"""What is missing, stale, cut short, edited by hand or of another version is noticed at the next call, and mended."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from articles import article

from koreanews.index import Index
from koreanews.index.appending import RecordsAppender
from koreanews.index.errors import BadRecord, CannotRead, RecordsMissing
from koreanews.index.records import RecordsReader

PAGES = [article("017", "A bridge", "Grüße aus 부산 🚢"), article("018", "A ferry"), article("019", "A tunnel")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive of three records."""
    folder = tmp_path / "archive"
    with Index(folder).writer() as writer:
        for page in PAGES:
            writer.add(page)
    return folder


def ids_in(folder: Path) -> list[str]:
    """The ids in force, by three ways that must agree; whatever was mended on the way is not told."""
    index = Index(folder, on_warning=lambda _: None)
    listed = sorted(row.id for row in index.list())
    assert listed == sorted(one.id for one in index)
    assert listed == sorted(hit.row.id for hit in index.search("a OR -a", limit=99).hits)
    assert len(index) == len(listed)
    return listed


def edit(folder: Path, change: Callable[[bytes], bytes]) -> None:
    """Changes records.jsonl as an editor does."""
    records = folder / "records.jsonl"
    before = records.stat().st_mtime_ns
    records.write_bytes(change(records.read_bytes()))
    os.utime(records, ns=(before + 1_000_000, before + 1_000_000))


def replace(path: Path, data: bytes) -> None:
    """Puts another file in the place of one.

    The search index's files are mapped into memory: were one cut that somebody still looks into, that would end this
    process.
    """
    path.unlink()
    path.write_bytes(data)


def derivations(folder: Path) -> str:
    """Which of the search indexes made one after the other is in force: catching up does not change it."""
    name: str = json.loads((folder / "search/derived.json").read_text())["folder"]
    return name


def test_a_last_line_cut_at_any_byte_is_moved_away_and_no_other(folder: Path, tmp_path: Path) -> None:
    whole = (folder / "records.jsonl").read_bytes()
    last = whole[:-1].rindex(b"\n") + 1
    for cut in range(last, len(whole) + 1):
        archive = tmp_path / f"cut{cut}"
        archive.mkdir()
        (archive / "records.jsonl").write_bytes(whole[:cut])
        kept = whole if cut >= len(whole) - 1 else whole[:last]
        found = [line.record["id"] for line in RecordsReader(archive / "records.jsonl").lines(0, 1)]
        assert found == (["017", "018", "019"] if kept == whole else ["017", "018"])
        RecordsAppender(archive).close()
        assert (archive / "records.jsonl").read_bytes() == kept
        moved = whole[last:cut] + b"\n" if kept != whole and cut > last else b""
        rejected = archive / "records.rejected.jsonl"
        assert (rejected.read_bytes() if rejected.exists() else b"") == moved


def test_an_archive_whose_last_line_was_cut_goes_on_without_that_record_alone(folder: Path) -> None:
    whole = (folder / "records.jsonl").read_bytes()
    last = whole[:-1].rindex(b"\n") + 1
    for cut in (last, last + 1, (last + len(whole)) // 2, len(whole) - 2, len(whole) - 1, len(whole)):
        edit(folder, lambda _, cut=cut: whole[:cut])
        kept = ["017", "018"] + ["019"] * (cut >= len(whole) - 1)
        assert ids_in(folder) == kept
        with Index(folder, on_warning=lambda _: None).writer() as writer:
            assert writer.add(PAGES[2]) == ("unchanged" if "019" in kept else "added")
        assert (folder / "records.jsonl").read_bytes() == whole


def test_a_torn_line_is_left_out_with_a_warning_each_time_until_a_writer_moves_it(folder: Path) -> None:
    edit(folder, lambda whole: whole + b'{"id": "020", "sch')
    for _ in range(2):
        with pytest.warns(UserWarning, match="cut short.*left out"):
            assert len(Index(folder)) == 3
    with pytest.warns(UserWarning, match=r"18 bytes, is now in .*records\.rejected\.jsonl"), Index(folder).writer():
        pass
    assert (folder / "records.jsonl").read_bytes().endswith(b"}\n")
    assert (folder / "records.rejected.jsonl").read_bytes() == b'{"id": "020", "sch\n'


def test_two_torn_lines_are_both_kept(folder: Path) -> None:
    for torn in (b'{"id": "020"', b'{"id": "021"'):
        edit(folder, lambda whole, torn=torn: whole + torn)
        with Index(folder, on_warning=lambda _: None).writer():
            pass
    assert (folder / "records.rejected.jsonl").read_bytes() == b'{"id": "020"\n{"id": "021"\n'


@pytest.mark.parametrize("copy", [shutil.copy2, shutil.copyfile], ids=["with its times", "without its times"])
@pytest.mark.parametrize("damage", ["gone", "empty", "first half", "garbage", "folder empty"])
def test_any_damaged_file_of_the_search_index_is_made_good(
    folder: Path, tmp_path: Path, damage: str, copy: Callable[[str, str], object]
) -> None:
    names = [path.relative_to(folder) for path in sorted((folder / "search").rglob("*")) if path.is_file()]
    assert len(names) > 5
    for name in names:
        archive = tmp_path / name.name
        shutil.copytree(folder, archive, copy_function=copy)
        path = archive / name
        if damage == "gone":
            path.unlink()
        elif damage == "empty":
            replace(path, b"")
        elif damage == "first half":
            replace(path, path.read_bytes()[: path.stat().st_size // 2])
        elif damage == "garbage":
            replace(path, bytes(reversed(path.read_bytes())))
        else:
            shutil.rmtree(path.parent)
            path.parent.mkdir()
        assert ids_in(archive) == ["017", "018", "019"], name
        assert Index(archive).search('"A bridge"').total == 1, name
        with Index(archive).writer() as writer:
            assert writer.add(article("020", "A pier")) == "added"
        assert ids_in(archive) == ["017", "018", "019", "020"], name


def test_a_writer_mends_a_damaged_search_index_too(folder: Path) -> None:
    for path in (folder / "search").rglob("*.term"):
        replace(path, b"")
    with Index(folder).writer() as writer:
        assert writer.add(PAGES[0]) == "unchanged"
        writer.remove("018")
    assert ids_in(folder) == ["017", "019"]


def test_a_missing_search_index_is_made_again_with_progress(folder: Path) -> None:
    with Index(folder).writer() as writer:
        for number in range(1200):
            writer.add(article(f"more{number}"))
    shutil.rmtree(folder / "search")
    told: list[tuple[int, int]] = []
    assert len(Index(folder, on_progress=lambda done, total: told.append((done, total)))) == 1203
    size = (folder / "records.jsonl").stat().st_size
    assert len(told) == 3
    assert told == sorted(told)
    assert told[-1] == (size, size)


def test_a_search_index_of_another_version_is_made_again(folder: Path) -> None:
    for other in (
        {"layout": 0},
        {"layout": 10**9},
        {"engine": "index_format v0"},
        {"folder": "../../x"},
        {"bytes": "1"},
    ):
        path = folder / "search/derived.json"
        path.write_text(json.dumps(json.loads(path.read_text()) | other))
        assert ids_in(folder) == ["017", "018", "019"]
        assert json.loads(path.read_text()).items() & other.items() == set()


def test_what_was_appended_is_caught_up_with_not_derived_anew(folder: Path) -> None:
    before = derivations(folder)
    line = (folder / "records.jsonl").read_text().splitlines()[0]
    more = json.dumps(json.loads(line) | {"id": "020", "headline": "A pier"})
    edit(folder, lambda whole: whole + more.encode() + b"\n" + b'{"id": "018", "removed": true}\n')
    assert ids_in(folder) == ["017", "019", "020"]
    assert Index(folder).search("pier").total == 1
    assert derivations(folder) == before


def test_a_search_index_ahead_of_its_note_is_no_harm(folder: Path) -> None:
    """As after a crash between the search index's commit and the writing of derived.json."""
    note = (folder / "search/derived.json").read_bytes()
    with Index(folder).writer() as writer:
        writer.add(article("017", "A better bridge"))
        writer.add(article("020", "A pier"))
        writer.remove("018")
    (folder / "search/derived.json").write_bytes(note)
    assert ids_in(folder) == ["017", "019", "020"]
    assert Index(folder).get("017").headline == "A better bridge"


def test_a_touched_or_copied_archive_is_found_true_and_not_derived_anew(folder: Path, tmp_path: Path) -> None:
    before = derivations(folder)
    os.utime(folder / "records.jsonl", ns=(1, 1))
    shutil.copytree(folder, tmp_path / "copy", copy_function=shutil.copyfile)
    for place in (folder, tmp_path / "copy"):
        assert ids_in(place) == ["017", "018", "019"]
        assert derivations(place) == before


def test_a_record_edited_by_hand_is_seen(folder: Path) -> None:
    edit(folder, lambda whole: whole.replace(b"A ferry", b"A canal"))
    assert Index(folder).search("canal").total == 1
    assert Index(folder).search("ferry").total == 0
    edit(folder, lambda whole: whole.replace(b"A canal", b"A much longer waterway"))
    assert Index(folder).get("018").headline == "A much longer waterway"
    assert Index(folder).get("019").headline == "A tunnel"


def test_an_open_archive_sees_an_edit_as_well(folder: Path) -> None:
    index = Index(folder)
    assert index.search("ferry").total == 1
    edit(folder, lambda whole: whole.replace(b"A ferry", b"A canal"))
    assert index.search("ferry").total == 0
    assert index.get("018").headline == "A canal"


def test_lines_taken_out_or_put_in_order_by_hand(folder: Path) -> None:
    edit(folder, lambda whole: b"".join(reversed(whole.splitlines(keepends=True)[1:])))
    assert ids_in(folder) == ["018", "019"]
    edit(folder, lambda whole: b"")
    assert ids_in(folder) == []


def test_windows_line_ends_blank_lines_a_byte_order_mark_and_no_last_line_end(folder: Path) -> None:
    edit(folder, lambda whole: b"\xef\xbb\xbf" + whole.replace(b"\n", b"\r\n\r\n").rstrip())
    assert ids_in(folder) == ["017", "018", "019"]
    for page in PAGES:
        assert Index(folder).get(page.id) == page
        assert Index(folder).get_line(page.id).endswith("}")
    with Index(folder).writer() as writer:
        assert writer.add(PAGES[2]) == "unchanged"
        writer.add(article("020"))
    assert ids_in(folder) == ["017", "018", "019", "020"]


def test_a_last_line_without_an_end_that_is_edited_again(folder: Path) -> None:
    edit(folder, lambda whole: whole.rstrip(b"\n"))
    assert ids_in(folder) == ["017", "018", "019"]
    edit(folder, lambda whole: whole.replace(b'"019"', b'"119"'))
    assert ids_in(folder) == ["017", "018", "119"]
    edit(folder, lambda whole: whole + b"\n")
    assert ids_in(folder) == ["017", "018", "119"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"<<<<<<< HEAD", "merge conflict"),
        (b'{"id": "1",', "not JSON"),
        (b"[1, 2]", "not a record"),
        (b'{"id": 7}', "not a record"),
        (b'{"id": ""}', "not a record"),
        (b'"\xff"', "not UTF-8"),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"id": "1", "schema": 99}', "newer koreanews"),
        (b'{"id": "1", "schema": null}', "no koreanews ever wrote"),
        (b'{"id": "1"}', "schema None"),
        (b'{"id": "1", "schema": 1}', "has no 'date'"),
        (b"\x00" * 30, "not JSON"),
    ],
)
def test_a_line_that_is_no_record_is_named_with_its_number(folder: Path, line: bytes, reason: str) -> None:
    advice = {"merge conflict": "Keep the lines", "newer koreanews": "Update"}.get(reason, "Put the line right")
    edit(folder, lambda whole: whole.replace(b"\n", b"\n" + line + b"\n", 1))
    damaged = (folder / "records.jsonl").read_bytes()
    for act in (
        lambda: len(Index(folder)),
        lambda: Index(folder).writer().__enter__(),
        lambda: Index(folder).compact(),
    ):
        with pytest.raises(BadRecord, match=f"(?s)records.jsonl, line 2: .*{reason}.*Nothing was changed. {advice}"):
            act()
    assert (folder / "records.jsonl").read_bytes() == damaged
    edit(folder, lambda whole: whole.replace(line + b"\n", b""))
    assert ids_in(folder) == ["017", "018", "019"]


@pytest.mark.parametrize("field", ["headline", "date", "gallery", "byline", "images", "language", "section", "url"])
def test_a_value_of_the_wrong_shape_is_named_with_its_line(folder: Path, field: str) -> None:
    def change(whole: bytes) -> bytes:
        first, rest = whole.split(b"\n", 1)
        return json.dumps(json.loads(first) | {field: {"x": [1]}}).encode() + b"\n" + rest

    edit(folder, change)
    with pytest.raises(BadRecord, match="line 1: this record"):
        len(Index(folder))


def test_a_date_that_no_calendar_has_counts_as_none(folder: Path) -> None:
    edit(folder, lambda whole: whole.replace(b'"date": null', b'"date": "2019-02-30"', 1))
    assert [row.id for row in Index(folder).list()] == ["017", "018", "019"]
    assert list(Index(folder).list(date_from="2019")) == []


def test_records_that_are_gone_are_not_taken_for_an_empty_archive(folder: Path) -> None:
    kept = (folder / "records.jsonl").read_bytes()
    (folder / "records.jsonl").unlink()
    for act in (lambda: len(Index(folder)), lambda: Index(folder).writer().__enter__()):
        with pytest.raises(RecordsMissing, match="Put it back"):
            act()
    assert not (folder / "records.jsonl").exists()
    (folder / "records.jsonl").write_bytes(kept)
    assert ids_in(folder) == ["017", "018", "019"]


def test_a_folder_in_the_place_of_the_records_is_named(tmp_path: Path) -> None:
    (tmp_path / "archive/records.jsonl").mkdir(parents=True)
    with pytest.raises(CannotRead, match=r"records\.jsonl cannot be read"):
        len(Index(tmp_path / "archive"))


def test_an_archive_copied_while_it_is_filled_is_whole_up_to_a_flush(tmp_path: Path) -> None:
    def copy(stage: int) -> None:
        def copy_file(source: str, target: str) -> None:
            # Tantivy tidies up meanwhile: a file may be gone when its turn comes.
            with suppress(FileNotFoundError):
                shutil.copy2(source, target)

        shutil.copytree(tmp_path / "archive", tmp_path / str(stage), copy_function=copy_file)

    with Index(tmp_path / "archive").writer() as writer:
        copy(0)
        for page in PAGES:
            writer.add(page)
        writer.flush()
        copy(1)
        writer.add(article("020", "x" * 3_000_000))
        copy(2)
        writer.add(article("021"))
        writer.flush()
        copy(3)
    copy(4)
    # At stage 2 the long line was written, though not yet said to be on disk.
    assert [len(ids_in(tmp_path / str(stage))) for stage in range(5)] == [0, 3, 4, 5, 5]
