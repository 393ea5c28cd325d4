"""What a killed process, a loss of power or a bad disk may leave of an archive, each as the fault harness met it."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from articles import article

from koreanews.index import Index
from koreanews.index.engine import committed
from koreanews.index.errors import BadRecord

PAGES = [article("017", "A bridge", "By the sea."), article("018", "A ferry"), article("019", "A tunnel")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive of three records."""
    folder = tmp_path / "archive"
    with Index(folder).writer() as writer:
        for page in PAGES:
            writer.add(page)
    return folder


def search_folder(folder: Path) -> Path:
    """Tantivy's folder that is in force."""
    return folder / "search" / json.loads((folder / "search/derived.json").read_text())["folder"]


def headlines(folder: Path, told: list[str] | None = None) -> dict[str, str | None]:
    """What is in force, by two ways that must agree."""
    index = Index(folder, on_warning=[].append if told is None else told.append)
    found = {row.id: row.headline for row in index.list()}
    assert found == {one.id: one.headline for one in index}
    return found


def test_a_commit_that_was_killed_before_it_was_whole(folder: Path) -> None:
    """Tantivy's file of deletions was there, its list of files did not name it: no later commit could write it."""
    with Index(folder).writer() as writer:
        for number in range(100, 200):
            writer.add(article(f"{number}"))
    last = committed(search_folder(folder))
    unfinished = [f"{segment}.{last.stamp + n}.del" for segment in last.segments for n in range(1, 9)]
    for name in unfinished:
        (search_folder(folder) / name).write_bytes(b"")
    with Index(folder).writer() as writer:
        for number in range(100, 103):
            writer.remove(f"{number}")
    assert len(headlines(folder)) == 100
    assert Index(folder).check().number == 0
    assert any(committed(search_folder(folder)).segments.values())


@pytest.mark.parametrize("hole", [(0, 40), (30, 60), (10, 11)])
def test_lines_that_were_not_wholly_on_disk_when_the_power_went(folder: Path, hole: tuple[int, int]) -> None:
    """The later of two lines had been written out by the disk, the earlier only in part: zeros stand in the gap."""
    records = folder / "records.jsonl"
    kept = {path: path.read_bytes() for path in (folder / "search").rglob("*") if path.is_file()}
    covered = records.stat().st_size
    with Index(folder).writer() as writer:
        writer.add(article("020", "A pier"))
        writer.add(article("021", "A quay"))
    data = bytearray(records.read_bytes())
    data[covered + hole[0] : covered + hole[1]] = bytes(hole[1] - hole[0])
    shutil.rmtree(folder / "search")
    for path, content in kept.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    records.write_bytes(data)
    torn = bytes(data[covered:]).split(b"\n")[0] + b"\n"
    for _ in range(2):
        told: list[str] = []
        assert set(headlines(folder, told)) == {"017", "018", "019", "021"}
        assert "not wholly on disk" in told[0]
    report = Index(folder, on_warning=told.append).check()
    assert (report.number, "line 4" in report.notes[0]) == (0, True)
    assert records.read_bytes() == data
    told = []
    with Index(folder, on_warning=told.append).writer() as writer:
        assert writer.add(article("020", "A pier")) == "added"
        assert writer.add(article("021", "A quay")) == "unchanged"
    assert "now in" in told[0]
    assert (folder / "records.rejected.jsonl").read_bytes() == torn
    assert set(headlines(folder)) == {"017", "018", "019", "020", "021"}
    shutil.rmtree(folder / "search")
    assert set(headlines(folder)) == {"017", "018", "019", "020", "021"}
    assert Index(folder).check().number == 0


def test_zeros_in_a_line_that_was_on_disk_are_not_passed_over(folder: Path) -> None:
    records = folder / "records.jsonl"
    data = bytearray(records.read_bytes())
    data[20:40] = bytes(20)
    records.write_bytes(data)
    with pytest.raises(BadRecord, match="line 1: this is not JSON"):
        len(Index(folder))
    with pytest.raises(BadRecord, match="line 1: this is not JSON"), Index(folder).writer():
        pass
    assert records.read_bytes() == data


@pytest.mark.parametrize("touched", [False, True])
def test_a_list_of_files_of_an_earlier_time(folder: Path, touched: bool) -> None:
    """Tantivy's list of files was put in place, but that was lost with the power: it names the commit before."""
    stale = (search_folder(folder) / "meta.json").read_bytes()
    with Index(folder).writer() as writer:
        writer.add(article("020", "A pier"))
    files = {path.name for path in search_folder(folder).iterdir()}
    before = committed(search_folder(folder))
    (search_folder(folder) / "meta.json").write_bytes(stale)
    if touched:
        os.utime(folder / "records.jsonl", ns=(1, 1))
    assert committed(search_folder(folder)).stamp < before.stamp
    assert {f"{one}.store" for one in committed(search_folder(folder)).segments} <= files
    assert set(headlines(folder)) == {"017", "018", "019", "020"}
    assert committed(search_folder(folder)).segments.keys() != before.segments.keys()


