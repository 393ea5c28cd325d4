"""Links, loops, pipes, sockets and devices are named and not waited for; nothing is made outside the index's folder."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such files there")

ROOT = Path(__file__).resolve().parents[2]
PAGE = "Boats on the river\n\nA short teaser for all.\n\nThe boats have come back to the river, says the ferryman.\n"


def koreanews(folder: Path, *arguments: str, umask: int = 0o022) -> subprocess.CompletedProcess[str]:
    """The command as a process, which is given a minute: whoever waits for a pipe waits for ever."""
    return subprocess.run(
        [sys.executable, "-m", "koreanews", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "KOREANEWS_INDEX": ""},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        umask=umask,
    )


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with one page, and everything else that a folder can hold."""
    folder = tmp_path / "pages"
    (folder / "inner").mkdir(parents=True)
    (folder / "page.txt").write_text(PAGE)
    (tmp_path / "outside.txt").write_text(PAGE)
    (folder / "out.txt").symlink_to(tmp_path / "outside.txt")
    (folder / "passwords.txt").symlink_to("/etc/passwd")
    (folder / "itself").symlink_to(folder / "itself")
    (folder / "inner" / "loop").symlink_to(folder)
    (folder / "nowhere").symlink_to(folder / "missing")
    (folder / "zero").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe")
    (folder / "to-pipe").symlink_to(folder / "pipe")
    with socket.socket(socket.AF_UNIX) as made:
        here = Path.cwd()
        os.chdir(folder)
        try:
            made.bind("socket")
        finally:
            os.chdir(here)
    return folder


@pytest.mark.parametrize("command", [["ingest"], ["ingest", "--jobs", "1"], ["clean"]], ids=" ".join)
def test_within_a_folder(pages: Path, command: list[str]) -> None:
    done = koreanews(pages.parent, *command, "pages")
    assert done.returncode == 1
    said = sorted(line.removeprefix("Skipped: pages/") for line in done.stderr.splitlines())
    assert [line.partition(" ")[0] for line in said] == [
        "inner/loop", "itself", "nowhere", "out.txt", "passwords.txt", "pipe", "socket", "zero",
    ]  # fmt: skip
    assert "root:" not in done.stdout
    if command[0] == "ingest":
        assert done.stdout.startswith("1 added, 0 updated, 0 unchanged, 8 skipped")


@pytest.mark.parametrize("command", [["ingest"], ["ingest", "--jobs", "1"], ["clean"]], ids=" ".join)
def test_named_by_the_person(pages: Path, command: list[str]) -> None:
    names = ["pipe", "to-pipe", "socket", "zero", "itself", "nowhere", "/dev/zero", "/dev/tty"]
    done = koreanews(pages, *command, *names)
    assert done.returncode == 1
    assert [line.split()[1] for line in done.stderr.splitlines()] == names
    assert all(line.startswith("Skipped: ") for line in done.stderr.splitlines())


@pytest.mark.parametrize("what", ["pipe", "socket", "itself", "nowhere", "zero", "page.txt"])
@pytest.mark.parametrize(
    "command", [["list"], ["show", "x"], ["check"], ["stats"], ["compact"], ["ingest", "page.txt"]]
)
def test_in_the_place_of_the_records(pages: Path, command: list[str], what: str) -> None:
    index = pages.parent / "index"
    index.mkdir()
    (index / "records.jsonl").symlink_to(pages / what)
    before = (pages / "page.txt").read_text()
    done = koreanews(pages, "--index", str(index), *command)
    assert "Traceback" not in done.stderr
    assert done.returncode == 1
    assert done.stderr
    assert (pages / "page.txt").read_text() == before


@pytest.mark.parametrize("what", ["pipe", "socket", "itself", "page.txt", "/dev/null"])
@pytest.mark.parametrize("command", [["list"], ["ingest", "page.txt"]])
def test_in_the_place_of_the_index(pages: Path, command: list[str], what: str) -> None:
    done = koreanews(pages, "--index", what, *command)
    assert "Traceback" not in done.stderr
    assert done.returncode == 1
    assert done.stderr


@pytest.mark.parametrize("umask", [0o077, 0o002])
def test_what_is_made_has_the_users_umask_and_is_made_in_the_index_alone(pages: Path, umask: int) -> None:
    before = set(pages.parent.rglob("*"))
    assert koreanews(pages.parent, "ingest", "pages/page.txt", umask=umask).returncode == 0
    for command in (
        ["list"],
        ["search", "boats"],
        ["links", "page"],
        ["duplicates"],
        ["check", "--repair"],
        ["compact"],
    ):
        assert koreanews(pages.parent, *command, umask=umask).returncode == 0, command
    made = set(pages.parent.rglob("*")) - before
    index = pages.parent / "koreanews-index"
    assert made
    assert all(path == index or index in path.parents for path in made)
    for path in made:
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode & umask == 0, f"{path} {mode:o}"
