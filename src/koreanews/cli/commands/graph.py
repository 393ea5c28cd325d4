"""`koreanews graph`: the map of stories, for other programs or as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from koreanews.cli.faults import Misused
from koreanews.cli.output import is_terminal, print_json_line, print_line
from koreanews.cli.query import QUERY_SETTINGS, query_explained, query_of
from koreanews.cli.safe import visible
from koreanews.cli.session import Session, index_options
from koreanews.cli.stories import open_stories
from koreanews.index.counting import counted

if TYPE_CHECKING:
    from koreanews.index import Index
    from koreanews.stories.graph import Graph


@click.command("graph", context_settings=QUERY_SETTINGS)
@click.argument("query", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(["dot", "graphml", "json", "mermaid"]),
    help="How to write the map to standard output.  [default: dot, or nothing with --svg]",
)
@click.option("--svg", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Draw it into this file.")
@click.option("--no-wanted", is_flag=True, help="Leave out what the archive lacks.")
@index_options
@click.pass_context
def command(ctx: click.Context, query: Sequence[str], form: str | None, svg: Path | None, no_wanted: bool) -> None:
    """Write the map of stories: who names whom.

    With a QUERY, as `koreanews search` takes it, the map of the records that it finds and of what they name; without
    one that of the whole archive. Copies of one story are one node; what the archive lacks is marked as such.

    \b
    Examples:
      koreanews graph liaison office --svg liaison.svg
      koreanews graph --format graphml > stories.graphml
      koreanews graph Kaesong --format dot | dot -Tpdf > kaesong.pdf
    """
    session: Session = ctx.obj
    stories = open_stories(session)
    ids = _found(ctx, stories.index, query) if query else None
    graph = stories.graph(ids, with_wanted=not no_wanted)
    if svg is not None:
        _write_picture(graph, svg)
        session.note(f"Drew {counted(len(graph.nodes), 'story')} and {counted(len(graph.edges), 'link')} into {svg}")
    if form is not None or svg is None:
        _print(graph, form or "dot")
    if not graph.nodes:
        session.note("No stories.")
        ctx.exit(1 if query else 0)


def _found(ctx: click.Context, index: Index, query: Sequence[str]) -> list[str]:
    words = query_of(ctx, query)
    with query_explained(ctx, words):
        total = index.search(words, limit=0).total
        return [hit.row.id for hit in index.search(words, limit=total, passage_size=0).hits]


def _print(graph: Graph, form: str) -> None:
    from koreanews.stories.graph_formats import FORMATS

    for line in FORMATS[form](graph):
        if form == "json":
            print_json_line(line)
        else:
            print_line(visible(line) if is_terminal() else line)


def _write_picture(graph: Graph, path: Path) -> None:
    from koreanews.stories.picture import MOST_NODES, svg

    if len(graph.nodes) > MOST_NODES:
        raise Misused(
            f"{len(graph.nodes):,} stories are more than a picture can show ({MOST_NODES:,}). Name fewer with a query, "
            "or leave out --svg and give --format."
        )
    path.write_text("".join(f"{line}\n" for line in svg(graph)), encoding="utf-8")
