"""Which lines of another index's records.jsonl are kept there: for each id the one in force, and older versions.

The same fold as the index itself makes of its own lines (`index.versions`), over a file that is read as a stream.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from typing import Any

from koreanews.captures.capture import RecordLine
from koreanews.captures.files import Found
from koreanews.captures.read import read_file
from koreanews.index.records import BOM, is_removal, parse_line
from koreanews.index.versions import Kept, Older, kept, together

_Stand = int | tuple[Kept, tuple[Older, ...]] | None
"""What is kept of an id: the number of one line; or what is in force with the captures beside it; or nothing."""


class StandingLines:
    """The lines of a file that are kept, by their numbers among those that are not blank, from 1.

    Of each line 8 bytes are held in memory, and more only of ids that several lines tell of. The file is read once
    for that, and once more where there are such ids.
    """

    def __init__(self, found: Found) -> None:
        ids = array("q", (hash(_id_in(line)) for line in _lines(found)))
        self._stands: dict[int, _Stand] = dict.fromkeys(_repeated(ids))
        if self._stands:
            for number, line in enumerate(_lines(found), 1):
                if ids[number - 1] in self._stands:
                    self._take(ids[number - 1], number, line)

    def has(self, id: str, number: int) -> bool:
        """Whether the line of that number, which tells of the id, is kept."""
        if (key := hash(id)) not in self._stands:
            return True
        match self._stands[key]:
            case int(only):
                return only == number
            case (in_force, older):
                return number == in_force.offset or any(number == one.offset for one in older)
        return False

    def _take(self, key: int, number: int, line: bytes) -> None:
        try:
            record = parse_line(line)
        except ValueError:
            # Named where it is merged; it tells of nothing.
            return
        if is_removal(record):
            self._stands[key] = None
            return
        new, before = kept(record, (number, 0)), self._stands[key]
        stand = (new, ()) if before is None or isinstance(before, int) else together(*before, new)
        self._stands[key] = number if new.crawled is None and not stand[1] else stand


def _lines(found: Found) -> Iterator[bytes]:
    for given in read_file(found, all_publishers=True):
        if isinstance(given, RecordLine):
            yield given.data.removeprefix(BOM) if given.line == 1 else given.data


def _repeated(ids: array[int]) -> Iterator[int]:
    before = None
    for value in sorted(ids):
        if value == before:
            yield value
        before = value


_BEGINNING = re.compile(rb'\{"id": ?"([^"\\]*)"')


def _id_in(line: bytes) -> str:
    """The id that a line tells of; "" where it tells of none."""
    try:
        if begins := _BEGINNING.match(line):
            return begins[1].decode()
        record: dict[str, Any] = parse_line(line)
    except ValueError:
        return ""
    return str(record["id"])
