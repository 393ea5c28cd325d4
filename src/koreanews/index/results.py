"""What looking into an archive gives back: rows of a listing, hits of a search."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """One line of a listing: these values of a record, as they stand there."""

    id: str
    date: str | None
    date_source: str | None
    section: str | None
    headline: str | None
    kind: str
    language: str | None
    url: str | None


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


class Passage(NamedTuple):
    """A stretch of a record's text that shows why it is a hit.

    `field` names the field as queries do (teaser, body, caption, recommends), `place` where the text stands in the
    record ("gallery[3].caption"). `start` is where in that text the passage begins, `highlights` are (start, end)
    of the matches within the passage, all in characters.
    """

    field: str
    place: str
    text: str
    start: int
    highlights: tuple[tuple[int, int], ...]


class Hit(NamedTuple):
    """One record that a search found.

    `score` is BM25's, 0.0 where hits are ordered by date. `headline_highlights` are (start, end) of the matches
    within the headline, in characters. `passage` is the best stretch of text outside the headline; null where the
    record has no such text.
    """

    row: Row
    score: float
    headline_highlights: tuple[tuple[int, int], ...]
    passage: Passage | None


class Results(NamedTuple):
    """A page of hits, and how many hits there are in all."""

    total: int
    hits: tuple[Hit, ...]


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

    `kind` is "wrong" (no record), "conflict", "cut", "newer", "byte order mark", "line ends" or "search"; `line` the
    number of the line of records.jsonl, from 1, where there is one.
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
