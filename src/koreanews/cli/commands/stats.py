"""`koreanews stats`: how much there is in the archive, of what, and how well dated."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

from koreanews.cli.dates import INFERRED
from koreanews.cli.output import is_terminal, print_fields, print_json, print_line
from koreanews.cli.safe import one_line
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
    for name, text in _rows(facts):
        if is_terminal():
            print_line(f"{name:<10} {one_line(text)}")
        else:
            print_fields((name, text))


def _rows(facts: Facts) -> Iterator[tuple[str, str]]:
    yield "Records", f"{facts.records:,}"
    if facts.versions:
        yield "Versions", f"{facts.versions:,} older ones of them: `koreanews show --versions ID` lists a record's"
    if facts.earliest and facts.latest:
        yield "Dates", f"{facts.earliest} to {facts.latest}"
    yield "Dated by", _numbers(facts.by_date_source, _how)
    yield "Kinds", _numbers(facts.by_kind)
    yield "Sections", _numbers(facts.by_section)
    yield "Languages", _numbers(facts.by_language)
    yield "Years", ", ".join(f"{year or 'none'} {number:,}" for year, number in sorted(facts.by_year.items()))
    yield "On disk", f"records {_size(facts.records_bytes)}, search index {_size(facts.search_bytes)}"
    if facts.dead:
        yield "Dead lines", f"{facts.dead:,}, {_size(facts.dead_bytes)}: `koreanews compact` wins that back"


def _numbers(counts: dict[str, int], name: Callable[[str], str] = str) -> str:
    """The most frequent first; what is left when there are many, in one number."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    shown = [f"{name(value) or 'none'} {number:,}" for value, number in ordered[:_MOST]]
    if len(ordered) > _MOST:
        shown.append(f"{counted(len(ordered) - _MOST, 'other')} {sum(number for _, number in ordered[_MOST:]):,}")
    return ", ".join(shown)


_MOST = 8


def _how(source: str) -> str:
    return f"{source} (inferred)" if source in INFERRED else source


def _size(bytes: int) -> str:
    size = float(bytes)
    for unit in ("bytes", "kB", "MB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "bytes" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} GB"
