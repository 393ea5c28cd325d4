"""What a headline is found by when it is not quite the same: few small numbers that two wordings of it share.

Every headline's telling words are put in one fixed order, the longest first, which are the rarest as a rule. Two
headlines that share so many words must then share one of the first few: the prefix filter of set-similarity joins
(Chaudhuri, Ganti and Kaushik, 2006). So only stories that share such a word of the same day, or three such words of a
few years, are ever compared. A clue may be shared by chance; whoever looks it up compares the headlines themselves.

The day or the period comes first in the number, so that all clues of a time lie side by side in the store.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations
from math import ceil
from zlib import crc32

from koreanews.cleaner.titles import comparable
from koreanews.stories.wording import telling

DATED_CLOSENESS = 0.6
"""The least closeness of two headlines of one day that are looked at as one story's."""
UNDATED_CLOSENESS = 0.65
"""The least where no date speaks."""


def key_of(text: str) -> int:
    """A number for a text, the same for all that differ only in apostrophes, dashes, case and blanks."""
    return crc32(_comparable(text).encode("utf-8", "replace"))


def day_clues(headline: str, teaser: str | None, day: int) -> list[int]:
    """The clues of a headline and a teaser on one day, for comparing within that day."""
    clues = [day << _BITS | word for word in _of_words(headline)]
    if teaser:
        clues.append(day << _BITS | key_of(teaser) & _MASK)
    return clues


def period_clues(headline: str, period: int) -> list[int]:
    """The clues of a headline in a period of time; none for a single word, which is no headline to go by."""
    return [period << _BITS | some for some in _of_several_words(headline)]


_MOST_OF_DAY, _MOST_OF_PERIOD = 19, 12
"""So many of a headline's first words, at most, make clues of its day and of its period: headlines of twenty and more
telling words would else have more clues than one query of SQLite can look up (500)."""
_TOGETHER = (2, 3)
"""How many words together make a clue of a period; two only of a headline of at most `_FEW`."""
_FEW = 5
"""Words of a headline that may be close to one of fewer than three."""
_BITS = 24
"""Of a clue those that tell the words; above them stands the day or the period."""
_MASK = (1 << _BITS) - 1


def _first_words(words: tuple[str, ...], closeness: float, shared: int) -> tuple[str, ...]:
    """So many of a headline's telling words that another one with that closeness has at least `shared` of them."""
    return words[: len(words) - max(shared, _least_shared(len(words), closeness)) + shared]


def _least_shared(words: int, closeness: float) -> int:
    """How many words a headline of so many shares at least with one that close, be that as short as can be.

    Dice's coefficient of n words and those s of them alone is 2s / (n + s).
    """
    return ceil(closeness / (2 - closeness) * words)


@lru_cache(maxsize=4096)
def _of_words(headline: str) -> tuple[int, ...]:
    """A number for each word that tells a headline on its day."""
    return tuple(map(_number, _first_words(telling(headline), DATED_CLOSENESS, 1)[:_MOST_OF_DAY]))


@lru_cache(maxsize=4096)
def _of_several_words(headline: str) -> tuple[int, ...]:
    """A number for each few words that together tell a headline in its period."""
    words = telling(headline)
    return tuple(
        _number(" ".join(some))
        for together in _TOGETHER
        if together <= len(words) and (together == _TOGETHER[-1] or len(words) <= _FEW)
        for some in combinations(_first_words(words, UNDATED_CLOSENESS, together)[:_MOST_OF_PERIOD], together)
    )


def _number(words: str) -> int:
    return crc32(words.encode("utf-8", "replace")) & _MASK


_comparable = lru_cache(maxsize=4096)(comparable)
