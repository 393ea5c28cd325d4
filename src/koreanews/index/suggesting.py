"""Spellings that occur in the archive, for a query that finds nothing."""

from __future__ import annotations

from collections.abc import Iterator

import tantivy

from koreanews.index.choosing import Choice, chosen
from koreanews.index.fields import words_of
from koreanews.index.query.compiling import DEFAULT_FIELDS, compile_query
from koreanews.index.query.grammar import read_query
from koreanews.index.query.needles import edits_between
from koreanews.index.query.tree import And, Node, Or, Word


def suggestions(searcher: tantivy.Searcher, query: str, choice: Choice, most: int) -> tuple[str, ...]:
    """Queries that find something, each with one word of the query spelt another way; the likeliest first.

    Only words that do not occur where they are looked for are respelt, by up to two letters. QueryError.
    """
    found: list[str] = []
    within = chosen(searcher, choice)
    for word in _words(read_query(query)):
        for spelling in _spellings(searcher, word):
            better = query[: word.start] + spelling + query[word.end :]
            compiled = compile_query(read_query(better), searcher, within=within)
            if searcher.search(compiled.query, limit=1, count=False).hits:
                found.append(better)
            if len(found) == most:
                return tuple(found)
    return tuple(found)


def _words(node: Node) -> Iterator[Word]:
    """The words that must be found."""
    if isinstance(node, Word):
        if node.field is None or node.field in DEFAULT_FIELDS:
            yield node
    elif isinstance(node, And | Or):
        for child in node.children:
            yield from _words(child)


def _spellings(searcher: tantivy.Searcher, word: Word) -> list[str]:
    """Words of the archive that are spelt nearly as one that does not occur, the nearest and most frequent first."""
    fields = DEFAULT_FIELDS if word.field is None else (word.field,)
    typed = words_of(word.text)
    if len(typed) != 1 or any(searcher.doc_freq(field, typed[0]) for field in fields):
        return []
    most_edits = 1 if len(typed[0]) <= _SHORT else 2
    near: dict[str, tuple[int, int]] = {}
    for field in fields:
        for beginning in dict.fromkeys(typed[0][:2]):
            for term, count in searcher.terms_with_prefix(field, beginning, limit=_MOST_TERMS):
                edits = edits_between(typed[0], most_edits, term)
                if edits is not None:
                    near[term] = (edits, near.get(term, (0, 0))[1] - count)
    return sorted(near, key=lambda term: (near[term], term))[:_MOST_TRIED]


_SHORT = 4
"""Letters up to which a word may differ in one letter; longer ones may in two."""
_MOST_TERMS = 20_000
"""Words with one beginning that are compared."""
_MOST_TRIED = 10
"""Words given, of which the caller tries each."""
