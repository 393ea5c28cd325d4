"""What a headline is found by when it is not quite the same: few small numbers that two wordings of it share.

Every headline's words are put in one fixed order, the longest first, which are the rarest as a rule. Two headlines
that share so many words must then share one of the first few: the prefix filter of set-similarity joins (Chaudhuri,
Ganti and Kaushik, 2006). So only stories that share such a word of the same day, or three such words of a few years,
are ever compared. A clue may be shared by chance; whoever looks it up compares the headlines themselves.

The day or the period comes first in the number, so that all clues of a time lie side by side in the store.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import combinations
from math import ceil
from zlib import crc32

from koreanews.cleaner.titles import comparable

DATED_CLOSENESS = 0.5
"""The least closeness of two headlines of one day that are looked at as one story's."""
UNDATED_CLOSENESS = 0.75
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


_TOGETHER = 3
_WORD = re.compile(r"\w+")
_BITS = 24
_MASK = (1 << _BITS) - 1
_MOST_WORDS = 40
"""Of a headline; what is longer is text gone astray, and would only swell the store."""


def _first_words(headline: str, closeness: float, shared: int) -> tuple[str, ...]:
    """So many of the words that two headlines with that closeness share at least `shared` of them."""
    words = _in_order(headline)
    return words[: len(words) - ceil(closeness * len(words)) + shared]


@lru_cache(maxsize=4096)
def _of_words(headline: str) -> tuple[int, ...]:
    """A number for each word that tells a headline on its day."""
    return tuple(_number(word) for word in _first_words(headline, DATED_CLOSENESS, 1))


@lru_cache(maxsize=4096)
def _of_several_words(headline: str) -> tuple[int, ...]:
    """A number for each few words that together tell a headline in its period."""
    least = ceil(UNDATED_CLOSENESS * len(_in_order(headline)))
    together = min(_TOGETHER, least)
    if together < 2:
        return ()
    words = _first_words(headline, UNDATED_CLOSENESS, together)
    return tuple(_number(" ".join(some)) for some in combinations(words, together))


def _number(words: str) -> int:
    return crc32(words.encode("utf-8", "replace")) & _MASK


@lru_cache(maxsize=1024)
def _in_order(headline: str) -> tuple[str, ...]:
    words = sorted(set(_WORD.findall(headline.casefold())))
    words.sort(key=len, reverse=True)
    return tuple(words[:_MOST_WORDS])


_comparable = lru_cache(maxsize=4096)(comparable)
