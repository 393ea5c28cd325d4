"""`koreanews check`: whether all of the archive is as it should be, and mending it."""

from __future__ import annotations

import click

from koreanews.cli.output import print_json, print_line, say
from koreanews.cli.safe import one_line
from koreanews.cli.session import Session, index_options, timeout_option
from koreanews.index.counting import counted, is_or_are


@click.command("check")
@click.option("--repair", is_flag=True, help="Mend what can be mended; move what is no record to a file of its own.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a fault.")
@timeout_option
@index_options
@click.pass_context
def command(ctx: click.Context, repair: bool, as_json: bool) -> None:
    """Check every record, and that the search index tells the same.

    Faults go to standard output, each with what to do; the exit status is 0 where there is none, else 1. --repair
    never deletes: lines that are no records go to records.rejected.jsonl.

    \b
    Examples:
      koreanews check
      koreanews check --repair
    """
    session: Session = ctx.obj
    report = session.index().check(repair=repair)
    for note in report.notes:
        say(session.pasted(note))
    for fault in report.faults:
        if as_json:
            print_json(fault._asdict())
        else:
            print_line(one_line(f"{'Mended: ' if fault.mended else ''}{session.pasted(fault.sentence)}"))
    if report.number > len(report.faults):
        unnamed = report.number - len(report.faults)
        say(f"{counted(unnamed, 'more fault')} {is_or_are(unnamed)} not named.")
    if report.number:
        mended = sum(fault.mended for fault in report.faults)
        say(f"{counted(report.number, 'fault')}{f', {mended:,} mended' if repair else ''}.")
        ctx.exit(1)
    records, versions = counted(report.records, "record"), counted(report.versions, "older version")
    session.note(f"Sound: {records} and {versions} in {counted(report.lines, 'line')}.")
