"""`koreanews duplicates`: copies of one story in the archive, which to prefer, and making them one record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from koreanews.cli.completion import complete_id
from koreanews.cli.faults import Misused
from koreanews.cli.output import can_ask, is_terminal, print_fields, print_json, say
from koreanews.cli.session import Session, index_options, timeout_option
from koreanews.cli.stories import date_of, open_stories, shown_date
from koreanews.index.counting import counted

if TYPE_CHECKING:
    from koreanews.stories import Stories
    from koreanews.stories.results import Group


@click.command("duplicates")
@click.argument("ids", nargs=-1, metavar="[ID]...", shell_complete=complete_id)
@click.option("--merge", is_flag=True, help="Make one record of each group, with all sources kept, after asking.")
@click.option("--yes", is_flag=True, help="With --merge: do not ask.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, one for each group.")
@timeout_option
@index_options
@click.pass_context
def command(ctx: click.Context, ids: Sequence[str], merge: bool, yes: bool, as_json: bool) -> None:
    """List the stories that the archive has more than once.

    They are told by DW id and by likeness of their texts. Of each group the one to prefer comes first, marked *: the
    most complete, then the newest; with each of the others stands what differs. Different stories with one text, such
    as an agency's, are groups too, and are said to be.

    Nothing is changed unless --merge asks for it. That keeps the preferred record, with the sources of the others
    under "sources", and takes the others out of force. Different stories with one text are merged only where an ID
    names them.

    \b
    Examples:
      koreanews duplicates
      koreanews duplicates 000 --merge
    """
    session: Session = ctx.obj
    if yes and not merge:
        raise Misused("--yes says not to ask before merging: it goes with --merge.")
    stories = open_stories(session)
    groups = stories.duplicates(ids, one_story=merge and not ids)
    if merge:
        _merge(ctx, stories, groups, yes)
        return
    for group in groups:
        _print(stories, group, as_json)
    copies = sum(len(group.copies) - 1 for group in groups)
    more = f"{counted(len(groups), 'group')}, {counted(copies, 'record')} more than stories"
    session.note(more if groups else "No copies.")


def _print(stories: Stories, group: Group, as_json: bool) -> None:
    differences = stories.differences(group)
    if as_json:
        print_json(_plain(group, differences))
    elif is_terminal():
        _draw(stories, group, differences)
    else:
        first = group.copies[0]
        for copy, differs in zip(group.copies, [(), *differences], strict=True):
            mark = "*" if copy is first else ""
            changes = "; ".join(f"{key}: {text}" for key, text in differs)
            story, kind = copy.story, "same story" if copy.same_story else "same text"
            print_fields((first.story.id, mark, story.id, date_of(story), story.headline, kind, copy.reason, changes))


def _plain(group: Group, differences: Sequence[Sequence[Any]]) -> dict[str, Any]:
    copies = [
        {**copy.story._asdict(), **{key: value for key, value in copy._asdict().items() if key != "story"}}
        | {"differs": dict(differs)}
        for copy, differs in zip(group.copies, [(), *differences], strict=True)
    ]
    return {"preferred": group.copies[0].story.id, "same_story": group.same_story, "copies": copies}


def _draw(stories: Stories, group: Group, differences: Sequence[Sequence[Any]]) -> None:
    from rich.text import Text

    from koreanews.cli.screen import drawn, new_console, new_table, safe_text, show

    table = new_table("mark", "id", "date", "headline", header=False)
    short = stories.index.short_ids(copy.story.id for copy in group.copies)
    for at, (copy, differs) in enumerate(zip(group.copies, [(), *differences], strict=True)):
        style = "" if at else "bold"
        text = safe_text(copy.story.headline or "", style)
        lines = [copy.reason, *(f"{key}: {change}" for key, change in differs)] if at else [copy.reason]
        for line in lines:
            text = Text.assemble(text, "\n", safe_text(line, "dim"))
        table.add_row("" if at else "*", safe_text(short[copy.story.id], style), shown_date(copy.story), text)
    console = new_console()
    heading = "" if group.same_story else "Different stories with one text:\n"
    show(console, [drawn(console, Text(heading, "italic"), table) if heading else drawn(console, table), "\n"])


def _merge(ctx: click.Context, stories: Stories, groups: Sequence[Group], yes: bool) -> None:
    """Merges each group into one record, after asking unless `yes`."""
    from koreanews.stories.merging import merge

    session: Session = ctx.obj
    if not groups:
        session.note("There is nothing to merge.")
        return
    copies = sum(len(group.copies) for group in groups)
    if not yes:
        if not can_ask():
            raise Misused("Whether to merge can only be asked on a terminal. Where there is none, say --yes.")
        for group in groups:
            _print(stories, group, as_json=False)
        if not click.confirm(f"Make {len(groups):,} of these {copies:,} records?", err=True):
            say("Nothing was merged.")
            ctx.exit(1)
    merge(stories.index, list(groups))
    session.note(f"Made {len(groups):,} of {counted(copies, 'record')}.")
