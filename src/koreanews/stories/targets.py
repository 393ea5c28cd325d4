"""What pages point to: the stories that mentions name, each kept once however many pages name it in the same words."""

from __future__ import annotations

import sqlite3
from hashlib import blake2b
from typing import Any, NamedTuple

from koreanews.cleaner.titles import comparable
from koreanews.stories.clues import day_clues, key_of, period_clues
from koreanews.stories.days import Span, span_of
from koreanews.stories.matching import PERIOD, Candidate, Wanted
from koreanews.stories.mentions import Mention, address_of, mentions_of, number_of, written
from koreanews.stories.rows import StoryRow


class TargetRow(NamedTuple):
    """A row of the table `target`.

    `identity` is the same for mentions in the same words and with the same evidence. `before` is the day of the page
    where the mention itself has no date. `media` says that only the list of audios and videos names it.
    """

    n: int
    identity: int
    headline: str
    teaser: str | None
    date: str | None
    url: str | None
    number: int | None
    media: int
    key: int
    first: int | None
    last: int | None
    before: int | None

    @property
    def days(self) -> Span | None:
        return None if self.first is None or self.last is None else Span(self.first, self.last)

    def wanted(self) -> Wanted:
        """What a story is held against."""
        return Wanted(self.headline, self.days, self.teaser, self.number, self.url, self.before, bool(self.media))

    def candidate(self) -> Candidate:
        """The story that is named, as another mention is held against it."""
        return Candidate(self.headline, self.days, True, self.teaser, self.number, self.url)

    def clues(self) -> list[int]:
        """The clues that a story which it may mean shares with it on the same day or, undated, in the same period."""
        days = self.days
        if days is None:
            return [] if self.before is None else period_clues(self.headline, self.before // PERIOD)
        return day_clues(self.headline, self.teaser, days.first) if days.is_day else []


COLUMNS = ", ".join(f"target.{name}" for name in TargetRow._fields)
"""For a SELECT that gives whole rows."""


class Targets:
    """Gathers the mentions of stories; `write` puts in those of a batch.

    `first_new` is the number from which on targets are new, `next` that of the next new one.
    """

    def __init__(self, store: sqlite3.Connection) -> None:
        self._store = store
        self.first_new = self.next = (store.execute("SELECT max(n) FROM target").fetchone()[0] or 0) + 1
        self._named: dict[int, TargetRow] = {}
        self._mentions: list[tuple[int, int, int, str, str]] = []

    def add(self, page: StoryRow, record: dict[str, Any]) -> None:
        """Takes what a story's page names."""
        before = page.last if page.sure else None
        for place, mention in enumerate(mentions_of(record)):
            target = _target(mention, before)
            self._named.setdefault(target.identity, target)
            self._mentions.append((page.n, place, target.identity, written(mention.places), mention.headline))

    def write(self) -> list[tuple[int, int]]:
        """Puts the batch in, but for the clues of its new targets: gives these, each with its target."""
        numbers = self._known()
        rows = []
        for identity, target in self._named.items():
            if identity not in numbers:
                numbers[identity] = self.next
                rows.append(target._replace(n=self.next))
                self.next += 1
        marks = ", ".join("?" * len(TargetRow._fields))
        self._store.executemany(f"INSERT INTO target VALUES ({marks})", rows)
        mentions = (
            (page, place, numbers[identity], places, headline)
            for page, place, identity, places, headline in self._mentions
        )
        self._store.executemany("INSERT INTO mention VALUES (?, ?, ?, ?, ?)", mentions)
        self._named, self._mentions = {}, []
        return [(clue, row.n) for row in rows for clue in set(row.clues())]

    def _known(self) -> dict[int, int]:
        """The numbers of those that some page named so before."""
        known: dict[int, int] = {}
        identities = list(self._named)
        for start in range(0, len(identities), _AT_ONCE):
            some = identities[start : start + _AT_ONCE]
            query = f"SELECT identity, n FROM target WHERE identity IN ({', '.join('?' * len(some))})"
            known |= self._store.execute(query, some).fetchall()
        return known


_AT_ONCE = 500
"""Identities that one query of SQLite is given."""


def _target(mention: Mention, before: int | None) -> TargetRow:
    """What a mention names, without a number yet."""
    span = span_of(mention.date)
    number, url = number_of(mention.url), address_of(mention.url)
    before = before if span is None else None
    media = int(mention.ways == ("media",))
    # An address may hold more than the story's number: that of the page above which it opens, for one.
    address = url if number is None else None
    teaser = comparable(mention.teaser) if mention.teaser else None
    evidence = (comparable(mention.headline), teaser, mention.date, number, address, before, media)
    digest = blake2b(repr(evidence).encode("utf-8", "replace"), digest_size=8).digest()
    return TargetRow(
        n=0,
        identity=int.from_bytes(digest, signed=True),
        headline=mention.headline,
        teaser=mention.teaser,
        date=mention.date,
        url=url,
        number=number,
        media=media,
        key=key_of(mention.headline),
        first=span.first if span else None,
        last=span.last if span else None,
        before=before,
    )
