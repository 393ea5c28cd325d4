"""Records of which the line in force is not the last one with their id."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import tantivy

from koreanews.index.records import Holes, RecordsReader, is_removal
from koreanews.index.stored import Stored, stored_under


class Late(NamedTuple):
    """A line after the one in force; `is_capture` if it tells of a capture, perhaps an earlier one."""

    number: int
    is_capture: bool
    stored: Stored


def late_lines(reader: RecordsReader, searcher: tantivy.Searcher, holes: Holes | None) -> Iterator[Late]:
    """Each line that stands after the line which a search index has in force under its id. BadRecord.

    An earlier capture that was added after a later one is followed by the later one's line once more (docs/index.md):
    so even it should not be here. One look-up a line, and nothing kept in memory.
    """
    for line in reader.lines(0, 1, holes):
        for stored in stored_under(searcher, "id", line.record["id"], limit=1):
            if stored.offset < line.offset:
                is_capture = not is_removal(line.record) and line.record.get("crawled") is not None
                yield Late(line.number, is_capture, stored)
