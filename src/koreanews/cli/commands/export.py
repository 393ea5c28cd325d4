"""`koreanews export`: records and citations as files that other programs read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from koreanews.cli.completion import complete_file
from koreanews.cli.documents import standard_output
from koreanews.cli.faults import Misused
from koreanews.cli.found import all_found
from koreanews.cli.query import QUERY_SETTINGS, query_of
from koreanews.cli.safe import visible
from koreanews.cli.selection import Choice, choice_options, exact_option
from koreanews.cli.session import Session, index_options
from koreanews.index.counting import counted

if TYPE_CHECKING:
    from koreanews.export.formats import Format

FORMATS = ("jsonl", "json", "csv", "tsv", "markdown", "bibtex", "ris", "csl-json")
"""Those of koreanews.export, which is not loaded for the help; a test holds the two equal."""


@click.command("export", context_settings=QUERY_SETTINGS)
@click.argument("query", nargs=-1)
@click.option(
    "--format",
    type=click.Choice(FORMATS),
    help="What to write.  [default: by the ending of --output, else jsonl]",
)
@click.option(
    "--output",
    metavar="FILE",
    default="-",
    shell_complete=complete_file,
    help="Where to, rather than standard output. For markdown a file if its name ends in .md, else a folder, in which "
    "each story is a file.",
)
@click.option("--force", is_flag=True, help="Replace what is there already.")
@click.option("--bom", is_flag=True, help="Begin csv or tsv with a byte order mark, which Excel needs to read UTF-8.")
@choice_options
@exact_option
@index_options
@click.pass_context
def command(
    ctx: click.Context,
    query: Sequence[str],
    format: Format | None,
    output: str,
    force: bool,
    bom: bool,
    choice: Choice,
    exact: bool,
) -> None:
    """Write records or citations as files for other programs.

    Those that a query finds, best first; without a query all, in the order in which they were added. As data (jsonl,
    json, csv, tsv), to read (markdown), or as citations (bibtex, ris, csl-json). A date that was inferred, not read on
    the page, is said to be so in all of them. docs/export.md tells what goes where.

    \b
    Examples:
      koreanews export liaison --output liaison.bib
      koreanews export --from 2018 --to 2018 --format csv --bom --output 2018.csv
      koreanews export --format markdown --output stories
    """
    session: Session = ctx.obj
    words = query_of(ctx, query) if query else None
    format = format or _told_by_ending(output)
    if bom and format not in ("csv", "tsv"):
        raise Misused(f"--bom is for csv and tsv; {format} is UTF-8 without one.")
    if format != "markdown" and output.endswith(("/", os.sep)):
        raise Misused(visible(f"{output} names a folder, into which only markdown goes: name a file."))
    index = session.index()
    sort: Literal["relevance", "added"] = "added" if words is None else "relevance"
    records = all_found(ctx, index, words, lambda query: index.records(query, sort=sort, exact=exact, **choice))
    number = _write(records, format, output, force=force, mark=bom)
    if output != "-":
        session.note(f"Wrote {counted(number, 'record')} to {output}")


_ENDINGS: dict[str, Format] = {
    ".csl.json": "csl-json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "tsv",
    ".md": "markdown",
    ".markdown": "markdown",
    ".bib": "bibtex",
    ".bibtex": "bibtex",
    ".ris": "ris",
}
_MARKDOWN = (".md", ".markdown")


def _told_by_ending(output: str) -> Format:
    """The format that the name of a file tells; jsonl where it has no ending. Misused where the ending is another's."""
    name = Path(output).name.lower()
    for ending, format in _ENDINGS.items():
        if name.endswith(ending):
            return format
    if ending := Path(output).suffix:
        raise Misused(visible(f"{output}: no format ends in {ending}. Say --format: {', '.join(FORMATS)}."))
    return "jsonl"


def _write(records: Iterator[Mapping[str, Any]], format: Format, output: str, *, force: bool, mark: bool) -> int:
    """Writes the records to where they are to go, and says how many they were."""
    from koreanews.export.folder import write_stories
    from koreanews.export.formats import write_records
    from koreanews.export.placing import placed

    if output == "-":
        return write_records(records, format, standard_output(), mark=mark)
    if format == "markdown" and (Path(output).is_dir() or not output.lower().endswith(_MARKDOWN)):
        return write_stories(records, Path(output), force=force)
    with placed(Path(output), force=force) as out:
        return write_records(records, format, out, mark=mark)
