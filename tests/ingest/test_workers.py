"""Worker processes that die, hang or never start: the page is named, all others are read."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from deadly_pages import Crashing, Endless, Killing, Leaving
from saved_files import page, save

from koreanews.captures import Page, Skipped, find_files
from koreanews.ingest import limit
from koreanews.ingest.parsing import Given, Parsed, Task
from koreanews.ingest.pool import Order, Pool

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")


@pytest.fixture
def pool() -> Iterator[Pool]:
    pool = Pool(2, all_publishers=False)
    yield pool
    pool.close()


def good(number: int) -> Page:
    return Page(page(number).encode(), f"{number}.txt", str(number))


def done(pool: Pool, *orders: list[Task]) -> list[Given | None]:
    given = [Order(tasks) for tasks in orders]
    for order in given:
        pool.give(order)
    return [one for order in given for one in pool.results(order)]


def names(given: list[Given | None]) -> list[str]:
    """The ids of records, and the paths of what was skipped; what ended each task apart."""
    found = []
    for one in given:
        if isinstance(one, Parsed):
            found.append(one.entry.id)
        elif isinstance(one, Skipped):
            found.append(f"{one.path} {one.reason}")
        else:
            assert one is None
            found.append(".")
    return found


def test_the_page_that_ends_its_worker_is_named_and_the_others_are_read(pool: Pool) -> None:
    killing = Killing(b"", "killing.txt", "killing")
    crashing = Crashing(b"", "crashing.txt", "crashing")
    leaving = Leaving(b"", "leaving.txt", "leaving")
    orders: list[list[Task]] = [[good(1), killing, good(2), crashing], [good(3)], [leaving, good(4)], [good(5)]]
    said = names(done(pool, *orders))
    assert [one for one in said if one != "."] == [
        "1",
        "killing.txt ended the process that read it (SIGKILL; perhaps there was not enough memory)",
        "2",
        "crashing.txt ended the process that read it (SIGSEGV)",
        "3",
        "leaving.txt ended the process that read it (exit status 3)",
        "4",
        "5",
    ]
    assert said[1::2] == ["."] * 8


def test_a_page_that_takes_too_long_is_named(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    assert names(done(pool, [good(1)])) == ["1", "."]
    monkeypatch.setattr(limit, "_SECONDS", 3.0)
    endless = Endless(b"", "endless.txt", "endless")
    assert names(done(pool, [endless], [good(2)])) == [
        "endless.txt takes too long to read, and was given up",
        ".",
        "2",
        ".",
    ]


def test_without_workers_all_is_read_here(pool: Pool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-python"))
    files = list(find_files([save(tmp_path / "pages", {"a.txt": page(1)})]))
    assert names(done(pool, [good(2), *files], [good(3)])) == ["2", ".", "a", ".", "3", "."]  # type: ignore[list-item]
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert names(done(pool, [good(4)])) == ["4", "."]


def test_a_worker_is_a_process_that_ends_with_the_pool(pool: Pool) -> None:
    before = children()
    assert names(done(pool, [good(1)])) == ["1", "."]
    assert len(children() - before) == 1
    pool.close()
    assert children() == before


def test_results_that_nobody_wants_yet_do_not_pile_up(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("koreanews.ingest.pool._MOST_HELD", 1)
    orders: list[list[Task]] = [[good(number)] for number in range(12)]
    assert names(done(pool, *orders))[::2] == [str(number) for number in range(12)]


def test_closing_ends_a_worker_whatever_it_is_at() -> None:
    pool = Pool(1, all_publishers=False)
    before = children()
    pool.give(Order([good(1)]))
    pool.give(Order([Endless(b"", "endless.txt", "endless")]))
    pool.close()
    assert children() == before


def children() -> set[int]:
    """This process's children."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
        if parent == os.getpid():
            found.add(int(folder.name))
    return found
