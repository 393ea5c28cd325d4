"""A query once read: a tree of what must be found.

Annotations are types here, not text as elsewhere: each search makes these classes, which takes half as long so.
"""

from typing import NamedTuple

TEXT_FIELDS = ("headline", "teaser", "body", "caption", "recommends")
NAME_FIELDS = ("section", "kind", "agency", "author", "language", "id", "url")
FIELDS = (*TEXT_FIELDS, *NAME_FIELDS, "date")
"""The names that can stand before a colon."""


class Word(NamedTuple):
    """A word, or several that punctuation joins ("Kim-Jong-un"); `start` and `end` are where it stands."""

    field: str | None
    text: str
    start: int
    end: int


class Prefix(NamedTuple):
    """The beginning of a word: `korea*`."""

    field: str | None
    text: str


class Fuzzy(NamedTuple):
    """A word, give or take so many letters: `liason~`."""

    field: str | None
    text: str
    edits: int


class Phrase(NamedTuple):
    """Words side by side, in order, or within `slop` words of that."""

    field: str | None
    text: str
    slop: int


class Dates(NamedTuple):
    """A range of days YYYYMMDD, both ends in it; null for no end."""

    first: int | None
    last: int | None


class And(NamedTuple):
    """All of these."""

    children: tuple["Node", ...]


class Or(NamedTuple):
    """Any of these."""

    children: tuple["Node", ...]


class Not(NamedTuple):
    """What this does not find."""

    child: "Node"


Leaf = Word | Prefix | Fuzzy | Phrase
Node = Leaf | Dates | And | Or | Not
