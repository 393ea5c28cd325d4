"""Finding in a text what a query was looking for, word by word."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from koreanews.index.fields import analyzer, parted
from koreanews.index.query.compiling import DEFAULT_FIELDS
from koreanews.index.query.needles import Needle


class Match(NamedTuple):
    """A word of a text that a needle, by its number, was looking for; from one character to another."""

    start: int
    end: int
    needle: int


def matches_in(text: str, language: str | None, needles: tuple[Needle, ...], field: str) -> list[Match]:
    """The words of a text in a language that are looked for in its field, in order."""
    parted_text = parted(text, language)
    words = analyzer().analyze(parted_text)
    vocabulary = set(words)
    # For each word of the text that will do somewhere: in which places of which needles.
    roles: dict[str, list[tuple[int, int]]] = {}
    for number, needle in enumerate(needles):
        if needle.field == field or (needle.field is None and field in DEFAULT_FIELDS):
            for place, wanted in enumerate(needle.places_in(language)):
                for word in wanted.among(vocabulary):
                    roles.setdefault(word, []).append((number, place))
    if not roles:
        return []
    fitting: dict[tuple[int, int], list[int]] = {}
    for at, word in enumerate(words):
        for role in roles.get(word, ()):
            fitting.setdefault(role, []).append(at)
    found = sorted(
        {
            (at, number)
            for number, needle in enumerate(needles)
            for at in _places([fitting.get((number, place), []) for place in range(needle.length)], needle.slop)
        }
    )
    # The words again, each with where it stands: dear, and so only asked for where there is something to show.
    tokens = analyzer().pre_tokenize(parted_text).tokens
    spans = [(tokens[at].char_offset_from, tokens[at].char_offset_to, number) for at, number in found]
    if len(parted_text) != len(text):
        shift = _shift(text, language)
        spans = [(shift[start], shift[end - 1] + 1, number) for start, end, number in spans]
    return [Match(*span) for span in spans]


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
