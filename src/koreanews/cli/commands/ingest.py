"""`koreanews ingest`: saved pages into the archive."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from koreanews.cli.completion import complete_file
from koreanews.cli.faults import INTERRUPTED
from koreanews.cli.output import print_line, say
from koreanews.cli.progress import Bar
from koreanews.cli.safe import visible
from koreanews.cli.session import Session, index_options, timeout_option
from koreanews.index.counting import counted, is_or_are

if TYPE_CHECKING:
    from koreanews.ingest import Outcome


@click.command("ingest")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", shell_complete=complete_file)
@click.option("--all-publishers", is_flag=True, help="Keep the pages of other publishers in WARC and ARC files too.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many processes read pages; the records are the same.  [default: the cores there are]",
)
@click.option("--rehash", is_flag=True, help="Read again even files that have not changed since they were ingested.")
@click.option("--no-links", is_flag=True, help="Leave links between stories to the next command that asks for them.")
@timeout_option
@index_options
@click.pass_context
def command(
    ctx: click.Context, paths: Sequence[str], all_publishers: bool, jobs: int | None, rehash: bool, no_links: bool
) -> None:
    """Add saved pages to the archive.

    PATH is a file, a folder (read with all that is in it), or - for standard input; another archive's records.jsonl
    is merged. Where there is no archive, one is made. Files that have not changed since are not read again; a page
    that has changed replaces its record. At the end, links between stories are followed, for `links` and others.

    \b
    Examples:
      koreanews ingest seeds/
      koreanews ingest crawl-2019.warc.gz --index archive
      gunzip -c page.txt.gz | koreanews ingest -
    """
    from contextlib import closing

    from koreanews.captures.read import total_size
    from koreanews.ingest import ingest

    session: Session = ctx.obj
    tally = _Tally()
    try:
        with (
            Bar("Ingesting", lambda: 0 if "-" in paths else total_size(paths), quiet=session.quiet) as bar,
            session.index().writer() as writer,
            closing(
                ingest(writer, paths, jobs=jobs, rehash=rehash, all_publishers=all_publishers, progress=bar.advance)
            ) as outcomes,
        ):
            for outcome in outcomes:
                tally.count(outcome)
                for message in _messages(outcome):
                    bar.say(message)
    except KeyboardInterrupt:
        pages = f"{counted(tally.kept, 'page')} {is_or_are(tally.kept)}"
        say(f"Interrupted. {pages} kept. To go on, give the same command again.")
        ctx.exit(INTERRUPTED)
    if not session.quiet:
        tally.print()
        sys.stdout.flush()
    if tally.kept and not no_links:
        _follow_links(ctx, session)
    if tally.has_faults:
        ctx.exit(1)


def _follow_links(ctx: click.Context, session: Session) -> None:
    """Finds what the new pages have to do with the others, so that the next command need not. No page is at stake."""
    from koreanews.cli.stories import open_stories
    from koreanews.index.errors import ArchiveError

    try:
        open_stories(session).refresh()
    except ArchiveError as error:
        say(
            f"Warning: links between stories were not followed to the end. {error} All pages are kept; the next "
            "command that asks for links goes on."
        )
    except KeyboardInterrupt:
        say("Interrupted while links between stories were followed. All pages are kept; the next command goes on.")
        ctx.exit(INTERRUPTED)


def _messages(outcome: Outcome) -> tuple[str, ...]:
    """What is said of a thing that was read, on lines of standard error."""
    if outcome.result == "skipped":
        return (f"Skipped: {outcome.path} {outcome.detail}",)
    return outcome.remarks


class _Tally:
    """How many things of each outcome there were; of reasons by the million, the first thousand."""

    def __init__(self) -> None:
        self._results: Counter[str] = Counter()
        self._reasons: Counter[str] = Counter()
        self._other_reasons = 0
        self._left_out: Counter[str] = Counter()
        self._damaged = 0

    @property
    def kept(self) -> int:
        """The pages that are in the archive now."""
        return self._results["added"] + self._results["updated"] + self._results["unchanged"]

    @property
    def has_faults(self) -> bool:
        """Whether something that was asked for is not in the archive, or not all of it."""
        return bool(self._results["skipped"] or self._damaged)

    def count(self, outcome: Outcome) -> None:
        """Takes an outcome into account."""
        self._results[outcome.result] += outcome.number
        self._damaged += outcome.is_damaged
        if outcome.result == "skipped":
            self._count_reason(outcome.detail or "")
        elif outcome.result == "left out":
            self._left_out[outcome.detail or ""] += outcome.number

    def _count_reason(self, reason: str) -> None:
        if reason in self._reasons or len(self._reasons) < _MOST_COUNTED:
            self._reasons[reason] += 1
        else:
            self._other_reasons += 1

    def print(self) -> None:
        """Prints the numbers as the command's result."""
        results = ", ".join(f"{self._results[name]:,} {name}" for name in ("added", "updated", "unchanged", "skipped"))
        print_line(f"{results}{':' if self._reasons else ''}")
        for reason, number in self._reasons.most_common(_MOST_REASONS):
            print_line(f"  {number:,} {visible(reason)}")
        shown = sum(number for _, number in self._reasons.most_common(_MOST_REASONS))
        if others := sum(self._reasons.values()) + self._other_reasons - shown:
            print_line(f"  {others:,} for other reasons, each named above")
        if self._damaged:
            print_line(f"{self._damaged:,} damaged: read as far as they can be")
        if self._left_out:
            print_line(f"Left out: {', '.join(f'{what} ({number:,})' for what, number in self._left_out.items())}")


_MOST_REASONS = 10
_MOST_COUNTED = 1000
"""Reasons that are printed, and that are counted one by one."""
