"""Files that have not changed are not read again, and nothing else is different for it."""

from __future__ import annotations

import gc
import json
import os
import tracemalloc
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from saved_files import changed, fill, page, records, results, save, save_many

import koreanews
from koreanews.captures import Found, find_files
from koreanews.index import Index
from koreanews.ingest import ingest
from koreanews.ingest.fingerprint import parser_fingerprint
from koreanews.ingest.known import FILE_NAME, KnownFiles


def rewritten(path: Path, content: str) -> None:
    """Puts other content of the same length in place, with the same time of change."""
    status = path.stat()
    assert len(content.encode()) == status.st_size
    path.write_text(content)
    os.utime(path, ns=(status.st_mtime_ns, status.st_mtime_ns))


def test_a_file_of_the_same_size_and_time_is_not_read(tmp_path: Path) -> None:
    pages = save(tmp_path / "pages", {"a.txt": page(1), "b.txt": page(2)})
    archive = tmp_path / "archive"
    assert results(fill(archive, pages)) == {"added": 2}
    rewritten(pages / "a.txt", page(1).replace("crew", "cook"))
    before = records(archive)
    assert results(fill(archive, pages)) == {"unchanged": 2}
    assert records(archive) == before
    assert results(fill(archive, pages, rehash=True)) == {"updated": 1, "unchanged": 1}
    assert "cook" in (Index(archive).get("a").body or "")


@pytest.mark.parametrize("age", [60.0, 7200.0], ids=["newer", "older"])
def test_a_file_of_another_time_is_read(tmp_path: Path, age: float) -> None:
    pages = save(tmp_path / "pages", {"a.txt": page(1)})
    fill(tmp_path / "archive", pages)
    rewritten(pages / "a.txt", page(1).replace("crew", "cook"))
    changed(pages / "a.txt", age)
    assert results(fill(tmp_path / "archive", pages)) == {"updated": 1}


def test_a_file_that_may_change_within_the_clocks_tick_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However long this machine takes from one line to the next.
    monkeypatch.setattr("koreanews.ingest.known._TICK_NS", 600 * 10**9)
    for name, age in {"now": 0.0, "to come": -3600.0}.items():
        pages = save(tmp_path / name, {"a.txt": page(1)}, age=age)
        fill(tmp_path / f"archive {name}", pages)
        rewritten(pages / "a.txt", page(1).replace("crew", "cook"))
        assert results(fill(tmp_path / f"archive {name}", pages)) == {"updated": 1}, name


def test_a_record_that_was_removed_comes_back_as_it_would_without_the_cache(tmp_path: Path) -> None:
    pages = save(tmp_path / "pages", {"a.txt": page(1), "b.txt": page(2)})
    fill(tmp_path / "archive", pages)
    with Index(tmp_path / "archive").writer() as writer:
        writer.remove("a")
    assert results(fill(tmp_path / "archive", pages)) == {"added": 1, "unchanged": 1}


def test_a_record_that_was_edited_is_made_from_its_page_again(tmp_path: Path) -> None:
    pages = save(tmp_path / "pages", {"a.txt": page(1), "b.txt": page(2)})
    archive = tmp_path / "archive"
    fill(archive, pages)
    (archive / "records.jsonl").write_bytes(records(archive).replace(b"Ferry 1 ", b"Barge 1 "))
    assert results(fill(archive, pages)) == {"updated": 1, "unchanged": 1}
    assert Index(archive).get("a").headline == "Ferry 1 reaches the island"


@pytest.mark.parametrize("damage", ["gone", "garbage", "another's", "folder"])
def test_the_cache_can_be_deleted_and_damaged(tmp_path: Path, damage: str) -> None:
    pages = save(tmp_path / "pages", {"a.txt": page(1), "b.txt": page(2)})
    fill(tmp_path / "archive", pages)
    cache = tmp_path / "archive" / "search" / FILE_NAME
    match damage:
        case "garbage":
            cache.write_bytes(b"no database" * 1000)
        case "another's":
            import sqlite3

            cache.unlink()
            with sqlite3.connect(cache) as connection:
                connection.execute("CREATE TABLE file (name TEXT)")
        case _:
            cache.unlink()
    if damage == "folder":
        cache.mkdir()
    for _ in range(2):
        assert results(fill(tmp_path / "archive", pages)) == {"unchanged": 2}


def test_files_are_known_after_the_search_index_is_made_anew_and_after_compacting(tmp_path: Path) -> None:
    pages = save(tmp_path / "pages", {"a.txt": page(1), "b.txt": page(2)})
    archive = tmp_path / "archive"
    fill(archive, pages)
    save(pages, {"a.txt": page(3)}, age=1800)
    assert results(fill(archive, pages)) == {"updated": 1, "unchanged": 1}
    assert Index(archive).compact() > 0
    rewritten(pages / "a.txt", page(3).replace("crew", "cook"))
    assert results(fill(archive, pages)) == {"unchanged": 2}


def test_another_parser_reads_all_again(tmp_path: Path) -> None:
    (found,) = find_files([save(tmp_path / "pages", {"a.txt": page(1)})])
    assert isinstance(found, Found)
    recalled = []
    for fingerprint in ("one", "one", "two", "one"):
        known = KnownFiles(tmp_path, fingerprint, all_publishers=False)
        recalled.append(known.recall(found) is not None)
        known.begin(found)
        known.note("a", b"digest")
        known.end(found)
        known.close()
    assert recalled == [False, True, False, False]


