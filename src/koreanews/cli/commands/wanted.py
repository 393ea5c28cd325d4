"""`koreanews wanted`: the stories that archived pages name and the archive lacks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from koreanews.cli.output import is_terminal, print_fields, print_json
from koreanews.cli.selection import date_options
from koreanews.cli.session import Session, index_options
from koreanews.cli.stories import open_stories
from koreanews.index.counting import counted, is_or_are

if TYPE_CHECKING:
    from koreanews.stories.results import WantedStory


@click.command("wanted")
@date_options
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most so many.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@index_options
@click.pass_obj
def command(session: Session, date_from: str | None, date_to: str | None, limit: int | None, as_json: bool) -> None:
    """List the stories that pages name and the archive lacks.

    Those that most pages ask for come first, then the newest: each with its date, headline, how many pages name it,
    and its address where one of them gives it. It is the list to hand to a crawler or a librarian. With --from or
    --to, what no page gives a date for is left out.

    \b
    Examples:
      koreanews wanted
      koreanews wanted --from 2018 --to 2019-03
      koreanews wanted --json | jq -r 'select(.url).url'
    """
    found = open_stories(session).wanted(date_from=date_from, date_to=date_to)
    shown = found[:limit]
    if as_json:
        for story in shown:
            print_json(story._asdict())
    elif is_terminal():
        _draw(shown)
    else:
        for story in shown:
            print_fields((story.date, story.headline, str(story.pages), story.url))
    if found:
        session.note(_count(found, shown))
    else:
        session.note("Nothing is wanted." if date_from is date_to is None else "Nothing is wanted of that time.")


def _count(found: Sequence[WantedStory], shown: Sequence[WantedStory]) -> str:
    wanted = f"{counted(len(found), 'story')} {is_or_are(len(found))} wanted"
    if len(found) == len(shown):
        return wanted
    return f"{wanted}, of which {len(shown):,} {is_or_are(len(shown))} shown"


def _draw(stories: Sequence[WantedStory]) -> None:
    from rich.text import Text

    from koreanews.cli.screen import drawn, new_console, new_table, safe_text, show

    table = new_table("pages", "date", "headline")
    for story in stories:
        text = safe_text(story.headline)
        if story.url:
            text = Text.assemble(text, "\n", safe_text(story.url, "dim"))
        table.add_row(f"{story.pages:,}", safe_text(story.date or "undated"), text)
    console = new_console()
    show(console, [drawn(console, table)] if stories else [])
