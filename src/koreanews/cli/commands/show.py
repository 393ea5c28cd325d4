"""`koreanews show`: one record, set for reading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from koreanews.cli.completion import complete_id
from koreanews.cli.output import is_terminal, print_fields, print_json, print_json_line, print_line, say
from koreanews.cli.reading import Line, Record, article_lines, named_in
from koreanews.cli.safe import one_line
from koreanews.cli.session import Session, index_options

if TYPE_CHECKING:
    from rich.console import RenderableType

    from koreanews.index import Index
    from koreanews.index.reports import Version
    from koreanews.stories.mentions import Place


@click.command("show")
@click.argument("id", shell_complete=complete_id)
@click.option("--all", "everything", is_flag=True, help="Print all images, slides, videos, links and related stories.")
@click.option("--dates", is_flag=True, help="Print every date that the page carries, and why it won or lost.")
@click.option("--json", "as_json", is_flag=True, help="Print the record exactly as it is stored, on one line.")
@click.option("--versions", is_flag=True, help="List the captures of the page that are kept, by crawl time.")
@click.option(
    "--version", metavar="V", help="Show that capture: by its number, or the beginning of its crawl time or SHA-256."
)
@index_options
@click.pass_obj
def command(
    session: Session, id: str, everything: bool, dates: bool, as_json: bool, versions: bool, version: str | None
) -> None:
    """Show one record, set for reading.

    Its headline, its date and how that is known, section, byline, teaser and body, and what DW recommends, each
    story that the archive has with its id behind an arrow; "uncertain" where several, or none for sure, are meant.

    Any beginning of an ID will do that names one record alone, and so will DW's own id (a-52060881). On a terminal
    a long article goes through a pager: $PAGER, else less.

    \b
    Examples:
      koreanews show 002
      koreanews show 002 --dates
      koreanews show 002 --json | jq .recommends
      koreanews show a-47110815 --versions
      koreanews show a-47110815 --version 2019-03
    """
    if versions and (version is not None or dates or everything):
        raise click.UsageError("--versions lists what there is: it goes with --json only.")
    index = session.index()
    if versions:
        _print_versions(index.versions(id), as_json)
    elif dates:
        if candidates := index.get_record(id, version)["dates"]:
            _print_dates(candidates, as_json)
        else:
            session.note("The page carries no date.")
    elif as_json:
        print_json_line(index.get_line(id, version))
    else:
        record = index.get_record(id, version)
        # Links are those of the version in force.
        asked = version is None and named_in(record, everything=everything)
        lines = article_lines(record, everything=everything, meant=_meant(session, index, record) if asked else {})
        lines = (line._replace(text=session.pasted(line.text)) if line.part == "note" else line for line in lines)
        if is_terminal():
            _draw(lines)
        else:
            for line in lines:
                print_line(_plain(line))


def _meant(session: Session, index: Index, record: Record) -> dict[Place, str]:
    """Which records are meant by the stories that a page names. What hinders that is said, and is no reason to stop."""
    from shlex import quote

    from koreanews.index.errors import ArchiveError
    from koreanews.stories.beside import links_beside

    try:
        links = links_beside(index, record["id"])
    except ArchiveError as error:
        why = session.pasted(str(error))
        say(f"Warning: which records are meant by the stories that it names cannot be told. {why}")
        return {}
    if links is None:
        session.note(
            "Links have not been followed since much was added: ids of the stories that it names are left out. "
            + session.pasted(f"To follow them: koreanews links {quote(record['id'])}")
        )
    if not links:
        return {}
    ids = {meant.story.id: meant.story.id for link in links.values() for meant in link.meant}
    if is_terminal():
        ids = index.short_ids(ids)
    return {
        place: " or ".join(ids[meant.story.id] for meant in link.meant) + " (uncertain)" * (link.status == "uncertain")
        for place, link in links.items()
    }


def _plain(line: Line) -> str:
    text = one_line(line.text)
    match line.part:
        case "fact":
            return f"{line.name + ':':<8} {text}"
        case "item":
            return f"• {text}"
        case "detail":
            return f"  {text}"
    return text


def _draw(lines: Iterable[Line]) -> None:
    from koreanews.cli.screen import drawn, new_console, show

    console = new_console()
    console.width = min(console.width, _MEASURE)
    show(console, (drawn(console, _set(line)) for line in lines))


_MEASURE = 88
"""Columns that a line of prose may take; longer ones are hard to read."""


def _set(line: Line) -> RenderableType:
    """A line of the record as the terminal shows it: set by what part of the record it is of."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from koreanews.cli.screen import safe_text

    text = safe_text(line.text, _STYLES.get(line.part, ""))
    if line.part in ("fact", "item"):
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_row(Text(f"{line.name}:".ljust(8), "dim") if line.name else "•", text)
        return grid
    return Padding(text, (0, 0, 0, 2)) if line.part == "detail" else text


_STYLES = {"headline": "bold", "teaser": "italic", "heading": "bold", "label": "bold", "note": "dim"}


def _print_dates(candidates: Sequence[Record], as_json: bool) -> None:
    if as_json:
        for candidate in candidates:
            print_json(candidate)
    elif is_terminal():
        from koreanews.cli.screen import drawn, new_console, new_table, safe_text, show

        table = new_table("date", "source", "as it stands", "verdict")
        for one in candidates:
            style = "bold" if one["verdict"].startswith("won") else ""
            table.add_row(*(safe_text(one[key] or "", style) for key in ("date", "source", "text", "verdict")))
        console = new_console()
        show(console, [drawn(console, table)])
    else:
        for one in candidates:
            print_fields((one["date"], one["source"], one["text"], one["verdict"]))


def _print_versions(versions: Iterable[Version], as_json: bool) -> None:
    if as_json:
        for one in versions:
            print_json(one._asdict())
    elif is_terminal():
        from koreanews.cli.screen import drawn, new_console, new_table, safe_text, show

        table = new_table("", "crawled", "sha256", "bytes", "path", "")
        for one in versions:
            table.add_row(*(safe_text(value, "bold" if one.in_force else "") for value in _fields(one)))
        console = new_console()
        show(console, [drawn(console, table)])
    else:
        for one in versions:
            print_fields(_fields(one))


def _fields(one: Version) -> tuple[str, ...]:
    in_force = "in force" if one.in_force else ""
    return str(one.number), one.crawled or "", one.sha256[:12], str(one.bytes), one.path, in_force
