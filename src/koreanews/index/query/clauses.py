"""The smallest pieces of what Tantivy is asked, each with the trap that it avoids."""

from __future__ import annotations

from collections.abc import Sequence

import tantivy

from koreanews.index.fields import TEXT_FIELDS, schema
from koreanews.index.grams import gram

MUST, SHOULD, MUST_NOT = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot


def all_of(clauses: Sequence[tuple[tantivy.Occur, tantivy.Query]]) -> tantivy.Query:
    """What fits every MUST clause and no MUST_NOT clause; all records, less those, where there is no MUST clause."""
    if not any(occur == MUST for occur, _ in clauses):
        clauses = [(MUST, choosing(tantivy.Query.all_query())), *clauses]
    return tantivy.Query.boolean_query(list(clauses))


def any_of(queries: Sequence[tantivy.Query]) -> tantivy.Query:
    """What fits any of the queries; nothing where there are none."""
    if len(queries) == 1:
        return queries[0]
    if not queries:
        return tantivy.Query.empty_query()
    return tantivy.Query.boolean_query([(SHOULD, query) for query in queries])


def choosing(query: tantivy.Query) -> tantivy.Query:
    """The same query, without a say in the order of hits."""
    return tantivy.Query.const_score_query(query, 0.0)


def term(field: str, word: str, weight: float = 1.0) -> tantivy.Query:
    """A word of a field, exactly."""
    return _weighed(tantivy.Query.term_query(schema(), field, word), weight)


def beginning(field: str, word: str, weight: float = 1.0) -> tantivy.Query:
    """Any word of a field that begins so. All of its hits score alike."""
    if len(word.encode()) > _LONGEST_PATTERN:
        # Tantivy refuses patterns of more than a thousand states, one for each byte.
        return _weighed(tantivy.Query.fuzzy_term_query(schema(), field, word, distance=0, prefix=True), weight)
    return _weighed(tantivy.Query.regex_query(schema(), field, escaped(word) + ".*"), weight)


def near(field: str, word: str, edits: int, weight: float = 1.0) -> tantivy.Query:
    """Any word of a field that differs in so many letters at most. All of its hits score alike."""
    return _weighed(tantivy.Query.fuzzy_term_query(schema(), field, word, edits), weight)


def phrase(field: str, places: Sequence[Sequence[str]], slop: int, weight: float = 1.0) -> tantivy.Query:
    """Words side by side, any of those given for each place; nothing where a place has none.

    Tantivy panics at a phrase of one word. Its own query for choices takes long over frequent words, and pays only
    where the choices are many.
    """
    if not all(places):
        return tantivy.Query.empty_query()
    if len(places) == 1:
        return any_of([term(field, word, weight) for word in places[0]])
    phrases: list[list[str]] = [[]]
    for words in places:
        phrases = [[*before, word] for before in phrases for word in words]
        if len(phrases) > _MOST_PHRASES:
            patterns = ["|".join(map(escaped, words)) for words in places]
            return _weighed(
                tantivy.Query.regex_phrase_query(schema(), field, [f"({pattern})" for pattern in patterns], slop),
                weight,
            )
    return any_of([_weighed(_side_by_side(field, words, slop), weight) for words in phrases])


def escaped(word: str) -> str:
    """A word as a pattern that fits only itself."""
    return "".join("\\" + sign if sign in _PATTERN_SIGNS else sign for sign in word)


_MOST_PHRASES = 16
_LONGEST_PATTERN = 500
"""Bytes; words longer than that are asked for otherwise, which takes longer for short ones."""
_PATTERN_SIGNS = frozenset(r"\.+*?()|[]{}^$#&-~/")


def _weighed(query: tantivy.Query, weight: float) -> tantivy.Query:
    return query if weight == 1.0 else tantivy.Query.boost_query(query, weight)


def _side_by_side(field: str, words: Sequence[str], slop: int) -> tantivy.Query:
    if slop == 0 and field in TEXT_FIELDS and (frequent := gram(words)):
        return tantivy.Query.term_query(schema(), field, frequent)
    return tantivy.Query.phrase_query(schema(), field, list(words), slop)
