"""Stories as a folder of Markdown files, one each."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from koreanews.export.markdown import story, story_name
from koreanews.export.placing import beside_of, placed, sync_file
from koreanews.export.values import Record
from koreanews.index.disk import sync_folder


def write_stories(records: Iterable[Record], folder: Path, *, force: bool = False) -> int:
    """Writes each record as a file in the folder, named for its date and id, and says how many they were.

    A new folder appears when all its files are whole; till then it is a hidden one beside. In a folder that is there,
    files appear one by one, each whole. One that holds something is written to only with `force`, which replaces
    files of the same names and leaves others alone. FileExistsError without it. OSError as the system tells it.
    """
    folder = folder.resolve()
    if not folder.exists():
        with _placed_folder(folder) as beside:
            return _fill(records, beside)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "it is a file; Markdown goes into a folder", str(folder))
    if not force and any(folder.iterdir()):
        advice = "it is not empty; to write the stories into it all the same, say --force"
        raise FileExistsError(errno.EEXIST, advice, str(folder))
    number = 0
    for record in records:
        with placed(folder / story_name(record), force=force) as out:
            out.write(story(record))
        number += 1
    return number


def _fill(records: Iterable[Record], folder: Path) -> int:
    """Writes the stories into `folder` and gives their number; all are on the disk then."""
    number = 0
    for record in records:
        with (folder / story_name(record)).open("x", encoding="utf-8", newline="") as out:
            out.write(story(record))
        number += 1
    # All at the end: by then the system has written most of them by itself.
    for file in folder.iterdir():
        sync_file(file)
    sync_folder(folder)
    return number


@contextmanager
def _placed_folder(folder: Path) -> Iterator[Path]:
    """A new folder to be filled in a `with` block, which is at `folder` afterwards."""
    beside = beside_of(folder)
    beside.mkdir()
    try:
        yield beside
        beside.rename(folder)
        sync_folder(folder.parent)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
