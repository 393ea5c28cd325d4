"""`koreanews graph`: the map of stories, for other programs or as a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from koreanews.cli.documents import standard_output
from koreanews.cli.faults import Misused
from koreanews.cli.found import all_found
from koreanews.cli.output import print_json_line
from koreanews.cli.pictures import svg_option, write_picture
from koreanews.cli.query import QUERY_SETTINGS, query_of
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
    # Those of stories.graph_formats, which is not loaded for the help; a test holds the two equal.
    type=click.Choice(["dot", "graphml", "json", "mermaid"]),
    help="How to write the map to standard output.  [default: dot, or nothing with --svg]",
)
@svg_option
@click.option("--no-wanted", is_flag=True, help="Leave out what the archive lacks.")
@index_options
@click.pass_context
def command(
    ctx: click.Context, query: Sequence[str], form: str | None, svg: str | None, force: bool, no_wanted: bool
) -> None:
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
    if svg == "-" and form is not None:
        raise Misused("--format and --svg - would both write to standard output: choose one.")
    stories = open_stories(session)
    ids = _found(ctx, stories.index, query) if query else None
    graph = stories.graph(ids, with_wanted=not no_wanted)
    if svg is not None:
        write_picture(_drawn(graph), svg, force=force)
        if svg != "-":
            session.note(
                f"Drew {counted(len(graph.nodes), 'story')} and {counted(len(graph.edges), 'link')} into {svg}"
            )
    if form is not None or svg is None:
        _print(graph, form or "dot")
    if not graph.nodes:
        session.note("No stories.")


def _found(ctx: click.Context, index: Index, query: Sequence[str]) -> list[str]:
    words = query_of(ctx, query)
    return [row.id for row in all_found(ctx, index, words, index.rows)]


def _print(graph: Graph, form: str) -> None:
    from koreanews.stories.graph_formats import FORMATS

    if form == "json":
        for line in FORMATS[form](graph):
            print_json_line(line)
        return
    out = standard_output()
    for line in FORMATS[form](graph):
        out.write(f"{line}\n")


def _drawn(graph: Graph) -> Iterator[str]:
    """The lines of the SVG picture."""
    from koreanews.stories.picture import MOST_NODES, svg

    if len(graph.nodes) > MOST_NODES:
        raise Misused(
            f"{len(graph.nodes):,} stories are more than a picture can show ({MOST_NODES:,}). Name fewer with a query, "
            "or leave out --svg and give --format."
        )
    return (f"{line}\n" for line in svg(graph))
