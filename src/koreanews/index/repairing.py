"""Rewriting records.jsonl with those of its lines that are records; what is none goes to a file of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from koreanews.index.disk import BINARY, NO_LINK, append_whole, explained, sync_folder, write_all
from koreanews.index.lines import judged_lines
from koreanews.index.records import FILE_NAME, REJECTED_NAME, RecordsReader


def rewrite(folder: Path, records: RecordsReader) -> None:
    """Makes records.jsonl hold records only, each ending in "\\n". For the lock's holder only. CannotWrite.

    What is taken out is in records.rejected.jsonl, on disk, before the new file takes the old one's place: whatever
    happens meanwhile, a line is in the one or the other, or in both.
    """
    path, new, rejected = folder / FILE_NAME, folder / (FILE_NAME + ".new"), folder / REJECTED_NAME
    with explained(rejected):
        for piece in _pieces(line.body for line in judged_lines(records) if line.kind != "record"):
            append_whole(rejected, piece)
    with explained(new):
        descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | NO_LINK | BINARY, 0o666)
        try:
            for piece in _pieces(line.body for line in judged_lines(records) if line.kind == "record"):
                write_all(descriptor, piece)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    with explained(path):
        new.replace(path)
        sync_folder(folder)


def _pieces(bodies: Iterator[bytes]) -> Iterator[bytes]:
    """The lines with their ends, about a megabyte at a time."""
    waiting = bytearray()
    for body in bodies:
        waiting += body + b"\n"
        if len(waiting) >= _PIECE:
            yield bytes(waiting)
            waiting.clear()
    if waiting:
        yield bytes(waiting)


_PIECE = 1 << 20
