"""Ctrl-C, and worse: what was read is kept, no process stays behind, the same command goes on from there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from saved_files import fill, records, results, save_many

SOURCE = Path(__file__).parents[2] / "src"
PAGES = 1200

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are found in /proc")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_many(tmp_path_factory.mktemp("pages"), PAGES)


def begin(folder: Path, pages: Path) -> subprocess.Popen[str]:
    """An ingest as a process, as far as that it has worker processes."""
    command = [sys.executable, "-m", "koreanews", "ingest", "--jobs", "2", "--index", str(folder), str(pages)]
    running = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(SOURCE)},
    )
    while not children(running.pid) and running.poll() is None:
        time.sleep(0.01)
    return running


def children(parent: int) -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(stat[1]) == parent and stat[0] != "Z":
            found.append(int(folder.name))
    return found


def is_alive(process: int) -> bool:
    try:
        return (Path("/proc") / str(process) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("whom", ["the ingest", "all at the terminal"])
def test_ctrl_c(whom: str, pages: Path, tmp_path: Path) -> None:
    running = begin(tmp_path / "archive", pages)
    workers = children(running.pid)
    assert workers, "the ingest ended before it was interrupted"
    running.send_signal(signal.SIGINT)
    if whom == "all at the terminal":
        # A terminal tells all processes of its foreground group; workers are in none.
        assert all(os.getpgid(worker) != os.getpgid(running.pid) for worker in workers)
    output, said = running.communicate(timeout=60)
    assert (running.returncode, output) == (130, "")
    interrupted, kept, *_ = said.replace(",", "").split()
    assert interrupted == "Interrupted."
    assert said.endswith(" kept. To go on, give the same command again.\n")
    assert said.count("\n") == 1
    assert not any(map(is_alive, workers))
    assert 0 < int(kept) < PAGES
    assert records(tmp_path / "archive").count(b"\n") == int(kept)
    assert results(fill(tmp_path / "archive", pages)) == {"unchanged": int(kept), "added": PAGES - int(kept)}
    fill(tmp_path / "whole", pages, jobs=1)
    assert records(tmp_path / "archive") == records(tmp_path / "whole")


def test_workers_end_when_the_ingest_is_killed(pages: Path, tmp_path: Path) -> None:
    running = begin(tmp_path / "archive", pages)
    workers = children(running.pid)
    running.kill()
    _, said = running.communicate(timeout=60)
    assert workers
    assert said == ""
    deadline = time.monotonic() + 30
    while any(map(is_alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(is_alive, workers))
    again = results(fill(tmp_path / "archive", pages))
    assert again.get("added", 0) + again.get("unchanged", 0) == PAGES


def test_a_worker_killed_from_outside_costs_no_page(pages: Path, tmp_path: Path) -> None:
    running = begin(tmp_path / "archive", pages)
    for worker in children(running.pid):
        os.kill(worker, signal.SIGKILL)
    output, said = running.communicate(timeout=120)
    assert (running.returncode, said) == (0, "")
    assert output == f"{PAGES:,} added, 0 updated, 0 unchanged, 0 skipped\n"
