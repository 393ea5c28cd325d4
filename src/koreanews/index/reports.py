"""What else an archive tells of itself: versions, quick facts, what checking found, stories like one.

Apart from `results`, so that a search need not make these classes.
"""

from __future__ import annotations

from typing import NamedTuple

from koreanews.index.results import Row


class Version(NamedTuple):
    """One of the captures of a page that are kept under its id, by moment of capture, `number` from 1.

    `crawled` is null for a file that does not tell it; `sha256`, `bytes` and `path` are of its source. One is in
    force: the latest capture, or else the file that was ingested last.
    """

    number: int
    crawled: str | None
    sha256: str
    bytes: int
    path: str
    in_force: bool


class SimilarStory(NamedTuple):
    """A record that is like another, and the words that make it so, weightiest first."""

    row: Row
    score: float
    words: tuple[str, ...]


class Facts(NamedTuple):
    """Quick facts of an archive.

    `records` in force; `versions` kept beside them; `lines` of records.jsonl, of which `dead` are replaced, removed
    or removals; sizes in bytes, `dead_bytes` being what `compact` would win. `earliest` and `latest` are dates as
    they stand in records.
    """

    records: int
    versions: int
    lines: int
    dead: int
    dead_bytes: int
    records_bytes: int
    search_bytes: int
    earliest: str | None
    latest: str | None
    by_kind: dict[str, int]
    by_year: dict[str, int]
    by_section: dict[str, int]
    by_language: dict[str, int]
    by_date_source: dict[str, int]


class Fault(NamedTuple):
    """Something that is wrong with an archive, and in a sentence what to do about it.

    `kind` is "wrong" (no record), "conflict", "cut", "newer", "byte order mark", "line ends", "search" or "order".
    `line` is the number of the line of records.jsonl, from 1, where there is one.
    """

    kind: str
    line: int | None
    sentence: str
    mended: bool


class Report(NamedTuple):
    """What checking an archive found: its lines, records in force and older versions, and `number` faults.

    `faults` are the first thousand of them, `notes` sentences on what is no fault. Where lines cannot be read, no
    records are counted.
    """

    lines: int
    records: int
    versions: int
    number: int
    faults: tuple[Fault, ...]
    notes: tuple[str, ...]