def test_two_pages_of_one_name_stay_two(tmp_path: Path) -> None:
    pages = save(tmp_path / "pages", {"x/story.txt": page(1), "y/story.txt": page(2)})
    first = fill(tmp_path / "archive", pages)
    assert results(first) == {"added": 2}
    again = fill(tmp_path / "archive", pages)
    assert results(again) == {"unchanged": 2}
    assert again[1].remarks == first[1].remarks
    # The other way round the other of them is the first, as it would be in a new archive.
    assert results(fill(tmp_path / "archive", pages / "y", pages / "x")) == {"updated": 1, "added": 1}
    assert Index(tmp_path / "archive").get("story").headline == "Ferry 2 reaches the island"


def test_a_container_is_known_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "crawl.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for number in range(5):
            packed.writestr(f"{number}.txt", page(number))
        packed.writestr(".hidden", "nothing")
    changed(path, 3600)
    first = fill(tmp_path / "archive", path)
    again = fill(tmp_path / "archive", path)
    assert results(first) == {"added": 5, "left out": 1}
    assert [(one.result, one.number, one.path) for one in again] == [
        ("unchanged", 5, str(path)),
        ("left out", 1, str(path)),
    ]
    with Index(tmp_path / "archive").writer() as writer:
        writer.remove("3")
    assert results(fill(tmp_path / "archive", path)) == {"added": 1, "unchanged": 4, "left out": 1}


def test_what_is_to_be_said_is_said_each_time(tmp_path: Path) -> None:
    broken = page(1).encode().replace(b"crew", b"cr\xe9w", 1) + "부산".encode()
    pages = save(tmp_path / "pages", {"broken.txt": broken, "empty.txt": "", "whole.txt": page(2)})
    first = fill(tmp_path / "archive", pages)
    again = fill(tmp_path / "archive", pages)
    assert [one.is_damaged for one in first] == [one.is_damaged for one in again] == [True, False, False]
    assert [one.remarks for one in first] == [one.remarks for one in again]
    assert [one.detail for one in first] == [one.detail for one in again]


def test_a_page_of_the_same_bytes_elsewhere_is_unchanged(tmp_path: Path) -> None:
    pages = save(tmp_path / "pages", {"x/story.txt": page(1), "y/story.txt": page(1)})
    assert results(fill(tmp_path / "archive", pages)) == {"added": 1, "unchanged": 1}
    assert results(fill(tmp_path / "archive", pages)) == {"unchanged": 2}
    assert json.loads(records(tmp_path / "archive"))["source"]["path"].endswith("x/story.txt")


def test_what_is_found_unchanged_is_not_kept_in_memory(tmp_path: Path) -> None:
    many = 3000
    pages = save_many(tmp_path / "pages", many)
    fill(tmp_path / "archive", pages)
    # What else goes on in the process is counted too: threads that an earlier test left, garbage, free lists.
    few, all_of_them = (
        min(held_after(tmp_path / "archive", pages, number) for _ in range(3)) for number in (300, many)
    )
    assert all_of_them < few + 50 * (many - 300)


def held_after(archive: Path, pages: Path, number: int) -> int:
    """The bytes that are held when so many pages were found unchanged."""
    files = sorted(map(str, pages.iterdir()))[:number]
    with Index(archive).writer() as writer, closing(ingest(writer, files)) as outcomes:
        assert next(outcomes).result == "unchanged"
        tracemalloc.start()
        try:
            assert {one.result for one in outcomes} == {"unchanged"}
            assert writer.added_in_this_run(Path(files[number // 2]).stem) is not None
            gc.collect()
            return tracemalloc.get_traced_memory()[0]
        finally:
            tracemalloc.stop()


def test_a_file_given_twice_counts_as_it_was_read_last(tmp_path: Path) -> None:
    (found,) = find_files([save(tmp_path / "pages", {"a.txt": page(1)})])
    assert isinstance(found, Found)
    for last_is_kept in (True, False):
        known = KnownFiles(tmp_path, f"{last_is_kept}", all_publishers=False)
        for is_kept in (not last_is_kept, last_is_kept):
            known.begin(found)
            known.note("a", b"digest")
            if not is_kept:
                known.discard()
            known.end(found)
        known.close()
        known = KnownFiles(tmp_path, f"{last_is_kept}", all_publishers=False)
        recalled = known.recall(found)
        assert (recalled is not None) == last_is_kept
        if recalled is not None:
            assert list(known.given(recalled)) == [("a", b"digest", 1)]
        known.close()


def test_a_file_of_many_records_is_known_whole_or_not_at_all(tmp_path: Path) -> None:
    (found,) = find_files([save(tmp_path / "pages", {"a.txt": page(1)})])
    assert isinstance(found, Found)
    noted = [(f"{number}", b"digest", int(number % 3 > 0)) for number in range(2500)]
    for is_read_to_its_end in (False, True):
        known = KnownFiles(tmp_path, "one", all_publishers=False)
        known.begin(found)
        for id, digest, is_own in noted:
            (known.note if is_own else known.note_merged)(id, digest)
        if is_read_to_its_end:
            known.end(found)
        known.close()
        known = KnownFiles(tmp_path, "one", all_publishers=False)
        recalled = known.recall(found)
        known.close()
        assert (recalled is not None) == is_read_to_its_end
    known = KnownFiles(tmp_path, "one", all_publishers=False)
    assert recalled is not None
    assert list(known.given(recalled)) == noted


def test_files_that_python_writes_for_itself_make_no_other_parser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = save(tmp_path / "koreanews", {"parser/one.py": b"1"}) / "__init__.py"
    monkeypatch.setattr(koreanews, "__file__", str(module))
    before = parser_fingerprint()
    save(tmp_path / "koreanews", {"parser/__pycache__/one.cpython-311.pyc.140213": b"passing"})
    assert parser_fingerprint() == before
    save(tmp_path / "koreanews", {"parser/one.py": b"2"})
    assert parser_fingerprint() != before
