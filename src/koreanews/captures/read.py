"""Reading what a person has saved: files, folders, containers and standard input become captures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from koreanews.captures.capture import Item


def read_captures(
    paths: Iterable[str | Path],
    *,
    stdin: BinaryIO | None = None,
    all_publishers: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Iterator[Item]:
    """Every page in `paths`, in a stable order, one at a time; memory does not grow with their number or size.

    `paths` are files, folders (read recursively, by name) and "-" for `stdin` (default: the process's own).
    Nothing in them raises: what gives no page comes as `Skipped` with its reason, what nobody would ask
    for as `Ignored`, another index's records.jsonl line by line as `RecordLine`. Pages in WARC and ARC files
    whose address is not DW's are counted as `Ignored` unless `all_publishers`. `progress` is called with the number of
    bytes of input read since its last call; `total_size(paths)` is what these add up to.
    """
    raise NotImplementedError


def total_size(paths: Iterable[str | Path]) -> int:
    """The bytes that `read_captures` will report as progress, from the file system alone; nothing is opened."""
    raise NotImplementedError
