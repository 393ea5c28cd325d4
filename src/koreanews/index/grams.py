"""Frequent words side by side as one word of the search index besides: "common grams".

Nearly every record has "north" somewhere, and "korea". To find where they stand side by side, the engine must read all
their places: 38 ms among 100,000 records for "North Korea", and 2 for a word that stands in as many. The method is that
of Lucene's CommonGrams filter, for words that are all frequent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from koreanews.index.fields import analyzer
from koreanews.index.folding import folded

COMMON = frozenset(
    (
        *("north", "south", "korea", "korean", "koreans", "kim", "jong", "un", "il", "moon", "jae", "park", "geun"),
        *("hye", "lee", "donald", "trump", "united", "states", "nations", "security", "council", "white", "house"),
        *("human", "rights", "nuclear", "ballistic", "missile", "missiles", "weapon", "weapons", "test", "tests"),
        *("vereinigten", "vereinten", "staaten", "nationen"),
    )
)
"""Words, as the search index has them, of names and terms that stand in many records of an archive on Korea.

Another list needs another `derived.LAYOUT`. It changes how fast phrases are found, not which.
"""


def gram(words: Sequence[str]) -> str | None:
    """The word of the search index that stands for some words side by side; None where there is none for them."""
    return _joined(words) if 2 <= len(words) <= _MOST_WORDS and COMMON.issuperset(words) else None


def grams_of(paragraphs: Iterable[str]) -> str:
    """All grams of a field's paragraphs, with blanks between them; none reaches from one paragraph into the next."""
    words = _words(_APART.join(paragraphs))
    places = [place for place, word in enumerate(words) if word in COMMON]
    return " ".join(_grams_at(words, places))


def _grams_at(words: list[str], places: list[int]) -> Iterator[str]:
    """The grams of words, by the places where common ones stand."""
    for more in range(1, _MOST_WORDS):
        for first, last in zip(places, places[more:], strict=False):
            if last - first == more:
                yield _joined(words[first : last + 1])


def _words(text: str) -> list[str]:
    """The words of a text as the search index has them; without its analyzer, where they can be told apart faster."""
    plain = folded(text)
    return plain.translate(_BLANKS).split() if plain is not None and plain.isascii() else analyzer().analyze(text)


def _joined(words: Sequence[str]) -> str:
    return "".join([_MARK + word for word in words])


_MOST_WORDS = 3

_MARK = "\ua78f" * 3
"""A letter, to the engine, that no text has. With it in front no gram is among the words that begin as one does; with
so many of it, none is near a misspelt word.
"""

_APART = " x "
"""A word that is not common, in ASCII, which folds fastest."""

_BLANKS = {code: " " for code in range(128) if not chr(code).isalnum()}
