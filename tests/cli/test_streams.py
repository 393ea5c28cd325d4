"""Standard error holds what koreanews says, and nothing that a library prints on its own account."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from running import ENVIRONMENT, KOREANEWS, on_terminal, piped

PANICS = [("*.store", 0.02), ("*.fast", 0.3)]
"""Files of the search index, and where in them a changed byte makes Tantivy panic."""


@pytest.mark.parametrize(("file", "at"), PANICS)
def test_a_damaged_search_index_is_mended_without_a_word(archive: Path, tmp_path: Path, file: str, at: float) -> None:
    spoilt = tmp_path / "spoilt"
    shutil.copytree(archive, spoilt)
    for path in (spoilt / "search").rglob(file):
        data = bytearray(path.read_bytes())
        data[int(at * len(data))] ^= 0xFF
        path.write_bytes(data)
    for words in (["show", "002"], ["list"], ["search", "liaison"]):
        done, sound = piped("--index", spoilt, *words), piped("--index", archive, *words)
        # A command that is suggested names the archive.
        told = done.stdout.replace(bytes(spoilt), bytes(archive))
        assert (done.returncode, told, done.stderr) == (0, sound.stdout, sound.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of Unix")
def test_a_pager_has_the_terminal_for_its_errors(archive: Path) -> None:
    pager = f"{sys.executable} -c 'import sys; sys.stderr.write(sys.stdin.read())'"
    screen = on_terminal(*KOREANEWS, "--index", archive, "show", "002", lines=10, env={"PAGER": pager})
    assert screen.exit_code == 0
    assert screen.output.startswith("US calls on Germany to cut diplomatic ties with North Korea\n")


PROGRAM = """
import os, sys
from koreanews.cli.streams import for_another_program, silent_libraries

with silent_libraries():
    os.write(2, b"a library; ")
    print("koreanews", end="; ", file=sys.stderr)
    with for_another_program():
        os.write(2, b"a pager; ")
    os.write(2, b"a library; ")
    print("ü", end="; ", file=sys.stderr)
os.write(2, b"the caller; ")
print("the end", file=sys.stderr)
"""


def test_what_is_heard_within_and_afterwards() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**ENVIRONMENT, "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=True,
    )
    assert done.stderr.replace(os.linesep.encode(), b"\n") == b"koreanews; a pager; \xfc; the caller; the end\n"


ABORTED = """
import faulthandler, os
from koreanews.cli.streams import silent_libraries

before = faulthandler.is_enabled()
with silent_libraries():
    pass
assert faulthandler.is_enabled() == before
with silent_libraries():
    os.write(2, b"a library")
    os.abort()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals of Unix")
@pytest.mark.parametrize("asked_for", ["", "1"])
def test_a_library_that_ends_the_process_does_not_do_so_unsaid(asked_for: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ABORTED],
        env={**ENVIRONMENT, "PYTHONFAULTHANDLER": asked_for},
        capture_output=True,
        check=False,
    )
    assert done.returncode == -signal.SIGABRT
    assert done.stderr.startswith(b"Fatal Python error: Aborted")
    assert b"a library" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there is no shell of Unix")
def test_without_a_standard_error_the_work_is_done_all_the_same(archive: Path, tmp_path: Path) -> None:
    program = f'"$@" ingest nowhere.txt "{archive.parent}/pages" 2>&-'
    subprocess.run(["sh", "-c", program, "sh", *KOREANEWS], env=ENVIRONMENT, cwd=tmp_path, check=False, timeout=60)
    assert len(piped("list", cwd=tmp_path).stdout.splitlines()) == 3


REFUSED = """
import errno, os, sys
from koreanews.cli.streams import silent_libraries

opened = os.open

def refuse(path, *arguments):
    if path == os.devnull:
        raise OSError(errno.ENOSPC, "No space left on device", path)
    return opened(path, *arguments)

os.open = refuse
with silent_libraries():
    print("heard", file=sys.stderr)
    os.write(2, b"heard too")
"""


def test_a_system_that_refuses_a_file_that_leads_nowhere_stops_nothing() -> None:
    done = subprocess.run([sys.executable, "-c", REFUSED], capture_output=True, text=True, check=False, env=ENVIRONMENT)
    assert (done.returncode, done.stderr) == (0, "heard\nheard too")
