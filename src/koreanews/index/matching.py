"""Finding in a text what a query was looking for: word by word, and names in other spellings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from koreanews.index.fields import UNPARTED_LANGUAGES, analyzer, parted
from koreanews.index.folding import folded
from koreanews.index.query.compiling import DEFAULT_FIELDS
from koreanews.index.query.needles import Needle, Wanted

Role = tuple[int, int]
"""A place of a needle, both by number."""

Roles = dict[str, list[Role]]


Span = tuple[int, int]
"""From one character to another."""


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
        self._counts = any(needle.slop for needle in needles)
        self._sought: dict[str, _Sought] = {}

    def words(self, text: str, field: str) -> list[Found]:
        """Where a text has the words that are looked for in its field, as typed or in another form, in order."""
        sought = self._sought.get(field) or self._sought_in(field)
        # The hot path of a search: making words of a text takes ten times as long as looking at its letters.
        plain = None if sought.tried or self._language in UNPARTED_LANGUAGES else folded(text)
        if plain is None:
            return self._placed(*self._among_words(text, sought))
        if self._counts:
            return self._placed(sought.roles, _standing(plain, sought.roles))
        return sorted(
            {
                found
                for number, places in sought.needles
                for word in places[0]
                # Most paragraphs have no word that is looked for.
                if word in plain
                for start in _starts(plain, word)
                for found in _run(plain, start, start + len(word), places, number)
            }
        )

    def names(self, text: str, field: str) -> list[Found]:
        """Where a text has names that are looked for in its field, in any spelling; in no order."""
        wanted = [number for number in self.named if self._is_for(number, field)]
        if not wanted:
            return []
        from koreanews.index.names.keys import run_keys, runs

        needles = [(number, self.needles[number].names) for number in wanted]
        return [
            Found(at + start, at + end, number)
            for at, words in runs(text)
            for key, start, end in run_keys(words)
            for number, keys in needles
            if key in keys
        ]

    def _placed(self, roles: Roles, present: list[_Word]) -> list[Found]:
        """Which of the words of a text that have roles are, by where they stand, what is looked for; in order."""
        if not present:
            return []
        fitting: dict[Role, list[int]] = {}
        for word in present:
            for role in roles[word.text]:
                fitting.setdefault(role, []).append(word.number)
        spans = {word.number: (word.start, word.end) for word in present}
        return sorted(
            {
                Found(*spans[at], number)
                for number, needle in enumerate(self.needles)
                for at in _places([fitting.get((number, place), []) for place in range(needle.length)], needle.slop)
            }
        )

    def _among_words(self, text: str, sought: _Sought) -> tuple[Roles, list[_Word]]:
        """The roles that words of a text can have, and those words."""
        parted_text = parted(text, self._language)
        words = analyzer().analyze(parted_text)
        roles = _roles_among(words, sought)
        if not any(word in roles for word in words):
            return roles, []
        tokens = analyzer().pre_tokenize(parted_text).tokens
        places = [(token.char_offset_from, token.char_offset_to) for token in tokens]
        if len(parted_text) != len(text):
            shift = _shift(text, self._language)
            places = [(shift[start], shift[end - 1] + 1) for start, end in places]
        return roles, [_Word(at, *places[at], word) for at, word in enumerate(words) if word in roles]

    def _sought_in(self, field: str) -> _Sought:
        """What is looked for in a field; worked out once."""
        sought = self._sought[field] = _Sought({}, [], [])
        for number, needle in enumerate(self.needles):
            places = needle.places_in(self._language)
            if not places or not self._is_for(number, field):
                continue
            sought.needles.append((number, [wanted.forms for wanted in places]))
            for place, wanted in enumerate(places):
                for word in wanted.forms:
                    sought.roles.setdefault(word, []).append((number, place))
                if wanted.beginning is not None or wanted.near is not None:
                    sought.tried.append(((number, place), wanted))
        return sought

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


class _Sought(NamedTuple):
    """What is looked for in a field: the roles of words known beforehand, and what others must be tried for.

    `needles` are those words again, needle by needle, by its number: which will do in each of its places.
    """

    roles: Roles
    tried: list[tuple[Role, Wanted]]
    needles: list[tuple[int, list[frozenset[str]]]]


class _Word(NamedTuple):
    """A word of a text, from character `start` to `end`; those side by side have numbers that follow each other."""

    number: int
    start: int
    end: int
    text: str


def _roles_among(words: list[str], sought: _Sought) -> Roles:
    """Which words will do in which places of which needles; of those that must be tried, only words of the text."""
    if not sought.tried:
        return sought.roles
    roles = {word: list(its_roles) for word, its_roles in sought.roles.items()}
    for role, wanted in sought.tried:
        for word in wanted.tried(set(words)):
            roles.setdefault(word, []).append(role)
    return roles


def _run(plain: str, start: int, end: int, places: list[frozenset[str]], number: int) -> list[Found]:
    """The words of a folded text that are a needle's, one after the other, if they go on so after the first.

    The first is from `start` to `end`.
    """
    found = [Found(start, end, number)]
    last = len(plain)
    for forms in places[1:]:
        start = end
        while start < last and not plain[start].isalnum():
            start += 1
        end = start
        while end < last and plain[end].isalnum():
            end += 1
        if plain[start:end] not in forms:
            return []
        found.append(Found(start, end, number))
    return found


def _standing(plain: str, words: Iterable[str]) -> list[_Word]:
    """Where some words stand in a folded text, in order, each with how many words stand before it."""
    found = sorted([(start, word) for word in words if word in plain for start in _starts(plain, word)])
    standing: list[_Word] = []
    number = last = 0
    for start, word in found:
        number += len(analyzer().analyze(plain[last:start]))
        last = start + len(word)
        standing.append(_Word(number, start, last, word))
        number += 1
    return standing


def _starts(plain: str, word: str) -> Iterator[int]:
    """Where a word stands in a folded text that is no part of a longer one."""
    end = 0
    while (start := plain.find(word, end)) >= 0:
        end = start + len(word)
        if not plain[start - 1 : start].isalnum() and not plain[end : end + 1].isalnum():
            yield start


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
