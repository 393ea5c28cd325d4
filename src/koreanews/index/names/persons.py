"""Words that stand together -> the names that they form: people, and names written in several words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product
from typing import NamedTuple

from koreanews.index.names.surnames import is_common
from koreanews.index.names.tokens import MOST_KEYS, Part, Token, person_key, sounds


class JointName(NamedTuple):
    """A name of several words: its keys, and where it starts and ends.

    `person` says that it surely is a person's, so that a hyphenated given name in it is no name by itself: Roh Tae-woo
    is no Daewoo.
    """

    keys: tuple[str, ...]
    start: int
    end: int
    person: bool = False


def joint_names(run: list[tuple[int, Token]]) -> list[JointName]:
    """The names that tokens with one blank between them form together.

    `run` holds each token with its place in the text. Found are a family name with a given one in either order ("Kim
    Jong Un", "Kim Jong-un", "Kim Chŏngŭn", "Syngman Rhee"), single syllables ("Cheong Wa Dae") and pairs of words
    ("Rodong Sinmun", which Hangul writes as one).
    """
    pieces = [
        _Piece(part, at + part.start, at + part.end, place == 0, place == len(token.parts) - 1, token.capital)
        for at, token in run
        for place, part in enumerate(token.parts)
    ]
    if len(pieces) < 2:
        return []
    names: list[JointName] = []
    taken: set[int] = set()
    place = 0
    while place < len(pieces):
        length, found = _family_first(pieces, place)
        if found:
            names.append(found)
        if length == 3 and not _may_be_last(pieces, place):
            taken.update(range(place, place + length))
            place += 2
        place += 1
    for place in range(1, len(pieces)):
        if place not in taken and (found := _given_first(pieces, place, taken)):
            names.append(found)
    return [*names, *_single_syllables(pieces, taken), *_pairs(run)]


def in_person(start: int, token: Token, names: list[JointName]) -> bool:
    """Whether a token at `start` is hyphenated and lies in a name that is surely a person's."""
    return len(token.parts) > 1 and any(
        name.person and name.start <= start and start + token.end <= name.end for name in names
    )


class _Piece(NamedTuple):
    """A part of a token with its place in the text.

    `first` and `last` say whether it is that of its token's parts; `capital` is the token's.
    """

    part: Part
    start: int
    end: int
    first: bool
    last: bool
    capital: bool


def _family_first(pieces: list[_Piece], place: int) -> tuple[int, JointName | None]:
    """How many pieces the person takes whose family name is here, and the person; 0 and None where there is none."""
    family = pieces[place]
    if not family.part.surnames or not family.first or place + 1 == len(pieces):
        return 0, None
    one = pieces[place + 1]
    two = pieces[place + 2] if place + 2 < len(pieces) else None
    joined = two is not None and not two.first
    if two is not None and (joined or (one.first and not family.part.ordinary)):
        given = _two_syllables(one, two)
        if given:
            return 3, _person(family, given, family.start, two.end)
    if joined:
        return 0, None
    if not one.part.ordinary and (one.part.marked or not family.part.ordinary):
        given = [reading for reading in one.part.given if len(reading) == 2]
        if given:
            return 2, _person(family, given, family.start, one.end)
        given = [reading for reading in one.part.given if len(reading) == 1]
        if given and one.capital and family.capital and not family.part.ordinary:
            # Hangul writes both as one word, and such a word may as well be a place's: 한강.
            whole = sounds(surname + name for surname, name in product(family.part.surnames, given))
            return 2, JointName(whole, family.start, one.end)
    return 0, None


def _may_be_last(pieces: list[_Piece], place: int) -> bool:
    """Whether of three words the last is the likelier family name: "Sun Myung Moon", but then "Ban Ki Moon"."""
    first, *rest = pieces[place : place + 3]
    return (
        all(piece.first for piece in rest) and is_common(rest[-1].part.surnames) and not is_common(first.part.surnames)
    )


def _given_first(pieces: list[_Piece], place: int, taken: set[int]) -> JointName | None:
    """The person whose family name is here, at the end: "Syngman Rhee", "Jae-in Moon", "Sun Myung Moon"."""
    family = pieces[place]
    if not family.part.surnames or family.part.ordinary or not (family.first and family.last):
        return None
    one = pieces[place - 1]
    if place - 1 in taken:
        return None
    if one.first:
        whole = [reading for reading in one.part.given if len(reading) == 2]
        if whole and not one.part.ordinary:
            return _person(family, whole, one.start, family.end)
    if place >= 2 and place - 2 not in taken and pieces[place - 2].first:
        given = _two_syllables(pieces[place - 2], one)
        if given:
            return _person(family, given, pieces[place - 2].start, family.end)
    return None


def _two_syllables(one: _Piece, two: _Piece) -> list[str]:
    """Given names of two parts of a syllable each: "Jong-un", "Jong Un"."""
    if one.part.ordinary and two.part.ordinary and two.first:
        return []
    firsts = [reading for reading in one.part.given if len(reading) == 1]
    seconds = [reading for reading in two.part.given if len(reading) == 1]
    return [first + second for first, second in product(firsts, seconds)]


def _person(family: _Piece, given: list[str], start: int, end: int) -> JointName:
    """The person of a family name and readings of a given one; surely one unless the family name is a usual word."""
    keys = {person_key(surname, name): None for surname, name in product(family.part.surnames, given)}
    return JointName(tuple(keys)[:MOST_KEYS], start, end, person=not family.part.ordinary)


def _single_syllables(pieces: list[_Piece], taken: set[int]) -> Iterator[JointName]:
    """Names of two or three syllables written apart, no person's: "Cheong Wa Dae", "Kyung Hee"."""
    place = 0
    while place < len(pieces):
        end = place
        while end < len(pieces) and end not in taken and _stands_alone(pieces[end]):
            end += 1
        # Typed in lower case, two such words are too likely English: `moon song`.
        if end - place == 3 or (end - place == 2 and all(piece.capital for piece in pieces[place:end])):
            choices = [[word for word in piece.part.given if len(word) == 1] for piece in pieces[place:end]]
            keys = sounds("".join(choice) for choice in product(*choices))
            yield JointName(keys, pieces[place].start, pieces[end - 1].end)
        place = end + 1


def _stands_alone(piece: _Piece) -> bool:
    """Whether it is a word by itself that may be one syllable, and no usual word of English or German."""
    return (
        piece.first
        and piece.last
        and not piece.part.ordinary
        and any(len(reading) == 1 for reading in piece.part.given)
    )


def _pairs(run: list[tuple[int, Token]]) -> Iterator[JointName]:
    """Two names side by side, which Hangul may write as one; a person's is none of them."""
    for (start, one), (at, two) in pairwise(run):
        both = product(_unspaced(one), _unspaced(two))
        if keys := sounds(first + second for first, second in both):
            yield JointName(keys, start, at + two.end)


def _unspaced(token: Token) -> list[str]:
    """A token's keys that are one word each."""
    return [key for key in token.keys if key.isalpha()]
