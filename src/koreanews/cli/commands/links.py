"""`koreanews links`: what a story points to, and what points to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from koreanews.cli.completion import complete_id
from koreanews.cli.output import is_terminal, print_fields, print_json
from koreanews.cli.session import Session, index_options
from koreanews.cli.stories import WAYS, date_of, open_stories, shown_date
from koreanews.index.counting import counted, is_or_are

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

    from koreanews.index import Index
    from koreanews.stories.results import Incoming, Link, Links


@click.command("links")
@click.argument("id", shell_complete=complete_id)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, one for each link.")
@index_options
@click.pass_obj
def command(session: Session, id: str, as_json: bool) -> None:
    """List what a story points to, and what points to it.

    Each link with how sure it is, 0 to 1, and why: by DW id or address where the page gives one, else by headline,
    with the date as witness. What fits several stories is "uncertain", with all of them; what the archive lacks is
    "wanted". Copies of one story count as one.

    \b
    Examples:
      koreanews links 000
      koreanews links 000 --json | jq -r 'select(.status == "wanted").headline'
    """
    stories = open_stories(session)
    links = stories.links(id)
    if as_json:
        for value in _plain(links):
            print_json(value)
    elif is_terminal():
        _draw(stories.index, links)
    else:
        for fields in _fields(links):
            print_fields(fields)
    out, into = len(links.outgoing), len(links.incoming)
    found = sum(link.status == "found" for link in links.outgoing)
    names, pages = counted(out, "story"), counted(into, "page")
    session.note(f"Names {names}, of which {found:,} {is_or_are(found)} in the archive; named by {pages}")


def _plain(links: Links) -> Iterator[dict[str, Any]]:
    for link in links.outgoing:
        meant = [
            {"id": one.story.id, "headline": one.story.headline, "confidence": one.confidence, "reason": one.reason}
            for one in link.meant
        ]
        yield {"direction": "to", **link._asdict(), "meant": meant}
    for one in links.incoming:
        yield {"direction": "from", **one._asdict(), "page": one.page._asdict()}


def _fields(links: Links) -> Iterator[tuple[str | None, ...]]:
    """Direction, status, id, date, headline as named, ways, confidence, reason; a line for each story meant."""
    for link in links.outgoing:
        ways = ", ".join(link.ways)
        if not link.meant:
            yield "to", link.status, None, link.date, link.headline, ways, None, None
        for meant in link.meant:
            sure = f"{meant.confidence:.2f}"
            yield "to", link.status, meant.story.id, date_of(meant.story), link.headline, ways, sure, meant.reason
    for one in links.incoming:
        ways, sure = ", ".join(one.ways), f"{one.confidence:.2f}"
        yield "from", one.status, one.page.id, date_of(one.page), one.page.headline, ways, sure, one.reason


def _draw(index: Index, links: Links) -> None:
    from rich.text import Text

    from koreanews.cli.screen import drawn, new_console, safe_text, show

    console = new_console()
    known = [meant.story.id for link in links.outgoing for meant in link.meant]
    short = index.short_ids(dict.fromkeys([*known, *(one.page.id for one in links.incoming)]))
    parts: list[RenderableType] = [safe_text(links.story.headline or "(no headline)", "bold")]
    if links.outgoing:
        parts += [Text("\nPoints to", "bold"), _outgoing(links.outgoing, short)]
    if links.incoming:
        parts += [Text("\nNamed by", "bold"), _incoming(links.incoming, short)]
    show(console, [drawn(console, part) for part in parts])


def _outgoing(links: tuple[Link, ...], short: dict[str, str]) -> Table:
    """The stories that a page names, and which records are meant."""
    from rich.text import Text

    from koreanews.cli.screen import new_table, safe_text

    table = new_table("id", "date", "headline", header=False)
    for link in links:
        where = ", ".join(WAYS[way] for way in link.ways)
        if not link.meant:
            text = Text.assemble(safe_text(link.headline), (f"\n{where}; not in the archive", "dim"))
            table.add_row(Text("—", "dim"), safe_text(link.date or "undated"), text)
        for meant in link.meant:
            doubt = "uncertain: " if link.status == "uncertain" else ""
            why = safe_text(f"{where}; {doubt}{meant.reason} ({meant.confidence:.2f})", "dim")
            text = Text.assemble(safe_text(link.headline), "\n", why)
            table.add_row(safe_text(short[meant.story.id], "bold"), shown_date(meant.story), text)
    return table


def _incoming(links: tuple[Incoming, ...], short: dict[str, str]) -> Table:
    """The pages that name a story."""
    from rich.text import Text

    from koreanews.cli.screen import new_table, safe_text

    table = new_table("id", "date", "headline", header=False)
    for one in links:
        where = ", ".join(WAYS[way] for way in one.ways)
        doubt = "uncertain: " if one.status == "uncertain" else ""
        why = safe_text(f"{where}; {doubt}{one.reason} ({one.confidence:.2f})", "dim")
        text = Text.assemble(safe_text(one.page.headline or ""), "\n", why)
        table.add_row(safe_text(short[one.page.id], "bold"), shown_date(one.page), text)
    return table
