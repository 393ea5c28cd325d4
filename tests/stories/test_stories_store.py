"""The derived store: thrown away, damaged, stale or written to at the same time, it tells what records.jsonl tells."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import threading
from pathlib import Path

import pytest
from stories_told import add, archive, body, meant, recommended, remove, story

from koreanews.index import Index
from koreanews.parser.article import Article
from koreanews.stories import Stories, filling
from koreanews.stories.store import FILE_NAME

FERRY = "Ferries to Jeju sail again"
PAGE = story(
    "page", "Festival", "2019-05-03", recommends=(recommended(FERRY, "2019-05-01"), recommended("Bells", "2019-01-01"))
)
SHIP = story("ferry", FERRY, "2019-05-01", body=body(1))

WHO = ("Weavers", "Bakers and millers", "Ferrymen", "Old divers", "Teachers", "Potters", "Twelve singers")
WHERE = ("Jeju", "Paju island", "Mokpo", "Sokcho harbour", "Wonsan")
DID = ("mend bells", "count kites for the fair", "borrow lanterns")


def store_of(stories: Stories) -> Path:
    (path,) = stories.index.folder.glob(f"search/*/{FILE_NAME}")
    return path


@pytest.mark.parametrize("what", ["store", "search"])
def test_whatever_is_deleted_comes_back(tmp_path: Path, what: str) -> None:
    stories = archive(tmp_path, PAGE, SHIP)
    before = stories.links("page")
    if what == "store":
        store_of(stories).unlink()
    else:
        shutil.rmtree(stories.index.folder / "search")
    assert Stories(Index(stories.index.folder)).links("page") == before
    assert store_of(stories).exists()


@pytest.mark.parametrize("harm", [b"not a database at all" * 100, b""])
def test_a_damaged_store_is_made_anew(tmp_path: Path, harm: bytes) -> None:
    stories = archive(tmp_path, PAGE, SHIP)
    before = stories.links("page")
    store_of(stories).write_bytes(harm)
    assert stories.links("page") == before


def test_a_store_damaged_in_its_middle_is_made_anew(tmp_path: Path) -> None:
    stories = archive(tmp_path, PAGE, SHIP)
    before = stories.links("page")
    path = store_of(stories)
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    assert stories.links("page") == before


def test_a_store_of_another_version_is_made_anew(tmp_path: Path) -> None:
    stories = archive(tmp_path, PAGE, SHIP)
    before = stories.links("page")
    connection = sqlite3.connect(store_of(stories))
    connection.executescript("DROP TABLE link; CREATE TABLE link (n); PRAGMA user_version = 3")
    connection.close()
    assert stories.links("page") == before


def test_records_edited_by_hand_are_noticed(tmp_path: Path) -> None:
    stories = archive(tmp_path, PAGE, SHIP)
    assert meant(stories, "page") == [("found", ("ferry",)), ("wanted", ())]
    path = stories.index.folder / "records.jsonl"
    path.write_text(path.read_text("utf-8").replace("Bells", "Gongs"), "utf-8")
    assert [one.headline for one in stories.wanted()] == ["Gongs"]


def test_a_last_line_without_an_end_is_read_and_read_again_once_it_has_one(tmp_path: Path) -> None:
    stories = archive(tmp_path, PAGE)
    with (stories.index.folder / "records.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(SHIP.to_record()))
    assert meant(stories, "page")[0] == ("found", ("ferry",))
    add(stories, story("other", "Other", "2019-01-01", read_more=("Bells",)))
    assert meant(stories, "page")[0] == ("found", ("ferry",))
    assert [one.pages for one in stories.wanted()] == [2]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs somebody who may be refused")
@pytest.mark.parametrize("missing", ["nothing", "store", "search"])
def test_an_archive_that_may_not_be_written_to_is_read_all_the_same(tmp_path: Path, missing: str) -> None:
    stories = archive(tmp_path, PAGE, SHIP)
    before = stories.links("page")
    folder = stories.index.folder
    if missing == "store":
        store_of(stories).unlink()
    elif missing == "search":
        shutil.rmtree(folder / "search")
    folders = [folder, *(path for path in folder.rglob("*") if path.is_dir())]
    for path in folders:
        path.chmod(0o555)
    try:
        assert Stories(Index(folder, on_warning=lambda sentence: None)).links("page") == before
    finally:
        for path in folders:
            path.chmod(0o755)


def test_compacting_changes_no_answer(tmp_path: Path) -> None:
    stories = archive(tmp_path, PAGE, SHIP, story("gone", "Gone", "2019-01-01"))
    remove(stories, "gone")
    before = stories.links("page")
    assert stories.index.compact() > 0
    assert stories.links("page") == before


COLUMN = "Morning brief from the quay"


@pytest.fixture
def articles() -> list[Article]:
    """Stories of which many name others, some are reworded, some are copies, and one column comes back."""
    return [
        story(f"s{n:02}", COLUMN, f"2019-05-{n // 2:02}", body=body(100 + n))
        if n % 9 == 8
        else story(
            f"s{n:02}",
            f"{WHO[n % 7]} of {WHERE[n % 5]} {DID[n % 3]} at dawn",
            f"2019-0{1 + n % 9}-11",
            body=body(n % 11),
            recommends=(
                recommended(f"{WHO[n % 6]} of {WHERE[n % 4]} {DID[n % 3]} today", f"2019-0{1 + n % 8}-11"),
                recommended(COLUMN, f"2019-05-{3 + n % 20:02}"),
            ),
            read_more=(f"{WHO[n % 5]} of {WHERE[n % 3]} {DID[n % 2]} at dawn",),
        )
        for n in range(40)
    ]


def test_little_by_little_gives_what_all_at_once_gives(tmp_path: Path, articles: list[Article]) -> None:
    at_once, slowly = archive(tmp_path / "a", *articles), archive(tmp_path / "b", *articles[:1])
    for start in range(1, 40, 4):
        add(slowly, *articles[start : start + 4])
        slowly.refresh()
    _assert_same(at_once, slowly, articles)


def test_stretch_by_stretch_gives_what_all_at_once_gives(
    tmp_path: Path, articles: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once, slowly = archive(tmp_path / "a", *articles), archive(tmp_path / "b", *articles, *articles[5:9])
    at_once.refresh()
    marks: list[int] = []
    monkeypatch.setattr(filling, "_STRETCH", 5000)
    monkeypatch.setattr(filling, "_BATCH", 2)
    told = Stories(slowly.index, on_progress=lambda done, total: marks.append(done))
    told.refresh()
    assert len(marks) > 10
    assert marks == sorted(marks)
    assert marks[-1] == (slowly.index.folder / "records.jsonl").stat().st_size
    _assert_same(at_once, slowly, articles)


def _assert_same(one: Stories, other: Stories, articles: list[Article]) -> None:
    for article in articles:
        assert meant(one, article.id) == meant(other, article.id)
    assert one.wanted() == other.wanted()
    groups = [
        sorted(sorted(copy.story.id for copy in group.copies) for group in stories.duplicates())
        for stories in (one, other)
    ]
    assert groups[0] == groups[1]
    assert groups[0]


def test_who_reads_does_not_wait_for_who_writes(tmp_path: Path) -> None:
    stories = archive(tmp_path, PAGE)
    before = stories.links("page")
    with stories.index.writer() as writer:
        writer.add(SHIP)
        assert Stories(Index(stories.index.folder, timeout=0)).links("page") == before
    assert meant(stories, "page")[0] == ("found", ("ferry",))


def test_who_reads_does_not_wait_for_who_catches_up(tmp_path: Path) -> None:
    stories = archive(tmp_path, PAGE)
    before = stories.links("page")
    add(stories, SHIP)
    holder = sqlite3.connect(store_of(stories), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    assert stories.links("page") == before
    holder.execute("ROLLBACK")
    holder.close()
    assert meant(stories, "page")[0] == ("found", ("ferry",))


def test_many_at_once_fill_a_new_store_together(tmp_path: Path) -> None:
    stories = archive(tmp_path, PAGE, SHIP)
    answers: list[object] = []

    def ask() -> None:
        answers.append(Stories(Index(stories.index.folder)).links("page"))

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 6
    assert answers == [stories.links("page")] * 6
