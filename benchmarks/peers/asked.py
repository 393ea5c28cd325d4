"""A query as each engine can put it in its own language, and what engines give back."""

from __future__ import annotations

from typing import NamedTuple


class Asked(NamedTuple):
    """Words or phrases that must all be there, between two days (20190101) where these are given.

    `kind` is what the query is an example of.
    """

    kind: str
    terms: tuple[str, ...]
    first: str = ""
    last: str = ""

    def plain(self) -> str:
        """All terms, phrases in quotes; koreanews and SQLite mean "and" by a blank."""
        return " ".join(f'"{term}"' if " " in term else term for term in self.terms)

    def conjunction(self) -> str:
        """The same where a blank would mean "or"."""
        return " AND ".join(f'"{term}"' if " " in term else term for term in self.terms)

    def __str__(self) -> str:
        days = f" {self.first}..{self.last}" if self.first else ""
        return self.plain() + days


class Found(NamedTuple):
    """A hit and the passage that shows why."""

    id: str
    passage: str
