"""`koreanews compact`: the archive without the lines that no longer count."""

from __future__ import annotations

import click

from koreanews.cli.session import Session, index_options, timeout_option
from koreanews.index.counting import counted


@click.command("compact")
@timeout_option
@index_options
@click.pass_obj
def command(session: Session) -> None:
    """Rewrite records.jsonl without replaced and removed records.

    It is written beside the old one and takes its place when it is whole: nothing is lost if this is interrupted, and
    other commands are not disturbed.

    \b
    Example:
      koreanews compact
    """
    won = session.index().compact()
    session.note(f"{counted(won, 'byte')} won." if won else "There was nothing to win.")
