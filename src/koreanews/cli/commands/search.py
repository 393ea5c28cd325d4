"""`koreanews search`: the records that a query finds, each with the passage that matched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal, NoReturn

import click

from koreanews.cli.dates import marked_date
from koreanews.cli.faults import Misused
from koreanews.cli.hits import MOST_NAMED, FoundHits, copies_told, count_of, found_hits, found_ids
from koreanews.cli.output import is_terminal, print_fields, print_json, print_line, say
from koreanews.cli.query import QUERY_SETTINGS, query_explained, query_of
from koreanews.cli.selection import Choice, choice_options, exact_option
from koreanews.cli.session import Session, index_options, typed

if TYPE_CHECKING:
    from rich.text import Text

    from koreanews.index import Index
    from koreanews.index.results import Hit, Passage


@click.command("search", context_settings=QUERY_SETTINGS)
@click.argument("query", nargs=-1, required=True)
@click.option(
    "--sort",
    type=click.Choice(["relevance", "newest", "oldest"]),
    default="relevance",
    show_default=True,
    help="Best first, or by date.",
)
@choice_options
@click.option(
    "--limit", type=click.IntRange(min=0), metavar="N", help="At most so many.  [default: 10, but all with --ids]"
)
@click.option("--offset", type=click.IntRange(min=0), default=0, metavar="N", help="Leave out so many first.")
@exact_option
@click.option("--collapse", is_flag=True, help="Show one of each group of copies, and count stories, not hits.")
@click.option("--count", "counted", is_flag=True, help="Print only how many there are.")
@click.option("--ids", "as_ids", is_flag=True, help="Print only their ids, one a line.")
@click.option("--open", "opened", is_flag=True, help="Show the first of them, as `show` does.")
@click.option("--facets", "as_facets", is_flag=True, help="Print how many there are by year, section, kind and agency.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, with score and highlights.")
@index_options
@click.pass_context
def command(
    ctx: click.Context,
    query: Sequence[str],
    sort: Literal["relevance", "newest", "oldest"],
    choice: Choice,
    limit: int | None,
    offset: int,
    exact: bool,
    collapse: bool,
    counted: bool,
    as_ids: bool,
    opened: bool,
    as_facets: bool,
    as_json: bool,
) -> None:
    """Find records: all words must match, best match first.

    The arguments are joined by blanks to one query. "phrases" stand in double quotes, which the shell must be kept
    from taking away; -word leaves records out; field:word looks in one field only. docs/query-language.md says it
    all.

    \b
    Examples:
      koreanews search liaison
      koreanews search liaison office -summit
      koreanews search '"liaison office" headline:Korea' --from 2018-09
      koreanews search Gaeseong --facets
      koreanews search Kaesong --collapse
    """
    session: Session = ctx.obj
    if counted + as_ids + opened + as_facets > 1 or (as_json and (counted or as_ids)):
        raise Misused("--count, --ids, --open and --facets exclude each other, and --json excludes the first two.")
    if collapse and as_facets:
        raise Misused("--facets counts hits, copies and all: it does not go with --collapse.")
    words = query_of(ctx, query)
    index = session.index()
    asked = {"collapse": collapse, "sort": sort, "offset": offset, "exact": exact, **choice}
    page = _PAGE if limit is None else limit
    if opened:
        page = 1
    elif counted or as_facets:
        page = 0
    ids: Iterable[str] = ()
    with query_explained(ctx, words):
        if as_ids:
            found, ids = found_ids(session, index, words, limit=limit, **asked)
        else:
            passage_size = 0 if opened else _PASSAGE
            found = found_hits(session, index, words, limit=page, passage_size=passage_size, **asked)
    shown = len(found.hits)
    if counted:
        print_line(str(found.total))
    if found.total == 0:
        _say_nothing_found(ctx, index, words, choice)
    elif as_ids:
        shown = _print_ids(ids)
    elif as_facets:
        from koreanews.cli.facets import print_facets

        print_facets(index.facets(words, exact=exact, **choice), as_json=as_json)
    elif opened:
        _open(ctx, found, as_json)
    elif not counted:
        _print(index, found, as_json)
    if not (counted or opened):
        session.note(count_of(found, shown, offset, listed=not as_facets))


_PAGE = 10
"""Hits that are listed where no --limit says otherwise."""
_PASSAGE = 240
"""Characters of a passage, about."""


def _say_nothing_found(ctx: click.Context, index: Index, words: str, choice: Choice) -> NoReturn:
    """Says so, with the queries that would find something, and ends the command."""
    from shlex import quote

    say(f"Nothing found for: {words}")
    better = index.suggestions(words, **choice)
    if better:
        say("Spelt as it occurs in the archive, it would be found. Try:")
    for suggestion in better:
        say(f"  {typed(ctx)} {quote(suggestion)}")
    ctx.exit(1)


def _print_ids(ids: Iterable[str]) -> int:
    """Prints ids, one a line; gives how many they were."""
    number = 0
    for id in ids:
        print_fields([id])
        number += 1
    return number


def _open(ctx: click.Context, found: FoundHits, as_json: bool) -> None:
    """Shows the first hit that is not left out."""
    from koreanews.cli.commands.show import command as show_command

    if not found.hits:
        say(f"--offset leaves out all hits, of which there are {found.total:,}: none is left to open.")
        ctx.exit(1)
    ctx.invoke(show_command, id=found.hits[0].row.id, as_json=as_json)


def _print(index: Index, found: FoundHits, as_json: bool) -> None:
    """Prints the hits as JSON, drawn for a terminal, or as lines of fields."""
    if as_json:
        for hit in found.hits:
            copies = {} if found.copies is None else {"copies": found.copies[hit.row.id]}
            print_json(_plain(hit) | copies)
    elif is_terminal():
        _draw(index, found)
    else:
        for hit in found.hits:
            date = marked_date(hit.row.date, hit.row.date_source)
            passage = hit.passage.text if hit.passage else None
            number = () if found.copies is None else (str(len(found.copies[hit.row.id])),)
            print_fields((hit.row.id, date, hit.row.headline, passage, *number))


def _plain(hit: Hit) -> dict[str, Any]:
    """A hit as JSON: the row's keys, then score, highlights and passage; offsets in characters."""
    return {
        **hit.row._asdict(),
        "score": hit.score,
        "headline_highlights": hit.headline_highlights,
        "passage": hit.passage._asdict() if hit.passage else None,
    }


