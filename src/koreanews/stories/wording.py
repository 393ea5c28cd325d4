"""How close two wordings of a headline are: the share of their words that is the same, telling words counting most.

"Kim inspects flooded fields" and "North Korea's Kim inspects flooded rice fields" are one headline; what the second
has more stands in half of all headlines about Korea. Short words bind the others and tell little; so do the words of
the archive's own subject. Endings are left aside: "jails" and "jailed", "Korea" and "Koreans" are the same word.
"""

from __future__ import annotations

import re
from functools import lru_cache


def closeness(one: str, other: str) -> float:
    """How close two headlines are, 0 to 1: the shared words' weight as a share of that of both (Dice's coefficient)."""
    (left, weight), (right, other_weight) = _weighed(one), _weighed(other)
    both = weight + other_weight
    return 2 * sum(map(_weight, left & right)) / both if both else 0.0


@lru_cache(maxsize=4096)
def telling(headline: str) -> tuple[str, ...]:
    """The words that tell a headline from others, without endings, the longest first, which are the rarest as a rule.

    All its words where none of them tells much.
    """
    stems, _ = _weighed(headline)
    found = [stem for stem in stems if _weight(stem) >= _TELLING] or list(stems)
    return tuple(sorted(found, key=lambda stem: (-len(stem), stem))[:_MOST_WORDS])


def is_subject(word: str) -> bool:
    """Whether a word names what the whole archive is about."""
    return _stem(word.casefold()) in _SUBJECT


_WORD = re.compile(r"\w+")
_MOST_WORDS = 40
"""Of a headline; what is longer is text gone astray, and would only swell the store."""
_SUBJECT = frozenset({"korea", "north", "south", "norther", "souther", "nordkorea", "südkorea", "nord", "süd"})
_ENDINGS = (("s", 3), ("ing", 4), ("ed", 4), ("n", 4), ("e", 4))
"""Each with the letters that must be left of a word without it."""
_WEIGHTS = (0, 0, 3, 4, 7)
"""Of a word with so many letters, in tenths, which add up to the same in any order; the "s" of a genitive is a word by
itself here."""
_FULL_WEIGHT = 10
"""Of a longer word, and of a number."""
_TELLING = 7


@lru_cache(maxsize=4096)
def _weighed(headline: str) -> tuple[frozenset[str], int]:
    """The stems of a headline, and their weight in all, in tenths."""
    stems = _stems(headline)
    return stems, sum(map(_weight, stems))


def _stems(headline: str) -> frozenset[str]:
    return frozenset(map(_stem, _WORD.findall(headline.casefold())))


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """The word without its ending; the same for all its forms, and not always a word."""
    for ending, least in _ENDINGS:
        if len(word) >= least + len(ending):
            word = word.removesuffix(ending)
    # "fired", and "fires" without its ending.
    return word.removesuffix("d") if len(word) == _FIRED and word.endswith("ed") else word


_FIRED = 5
"""Letters of such a word."""


@lru_cache(maxsize=65536)
def _weight(stem: str) -> int:
    if stem in _SUBJECT:
        return 4
    if stem.isdecimal():
        return _FULL_WEIGHT
    return _WEIGHTS[len(stem)] if len(stem) < len(_WEIGHTS) and stem.isascii() else _FULL_WEIGHT
