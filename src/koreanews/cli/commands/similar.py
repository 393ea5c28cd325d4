"""`koreanews similar`: the stories most like one, and which words make them so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from koreanews.cli.completion import complete_id
from koreanews.cli.dates import marked_date
from koreanews.cli.output import is_terminal, print_fields, print_json, say
from koreanews.cli.session import Session, index_options

if TYPE_CHECKING:
    from koreanews.index import Index
    from koreanews.index.reports import SimilarStory


@click.command("similar")
@click.argument("id", shell_complete=complete_id)
@click.option(
    "--limit", type=click.IntRange(min=1), default=10, show_default=True, metavar="N", help="At most so many."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, with score and words.")
@index_options
@click.pass_context
def command(ctx: click.Context, id: str, limit: int, as_json: bool) -> None:
    """Show the stories most like one, and the words that say so.

    Those words are frequent in the story and rare in the archive; how the stories are linked has no say (for that, see
    `koreanews thread`). Any beginning of an ID will do that names one record alone.

    \b
    Examples:
      koreanews similar 000
      koreanews similar 000 --limit 3 --json
    """
    session: Session = ctx.obj
    index = session.index()
    stories = index.similar(id, limit=limit)
    if as_json:
        for story in stories:
            print_json({**story.row._asdict(), "score": story.score, "words": story.words})
    elif is_terminal():
        _draw(index, stories)
    else:
        for story in stories:
            row, words = story.row, " ".join(story.words)
            print_fields((row.id, marked_date(row.date, row.date_source), row.headline, f"{story.score:.2f}", words))
    if not stories:
        say("No other story of the archive is like it.")
        ctx.exit(1)


def _draw(index: Index, stories: Sequence[SimilarStory]) -> None:
    from rich.text import Text

    from koreanews.cli.hyperlinks import linked
    from koreanews.cli.screen import drawn, new_console, new_table, safe_text, show

    table = new_table("id", "date", "headline", header=False)
    short = index.short_ids(story.row.id for story in stories)
    for story in stories:
        row = story.row
        headline = linked(safe_text(row.headline or "", "bold"), row.url)
        words = safe_text(", ".join(story.words), "dim")
        date = marked_date(row.date, row.date_source) or "undated"
        table.add_row(safe_text(short[row.id], "bold"), date, Text.assemble(headline, "\n", words))
    console = new_console()
    show(console, [drawn(console, table)] if stories else [])
