"""What a reader typed -> the keys of the names in it, and where a text has them in any spelling."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from koreanews.index.names.keys import name_keys
from koreanews.index.names.persons import in_person, joint_names
from koreanews.index.names.tokens import LONGEST_TOKEN, Token, token


class QueryName(NamedTuple):
    """`words[first:last]` of a query together are a name that has these keys; `person`: surely a person's."""

    first: int
    last: int
    keys: frozenset[str]
    person: bool = False


def query_names(words: Sequence[str]) -> list[QueryName]:
    """The names among the words of a query, as they were typed, capitals or not; the longest first.

    A name may lie within a longer one: `rodong sinmun` is one name and also two. Hyphenated words in a person's name,
    single syllables and ordinary words are no names by themselves.
    """
    starts = [0, *accumulate(len(word) + 1 for word in words)]
    place_at = {start: place for place, start in enumerate(starts)}
    found: list[QueryName] = []
    run: list[tuple[int, Token]] = []
    for start, word in zip(starts, [*words, ""], strict=True):
        here = token(word) if 0 < len(word) <= LONGEST_TOKEN else None
        if here is not None:
            run.append((start, here))
        if run and (here is None or here.ends_run):
            joint = joint_names(run)
            for at, other in run:
                if other.keys and not in_person(at, other, joint):
                    found.append(QueryName(place_at[at], place_at[at] + 1, frozenset(other.keys)))
            for name in joint:
                # A word may begin with a hyphen, before its name.
                first, last = bisect_right(starts, name.start) - 1, bisect_left(starts, name.end)
                if last - first > 1:
                    found.append(QueryName(first, last, frozenset(name.keys), name.person))
            run = []
    return sorted(found, key=lambda name: (name.first - name.last, name.first))


def query_keys(words: Sequence[str]) -> set[str]:
    """The keys of all names in a query, but for those of words that are part of a person's name."""
    names = query_names(words)
    people = [name for name in names if name.person]
    keys: set[str] = set()
    for name in names:
        if not any(_lies_in(name, person) for person in people):
            keys |= name.keys
    return keys


def matches(query: str, text: str) -> list[tuple[int, int]]:
    """Where `text` has a name of `query` in any spelling: characters from and to, in order, none within another."""
    keys = query_keys(query.split())
    spans = sorted({(name.start, name.end) for name in name_keys(text) if name.key in keys})
    apart: list[tuple[int, int]] = []
    for start, end in spans:
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def _lies_in(name: QueryName, longer: QueryName) -> bool:
    return (
        longer.first <= name.first and name.last <= longer.last and name.last - name.first < longer.last - longer.first
    )
