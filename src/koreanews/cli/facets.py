"""The hits of a query counted: by year, section, kind and agency."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from koreanews.cli.output import is_terminal, print_fields, print_json

if TYPE_CHECKING:
    from rich.console import RenderableType

Facets = dict[str, dict[str, int]]

SHOWN = ("year", "section", "kind", "agency")
"""Of all that `Index.facets` counts what a reader narrows a search down by."""


def print_facets(facets: Facets, *, as_json: bool) -> None:
    """Prints the counts: as one JSON object, as lines of facet, value and count, or drawn for a terminal."""
    facets = {name: facets[name] for name in SHOWN}
    if as_json:
        print_json(facets)
    elif is_terminal():
        _draw(facets)
    else:
        for name, counts in facets.items():
            for value, count in counts.items():
                print_fields((name, value, str(count)))


def _draw(facets: Facets) -> None:
    from koreanews.cli.screen import drawn, new_console, show

    console = new_console()
    show(console, (drawn(console, *_lines(name, counts)) for name, counts in facets.items() if counts))


def _lines(name: str, counts: dict[str, int]) -> Iterator[RenderableType]:
    """A facet's table; of many values those with most hits, but years all and in order."""
    from rich.table import Table
    from rich.text import Text

    from koreanews.cli.screen import safe_text

    yield Text(name, "bold")
    shown = dict(list(counts.items())[:_MOST]) if name != "year" else counts
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(justify="right")
    for value, count in shown.items():
        grid.add_row(f"{count:,}", safe_text(value))
    yield grid
    if len(shown) < len(counts):
        yield Text(f"and {len(counts) - len(shown):,} more", "dim")
    yield Text()


_MOST = 15
"""Values of a facet that are shown, the most frequent."""
