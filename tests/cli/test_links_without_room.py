"""A disk with room for the pages, but not for the links between them: those come by themselves once there is room."""

from __future__ import annotations

import subprocess
import sys

import pytest
from running import ENVIRONMENT, KOREANEWS, SEEDS, koreanews

PROGRAM = 'ulimit -f 80; exec "$@"'
"""No file over 40 KB: the records of both seeds take 27, the store of links 90."""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no shell of Unix")
def test_links_come_once_there_is_room() -> None:
    words = [*KOREANEWS, "--index", "full", "ingest", SEEDS]
    done = subprocess.run(
        ["sh", "-c", PROGRAM, "sh", *words], env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "2 added, 0 updated, 0 unchanged, 0 skipped\n")
    assert done.stderr.startswith("Warning: links between stories were not followed to the end. ")
    assert "All pages are kept; the next command that asks for links goes on." in done.stderr

    assert koreanews("--index", "roomy", "ingest", SEEDS).exit_code == 0
    linked, whole = (koreanews("--index", folder, "links", "000") for folder in ("full", "roomy"))
    assert linked.exit_code == 0
    assert linked.stdout == whole.stdout != ""
    assert koreanews("--index", "full", "check").exit_code == 0
