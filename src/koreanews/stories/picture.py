"""A map of stories drawn as SVG: one line a story, the oldest on top, with its links as rails to the left.

A story of unknown date stands above the first page that names it, than which it must be older.

Headlines stand in full and never overlap, however many links there are. Each story that is named has a rail of its
own, which begins at the pages that name it (dots) and ends at the story (arrow). Rails are placed by a fixed rule, the
shortest nearest to the headlines, so that the same map gives the same picture.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from koreanews.index.counting import counted
from koreanews.stories.escaping import for_xml, shown
from koreanews.stories.graph import Edge, Graph, Node

MOST_NODES = 1000
"""Stories of one picture; more can be drawn, but not read."""


def svg(graph: Graph) -> Iterator[str]:
    """The picture's lines. Its text is text: nothing in it links, loads or runs."""
    graph = _arranged(graph)
    rails = _placed(_rails(graph))
    left = _EDGE + (max((rail.lane for rail in rails), default=-1) + 1) * _LANE + _ARROW
    widest = max((_columns(_headline(node)) for node in graph.nodes), default=0)
    width = left + max(_DATE + widest * _LETTER, len(_LEGEND) * _LETTER) + _EDGE
    height = _TOP + len(graph.nodes) * _ROW + _EDGE
    yield f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height}" '
    yield f'viewBox="0 0 {width:.0f} {height}" font-family="Helvetica, Arial, sans-serif" font-size="13">'
    yield f"<title>{_counted(graph)}</title>"
    yield f'<rect width="{width:.0f}" height="{height}" fill="#ffffff"/>'
    yield f'<text x="{left}" y="22" font-weight="bold" fill="#222222">{_counted(graph)}</text>'
    yield f'<text x="{left}" y="40" fill="#666666">{_LEGEND}</text>'
    for rail in rails:
        yield from _drawn(rail, left)
    for row, node in enumerate(graph.nodes):
        yield from _line(row, node, left)
    yield "</svg>"


_EDGE, _TOP, _ROW, _LANE, _ARROW, _DATE = 20, 56, 24, 9, 16, 92
"""In pixels: the margin; the height of the title and of a row; the width of a lane, of an arrow and of a date."""
_LETTER = 7.2
"""Width of a letter at that size, on the generous side."""
_LONGEST = 140
"""Letters of a headline that are shown."""
_LEGEND = "Dots: pages that name a story. Arrow: the story named. Grey: not in the archive. Dashed: not certain."
_COLOURS = ("#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#ff7f0e", "#17becf", "#8c564b", "#e377c2")
_LACKING = "#9a9a9a"


def _arranged(graph: Graph) -> Graph:
    """The map with its undated nodes moved to where they are named first; those that nothing dated names stay last."""
    dates = [node.date for node in graph.nodes]
    named: dict[int, int] = {}
    for edge in graph.edges:
        if dates[edge.target] is None and dates[edge.source] is not None:
            named[edge.target] = min(edge.source, named.get(edge.target, edge.source))
    order = sorted(range(len(dates)), key=lambda place: (named.get(place, place), place not in named, place))
    places = {old: new for new, old in enumerate(order)}
    edges = (edge._replace(source=places[edge.source], target=places[edge.target]) for edge in graph.edges)
    return Graph(tuple(graph.nodes[old] for old in order), tuple(edges))


class _Rail(NamedTuple):
    """All links to one story: its row, the rows that name it, each with whether that is certain, and its lane."""

    target: int
    sources: tuple[tuple[int, bool], ...]
    is_lacking: bool
    lane: int = 0

    @property
    def top(self) -> int:
        return min(self.target, *(row for row, _ in self.sources))

    @property
    def bottom(self) -> int:
        return max(self.target, *(row for row, _ in self.sources))


def _rails(graph: Graph) -> list[_Rail]:
    """A rail for each story that others name, with all that name it."""
    to: dict[int, list[Edge]] = {}
    for edge in graph.edges:
        to.setdefault(edge.target, []).append(edge)
    rails = []
    for target, edges in sorted(to.items()):
        sources = tuple((edge.source, edge.status != "uncertain") for edge in edges)
        rails.append(_Rail(target, sources, graph.nodes[target].id is None))
    return rails


def _placed(rails: list[_Rail]) -> list[_Rail]:
    """Each rail in the first lane that is free along it, the shortest first."""
    taken: list[list[_Rail]] = []
    placed = []
    for rail in sorted(rails, key=lambda rail: (rail.bottom - rail.top, rail.top, rail.target)):
        free = (lane for lane, others in enumerate(taken) if not any(_overlap(rail, other) for other in others))
        lane = next(free, len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append(rail)
        placed.append(rail._replace(lane=lane))
    return placed


def _overlap(one: _Rail, other: _Rail) -> bool:
    return one.top <= other.bottom and other.top <= one.bottom


def _drawn(rail: _Rail, left: int) -> Iterator[str]:
    """The SVG of one rail; `left` is where the text begins."""
    colour = _LACKING if rail.is_lacking else _COLOURS[rail.target % len(_COLOURS)]
    x, end = left - _ARROW - (rail.lane + 1) * _LANE, left - 6
    target = _middle(rail.target)
    yield f'<g stroke="{colour}" fill="none" stroke-width="1.4">'
    for row, is_certain in rail.sources:
        y = _middle(row)
        # A little above or below the middle, so that what a story names is told from what names it.
        leave = y + (3 if row < rail.target else -3)
        turn = 4 if leave < target else -4
        dashes = "" if is_certain else ' stroke-dasharray="4 3"'
        yield (
            f'<path d="M{end} {leave}H{x + 4}Q{x} {leave} {x} {leave + turn}V{target - turn}'
            f'Q{x} {target} {x + 4} {target}H{end - 4}"{dashes}/>'
        )
        yield f'<circle cx="{end}" cy="{leave}" r="2.2" fill="{colour}" stroke="none"/>'
    arrow = f"M{end - 6} {target - 4}L{end + 1} {target}L{end - 6} {target + 4}Z"
    yield f'<path d="{arrow}" fill="{colour}" stroke="none"/>'
    yield "</g>"


def _line(row: int, node: Node, left: int) -> Iterator[str]:
    y = _middle(row) + 4.5
    colour, style = ("#777777", "italic") if node.id is None else ("#111111", "normal")
    yield f'<g fill="{colour}" font-style="{style}">'
    yield f"<title>{for_xml(node.headline)} ({for_xml(node.id or 'not in the archive')})</title>"
    date = for_xml(node.marked_date or "undated")
    yield f'<text x="{left + 4}" y="{y}" font-family="monospace" font-size="12">{date}</text>'
    yield f'<text x="{left + _DATE}" y="{y}">{for_xml(_headline(node))}</text></g>'


def _middle(row: int) -> float:
    return _TOP + row * _ROW + _ROW / 2


def _headline(node: Node) -> str:
    text = shown(node.headline or node.id or "")
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _columns(text: str) -> int:
    """The width of a text in Latin letters' widths: signs of Chinese, Japanese and Korean take two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _counted(graph: Graph) -> str:
    lacking = sum(node.id is None for node in graph.nodes)
    archived = len(graph.nodes) - lacking
    stories, links = counted(archived, "story"), counted(len(graph.edges), "link")
    return f"{stories} in the archive, {lacking:,} named but lacking, {links}"
