"""A word or phrase of a query in one language: what to ask of each field, and what to point at in a hit."""

from __future__ import annotations

import tantivy

from koreanews.index.query import clauses
from koreanews.index.query.forms import Dictionary, Form, words_of
from koreanews.index.query.needles import Wanted
from koreanews.index.query.tree import Fuzzy, Leaf, Phrase, Prefix


class Finder:
    """Makes the queries for a leaf in the fields of one language, and gathers the forms that they look for.

    `exact` looks for words as they are spelt, not for their other forms.
    """

    def __init__(self, dictionary: Dictionary, language: str, leaf: Leaf, *, exact: bool) -> None:
        self._dictionary = dictionary
        self._language = language
        self._leaf = leaf
        self._exact = exact
        self._words = words_of(language, leaf.text)
        self._forms: list[set[str]] = [set() for _ in self._words]

    def queries(self, field: str, weight: float) -> list[tantivy.Query]:
        """What to ask of a field, any of which will do."""
        if not self._words:
            return []
        *before, last = self._words
        places = [self._look(field, place, word) for place, word in enumerate(before)]
        if isinstance(self._leaf, Prefix):
            found = self._dictionary.beginning(field, last)
            if found is None and not before:
                return [clauses.beginning(field, last, weight)]
            places.append(self._note(len(before), found or self._dictionary.forms(field, self._language, last)))
        else:
            places.append(self._look(field, len(before), last))
        if before:
            slop = self._leaf.slop if isinstance(self._leaf, Phrase) else 0
            texts = [[form.text for form in forms] for forms in places]
            return [clauses.phrase(field, texts, slop, weight)] if all(texts) else []
        found_queries = [clauses.term(field, form.text, form.factor * weight) for form in places[0]]
        if isinstance(self._leaf, Fuzzy):
            found_queries.append(clauses.near(field, last, self._leaf.edits, weight))
        return found_queries

    def wanted(self) -> tuple[Wanted, ...]:
        """What to point at, word by word, once the fields have been asked."""
        wanted = [Wanted(frozenset(forms)) for forms in self._forms]
        if wanted and isinstance(self._leaf, Prefix):
            wanted[-1] = wanted[-1]._replace(beginning=self._words[-1])
        if wanted and isinstance(self._leaf, Fuzzy):
            wanted[-1] = wanted[-1]._replace(near=(self._words[-1], self._leaf.edits))
        return tuple(wanted)

    def _look(self, field: str, place: int, word: str) -> list[Form]:
        language = "other" if self._exact else self._language
        return self._note(place, self._dictionary.forms(field, language, word))

    def _note(self, place: int, forms: list[Form]) -> list[Form]:
        self._forms[place].update(form.text for form in forms)
        return forms
