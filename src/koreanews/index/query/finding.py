"""A word or phrase of a query: what to ask of each field, and what to point at in a hit."""

from __future__ import annotations

import tantivy

from koreanews.index.fields import facet, words_of
from koreanews.index.query import clauses
from koreanews.index.query.forms import STEMMERS, Dictionary, Forms
from koreanews.index.query.needles import Needle, Wanted
from koreanews.index.query.tree import Fuzzy, Leaf, Phrase, Prefix


class Finder:
    """Makes the queries for a leaf, field by field, and gathers what it finds in the dictionary on the way.

    `text` is what the leaf asks for, `parted` or not.
    """

    def __init__(self, dictionary: Dictionary, leaf: Leaf, text: str) -> None:
        self._dictionary = dictionary
        self._leaf = leaf
        self._slop = leaf.slop if isinstance(leaf, Phrase) else 0
        self._words = words_of(text)
        self._typed: list[set[str]] = [set() for _ in self._words]
        self._others: dict[str, list[set[str]]] = {language: [set() for _ in self._words] for language in STEMMERS}

    @property
    def is_phrase(self) -> bool:
        """Whether words are looked for side by side."""
        return len(self._words) > 1

    def queries(self, field: str, weight: float) -> list[tantivy.Query]:
        """What to ask of a field, any of which will do."""
        places = [self._look(field, place, word) for place, word in enumerate(self._words)]
        if not places:
            return []
        if self.is_phrase:
            return self._phrases(field, places, weight)
        word = self._words[0]
        if isinstance(self._leaf, Prefix) and self._dictionary.beginning(field, word) is None:
            return [clauses.beginning(field, word, weight)]
        found = [clauses.term(field, form.text, form.weight * weight) for form in places[0].typed]
        for language, forms in places[0].others.items():
            others = [clauses.term(field, form.text, form.weight * weight) for form in forms]
            found += self._only_in(language, others)
        if isinstance(self._leaf, Fuzzy):
            found.append(clauses.near(field, word, self._leaf.edits, weight))
        return found

    def needle(self, names: frozenset[str]) -> Needle:
        """What to point at, once the fields have been asked; names by their keys."""
        places = {"": tuple(self._wanted(place, self._typed[place]) for place in range(len(self._words)))}
        for language, others in self._others.items():
            both = [typed | other for typed, other in zip(self._typed, others, strict=True)]
            places[language] = tuple(self._wanted(place, forms) for place, forms in enumerate(both))
        return Needle(self._leaf.field, places, self._slop, names)

    def _look(self, field: str, place: int, word: str) -> Forms:
        forms = self._dictionary.forms(field, word)
        if isinstance(self._leaf, Prefix) and place == len(self._words) - 1:
            forms = Forms(tuple(self._dictionary.beginning(field, word) or forms.typed), {})
        self._typed[place].update(form.text for form in forms.typed)
        for language, others in forms.others.items():
            self._others[language][place].update(form.text for form in others)
        return forms

    def _phrases(self, field: str, places: list[Forms], weight: float) -> list[tantivy.Query]:
        """Phrases of the words as typed, and of their forms in each language."""
        typed = [[form.text for form in forms.typed] for forms in places]
        found = [clauses.phrase(field, typed, self._slop, weight)] if all(typed) else []
        for language in self._dictionary.languages:
            others = [[form.text for form in forms.others.get(language, ())] for forms in places]
            every = [first + more for first, more in zip(typed, others, strict=True)]
            if any(others) and all(every):
                found += self._only_in(language, [clauses.phrase(field, every, self._slop, _OTHER_PHRASE * weight)])
        return found

    def _only_in(self, language: str, queries: list[tantivy.Query]) -> list[tantivy.Query]:
        """The queries for records of a language only: "rat" is a form of "rate" in German, but not in English."""
        if not queries or self._dictionary.is_of_one_language:
            return queries
        of_language = clauses.choosing(clauses.term(facet("language"), language))
        return [clauses.all_of([(clauses.MUST, clauses.any_of(queries)), (clauses.MUST, of_language)])]

    def _wanted(self, place: int, forms: set[str]) -> Wanted:
        last = place == len(self._words) - 1
        word = self._words[place]
        return Wanted(
            frozenset(forms),
            beginning=word if last and isinstance(self._leaf, Prefix) else None,
            near=(word, self._leaf.edits) if last and isinstance(self._leaf, Fuzzy) else None,
        )


_OTHER_PHRASE = 0.75
