"""Segments that Tantivy has merged and deleted are not kept in memory, or on the disk, by who writes."""

from __future__ import annotations

import json
import mmap
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import gettempdir

import pytest
from articles import article

from koreanews.index import Index
from koreanews.index.mapped import give_back_mapped

ON_LINUX = sys.platform == "linux"
pytestmark = pytest.mark.skipif(not ON_LINUX, reason="only Linux tells what a process has mapped")

ENOUGH = 8
"""Commits until Tantivy merges what they made."""


def is_in_memory(path: Path) -> bool:
    """Whether a folder is of a file system that is kept in memory."""
    found, longest = "", ""
    for line in Path("/proc/self/mounts").read_text().splitlines():
        _, mount, kind, *_ = line.split()
        if path.resolve().is_relative_to(mount) and len(mount) >= len(longest):
            found, longest = kind, mount
    return found in ("tmpfs", "ramfs")


def test_a_writer_lets_go_of_what_was_merged_before_it_writes_on(tmp_path: Path) -> None:
    with Index(tmp_path).writer() as writer:
        for number in range(ENOUGH):
            writer.add(article(f"page-{number}", "A bridge over the Naktong"))
            writer.flush()
        wait_for_merge(tmp_path)
        assert writer.add(article("page-0", "A bridge over the Naktong")) == "unchanged"
        assert deleted_and_mapped(tmp_path) == []
        assert writer.add(article("page-3", "A ferry over the Naktong")) == "updated"
    assert [record["headline"] for record in Index(tmp_path).records() if record["id"] == "page-3"] == [
        "A ferry over the Naktong"
    ]


def test_a_writer_that_is_closed_holds_nothing(tmp_path: Path) -> None:
    with Index(tmp_path).writer() as writer:
        for number in range(ENOUGH):
            writer.add(article(f"page-{number}", "A bridge over the Naktong"))
            writer.flush()
    assert writer is not None
    assert [line for line in mappings(tmp_path) if "/search/" in line] == []


def wait_for_merge(folder: Path) -> None:
    """Until the commits are one segment; fails where that never comes."""
    end = time.monotonic() + 60
    while len(segments(folder)) > 1:
        assert time.monotonic() < end, "nothing was merged"
        time.sleep(0.01)


def segments(folder: Path) -> list[str]:
    (listed,) = folder.glob("search/*/meta.json")
    return [one["segment_id"] for one in json.loads(listed.read_bytes())["segments"]]


def deleted_and_mapped(folder: Path) -> list[str]:
    return [line for line in mappings(folder) if line.endswith("(deleted)")]


def mappings(folder: Path) -> list[str]:
    """What this process has mapped of the files in a folder."""
    return [line for line in Path("/proc/self/maps").read_text().splitlines() if str(folder) in line]


@pytest.mark.skipif(ON_LINUX and is_in_memory(Path(gettempdir())), reason="files there have no other place")
def test_what_was_read_of_mapped_files_is_given_back_and_read_again(tmp_path: Path) -> None:
    data = bytes(range(256)) * 4096 * 8
    for name in ("merged.pos", "looked-up.term"):
        with (tmp_path / name).open("wb") as file:
            file.write(data)
            os.fsync(file.fileno())
    with mapped(tmp_path / "merged.pos") as merged, mapped(tmp_path / "looked-up.term") as looked_up:
        assert merged[:] == looked_up[:] == data
        (tmp_path / "merged.pos").unlink()
        give_back_mapped(tmp_path)
        assert in_memory(tmp_path) == {"looked-up.term": len(data), "merged.pos": 0}
        assert merged[:] == data
        give_back_mapped(tmp_path, dictionaries=True)
        assert in_memory(tmp_path) == {"looked-up.term": 0, "merged.pos": 0}
        assert looked_up[:] == data


def test_other_folders_files_stay_in_memory(tmp_path: Path) -> None:
    for folder in ("search", "search-of-another"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "merged.pos").write_bytes(b"a" * (1 << 20))
    with mapped(tmp_path / "search-of-another/merged.pos") as other:
        assert other[:] == b"a" * (1 << 20)
        give_back_mapped(tmp_path / "search")
        assert in_memory(tmp_path / "search-of-another") == {"merged.pos": 1 << 20}


@contextmanager
def mapped(path: Path) -> Iterator[mmap.mmap]:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ) as whole:
        yield whole


def in_memory(folder: Path) -> dict[str, int]:
    """How many bytes of each mapped file in a folder are in this process's memory."""
    found, name = {}, None
    for line in Path("/proc/self/smaps").read_text().splitlines():
        if "-" in line.partition(" ")[0]:
            name = line.rpartition("/")[2].removesuffix(" (deleted)") if f"{folder}/" in line else None
        elif name and line.startswith("Rss:"):
            found[name] = int(line.split()[1]) * 1024
    return found