def test_the_list_of_files_is_on_disk_before_it_counts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[str] = []
    fsync = os.fsync

    def note(descriptor: int) -> None:
        synced.append(str(Path(f"/proc/self/fd/{descriptor}").readlink()))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", note)
    with Index(folder).writer() as writer:
        writer.add(article("020", "A pier"))
    order = [str(folder / "records.jsonl"), str(search_folder(folder)), str(folder / "search/derived.json.new")]
    assert [path for path in synced if path in order] == order


@pytest.mark.parametrize("act", ["add", "remove", "compact"])
def test_a_search_index_that_proves_damaged_while_it_is_written_to(folder: Path, act: str) -> None:
    for path in search_folder(folder).glob("*.store"):
        data = path.read_bytes()
        path.unlink()
        path.write_bytes(b"\xff" * (len(data) - 200) + data[-200:])
    if act == "compact":
        Index(folder).compact()
        assert len(headlines(folder)) == 3
        return
    with Index(folder).writer() as writer:
        writer.add(article("020", "A pier"))
        if act == "add":
            assert writer.add(article("018", "A canal")) == "updated"
        else:
            writer.remove("018")
        assert writer.add(PAGES[2]) == "unchanged"
    assert headlines(folder).get("018") == ("A canal" if act == "add" else None)
    assert len(headlines(folder)) == (4 if act == "add" else 3)


def test_a_search_index_is_opened_where_no_lock_file_can_be_made(folder: Path) -> None:
    """As on a full disk: Tantivy makes a lock file even to read."""
    for path in search_folder(folder).glob("*.lock"):
        path.unlink()
    (search_folder(folder) / ".tantivy-meta.lock").mkdir()
    assert set(headlines(folder)) == {"017", "018", "019"}
    assert (search_folder(folder) / ".tantivy-meta.lock").is_dir()


def test_blank_lines_at_the_end_count_as_covered_once_more_is_written(folder: Path) -> None:
    """As where the last line had a hole: its place is blank, and what follows it must not look like another file."""
    records = folder / "records.jsonl"
    records.write_bytes(records.read_bytes() + b"   \n\n")
    with Index(folder).writer() as writer:
        writer.add(article("020", "A pier"))
    note = (folder / "search/derived.json").read_bytes()
    os.utime(records, ns=(1, 1))
    assert set(headlines(folder)) == {"017", "018", "019", "020"}
    assert json.loads(note)["lines"] == json.loads((folder / "search/derived.json").read_bytes())["lines"] == 6
    assert json.loads(note)["folder"] == json.loads((folder / "search/derived.json").read_bytes())["folder"]
    assert Index(folder).check().number == 0


@pytest.mark.parametrize("search", ["one file gone", "of another version"])
def test_holes_beside_a_search_index_that_must_be_made_anew(folder: Path, search: str) -> None:
    records = folder / "records.jsonl"
    note = folder / "search/derived.json"
    settled = note.read_bytes()
    covered = records.stat().st_size
    with Index(folder).writer() as writer:
        writer.add(article("020", "A pier"))
        writer.add(article("021", "A quay"))
    data = bytearray(records.read_bytes())
    data[covered + 20 : covered + 50] = bytes(30)
    records.write_bytes(data)
    if search == "of another version":
        settled = json.dumps(json.loads(settled) | {"layout": 0}).encode()
    else:
        next(search_folder(folder).glob("*.store")).unlink()
    note.write_bytes(settled)
    assert set(headlines(folder)) == {"017", "018", "019", "021"}
    assert Index(folder, on_warning=[].append).check().number == 0
    with Index(folder, on_warning=[].append).writer() as writer:
        assert writer.add(article("020", "A pier")) == "added"
    assert Index(folder).check().number == 0


def test_all_folders_that_are_made_are_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A search index whose folder's name was lost cannot say what was on disk before the power went."""
    synced: list[Path] = []
    fsync = os.fsync

    def note(descriptor: int) -> None:
        synced.append(Path(f"/proc/self/fd/{descriptor}").readlink())
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", note)
    with Index(tmp_path / "a/b").writer():
        made = synced[synced.index(tmp_path / "a/b/search") :]
    assert {tmp_path, tmp_path / "a"} <= set(synced)
    assert tmp_path / "a/b" in made
