"""What asking for stories gives back: links, gaps, copies and story lines."""

from __future__ import annotations

from typing import Literal, NamedTuple

from koreanews.stories.mentions import Place, Way

Status = Literal["found", "uncertain", "wanted"]
"""Of a mention: one story is meant; one may be, or one of several; the archive has none."""

SURE_FROM = 0.7
"""The confidence from which on a match that has no rival is taken as the story meant."""


class Story(NamedTuple):
    """A story of the archive, by these values of its record."""

    id: str
    headline: str | None
    date: str | None
    date_source: str | None
    kind: str
    url: str | None


class Meant(NamedTuple):
    """A story that a mention may mean; how surely, 0 to 1, and why."""

    story: Story
    confidence: float
    reason: str


class Link(NamedTuple):
    """One story that a page names, as the page names it, and what of the archive is meant, the likeliest first.

    `meant` has one story where `status` is "found", one or more where it is "uncertain", none where "wanted".
    `places` are where the page names it: the record's key, and the position in that list, from 0.
    """

    ways: tuple[Way, ...]
    headline: str
    date: str | None
    teaser: str | None
    url: str | None
    status: Status
    meant: tuple[Meant, ...]
    places: tuple[Place, ...]


class Incoming(NamedTuple):
    """A page that names the story asked for: where, in which words, how surely it means it. `status` as in Link."""

    page: Story
    ways: tuple[Way, ...]
    headline: str
    status: Status
    confidence: float
    reason: str


class Links(NamedTuple):
    """What a story points to, in its page's order, and what points to it, the newest first."""

    story: Story
    outgoing: tuple[Link, ...]
    incoming: tuple[Incoming, ...]


class WantedStory(NamedTuple):
    """A story that pages name and the archive lacks.

    `headline`, `date` and `url` as the pages give them, `dw_number` from the address; `pages` are how many pages ask
    for it, `asked_by` the ids of the first of them.
    """

    headline: str
    date: str | None
    url: str | None
    teaser: str | None
    pages: int
    ways: tuple[Way, ...]
    asked_by: tuple[str, ...]


class Copy(NamedTuple):
    """One story of a group of copies; `likeness` and `reason` say what joins it to the group.

    `same_story` is whether all that is known says that it is the preferred story saved once more: a DW id, or
    headline and date. Else it is another story with the same text, such as an agency's.
    """

    story: Story
    words: int
    likeness: float
    reason: str
    same_story: bool


class Group(NamedTuple):
    """Copies of one story, the preferred one first."""

    copies: tuple[Copy, ...]

    @property
    def same_story(self) -> bool:
        """Whether all of them are one story; see `Copy`."""
        return all(copy.same_story for copy in self.copies)


class Difference(NamedTuple):
    """What differs between two copies: the record's key, and in words how."""

    key: str
    text: str


class Step(NamedTuple):
    """One story of a story line; `weight` says how closely it belongs to the one asked for, 0 to 1, `reasons` why."""

    story: Story
    weight: float
    reasons: tuple[str, ...]
