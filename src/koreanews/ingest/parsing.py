"""A file or a page made into records, in whichever process: all that a worker does, and needs to import."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import PurePath
from traceback import extract_tb
from typing import NamedTuple, TypeVar

from koreanews import parse_capture
from koreanews.captures.capture import Capture, Ignored, RecordLine, Skipped
from koreanews.captures.files import Found
from koreanews.captures.page import Page, to_capture
from koreanews.captures.read import read_file
from koreanews.index.entry import Entry, entry_of
from koreanews.index.records import line_of
from koreanews.ingest.limit import TAKES_TOO_LONG, TooLong, seconds_for, within

Task = Found | Page
"""What is read at once: a file, or a page that was found in one."""


class Parsed(NamedTuple):
    """A page's record, ready for the archive, and its line's `digest_of`; `flaw` as in `Capture`."""

    entry: Entry
    digest: bytes
    flaw: str | None


Made = TypeVar("Made")
Given = Parsed | Skipped | Ignored | RecordLine
"""What a task gives."""


def given_by(
    task: Task, all_publishers: bool, turning_to: Callable[[int], None] = lambda size: None
) -> Iterator[Given]:
    """All that a task gives, in its order, one at a time. Never raises for what a page holds.

    `turning_to` is told the size in bytes of each page before it is parsed.
    """
    for read in (task,) if isinstance(task, Page) else read_file(task, all_publishers=all_publishers):
        if isinstance(read, Page):
            turning_to(len(read.data))
            yield made_of(read, _parsed)
        else:
            yield read


def size_of(given: Given) -> int:
    """About how many bytes of memory it is."""
    match given:
        case Parsed():
            return 2 * len(given.entry.line)
        case RecordLine():
            return len(given.data)
    return 200


def digest_of(line: bytes) -> bytes:
    """What tells a record's line, without its end, from any other."""
    return blake2b(line, digest_size=12).digest()


def path_of(task: Task) -> str:
    """The task's name for a person."""
    return task.path if isinstance(task, Page) else task.shown


def made_of(page: Page, make: Callable[[Capture], Made]) -> Made | Skipped:
    """What `make` makes of a page's capture; why there is none, where it cannot be read or takes too long."""

    def work() -> Made | Skipped:
        capture = to_capture(page)
        return make(capture) if isinstance(capture, Capture) else capture

    try:
        return within(seconds_for(len(page.data)), work)
    except TooLong:
        return Skipped(page.path, TAKES_TOO_LONG)
    except Exception as error:
        # One page in a million that nobody thought of must not end the reading of the others.
        return Skipped(page.path, _fault(error))


def _parsed(capture: Capture) -> Parsed:
    record = parse_capture(capture).to_record()
    line = line_of(record)
    return Parsed(entry_of(record, line), digest_of(line[:-1]), capture.flaw)


def _fault(error: Exception) -> str:
    where = extract_tb(error.__traceback__)[-1]
    return (
        f"cannot be read, by a fault of koreanews itself: {type(error).__name__} at "
        f"{PurePath(where.filename).name}:{where.lineno}; please report it with the page"
    )
