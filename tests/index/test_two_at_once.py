"""One writes at a time; those who read never wait for it, and see the archive before or after a flush."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from articles import article

from koreanews.index import Index
from koreanews.index.errors import IndexBusy

WRITE_AS_TOLD = """
import sys
sys.path.insert(0, sys.argv[2])
from articles import article
from koreanews.index import Index

with Index(sys.argv[1]).writer() as writer:
    print("open", flush=True)
    for line in sys.stdin:
        order, *rest = line.split()
        if order == "add":
            writer.add(article(rest[0], "A bridge", "x" * 2_000_000))
        elif order == "flush":
            writer.flush()
        else:
            break
        print("done", flush=True)
"""


class OtherWriter:
    """A writer in another process, that does as it is told."""

    def __init__(self, folder: Path) -> None:
        arguments = [sys.executable, "-c", WRITE_AS_TOLD, str(folder), str(Path(__file__).parent)]
        self.process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._hear() == "open\n"

    def tell(self, order: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(order + "\n")
        self.process.stdin.flush()
        if order != "end":
            assert self._hear() == "done\n"

    def _hear(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Index(tmp_path / "archive").writer() as writer:
        writer.add(article("000", "A bridge"))
    return tmp_path / "archive"


@pytest.fixture
def other(folder: Path) -> Iterator[OtherWriter]:
    other = OtherWriter(folder)
    yield other
    other.process.kill()
    other.process.communicate()


def test_a_second_writer_gives_up_saying_for_whom_it_waited(folder: Path, other: OtherWriter) -> None:
    told: list[str] = []
    holder = f"process {other.process.pid} on {socket.gethostname()}"
    with (
        pytest.raises(IndexBusy, match=rf"{holder} is writing to .* within 0\.1 seconds"),
        Index(folder, timeout=0.1, on_wait=told.append).writer(),
    ):
        pass
    assert len(told) == 1
    assert f"Waiting for {holder}" in told[0]


def test_a_second_writer_waits_until_the_first_is_done(folder: Path, other: OtherWriter) -> None:
    other.tell("add 001")

    def end(_: str) -> None:
        other.tell("end")

    with Index(folder, timeout=20, on_wait=end).writer() as writer:
        assert writer.add(article("001", "A bridge", "x" * 2_000_000)) == "unchanged"
        writer.add(article("002"))
    assert len(Index(folder)) == 3


def test_who_reads_sees_whole_flushes_and_never_waits(folder: Path, other: OtherWriter) -> None:
    def refuse(sentence: str) -> None:
        pytest.fail(sentence)

    open_before = Index(folder, on_wait=refuse, on_warning=refuse)
    assert len(open_before) == 1
    for number in (1, 2, 3):
        other.tell(f"add 00{number}")
        assert (folder / "records.jsonl").stat().st_size > number * 2_000_000
        for index in (open_before, Index(folder, on_wait=refuse, on_warning=refuse)):
            assert len(index) == number
            assert index.search("bridge").total == number
            assert len(list(index)) == number
        other.tell("flush")
        assert len(open_before) == len(Index(folder)) == number + 1


def test_the_lock_of_a_dead_process_is_not_in_the_way(folder: Path, other: OtherWriter) -> None:
    other.tell("add 001")
    other.process.kill()
    other.process.wait()
    assert (folder / ".lock-holder").exists()
    with Index(folder, timeout=0).writer() as writer:
        assert writer.add(article("002")) == "added"
    assert len(Index(folder)) == 3
    assert not (folder / ".lock-holder").exists()


def test_who_has_nothing_to_read_from_waits_for_the_writer(folder: Path, other: OtherWriter) -> None:
    (folder / "search/derived.json").unlink()
    with pytest.raises(IndexBusy):
        len(Index(folder, timeout=0.1))
    told: list[str] = []

    def end(sentence: str) -> None:
        told.append(sentence)
        other.tell("end")

    assert len(Index(folder, timeout=20, on_wait=end)) == 1
    assert len(told) == 1


def test_compacting_does_not_disturb_who_reads(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("koreanews.index.listing._FIRST", 4)
    with Index(folder).writer() as writer:
        for number in range(20):
            writer.add(article(f"{number:03}", f"Bridge {number}"))
    reading = Index(folder)
    rows, articles = reading.list(sort="added"), iter(reading)
    assert next(rows).id == next(articles).id == "000"
    with Index(folder).writer() as writer:
        writer.remove("005")
        writer.add(article("006", "Ferry 6"))
    assert Index(folder).compact() > 0
    assert [row.headline for row in rows] == [f"Bridge {number}" for number in range(1, 20)]
    assert [one.headline for one in articles] == [f"Bridge {number}" for number in range(1, 20)]
    assert [row.headline for row in reading.list(sort="added")][-1] == "Ferry 6"
    assert len(list(reading)) == 19


READ_AS_NOBODY = """
import filelock, json, os, shutil, sys, tempfile, warnings
import koreanews.index.deriving, koreanews.index.lock, koreanews.parser.article
from koreanews.index import Index

# Nobody may be barred from the folders of Python itself: all that reading loads is loaded before, on a copy.
with tempfile.TemporaryDirectory() as place:
    copy = Index(shutil.copytree(sys.argv[1], place + "/copy"), on_warning=str)
    print(len(copy), copy.search("bridge").total, len(list(copy)), file=sys.stderr)

if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
told = []
index = Index(sys.argv[1], on_warning=told.append)
print(json.dumps([len(index), index.search("bridge").total, [one.id for one in index], told]))
"""


def read_as_nobody(folder: Path) -> list[object]:
    """Reads an archive as someone who may not write to it."""
    arguments = [sys.executable, "-c", READ_AS_NOBODY, str(folder)]
    found: list[object] = json.loads(subprocess.run(arguments, check=True, capture_output=True, text=True).stdout)
    return found


@pytest.fixture
def fixed(folder: Path) -> Iterator[Path]:
    """The archive where all may go, and none but root may write."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        shutil.copytree(folder, Path(place) / "archive")
        yield Path(place) / "archive"
        for path in (Path(place) / "archive", *(Path(place) / "archive").rglob("*")):
            path.chmod(0o755)


def forbid_writing(folder: Path) -> None:
    for path in (*folder.rglob("*"), folder):
        path.chmod(0o555 if path.is_dir() else 0o444)


def test_an_archive_that_may_not_be_written_to_is_read_as_it_is(fixed: Path) -> None:
    forbid_writing(fixed)
    before = sorted(fixed.iterdir())
    assert read_as_nobody(fixed) == [1, 1, ["000"], []]
    assert sorted(fixed.iterdir()) == before


def test_where_nothing_may_be_written_the_search_index_is_made_elsewhere(fixed: Path) -> None:
    shutil.rmtree(fixed / "search")
    forbid_writing(fixed)
    found = read_as_nobody(fixed)
    assert found[:3] == [1, 1, ["000"]]
    assert "may not be written to" in str(found[3])


def test_files_are_made_for_those_whom_the_umask_lets_read(tmp_path: Path) -> None:
    previous = os.umask(0o027)
    try:
        with Index(tmp_path / "archive").writer() as writer:
            writer.add(article("000", "A bridge"))
    finally:
        os.umask(previous)
    modes = {oct(path.stat().st_mode & 0o777) for path in (tmp_path / "archive").rglob("*") if path.is_file()}
    assert modes == {"0o640"}
