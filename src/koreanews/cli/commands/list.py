"""`koreanews list`: the records of the archive, one a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Literal

import click

from koreanews.cli.dates import marked_date
from koreanews.cli.output import is_terminal, print_fields, print_json
from koreanews.cli.selection import Choice, choice_options
from koreanews.cli.session import Session, index_options

if TYPE_CHECKING:
    from rich.table import Table

    from koreanews.index import Index
    from koreanews.index.results import Row


@click.command("list")
@click.option(
    "--sort",
    type=click.Choice(["date", "id", "added"]),
    default="date",
    show_default=True,
    help="By date (newest first), by id, or in the order in which they were added.",
)
@click.option("--reverse", is_flag=True, help="Turn the order round; records without a date stay last.")
@choice_options
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most so many.")
@click.option("--offset", type=click.IntRange(min=0), default=0, metavar="N", help="Leave out so many first.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@index_options
@click.pass_context
def command(
    ctx: click.Context,
    sort: Literal["date", "id", "added"],
    reverse: bool,
    choice: Choice,
    limit: int | None,
    offset: int,
    as_json: bool,
) -> None:
    """List the records, newest first, those without a date last.

    Each with its id, date, section and headline. A date that was inferred, not read on the page, is marked:
    ~2017-11-30.

    \b
    Examples:
      koreanews list --limit 20
      koreanews list --from 2018-09 --to 2019-04
      koreanews list --json | jq -r .headline
    """
    session: Session = ctx.obj
    index = session.index()
    rows = index.list(sort=sort, reverse=reverse, limit=limit, offset=offset, **choice)
    first = next(rows, None)
    if first is None:
        from koreanews.cli.found import none_chosen

        session.note(none_chosen(index))
        if any(value is not None for value in choice.values()) and next(index.list(limit=1, **choice), None) is None:
            ctx.exit(1)
        return
    if as_json:
        for row in _with(first, rows):
            print_json(row._asdict())
    elif is_terminal():
        _draw(index, _with(first, rows))
    else:
        for row in _with(first, rows):
            print_fields((row.id, marked_date(row.date, row.date_source), row.section, row.headline))


def _with(first: Row, rows: Iterator[Row]) -> Iterator[Row]:
    yield first
    yield from rows


def _draw(index: Index, rows: Iterator[Row]) -> None:
    from koreanews.cli.screen import drawn, new_console, show

    console = new_console()
    batches = iter(lambda: list(islice(rows, _BATCH)), [])
    show(console, (drawn(console, _table(index, batch, header=not at)) for at, batch in enumerate(batches)))


_BATCH = 500
"""Rows drawn at a time: few enough for the first to come at once."""


def _table(index: Index, rows: Sequence[Row], *, header: bool) -> Table:
    from koreanews.cli.screen import new_table, safe_text

    table = new_table("id", "date", "section", "headline", header=header)
    short = index.short_ids(row.id for row in rows)
    for row in rows:
        table.add_row(
            safe_text(short[row.id], "bold"),
            marked_date(row.date, row.date_source) or "undated",
            safe_text(row.section or ""),
            safe_text(row.headline or ""),
        )
    return table
