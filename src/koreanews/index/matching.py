"""Finding in a text what a query was looking for: word by word, and names in other spellings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from koreanews.index.fields import analyzer, parted
from koreanews.index.query.compiling import DEFAULT_FIELDS
from koreanews.index.query.needles import Needle, Wanted

Role = tuple[int, int]
"""A place of a needle, both by number."""

Roles = dict[str, list[Role]]


Span = tuple[int, int]
"""From one character to another."""


_PUNCTUATION = dict.fromkeys(map(ord, "\u00a0\u2013\u2014\u2018\u2019\u201c\u201d\u201e\u2022\u2026\u2032\u2033"), " ")
"""The signs beside ASCII in most English texts; no word has one in it."""


class Match(NamedTuple):
    """A word of a text, by its number, that a needle, by its number, was looking for."""

    word: int
    needle: int


class Found(NamedTuple):
    """A stretch of a text, in characters, that shows a needle, by its number."""

    start: int
    end: int
    needle: int


class Matcher:
    """Finds a query's needles in texts of one language. `named` are those, by number, that are part of names."""

    def __init__(self, needles: tuple[Needle, ...], language: str | None) -> None:
        self.needles = needles
        self.named = frozenset(number for number, needle in enumerate(needles) if needle.names)
        self._language = language
        self._roles: dict[str, tuple[Roles, list[tuple[Role, Wanted]]]] = {}

    def matches(self, text: str, field: str) -> list[Match]:
        """The words of a text that are looked for in its field, in order."""
        if self._is_surely_without(text, field):
            return []
        words = analyzer().analyze(parted(text, self._language))
        roles = self._roles_among(words, field)
        # The hot path of a search: most paragraphs have no word that is looked for.
        present = [(at, word) for at, word in enumerate(words) if word in roles]
        if not present:
            return []
        fitting: dict[Role, list[int]] = {}
        for at, word in present:
            for role in roles[word]:
                fitting.setdefault(role, []).append(at)
        return sorted(
            {
                Match(at, number)
                for number, needle in enumerate(self.needles)
                for at in _places([fitting.get((number, place), []) for place in range(needle.length)], needle.slop)
            }
        )

    def names(self, text: str, field: str) -> list[Found]:
        """Where a text has names that are looked for in its field, in any spelling; in no order."""
        wanted = [number for number in self.named if self._is_for(number, field)]
        if not wanted:
            return []
        from koreanews.index.names import name_keys

        return [
            Found(name.start, name.end, number)
            for name in name_keys(text)
            for number in wanted
            if name.key in self.needles[number].names
        ]

    def found(self, text: str, field: str, matches: list[Match]) -> list[Found]:
        """The matches of a text and the names in it, in order, and in characters."""
        spans = zip(self._spans(text, matches), matches, strict=True)
        return sorted({*(Found(*span, match.needle) for span, match in spans), *self.names(text, field)})

    def _spans(self, text: str, matches: list[Match]) -> list[Span]:
        """For each match of a text from which character it goes to which."""
        parted_text = parted(text, self._language)
        tokens = analyzer().pre_tokenize(parted_text).tokens if matches else []
        spans = [(tokens[match.word].char_offset_from, tokens[match.word].char_offset_to) for match in matches]
        if len(parted_text) != len(text):
            shift = _shift(text, self._language)
            spans = [(shift[start], shift[end - 1] + 1) for start, end in spans]
        return spans

    def _is_surely_without(self, text: str, field: str) -> bool:
        """Whether no word that is looked for can stand in a text, as a look at its letters tells.

        That takes a tenth of the time of making its words, and spares most of a page's paragraphs that.
        """
        if field not in self._roles:
            self._roles[field] = self._roles_in(field)
        roles, tried = self._roles[field]
        if tried:
            return False
        if not text.isascii():
            text = text.translate(_PUNCTUATION)
            if not text.isascii():
                return False
        text = text.lower()
        return not any(word in text for word in roles)

    def _roles_among(self, words: list[str], field: str) -> Roles:
        """Which words will do in which places of which needles; of those that must be tried, only words of the text."""
        roles, tried = self._roles[field]
        if not tried:
            return roles
        roles = {word: list(its_roles) for word, its_roles in roles.items()}
        for role, wanted in tried:
            for word in wanted.tried(set(words)):
                roles.setdefault(word, []).append(role)
        return roles

    def _roles_in(self, field: str) -> tuple[Roles, list[tuple[Role, Wanted]]]:
        """The roles of words known beforehand, and what others must be tried for."""
        roles: Roles = {}
        tried = []
        for number, needle in enumerate(self.needles):
            if self._is_for(number, field):
                for place, wanted in enumerate(needle.places_in(self._language)):
                    for word in wanted.forms:
                        roles.setdefault(word, []).append((number, place))
                    if wanted.beginning is not None or wanted.near is not None:
                        tried.append(((number, place), wanted))
        return roles, tried

    def _is_for(self, number: int, field: str) -> bool:
        asked = self.needles[number].field
        return asked == field or (asked is None and field in DEFAULT_FIELDS)


def apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those made one that overlap."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _shift(text: str, language: str | None) -> list[int]:
    """For each character of the parted text, where in the text it stands; or the one that it was put beside."""
    return [place for place, sign in enumerate(text) for _ in parted(sign, language)]


def _places(fitting: list[list[int]], slop: int) -> list[int]:
    """Which words of a text, by number, are what is looked for; given, for each word of that, those that will do."""
    if len(fitting) <= 1:
        return fitting[0] if fitting else []
    reach = len(fitting) - 1 + slop if slop else 0
    found: list[int] = []
    for first in fitting[0]:
        group = [first]
        for number, places in enumerate(fitting[1:], 1):
            nearest = _nearest(places, first + number)
            if nearest is None or abs(nearest - first - number) > reach:
                break
            group.append(nearest)
        else:
            found += group
    return found


def _nearest(places: list[int], place: int) -> int | None:
    """Of places in order the one that is nearest to another."""
    after = bisect_left(places, place)
    return min(places[max(0, after - 1) : after + 1], key=lambda found: abs(found - place), default=None)
