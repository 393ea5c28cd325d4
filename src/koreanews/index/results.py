"""What looking into an archive gives back: rows of a listing, hits of a search. See `reports` for the rest.

Annotations are types here, not text as elsewhere: each search makes these classes, which takes half as long so.
"""

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
