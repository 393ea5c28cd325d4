"""`koreanews search`: the records that a query finds, each with the passage that matched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

import click

from koreanews.cli.dates import marked_date
from koreanews.cli.output import is_terminal, print_fields, print_json, say
from koreanews.cli.query import QUERY_SETTINGS, query_explained, query_of
from koreanews.cli.selection import date_options, kind_options
from koreanews.cli.session import Session, index_options

if TYPE_CHECKING:
    from rich.text import Text

    from koreanews.index import Index
    from koreanews.index.results import Hit, Passage, Results


@click.command("search", context_settings=QUERY_SETTINGS)
@click.argument("query", nargs=-1, required=True)
@click.option(
    "--sort",
    type=click.Choice(["relevance", "newest", "oldest"]),
    default="relevance",
    show_default=True,
    help="Best first, or by date.",
)
@date_options
@kind_options
@click.option(
    "--limit", type=click.IntRange(min=0), default=10, show_default=True, metavar="N", help="At most so many."
)
@click.option("--offset", type=click.IntRange(min=0), default=0, metavar="N", help="Leave out so many first.")
@click.option("--exact", is_flag=True, help="Words as they are spelt only: no other spellings of Korean names.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, with score and highlights.")
@index_options
@click.pass_context
def command(
    ctx: click.Context,
    query: Sequence[str],
    sort: Literal["relevance", "newest", "oldest"],
    date_from: str | None,
    date_to: str | None,
    section: str | None,
    kind: str | None,
    limit: int,
    offset: int,
    exact: bool,
    as_json: bool,
) -> None:
    """Find records: all words must match, the best match comes first.

    The arguments are joined by blanks to one query. "phrases" stand in double quotes, which the shell must be kept
    from taking away; -word leaves records out; field:word looks in one field only. docs/query-language.md says it
    all.

    \b
    Examples:
      koreanews search liaison
      koreanews search liaison office -summit
      koreanews search '"liaison office" headline:Korea' --from 2018-09
    """
    session: Session = ctx.obj
    words = query_of(ctx, query)
    index = session.index()
    with query_explained(ctx, words):
        results = index.search(
            words,
            sort=sort,
            date_from=date_from,
            date_to=date_to,
            section=section,
            kind=kind,
            limit=limit,
            offset=offset,
            exact=exact,
        )
    if as_json:
        for hit in results.hits:
            print_json(_plain(hit))
    elif is_terminal():
        _draw(index, results.hits)
    else:
        for hit in results.hits:
            date = marked_date(hit.row.date, hit.row.date_source)
            passage = hit.passage.text if hit.passage else None
            print_fields((hit.row.id, date, hit.row.headline, passage))
    if results.total == 0:
        say(f"Nothing found for: {words}")
        ctx.exit(1)
    session.note(_count(results, offset))


def _plain(hit: Hit) -> dict[str, Any]:
    """A hit as JSON: the row's keys, then score, highlights and passage; offsets in characters."""
    return {
        **hit.row._asdict(),
        "score": hit.score,
        "headline_highlights": hit.headline_highlights,
        "passage": hit.passage._asdict() if hit.passage else None,
    }


def _count(results: Results, offset: int) -> str:
    shown = len(results.hits)
    found = "1 hit" if results.total == 1 else f"{results.total:,} hits"
    if shown == results.total:
        return found
    return f"{found}, of which {offset + 1:,} to {offset + shown:,} are shown" if shown else f"{found}, none shown"


def _draw(index: Index, hits: Sequence[Hit]) -> None:
    from rich.text import Text

    from koreanews.cli.screen import drawn, new_console, new_table, safe_text, show

    table = new_table("id", "date", "headline", header=False)
    short = index.short_ids(hit.row.id for hit in hits)
    for hit in hits:
        row = hit.row
        story = safe_text(row.headline or "", "bold", hit.headline_highlights)
        if hit.passage:
            story = Text.assemble(story, "\n", _passage(hit.passage))
        table.add_row(safe_text(short[row.id], "bold"), marked_date(row.date, row.date_source) or "undated", story)
    console = new_console()
    show(console, [drawn(console, table)] if hits else [])


def _passage(passage: Passage) -> Text:
    """A passage with its matches marked; told apart where it is not from the story itself."""
    from rich.text import Text

    from koreanews.cli.screen import safe_text

    where = "" if passage.field in _STORY else f"{passage.field}: "
    before = "… " if passage.start else ""
    after = "" if passage.text.endswith(_ENDS) else " …"
    return Text.assemble((where, "italic"), before, safe_text(passage.text, "", passage.highlights), after, "\n")


_STORY = frozenset({"teaser", "body"})
_ENDS = tuple(".?!\"'”’")
