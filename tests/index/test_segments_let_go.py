"""Segments that Tantivy has merged and deleted are not kept in memory, or on the disk, by who writes."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import pytest
from articles import article

from koreanews.index import Index

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what a process has mapped")

ENOUGH = 8
"""Commits until Tantivy merges what they made."""


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
