"""The map of stories: who names whom, copies as one, with what is named and lacking."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from koreanews.parser.verdicts import INFERRED
from koreanews.stories.gaps import gaps_of
from koreanews.stories.groups import preferred, story_of
from koreanews.stories.links import outgoing
from koreanews.stories.mentions import Way
from koreanews.stories.results import Link, Status, Story
from koreanews.stories.rows import COLUMNS, StoryRow


class Node(NamedTuple):
    """A story of the map; `id` and `date_source` are its record's, None where the archive lacks it."""

    id: str | None
    headline: str
    date: str | None
    url: str | None
    date_source: str | None = None

    @property
    def marked_date(self) -> str | None:
        """The date as it is to be shown: marked where it was inferred, as "~2017-11-30"."""
        return f"~{self.date}" if self.date and self.date_source in INFERRED else self.date


class Edge(NamedTuple):
    """That one node names another, by their places in the list of nodes; `confidence` is None if that is lacking."""

    source: int
    target: int
    ways: tuple[Way, ...]
    status: Status
    confidence: float | None
    reason: str | None


class Graph(NamedTuple):
    """A map: nodes by date, the undated last; edges in the order of their sources."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def graph(store: sqlite3.Connection, ids: Iterable[str] | None, *, with_wanted: bool) -> Graph:
    """The map of these records and what they name, or of the whole archive where `ids` is None."""
    making = _Making(store, with_wanted)
    for page in _pages(store, ids):
        making.add(page)
    return making.graph()


def _pages(store: sqlite3.Connection, ids: Iterable[str] | None) -> list[StoryRow]:
    """The rows of these records, or of all."""
    if ids is None:
        return [StoryRow(*row) for row in store.execute(f"SELECT {COLUMNS} FROM story ORDER BY n").fetchall()]
    rows = [store.execute(f"SELECT {COLUMNS} FROM story WHERE id = ?", (id,)).fetchone() for id in ids]
    return [StoryRow(*row) for row in rows if row is not None]


_Key = str | tuple[str, int]
"""What a node is told by: its record's id; or, of what is lacking, the word "wanted" and a number."""


class _Making:
    """Gathers nodes, each once, and edges between them."""

    def __init__(self, store: sqlite3.Connection, with_wanted: bool) -> None:
        self._store = store
        self._gaps = {target.n: at for at, gap in enumerate(gaps_of(store)) for target in gap.targets}
        self._with_wanted = with_wanted
        self._nodes: dict[_Key, Node] = {}
        self._edges: dict[tuple[_Key, _Key], Edge] = {}

    def add(self, page: StoryRow) -> None:
        """Takes a page, and what it names."""
        source = self._archived(story_of(preferred(self._store, page.n)))
        for target, link in outgoing(self._store, page):
            for meant in link.meant:
                self._link(source, self._archived(meant.story), link, meant.confidence, meant.reason)
            if link.status == "wanted" and self._with_wanted:
                # Named here in other words than elsewhere, it is still one story; the first words stay.
                lacking = ("wanted", self._gaps.get(target, -target))
                self._nodes.setdefault(lacking, Node(None, link.headline, link.date, link.url))
                self._link(source, lacking, link, None, None)

    def graph(self) -> Graph:
        """The map of all that was taken."""

        def by_date(key: _Key) -> tuple[object, ...]:
            node = self._nodes[key]
            return node.date is None, node.date or "", node.id or "", node.headline

        order = {key: place for place, key in enumerate(sorted(self._nodes, key=by_date))}
        edges = (edge._replace(source=order[a], target=order[b]) for (a, b), edge in self._edges.items())
        return Graph(
            tuple(self._nodes[key] for key in order), tuple(sorted(edges, key=lambda edge: (edge.source, edge.target)))
        )

    def _archived(self, story: Story) -> _Key:
        """The key of a story that the archive has; makes its node."""
        self._nodes.setdefault(story.id, Node(story.id, story.headline or "", story.date, story.url, story.date_source))
        return story.id

    def _link(self, source: _Key, target: _Key, link: Link, confidence: float | None, reason: str | None) -> None:
        """Makes an edge between two nodes; their places in the list are not known yet."""
        if source != target:
            # A copy that names the same story again adds nothing.
            self._edges.setdefault((source, target), Edge(0, 0, link.ways, link.status, confidence, reason))
