"""What is wrong with a query, and the nearest one that can be read."""

from __future__ import annotations

from collections.abc import Callable

from koreanews.index.errors import QueryError


class Fault(Exception):
    """Something in a query that cannot be read.

    `position` is the character to point at. Putting `instead` in place of the characters from `start` to `end`
    (by default: from the position on) makes the query better; the first thing wrong with it, at least, is gone.
    """

    def __init__(
        self, message: str, position: int, start: int | None = None, end: int | None = None, instead: str = ""
    ) -> None:
        super().__init__(message)
        self.message = message
        self.position = position
        self.start = position if start is None else start
        self.end = end
        self.instead = instead

    def mended(self, text: str) -> str:
        """The query with the change made."""
        return text[: self.start] + self.instead + ("" if self.end is None else text[self.end :])


def reported(fault: Fault, text: str, read: Callable[[str], object]) -> QueryError:
    """The error for a person: with the nearest query that `read` can read, found by mending fault after fault."""
    better, first = text, fault
    for _ in range(_MOST_FAULTS):
        better = " ".join(fault.mended(better).split())
        if not better:
            break
        try:
            read(better)
        except Fault as next_fault:
            fault = next_fault
        else:
            return QueryError(first.message, first.position, better)
    return QueryError(first.message, first.position, None)


_MOST_FAULTS = 20
