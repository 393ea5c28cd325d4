"""What every later stage is given: one saved page, already text, with where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Source:
    """Where a capture was read from; the `source` of its record.

    `path` is the path as the person named it, with "/" between folders; for a page inside a container
    the container's path, "!/" and the member's name or place ("crawl.warc.gz!/1234").
    `format` says what the bytes were: "text", "html", "mhtml".
    `sha256` is the hexadecimal digest of the page's own bytes, `bytes` their number.
    """

    path: str
    format: str
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Capture:
    """One saved page.

    `id` names its record. `text` is the decoded text dump or, where `is_html`, the decoded HTML.
    `url` is the page's address where the container tells it, `crawled` the moment of capture (aware, UTC)
    where the container tells that; neither is ever guessed from the file system.
    """

    id: str
    text: str
    source: Source
    is_html: bool = False
    url: str | None = None
    crawled: datetime | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something asked for that gave no capture: `path` names it, `reason` says why, in words for a person."""

    path: str
    reason: str
