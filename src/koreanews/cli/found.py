"""What is found, and said where nothing is, the same for every command that goes through all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from typing import TypeVar

import click

from koreanews.cli.output import say
from koreanews.cli.query import query_explained

Found = TypeVar("Found")


def all_found(ctx: click.Context, words: str, find: Callable[[str | None], Iterator[Found]]) -> Iterator[Found]:
    """What `find` finds for the words of a query, or without one. Ends the command where that is nothing."""
    with query_explained(ctx, words):
        found = find(words or None)
        first = next(found, None)
    if first is None:
        say(f"Nothing found for: {words}" if words else "No records.")
        ctx.exit(1)
    return chain([first], found)
