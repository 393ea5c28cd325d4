"""Rewriting records.jsonl with those of its lines that are records; what is none goes to a file of its own."""

from __future__ import annotations

from pathlib import Path

from koreanews.index.disk import append_whole, explained, in_pieces, sync_folder, write_new
from koreanews.index.lines import judged_lines
from koreanews.index.records import FILE_NAME, REJECTED_NAME, RecordsReader


def rewrite(folder: Path, records: RecordsReader) -> None:
    """Makes records.jsonl hold records only, each ending in "\\n". For the lock's holder only. CannotWrite.

    What is taken out is in records.rejected.jsonl, on disk, before the new file takes the old one's place: whatever
    happens meanwhile, a line is in the one or the other, or in both.
    """
    path, new, rejected = folder / FILE_NAME, folder / (FILE_NAME + ".new"), folder / REJECTED_NAME
    with explained(rejected):
        for piece in in_pieces(line.body + b"\n" for line in judged_lines(records) if line.kind != "record"):
            append_whole(rejected, piece)
    with explained(new):
        write_new(new, in_pieces(line.body + b"\n" for line in judged_lines(records) if line.kind == "record"))
    with explained(path):
        new.replace(path)
        sync_folder(folder)
