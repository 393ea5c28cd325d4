"""What is found, and said where nothing is, the same for every command that goes through all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

import click

from koreanews.cli.output import say
from koreanews.cli.query import query_explained

if TYPE_CHECKING:
    from koreanews.index import Index

Found = TypeVar("Found")


def all_found(
    ctx: click.Context, index: Index, words: str | None, find: Callable[[str | None], Iterator[Found]]
) -> Iterator[Found]:
    """What `find` finds in the index for the words of a query, or without one. Ends the command where it is nothing."""
    with query_explained(ctx, words or ""):
        found = find(words)
        first = next(found, None)
    if first is None:
        say(none_chosen(index) if words is None else f"Nothing found for: {words}")
        ctx.exit(1)
    return chain([first], found)


def none_chosen(index: Index) -> str:
    """Why nothing is listed where nothing in particular was looked for."""
    return "No record fits what was asked for." if len(index) else "There are no records."
