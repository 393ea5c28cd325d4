"""The forms of a word that occur in an archive: "withdraw", "withdraws" and "withdrawing" for any one of them.

The search index holds words as they are written. Which of them are forms of one word is found out from its dictionary
when a query asks, by the stemmer of the field's language. So the exact word, the beginning of a word and a
misspelt one can be looked for as well, and filling an archive costs half of what it would with stems.
"""

from __future__ import annotations

from functools import cache
from math import log
from typing import NamedTuple

import tantivy

from koreanews.index.fields import analyzer


class Form(NamedTuple):
    """A form that occurs, and how much more it would weigh if it were as frequent as all forms together."""

    text: str
    factor: float


class Dictionary:
    """The words of an archive's fields."""

    def __init__(self, searcher: tantivy.Searcher) -> None:
        self._searcher = searcher

    def forms(self, field: str, language: str, word: str) -> list[Form]:
        """The forms of a word (as `analyzer` makes it) in a field of a language; none if it does not occur."""
        stem = stem_of(language, word)
        if stem is None or len(word) < _SHORTEST:
            return self._weighted([(word, self._searcher.doc_freq(field, word))])
        # A stem may end otherwise than its words do ("countri", "country"), but in one letter only.
        root = stem[: max(_SHORTEST - 1, len(stem) - 1)]
        terms = [
            (term, count)
            for term, count in self._searcher.terms_with_prefix(field, root, limit=_MOST_TERMS)
            if len(term) <= len(stem) + _LONGEST_ENDING
        ]
        stems = _stems(language, [term for term, _ in terms])
        return self._weighted([pair for pair, its_stem in zip(terms, stems, strict=True) if its_stem == stem])

    def beginning(self, field: str, beginning: str) -> list[Form] | None:
        """The words of a field that begin so; null where there are too many to be told one by one."""
        terms = self._searcher.terms_with_prefix(field, beginning, limit=_MOST_BEGINNINGS + 1)
        return self._weighted(terms) if len(terms) <= _MOST_BEGINNINGS else None

    def _weighted(self, counts: list[tuple[str, int]]) -> list[Form]:
        """Forms with their factors: BM25 takes a rare form for a rare word, which it is not."""
        total = sum(count for _, count in counts)
        whole = self._rarity(total)
        return [Form(text, whole / self._rarity(count)) for text, count in counts if count]

    def _rarity(self, count: int) -> float:
        """BM25's inverse document frequency."""
        documents = max(self._searcher.num_docs, count)
        return log(1 + (documents - count + 0.5) / (count + 0.5))


def stem_of(language: str, word: str) -> str | None:
    """The stem of a word; null where the language has no stemmer here."""
    return next(iter(_stems(language, [word])), None) if language in _STEMMERS else None


_STEMMERS = {"en": "English", "de": "German"}
_SHORTEST = 3
"""Words of fewer letters have no other forms worth the looking."""

_LONGEST_ENDING = 12
_MOST_TERMS = 5000
_MOST_BEGINNINGS = 200


def _stems(language: str, words: list[str]) -> list[str]:
    """The stems of words, one for each."""
    return _stemmer(language).analyze(" ".join(words))


@cache
def _stemmer(language: str) -> tantivy.TextAnalyzer:
    stemmer = tantivy.Filter.stemmer(_STEMMERS[language])
    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).filter(stemmer).build()


def words_of(language: str, text: str) -> list[str]:
    """The words of a piece of a query, as they stand in the search index for a language."""
    from unicodedata import normalize

    return analyzer(language).analyze(normalize("NFC", text))
