"""The forms of a word that occur in an archive: "withdraw", "withdraws" and "withdrawing" for any one of them.

The search index holds words as they are written. Which of them are forms of one word is found out from its
dictionary when a query asks, by the stemmer of each language. So the exact word, the beginning of a word and a misspelt
one can be looked for as well, and filling an archive takes half of the time that it takes with stems.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import log
from typing import NamedTuple

import tantivy

from koreanews.index.fields import facet

STEMMERS = {"en": "English", "de": "German"}
"""The languages, by ISO 639-1, whose words have forms here."""


class Form(NamedTuple):
    """A form that occurs, and how much it weighs beside the others of its word."""

    text: str
    weight: float


class Forms(NamedTuple):
    """The forms of a word that occur in a field: as it is typed, in all records; others in those of a language."""

    typed: tuple[Form, ...]
    others: dict[str, tuple[Form, ...]]


class Dictionary:
    """The words of an archive's fields.

    `languages` are those for which it knows forms: none if `exact`.
    """

    def __init__(self, searcher: tantivy.Searcher, *, exact: bool) -> None:
        self._searcher = searcher
        self._begun: dict[tuple[str, str], list[tuple[str, int]]] = {}
        self._stems: dict[str, dict[str, str]] = {language: {} for language in STEMMERS}
        present = {language: searcher.doc_freq(facet("language"), language) for language in STEMMERS}
        self.languages = [] if exact else [language for language, count in present.items() if count]
        self.is_of_one_language = max(present.values()) >= searcher.num_docs

    def evening(self, field: str) -> float:
        """What to weigh a field with so that it counts for as much as if each record had text in it.

        BM25 sets a text's length against the average over all records, those without that text included: the fewer
        have it, the longer it seems, and the less its words count.
        """
        having = self._searcher.doc_freq("has", field)
        share = having / max(self._searcher.num_docs, having, 1)
        return (1 + _K1 * (1 - _B + _B / share)) / (1 + _K1) if share else 1.0

    def forms(self, field: str, word: str) -> Forms:
        """The forms of a word, as the search index has words, in a field."""
        counts = {language: self._of_stem(field, language, word) for language in self.languages}
        every = {word: self._searcher.doc_freq(field, word)}
        for found in counts.values():
            every |= found
        # BM25 takes a rare form for a rare word, which it is not: each is weighed as if as frequent as all together.
        whole = self._rarity(sum(every.values()))
        weights = {form: whole / self._rarity(count) for form, count in every.items() if count}
        return Forms(
            (Form(word, weights[word]),) if word in weights else (),
            {
                language: tuple(Form(form, _OTHER_FORM * weights[form]) for form in found if form != word)
                for language, found in counts.items()
            },
        )

    def present(self, field: str, terms: Iterable[str]) -> list[str]:
        """Those of some terms that a field has."""
        return [term for term in terms if self._searcher.doc_freq(field, term)]

    def beginning(self, field: str, beginning: str) -> list[Form] | None:
        """The words of a field that begin so; null where there are too many to be told one by one."""
        terms = self._searcher.terms_with_prefix(field, beginning, limit=_MOST_BEGINNINGS + 1)
        if len(terms) > _MOST_BEGINNINGS:
            return None
        whole = self._rarity(sum(count for _, count in terms))
        return [Form(text, whole / self._rarity(count)) for text, count in terms]

    def _of_stem(self, field: str, language: str, word: str) -> dict[str, int]:
        """The words of a field that have a word's stem, each with the number of records that it stands in."""
        if len(word) < _SHORTEST:
            return {}
        stem = _stem(language, word)
        # Words begin with their stem, but for its last letter at times: "countri" is of "country", "use" of "using",
        # "possibl" of "possibility".
        root = stem[:-1] if stem.endswith(_CHANGED_ENDS) else stem
        longest = len(stem) + _LONGEST_ENDING
        begun = [(term, count) for term, count in self._beginning_with(field, root) if len(term) <= longest]
        known = self._stems[language]
        if unknown := [term for term, _ in begun if term not in known]:
            known.update(zip(unknown, _stems(language, unknown), strict=True))
        return {term: count for term, count in begun if known[term] == stem}

    def _beginning_with(self, field: str, root: str) -> list[tuple[str, int]]:
        """The words of a field that begin so; looked up once for all languages whose stem that is."""
        if (field, root) not in self._begun:
            self._begun[field, root] = self._searcher.terms_with_prefix(field, root, limit=_MOST_TERMS)
        return self._begun[field, root]

    def _rarity(self, count: int) -> float:
        """BM25's inverse document frequency."""
        documents = max(self._searcher.num_docs, count)
        return log(1 + (documents - count + 0.5) / (count + 0.5))


# BM25's constants in Tantivy.
_K1, _B = 1.2, 0.75

_OTHER_FORM = 0.75
"""What another form of a word weighs beside the one that was typed."""

_SHORTEST = 3
"""Words of fewer letters have no other forms worth the looking."""

_CHANGED_ENDS = ("i", "e", "bl")
_LONGEST_ENDING = 12
_MOST_TERMS = 5000
_MOST_BEGINNINGS = 200


@cache
def _stem(language: str, word: str) -> str:
    (stem,) = _stems(language, [word])
    return stem


def _stems(language: str, words: list[str]) -> list[str]:
    """The stems of words, one for each."""
    return _stemmer(language).analyze(" ".join(words))


@cache
def _stemmer(language: str) -> tantivy.TextAnalyzer:
    stemmer = tantivy.Filter.stemmer(STEMMERS[language])
    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).filter(stemmer).build()
