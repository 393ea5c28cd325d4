"""A query as people type it: arguments joined to one, and what is wrong with it shown at its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

from koreanews.cli.faults import Misused
from koreanews.cli.safe import one_line, visible
from koreanews.cli.session import typed

QUERY_SETTINGS: dict[str, Any] = {"ignore_unknown_options": True}
"""Context settings of a command that takes a query, so that -word reaches it. Such a command has no option of one
letter, which would swallow words that begin with it."""


def query_of(ctx: click.Context, arguments: Sequence[str]) -> str:
    """The arguments joined by blanks. An argument that looks like an option which there is not is wrong usage."""
    for argument in arguments:
        if argument.startswith("--"):
            from difflib import get_close_matches

            options = [option for parameter in ctx.command.params for option in parameter.opts if option[:2] == "--"]
            raise click.NoSuchOption(argument, possibilities=get_close_matches(argument, options), ctx=ctx)
    return " ".join(arguments)


@contextmanager
def query_explained(ctx: click.Context, query: str) -> Iterator[None]:
    """Turns a QueryError into wrong usage: the query, a caret under the place, and what would work."""
    from koreanews.index.errors import QueryError

    try:
        yield
    except QueryError as error:
        before, after = _around(query, error.position)
        lines = [visible(error.message), f"  {one_line(before + after)}", f"  {' ' * _width(before)}^"]
        if error.suggestion is not None and len(error.suggestion) <= _LONGEST_SUGGESTION:
            from shlex import quote

            lines.append(f"Try: {visible(typed(ctx))} {quote(one_line(error.suggestion))}")
        raise Misused("\n".join(lines)) from error


def _around(query: str, position: int) -> tuple[str, str]:
    """What stands before the place and from it on; of a long query what fits a line, lest the mark be under another."""
    if len(query) <= 2 * _NEAR:
        return query[:position], query[position:]
    before, after = query[:position], query[position:]
    if len(before) > _NEAR:
        before = f"…{before[-_NEAR:]}"
    return before, after if len(after) <= _NEAR else f"{after[:_NEAR]}…"


_NEAR = 35
"""Characters on either side of the place; two columns more, and two signs for what is left out, fit 80 columns."""

_LONGEST_SUGGESTION = 1000
"""Characters; a longer one is as good as none."""


def _width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    from rich.cells import cell_len

    return cell_len(one_line(text))
