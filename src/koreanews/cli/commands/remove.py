"""`koreanews remove`: records taken out of the archive."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from koreanews.cli.completion import complete_id
from koreanews.cli.dates import marked_date
from koreanews.cli.faults import Misused
from koreanews.cli.output import can_ask, say
from koreanews.cli.safe import one_line
from koreanews.cli.session import Session, index_options, timeout_option
from koreanews.index.counting import counted

if TYPE_CHECKING:
    from koreanews.index import Index


@click.command("remove")
@click.argument("ids", nargs=-1, required=True, metavar="ID...", shell_complete=complete_id)
@click.option("--yes", is_flag=True, help="Do not ask.")
@timeout_option
@index_options
@click.pass_context
def command(ctx: click.Context, ids: Sequence[str], yes: bool) -> None:
    """Remove records from the archive, after asking.

    Older versions of them go too. The saved pages that they were read from are not touched: ingest those again to have
    the records back.

    \b
    Examples:
      koreanews remove 002
      koreanews remove --yes 000 002
    """
    session: Session = ctx.obj
    if not yes and not can_ask():
        raise Misused("Whether to remove them can only be asked on a terminal. Where there is none, say --yes.")
    index = session.index()
    found, missing = _resolved(index, ids)
    what = _records(len(found), sum(len(index.versions(id)) - 1 for id in found))
    if found and not yes and not _is_confirmed(index, found, what):
        say("Nothing was removed.")
        ctx.exit(1)
    if found:
        with index.writer() as writer:
            for id in found:
                writer.remove(id)
        session.note(f"Removed {what}.")
    if missing:
        ctx.exit(1)


def _resolved(index: Index, ids: Sequence[str]) -> tuple[list[str], int]:
    """The whole ids that are meant, each once; how many name no record, or no single one, which is told."""
    from koreanews.index.errors import AmbiguousId, NoSuchRecord

    found: dict[str, None] = {}
    missing = 0
    for id in ids:
        try:
            found[index.resolve(id)] = None
        except (AmbiguousId, NoSuchRecord) as error:
            say(f"Error: {error}")
            missing += 1
    return list(found), missing


def _is_confirmed(index: Index, ids: Sequence[str], what: str) -> bool:
    for id in ids:
        record = index.get_record(id)
        date = marked_date(record["date"], record["date_source"]) or "undated"
        say(f"{id}  {date}  {one_line(record['headline'] or '')}")
    return click.confirm(f"Remove {what}?", err=True)


def _records(number: int, older: int) -> str:
    records = counted(number, "record")
    return f"{records} with {counted(older, 'older version')}" if older else records
