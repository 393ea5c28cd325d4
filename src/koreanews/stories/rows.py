"""A story as the store keeps it: the row of a record, and what can be compared of it."""

from __future__ import annotations

from typing import Any, NamedTuple

from koreanews.stories.clues import day_clues, key_of, period_clues
from koreanews.stories.days import UNSURE_SOURCES, Span, span_of
from koreanews.stories.likeness import bands_of, digest_of, text_of, words_of
from koreanews.stories.matching import NEAR, PERIOD, Candidate
from koreanews.stories.mentions import address_of, number_of


class StoryRow(NamedTuple):
    """A row of the table `story`.

    `offset` and `length` are the place of its line in records.jsonl. `key` is its headline's, `first` and `last` the
    days that its date may mean, `sure` whether that date is the publisher's word. `words` counts its text, `filled`
    the keys of its record that hold something; `digest` is its text's.
    """

    n: int
    id: str
    offset: int
    length: int
    headline: str | None
    teaser: str | None
    date: str | None
    date_source: str | None
    kind: str
    url: str | None
    number: int | None
    crawled: str | None
    key: int | None
    first: int | None
    last: int | None
    sure: int
    words: int
    filled: int
    digest: int | None

    @property
    def days(self) -> Span | None:
        return None if self.first is None or self.last is None else Span(self.first, self.last)

    def candidate(self) -> Candidate:
        """What a mention is held against."""
        return Candidate(self.headline or "", self.days, bool(self.sure), self.teaser, self.number, self.url, self.kind)

    def clues(self) -> list[int]:
        """The clues to find it by; none without a date, since only its whole headline tells such a story."""
        if not self.headline or self.days is None:
            return []
        clues = period_clues(self.headline, self.period)
        return clues + day_clues(self.headline, self.teaser, self.days.first) if self.days.is_day else clues

    @property
    def period(self) -> int:
        """The period in which a page may be that names it without a date; the next may be too."""
        return ((self.first or 0) - NEAR) // PERIOD


COLUMNS = ", ".join(f"story.{name}" for name in StoryRow._fields)
"""For a SELECT that gives whole rows."""


def story_row(n: int, record: dict[str, Any], offset: int, length: int) -> tuple[StoryRow, list[int]]:
    """The row of a record, and the bands of its text."""
    span = span_of(record["date"])
    words = words_of(text_of(record))
    row = StoryRow(
        n=n,
        id=record["id"],
        offset=offset,
        length=length,
        headline=record["headline"],
        teaser=record["teaser"],
        date=record["date"],
        date_source=record["date_source"],
        kind=record["kind"],
        url=address_of(record["url"]),
        number=number_of(record["dw_id"]) or number_of(record["url"]),
        crawled=record.get("crawled"),
        key=key_of(record["headline"]) if record["headline"] else None,
        first=span.first if span else None,
        last=span.last if span else None,
        sure=int(span is not None and span.is_day and record["date_source"] not in UNSURE_SOURCES),
        words=len(words),
        filled=sum(bool(value) for value in record.values()),
        digest=digest_of(words),
    )
    return row, bands_of(words)
