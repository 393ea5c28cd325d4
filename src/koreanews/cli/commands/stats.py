"""`koreanews stats`: how much there is in the archive, of what, and how well dated."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

from koreanews.cli.dates import INFERRED
from koreanews.cli.output import is_terminal, print_fields, print_json
from koreanews.cli.session import Session, index_options
from koreanews.index.counting import counted

if TYPE_CHECKING:
    from koreanews.index.reports import Facts


@click.command("stats")
@click.option("--json", "as_json", is_flag=True, help="All figures, as one JSON object.")
@index_options
@click.pass_obj
def command(session: Session, as_json: bool) -> None:
    """Say how much there is, of what, and how well dated.

    \b
    Example:
      koreanews stats
    """
    facts = session.index().facts()
    if as_json:
        print_json(facts._asdict())
        return
    if is_terminal():
        _draw(session, facts)
        return
    for name, text in _rows(session, facts):
        print_fields((name, text))


def _draw(session: Session, facts: Facts) -> None:
    from koreanews.cli.screen import drawn, new_console, new_table, safe_text, show

    table = new_table("what", "how much", header=False)
    for name, text in _rows(session, facts):
        table.add_row(name, safe_text(text))
    console = new_console()
    show(console, [drawn(console, table)])


def _rows(session: Session, facts: Facts) -> Iterator[tuple[str, str]]:
    """What there is to tell, each with its label."""
    yield "Records", f"{facts.records:,}"
    if facts.versions:
        more = f"{facts.versions:,} older ones of them: `koreanews show --versions ID` lists a record's"
        yield "Versions", session.pasted(more)
    if facts.earliest and facts.latest:
        yield "Dates", f"{facts.earliest} to {facts.latest}"
    yield "Dated by", _numbers(facts.by_date_source, facts.records, _how)
    yield "Kinds", _numbers(facts.by_kind, facts.records)
    yield "Sections", _numbers(facts.by_section, facts.records)
    yield "Languages", _numbers(facts.by_language, facts.records)
    years = [f"{year} {number:,}" for year, number in facts.by_year.items()]
    yield "Years", ", ".join([*years, *_without(facts.by_year, facts.records)])
    yield "On disk", f"records {_size(facts.records_bytes)}, search index {_size(facts.search_bytes)}"
    if facts.dead:
        how = f"{facts.dead:,}, {_size(facts.dead_bytes)}: `koreanews compact` wins that back"
        yield "Dead lines", session.pasted(how)


def _numbers(counts: dict[str, int], records: int, name: Callable[[str], str] = str) -> str:
    """The most frequent first; what is left when there are many, in one number; and the records without any."""
    ordered = list(counts.items())
    shown = [f"{name(value)} {number:,}" for value, number in ordered[:_MOST]]
    if len(ordered) > _MOST:
        shown.append(f"{counted(len(ordered) - _MOST, 'other')} {sum(number for _, number in ordered[_MOST:]):,}")
    return ", ".join([*shown, *_without(counts, records)])


def _without(counts: dict[str, int], records: int) -> list[str]:
    """How many of all records are not among those counted, if some are not."""
    without = records - sum(counts.values())
    return [f"none {without:,}"] if without else []


_MOST = 8
"""Values of a kind that are named; the others are counted together."""


def _how(source: str) -> str:
    return f"{source} (inferred)" if source in INFERRED else source


def _size(bytes: int) -> str:
    size = float(bytes)
    for unit in ("bytes", "kB", "MB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "bytes" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} GB"
