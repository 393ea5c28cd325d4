"""`koreanews timeline`: how many stories appeared when, as bars, as rows, or as a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from koreanews.cli.documents import standard_output
from koreanews.cli.faults import Misused
from koreanews.cli.found import all_found
from koreanews.cli.output import is_terminal, print_fields, print_json
from koreanews.cli.pictures import svg_option, write_picture
from koreanews.cli.query import QUERY_SETTINGS, query_of
from koreanews.cli.selection import Choice, choice_options, exact_option
from koreanews.cli.session import Session, index_options
from koreanews.index.counting import counted

if TYPE_CHECKING:
    from koreanews.export.periods import Unit
    from koreanews.export.timeline import Timeline


@click.command("timeline", context_settings=QUERY_SETTINGS)
@click.argument("query", nargs=-1)
@click.option(
    "--by",
    type=click.Choice(["year", "month", "week"]),
    help="What to count by.  [default: by how far the dates are apart]",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--csv", "as_csv", is_flag=True, help="A table for spreadsheets.")
@svg_option
@choice_options
@exact_option
@index_options
@click.pass_context
def command(
    ctx: click.Context,
    query: Sequence[str],
    by: Unit | None,
    as_json: bool,
    as_csv: bool,
    svg: str | None,
    force: bool,
    choice: Choice,
    exact: bool,
) -> None:
    """Count records by year, month or week.

    Those that a query finds, or all. Peaks are given with the headline that ranks highest there; without a query, with
    the newest. Dates that were inferred are drawn pale. What has no date, or one that is not precise enough, is counted
    apart and said.

    \b
    Examples:
      koreanews timeline liaison
      koreanews timeline --by year
      koreanews timeline missile --from 2017 --to 2017 --svg missiles-2017.svg
    """
    session: Session = ctx.obj
    if as_json + as_csv + (svg is not None) > 1:
        raise Misused("--json, --csv and --svg exclude each other: choose one.")
    words = query_of(ctx, query) if query else None
    index = session.index()
    rows = all_found(ctx, index, words, lambda query: index.rows(query, exact=exact, **choice))

    from koreanews.export.timeline import timeline_of

    timeline = timeline_of(rows, by)
    if svg is not None:
        from koreanews.export.svg import timeline_svg

        write_picture([timeline_svg(timeline, words or "All stories")], svg, force=force)
        if svg != "-":
            session.note(f"Drew {counted(timeline.total, 'record')} into {svg}")
    elif as_csv:
        _print_csv(timeline)
    elif not as_json and is_terminal():
        _draw(timeline)
    else:
        _print_rows(timeline, as_json)


def _print_csv(timeline: Timeline) -> None:
    from koreanews.export.timeline_rows import timeline_csv

    out = standard_output()
    for line in timeline_csv(timeline):
        out.write(line)


def _print_rows(timeline: Timeline, as_json: bool) -> None:
    from koreanews.export.timeline_rows import timeline_rows

    for row in timeline_rows(timeline):
        if as_json:
            print_json(row)
        else:
            print_fields(_field(value) for value in row.values())


def _field(value: str | int | bool | None) -> str | None:
    if isinstance(value, bool):
        return "peak" if value else ""
    return str(value) if isinstance(value, int) else value


def _draw(timeline: Timeline) -> None:
    from koreanews.cli.bars import bar_lines
    from koreanews.cli.screen import drawn, new_console, show

    console = new_console()

    def pieces() -> Iterator[str]:
        for line in bar_lines(timeline, console.width, ascii_only=console.options.ascii_only):
            yield drawn(console, line)

    show(console, pieces())
