"""The Korean names in a query: which of its words are one name together, and by which keys its spellings meet."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from unicodedata import normalize

from koreanews.index.korean import may_be_korean
from koreanews.index.query.tree import TEXT_FIELDS, Node, Phrase, Word


def names_of(nodes: Sequence[Node]) -> list[frozenset[str]]:
    """For each of the things that must be found together, the keys of the names that it is, or is a word of.

    A name may take several words that follow each other and are looked for in the same field ("Kim Jong Un"). What
    has one of a name's keys has each of the name's words, in another spelling. A phrase has keys where all of it is a
    name. Beginnings of words, misspelt words and words near each other have none.
    """
    found: list[frozenset[str]] = []
    for field, together in groupby(nodes, _field_of_word):
        run = list(together)
        if field == _NO_WORD:
            found += [_of_phrase(node) if isinstance(node, Phrase) else frozenset() for node in run]
        else:
            found += _of_words([node.text for node in run if isinstance(node, Word)])
    return found


_NO_WORD = "-"


def _field_of_word(node: Node) -> str:
    """The field of a word of running text, "" for all; for anything else what is no field's name."""
    if isinstance(node, Word) and (node.field is None or node.field in TEXT_FIELDS):
        return node.field or ""
    return _NO_WORD


def _of_words(words: Sequence[str]) -> list[frozenset[str]]:
    """For each word the keys of all names that it is part of."""
    bare = [_bare(word) for word in words]
    if not any(map(may_be_korean, bare)):
        return [frozenset()] * len(words)
    from koreanews.index.names import query_names

    keys: list[set[str]] = [set() for _ in words]
    for name in query_names(bare):
        for place in range(name.first, name.last):
            keys[place] |= name.keys
    return [frozenset(its_keys) for its_keys in keys]


def _of_phrase(phrase: Phrase) -> frozenset[str]:
    words = [word for word in map(_bare, phrase.text.split()) if word]
    if phrase.slop or not any(map(may_be_korean, words)):
        return frozenset()
    if phrase.field is not None and phrase.field not in TEXT_FIELDS:
        return frozenset()
    from koreanews.index.names import query_names

    whole = (name.keys for name in query_names(words) if name.last - name.first == len(words))
    return frozenset().union(*whole)


def _bare(word: str) -> str:
    """A word without the punctuation around it."""
    word = normalize("NFC", word)
    first, last = 0, len(word)
    while first < last and not word[first].isalnum():
        first += 1
    while first < last and not word[last - 1].isalnum():
        last -= 1
    return word[first:last]
