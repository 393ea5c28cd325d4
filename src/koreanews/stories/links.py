"""What a story points to, and what points to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from koreanews.stories.groups import group_of, ranked, rows_of, story_of
from koreanews.stories.matching import MARGIN
from koreanews.stories.mentions import Place, Way, places_of
from koreanews.stories.results import SURE_FROM, Incoming, Link, Links, Meant, Status
from koreanews.stories.rows import COLUMNS, StoryRow


def links_of(store: sqlite3.Connection, page: StoryRow) -> Links:
    """All links of a story."""
    incoming = sorted(_incoming(store, page), key=lambda one: (one.page.date or "", one.page.id), reverse=True)
    return Links(story_of(page), tuple(link for _, link in outgoing(store, page)), tuple(incoming))


def outgoing(store: sqlite3.Connection, page: StoryRow) -> Iterator[tuple[int, Link]]:
    """What a page names, in its order, each with its target's number; what it says of itself or its copies left out."""
    query = (
        "SELECT mention.places, mention.headline, target.n, target.date, target.teaser, target.url "
        "FROM mention JOIN target ON target.n = mention.target WHERE mention.story = ? ORDER BY mention.place"
    )
    for written, headline, target, date, teaser, url in store.execute(query, (page.n,)).fetchall():
        status, meant = settled(store, target, page.n)
        if status is not None:
            told = tuple(Meant(story_of(fit.row), fit.confidence, fit.reason) for fit in meant)
            places = places_of(written)
            yield target, Link(_ways(places), headline, date, teaser, url, status, told, places)


class Fit(NamedTuple):
    """A story that a mention may mean; how surely, 0 to 1, and why."""

    row: StoryRow
    confidence: float
    reason: str


def settled(store: sqlite3.Connection, target: int, page: int) -> tuple[Status | None, list[Fit]]:
    """What a mention on a page means: one of each group of copies, the likeliest first; None for the page itself."""
    found = store.execute(
        "SELECT story, confidence, reason FROM link WHERE target = ? ORDER BY confidence DESC, story", (target,)
    ).fetchall()
    if not found:
        return "wanted", []
    seen = set(group_of(store, page))
    meant: list[Fit] = []
    for story, confidence, reason in found:
        if story not in seen:
            members = group_of(store, story)
            seen.update(members)
            meant.append(Fit(ranked(rows_of(store, members))[0], confidence, reason))
    if not meant:
        return None, []
    best = meant[0].confidence
    meant = [fit for fit in meant if fit.confidence > best - MARGIN]
    return ("found" if len(meant) == 1 and best >= SURE_FROM else "uncertain"), meant


def _incoming(store: sqlite3.Connection, story: StoryRow) -> Iterator[Incoming]:
    """The pages that name a story or one of its copies, but for those copies themselves."""
    members = group_of(store, story.n)
    marks = ", ".join("?" * len(members))
    query = (
        f"SELECT DISTINCT mention.target, mention.places, mention.headline, {COLUMNS} FROM link "
        "JOIN mention ON mention.target = link.target JOIN story ON story.n = mention.story "
        f"WHERE link.story IN ({marks}) AND mention.story NOT IN ({marks})"
    )
    for target, written, headline, *row in store.execute(query, (*members, *members)).fetchall():
        page = StoryRow(*row)
        status, meant = settled(store, target, page.n)
        for fit in meant:
            if status is not None and fit.row.n in members:
                ways = _ways(places_of(written))
                yield Incoming(story_of(page), ways, headline, status, fit.confidence, fit.reason)


def _ways(places: tuple[Place, ...]) -> tuple[Way, ...]:
    return tuple(dict.fromkeys(way for way, _ in places))
