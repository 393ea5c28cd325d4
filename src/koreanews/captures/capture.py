"""What every later stage is given: one saved page, already text, with where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Source:
    """Where a capture was read from; the `source` of its record.

    `path` is the path as the person named it, with "/" between folders; for a page inside a container
    the container's path, "!/" and the member's name or place ("crawl.warc.gz!/1234").
    `format` says what the bytes were: "text", "markdown", "html", "mhtml", "webarchive" (Safari's).
    `sha256` is the hexadecimal digest of the page's own bytes, `bytes` their number.
    """

    path: str
    format: str
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Capture:
    """One saved page.

    `id` names its record; where `named_by_place`, it is no more than the page's place in its container, and DW's own id
    goes before it if the page itself tells that. `text` is the decoded text dump or, where `is_html`, the decoded HTML
    (what Markdown stands for, too).
    `url` is the page's address where the container tells it, `crawled` the moment of capture (aware, UTC)
    where the container tells that; neither is ever guessed from the file system.
    `flaw` says, in words for a person, what is damaged about a page that could be read all the same
    ("2 broken bytes, shown as U+FFFD"); None where nothing is.
    """

    id: str
    text: str
    source: Source
    is_html: bool = False
    url: str | None = None
    crawled: datetime | None = None
    flaw: str | None = None
    named_by_place: bool = False


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something asked for that gave no capture: `path` names it, `reason` says why, in words for a person."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Ignored:
    """Things left out that nobody would ask for, which is no fault: `number` of them, all of one kind.

    `path` is the file or folder they were found in, `what` their kind in the plural ("hidden files",
    "pages of other publishers"): the numbers of one kind may be added up.
    """

    path: str
    what: str
    number: int


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One line of another index's records.jsonl, to be merged: `data` are its bytes without the line end.

    `line` counts from 1 in the file that `path` names. The line is not parsed: it may be torn or edited.
    """

    path: str
    line: int
    data: bytes


Item = Capture | Skipped | Ignored | RecordLine
"""Whatever `read_captures` gives."""
