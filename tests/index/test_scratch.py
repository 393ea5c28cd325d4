"""Temporary folders for search indexes go away, though a thread of the engine's makes a file in them meanwhile."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

from koreanews.index.scratch import ScratchFolder

FILES = 3000
"""So many take a while to remove."""


def test_a_file_that_is_made_while_the_folder_is_removed_does_not_keep_it(tmp_path: Path) -> None:
    with ScratchFolder(str(tmp_path)) as name:
        inner = Path(name, "1")
        inner.mkdir()
        for number in range(FILES):
            (inner / str(number)).touch()
        with os.scandir(inner) as entries:
            first = Path(next(entries).path)
        thread = Thread(target=make_late, args=(first, inner / "late.lock"))
        thread.start()
    thread.join()
    assert list(tmp_path.iterdir()) == []


def make_late(first: Path, late: Path) -> None:
    """Makes a file as soon as another is gone, or not at all where its folder is gone by then."""
    while first.exists():
        pass
    with suppress(FileNotFoundError):
        late.touch()


def test_it_is_made_where_it_is_asked_for(tmp_path: Path) -> None:
    with ScratchFolder(str(tmp_path)) as name:
        assert Path(name).parent == tmp_path
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_removed_is_told(tmp_path: Path) -> None:
    folder = ScratchFolder(str(tmp_path))
    name = Path(folder.name)
    name.rmdir()
    name.write_text("a file in the folder's place")
    with pytest.raises(NotADirectoryError):
        folder.cleanup()
