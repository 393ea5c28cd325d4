"""What a terminal is shown: drawn with rich, fitted to its width, and paged where it is longer than the screen.

Text from pages goes in as `Text` made by `safe_text`: never as a string, in which rich would read markup.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from shlex import split

import click
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from koreanews.cli.output import say
from koreanews.cli.safe import one_line
from koreanews.cli.streams import for_another_program

MATCH = "reverse"
"""Style of what a search matched: visible on light and dark, and without colour."""


def new_console() -> Console:
    """A console for results, as wide as the terminal. NO_COLOR and TERM=dumb are obeyed by rich."""
    console = Console(markup=False, highlight=False, emoji=False)
    # In less, rich would leave columns out of a table; the terminal itself breaks lines that are too long for it.
    console.width = max(console.width, _NARROWEST)
    return console


_NARROWEST = 20
"""Columns that are drawn for at least."""


def drawn(console: Console, *things: RenderableType) -> str:
    """The things as the terminal is to be sent them, one below the other."""
    with console.capture() as captured:
        for thing in things:
            if isinstance(thing, Table):
                _leave_room(thing, console)
            console.print(thing)
    return "".join(f"{line.rstrip(' ')}\n" for line in captured.get().splitlines())


def _leave_room(table: Table, console: Console) -> None:
    """Lets all columns wrap where the last one would else be left out, since the others take up the whole width."""
    last = table.columns[-1]
    if last.no_wrap or last.max_width is not None or not any(column.no_wrap for column in table.columns):
        return
    last.max_width = _LEAST_ROOM
    needed = console.measure(table, options=console.options.update(max_width=_ANY_WIDTH)).maximum
    last.max_width = None
    if needed > console.width:
        for column in table.columns:
            column.no_wrap, column.overflow = False, "fold"


_LEAST_ROOM = 8
_ANY_WIDTH = 10_000
"""Columns: what the last one of a table needs to be of use, and more than any terminal has."""


def show(console: Console, pieces: Iterable[str]) -> None:
    """Prints what `drawn` gave, through a pager if it does not fit the screen ($PAGER, else less).

    Pieces are asked for as the reader goes on, and no more of them once the reader has left the pager.
    """
    remaining = iter(pieces)
    first: list[str] = []
    lines = 0
    # The line of the next prompt has to fit too.
    while lines < console.height and (piece := next(remaining, None)) is not None:
        first.append(piece)
        lines += piece.count("\n")
    if lines < console.height:
        click.echo("".join(first), nl=False, color=True)
    elif fault := _fault_of_pager():
        say(f"Warning: $PAGER cannot be read ({fault}), so nothing is paged.")
        for piece in chain(first, remaining):
            click.echo(piece, nl=False, color=True)
    else:
        with for_another_program():
            click.echo_via_pager(_lines(chain(first, remaining)))


def _fault_of_pager() -> str | None:
    """What is wrong with how $PAGER is written; click would not say."""
    try:
        split(os.environ.get("PAGER", ""))
    except ValueError as error:
        return str(error)
    return None


def _lines(pieces: Iterator[str]) -> Iterator[str]:
    for piece in pieces:
        yield from piece.splitlines(keepends=True)


def safe_text(text: str, style: str = "", highlights: Sequence[tuple[int, int]] = ()) -> Text:
    """Text from a page on one line, with the stretches (start, end) in characters marked as matches."""
    made = Text(style=style)
    end = 0
    for start, stop in highlights:
        made.append(one_line(text[end:start]))
        made.append(one_line(text[start:stop]), style=MATCH)
        end = stop
    made.append(one_line(text[end:]))
    return made


def new_table(*columns: str, header: bool = True) -> Table:
    """A table without lines, whose last column takes the width that is left, and wraps there."""
    table = Table(box=None, show_header=header, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    for name in columns[:-1]:
        table.add_column(name, no_wrap=True)
    table.add_column(columns[-1], ratio=1, overflow="fold")
    return table
