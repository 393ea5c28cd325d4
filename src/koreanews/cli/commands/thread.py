"""`koreanews thread`: the line that a story belongs to, as a dated list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from koreanews.cli.completion import complete_id
from koreanews.cli.output import is_terminal, print_fields, print_json
from koreanews.cli.session import Session, index_options
from koreanews.cli.stories import date_of, open_stories, shown_date

if TYPE_CHECKING:
    from koreanews.index import Index
    from koreanews.stories.results import Step


@click.command("thread")
@click.argument("id", shell_complete=complete_id)
@click.option(
    "--limit", type=click.IntRange(min=0), default=20, show_default=True, metavar="N", help="At most so many others."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@index_options
@click.pass_obj
def command(session: Session, id: str, limit: int, as_json: bool) -> None:
    """Show how a story developed, the oldest first.

    That is what came before and after it in its line. A story belongs to the line by being named by it or naming it,
    at first or second hand, by naming the same stories, and by telling of the same things at about the same time.
    Each comes with how closely it belongs, 0 to 1, and why.

    \b
    Examples:
      koreanews thread 000
      koreanews thread 000 --limit 5 --json
    """
    stories = open_stories(session)
    own = stories.index.resolve(id)
    steps = stories.thread(id, limit=limit)
    if as_json:
        for step in steps:
            print_json({**step.story._asdict(), "weight": step.weight, "reasons": step.reasons})
    elif is_terminal():
        _draw(stories.index, steps, own)
    else:
        for step in steps:
            print_fields((step.story.id, date_of(step.story), step.story.headline, f"{step.weight:.2f}", _why(step)))
    if len(steps) == 1 and limit:
        session.note("No other story of the archive is in its line.")


def _why(step: Step) -> str:
    return "; ".join(step.reasons)


def _draw(index: Index, steps: Sequence[Step], own: str) -> None:
    from rich.text import Text

    from koreanews.cli.screen import drawn, new_console, new_table, safe_text, show

    table = new_table("date", "id", "headline", header=False)
    short = index.short_ids(step.story.id for step in steps)
    for step in steps:
        style = "bold" if step.story.id == own else ""
        why = safe_text(f"{_why(step)} ({step.weight:.2f})", "dim")
        text = safe_text(step.story.headline or "", style)
        if step.story.id != own:
            text = Text.assemble(text, "\n", why)
        table.add_row(Text(shown_date(step.story), style), safe_text(short[step.story.id], style), text)
    console = new_console()
    show(console, [drawn(console, table)])
