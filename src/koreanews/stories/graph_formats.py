"""A map of stories as text that other programs read: DOT, GraphML, JSON, Mermaid.

Every headline comes from a page that may mean harm: in each format it is written so that it stays text.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from koreanews.stories.escaping import for_dot, for_mermaid, for_xml
from koreanews.stories.graph import Edge, Graph, Node


def dot(graph: Graph) -> Iterator[str]:
    """Lines for Graphviz. What is lacking is dashed; so are links that are uncertain."""
    yield "digraph stories {"
    yield "  rankdir=LR;"
    yield '  node [shape=box, style=rounded, fontname="sans-serif"];'
    for place, node in enumerate(graph.nodes):
        style = ', style="rounded,dashed", fontcolor=gray40' if node.id is None else ""
        yield f"  n{place} [label={for_dot(label(node))}, tooltip={for_dot(node.id or 'not in the archive')}{style}];"
    for edge in graph.edges:
        style = ", style=dashed" if edge.status == "uncertain" else ""
        yield f"  n{edge.source} -> n{edge.target} [tooltip={for_dot(edge_label(edge))}{style}];"
    yield "}"


def graphml(graph: Graph) -> Iterator[str]:
    """Lines of GraphML, with the values of nodes and edges as data."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for owner, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for name, kind in keys.items():
            yield f'  <key id="{owner}_{name}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>'
    yield '  <graph id="stories" edgedefault="directed">'
    for place, node in enumerate(graph.nodes):
        yield f'    <node id="n{place}">{"".join(_data("node", node_values(node)))}</node>'
    for edge in graph.edges:
        values = "".join(_data("edge", edge_values(edge)))
        yield f'    <edge source="n{edge.source}" target="n{edge.target}">{values}</edge>'
    yield "  </graph>"
    yield "</graphml>"


def as_json(graph: Graph) -> Iterator[str]:
    """One JSON object on one line; edges name nodes by their places in the list."""
    nodes = [node_values(node) for node in graph.nodes]
    edges = [
        {"source": edge.source, "target": edge.target, **edge_values(edge), "ways": list(edge.ways)}
        for edge in graph.edges
    ]
    yield json.dumps({"nodes": nodes, "edges": edges}, ensure_ascii=False)


def mermaid(graph: Graph) -> Iterator[str]:
    """Lines of a Mermaid flowchart."""
    yield "flowchart LR"
    for place, node in enumerate(graph.nodes):
        yield f'  n{place}["{for_mermaid(label(node))}"]{":::wanted" if node.id is None else ""}'
    for edge in graph.edges:
        yield f"  n{edge.source} {'-.->' if edge.status == 'uncertain' else '-->'} n{edge.target}"
    yield "  classDef wanted stroke-dasharray: 4 4, color: #666"


FORMATS: dict[str, Callable[[Graph], Iterator[str]]] = {
    "dot": dot,
    "graphml": graphml,
    "json": as_json,
    "mermaid": mermaid,
}


def label(node: Node) -> str:
    """A node's name: its date, where known, and its headline."""
    return " ".join(filter(None, (node.marked_date, node.headline or node.id)))


def edge_label(edge: Edge) -> str:
    """What is known of an edge, in a few words."""
    if edge.confidence is None:
        return f"{', '.join(edge.ways)}: not in the archive"
    return f"{', '.join(edge.ways)}: {edge.confidence:.2f}, {edge.reason}"


def node_values(node: Node) -> dict[str, str | None]:
    """A node's values by name."""
    return {**node._asdict(), "status": "archived" if node.id else "wanted"}


def edge_values(edge: Edge) -> dict[str, object]:
    """An edge's values by name, but for its ends."""
    return {
        "ways": ", ".join(edge.ways),
        "status": edge.status,
        "confidence": edge.confidence,
        "reason": edge.reason,
    }


_NODE_KEYS = dict.fromkeys(("id", "headline", "date", "url", "date_source", "status"), "string")
_EDGE_KEYS = {"ways": "string", "status": "string", "confidence": "double", "reason": "string"}


def _data(owner: str, values: dict[str, str | None] | dict[str, object]) -> Iterator[str]:
    for name, value in values.items():
        if value is not None:
            yield f'<data key="{owner}_{name}">{for_xml(str(value))}</data>'