def _draw(index: Index, found: FoundHits) -> None:
    from rich.text import Text

    from koreanews.cli.hyperlinks import linked
    from koreanews.cli.screen import drawn, new_console, new_table, safe_text, show

    table = new_table("id", "date", "headline", header=False)
    others = found.copies or {}
    short = index.short_ids(id for hit in found.hits for id in (hit.row.id, *others.get(hit.row.id, ())[:MOST_NAMED]))
    for hit in found.hits:
        row = hit.row
        story = linked(safe_text(row.headline or "", "bold", hit.headline_highlights), row.url)
        if hit.passage:
            story = Text.assemble(story, "\n", _passage(hit.passage))
        if copies := others.get(row.id):
            story = Text.assemble(
                story, "" if hit.passage else "\n", safe_text(copies_told(copies, short), "dim"), "\n"
            )
        table.add_row(safe_text(short[row.id], "bold"), marked_date(row.date, row.date_source) or "undated", story)
    console = new_console()
    show(console, [drawn(console, table)] if found.hits else [])


def _passage(passage: Passage) -> Text:
    """A passage with its matches marked; told apart where it is not from the story itself."""
    from rich.text import Text

    from koreanews.cli.screen import safe_text

    where = "" if passage.field in _STORY else f"{passage.field}: "
    before = "… " if passage.start else ""
    after = "" if passage.text.endswith(_ENDS) else " …"
    return Text.assemble((where, "italic"), before, safe_text(passage.text, "", passage.highlights), after, "\n")


_STORY = frozenset({"teaser", "body"})
_ENDS = tuple(".?!\"'”’")
