"""Files appear whole or not at all, and none is written over unless asked."""

from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

import pytest
from export_records import record

from koreanews.export import placed, write_records, write_stories


class Interrupted(Exception):
    pass


def begin(path: Path, *, force: bool = False) -> None:
    """Writes half of a file."""
    with placed(path, force=force) as out:
        out.write("half")
        raise Interrupted


def test_a_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    with placed(path) as out:
        out.write("한글\r\n")
        assert not path.exists()
    assert path.read_bytes() == "한글\r\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_is_left_of_a_file_that_was_not_finished(tmp_path: Path) -> None:
    with pytest.raises(Interrupted):
        begin(tmp_path / "refs.bib")
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_replaced_only_by_force_and_only_when_the_new_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text("old")
    with pytest.raises(FileExistsError) as refused, placed(path) as out:
        out.write("never")
    assert refused.value.filename == str(path)
    with pytest.raises(Interrupted):
        begin(path, force=True)
    assert path.read_text() == "old"
    with placed(path, force=True) as out:
        out.write("new")
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_appears_meanwhile_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    with pytest.raises(FileExistsError), placed(path):
        path.write_text("another's")
    assert path.read_text() == "another's"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_goes_on_pointing_at_what_is_written(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    link = tmp_path / "refs.bib"
    link.symlink_to(tmp_path / "there" / "real.bib")
    with placed(link) as out:
        out.write("x")
    assert link.is_symlink()
    assert (tmp_path / "there" / "real.bib").read_text() == "x"


def test_a_pipe_is_written_to_as_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    with placed(pipe) as out:
        out.write("x")
    reader.join(10)
    assert read == ["x"]
    with placed(Path(os.devnull)) as out:
        out.write("x")


def test_refusals_name_the_file_that_was_asked_for(tmp_path: Path) -> None:
    missing = tmp_path / "no" / "refs.bib"
    with pytest.raises(FileNotFoundError) as refused, placed(missing):
        pass
    assert refused.value.filename == str(missing)
    with pytest.raises(IsADirectoryError, match="name a file"), placed(tmp_path, force=True):
        pass


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_is_an_error_not_a_short_file() -> None:
    with pytest.raises(OSError) as refused, placed(Path("/dev/full")) as out:  # noqa: PT011 - its number is checked
        write_records((record(str(n), headline="x" * 100) for n in range(1000)), "csv", out)
    assert refused.value.errno == errno.ENOSPC


def test_a_folder_appears_when_all_its_stories_are_whole(tmp_path: Path) -> None:
    folder = tmp_path / "stories"

    def records():
        yield record("a", headline="A")
        assert not folder.exists()
        raise Interrupted

    with pytest.raises(Interrupted):
        write_stories(records(), folder)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_something_is_written_to_only_by_force(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    (tmp_path / "undated-a.md").write_text("old")
    with pytest.raises(FileExistsError, match="--force"):
        write_stories([record("a", headline="A")], tmp_path)
    assert (tmp_path / "undated-a.md").read_text() == "old"
    assert write_stories([record("a", headline="A"), record("b", headline="B")], tmp_path, force=True) == 2
    assert sorted(file.name for file in tmp_path.iterdir()) == ["mine.txt", "undated-a.md", "undated-b.md"]
    assert "# A\n" in (tmp_path / "undated-a.md").read_text()
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    assert write_stories([record("a", headline="A")], tmp_path) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["undated-a.md"]


def test_a_file_where_a_folder_is_wanted_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "stories.md"
    path.write_text("mine")
    with pytest.raises(NotADirectoryError, match="goes into a folder"):
        write_stories([record("a")], path, force=True)
    assert path.read_text() == "mine"


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="needs names of open files")
def test_a_pipe_without_a_name_is_written_to() -> None:
    """As /dev/stdout is where the output is piped, and what `>(gzip > x.gz)` is to a shell."""
    reading, writing = os.pipe()
    with placed(Path(f"/dev/fd/{writing}")) as out:
        out.write("half")
    os.close(writing)
    with os.fdopen(reading) as pipe:
        assert pipe.read() == "half"
