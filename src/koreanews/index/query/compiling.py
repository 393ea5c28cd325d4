"""From a query's tree to what Tantivy is asked, and to what can be pointed at in a hit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import tantivy

from koreanews.index.fields import UNPARTED_LANGUAGES, name_term, names_field, parted, words_of
from koreanews.index.query import clauses
from koreanews.index.query.clauses import MUST, MUST_NOT
from koreanews.index.query.days import days_between
from koreanews.index.query.finding import Finder
from koreanews.index.query.forms import Dictionary
from koreanews.index.query.naming import names_of
from koreanews.index.query.needles import Needle
from koreanews.index.query.tree import TEXT_FIELDS, And, Dates, Fuzzy, Leaf, Node, Not, Or, Phrase, Prefix, Word

WEIGHTS = {"headline": 4.0, "teaser": 2.0, "body": 1.0, "caption": 0.5, "recommends": 0.5}
"""How much a word counts where it stands."""

DEFAULT_FIELDS = ("headline", "teaser", "body", "caption")
"""Where words are looked for that no field is named for: in the page's own text, not in that of other stories."""


Clause = tuple[tantivy.Occur, tantivy.Query]


class Compiled(NamedTuple):
    """A query as Tantivy takes it, what to point at in its hits, and whether it ranks them or only chooses."""

    query: tantivy.Query
    needles: tuple[Needle, ...]
    ranks: bool


def compile_query(
    node: Node, searcher: tantivy.Searcher, *, exact: bool = False, within: tantivy.Query | None = None
) -> Compiled:
    """Compiles a tree for an archive, or for those of its records that are `within` a choice.

    `exact` looks for words as they are spelt, not for their other forms, nor for Korean names in other spellings.
    """
    compiler = _Compiler(searcher, exact=exact, within=within)
    query = compiler.compile(node)
    if within is not None:
        query = clauses.all_of([(MUST, query), (MUST, within)])
    return Compiled(query, tuple(compiler.needles), bool(compiler.needles))


class _Compiler:
    """Walks a tree; gathers the needles of those leaves that must be found, as against those that must not."""

    def __init__(self, searcher: tantivy.Searcher, *, exact: bool, within: tantivy.Query | None) -> None:
        self._searcher = searcher
        self._dictionary = Dictionary(searcher, exact=exact)
        self._names = not exact
        self._negated = False
        self.needles: list[Needle] = []
        self._look_within([] if within is None else [(MUST, within)])

    def _look_within(self, within: list[Clause]) -> None:
        """From now on only records are looked for that fit some clauses, which say nothing on their order."""
        self._within = within
        self._within_few = False
        if within:
            count: int = self._searcher.search(clauses.all_of(within), limit=1).count  # type: ignore[attr-defined]
            self._within_few = count * _MANY < self._searcher.num_docs

    def compile(self, node: Node) -> tantivy.Query:
        if isinstance(node, And):
            outside = self._within
            if dates := [(MUST, self.compile(child)) for child in node.children if _is_dates(child)]:
                self._look_within([*outside, *dates])
            query = clauses.all_of(list(self._all(node.children)))
            if dates:
                self._look_within(outside)
            return query
        if isinstance(node, Or):
            return clauses.any_of([self.compile(child) for child in node.children])
        if isinstance(node, Not):
            return clauses.all_of([self._not(node)])
        if isinstance(node, Dates):
            return days_between(node.first, node.last)
        if node.field is None or node.field in TEXT_FIELDS:
            return self._text([node], self._keys((node,))[0])
        return clauses.choosing(_id(node) if node.field == "id" else _name(node, node.field))

    def _all(self, nodes: tuple[Node, ...]) -> Iterator[Clause]:
        """A clause for each of the nodes, or one for several that are the words of a name."""
        pairs = zip(nodes, self._keys(nodes), strict=True)
        for (keys, _), group in groupby(pairs, lambda pair: (pair[1], getattr(pair[0], "field", None))):
            together = [node for node, _ in group]
            if keys:
                yield MUST, self._text([node for node in together if isinstance(node, Word | Phrase)], keys)
            else:
                yield from (
                    self._not(node) if isinstance(node, Not) else (MUST, self.compile(node)) for node in together
                )

    def _not(self, node: Not) -> Clause:
        self._negated = not self._negated
        query = self.compile(node.child)
        self._negated = not self._negated
        return MUST_NOT, query

    def _keys(self, nodes: tuple[Node, ...]) -> list[frozenset[str]]:
        return names_of(nodes) if self._names else [frozenset()] * len(nodes)

    def _text(self, leaves: Sequence[Leaf], keys: frozenset[str]) -> tantivy.Query:
        """All of some words or phrases in running text; or, in any spelling, a name that they are or are part of."""
        typed = [self._typed(leaf, keys) for leaf in leaves]
        queries = typed[0] if len(typed) == 1 else [clauses.all_of([(MUST, clauses.any_of(each)) for each in typed])]
        for field in _fields(leaves[0]) if keys else ():
            terms = self._dictionary.present(names_field(field), map(name_term, keys))
            queries += [clauses.term(names_field(field), term, _OTHER_SPELLING * WEIGHTS[field]) for term in terms]
        # Side by side in one union, which the engine goes through faster than through unions of unions.
        return clauses.any_of(queries)

    def _typed(self, leaf: Leaf, keys: frozenset[str]) -> list[tantivy.Query]:
        """A word or phrase as it is typed, or in another form of its words, in each field: any of these."""
        weights = {field: WEIGHTS[field] * self._dictionary.evening(field) for field in _fields(leaf)}
        queries: list[tantivy.Query] = []
        for text in dict.fromkeys((leaf.text, parted(leaf.text, UNPARTED_LANGUAGES[0]))):
            finder = Finder(self._dictionary, leaf, text)
            found = [query for field, weight in weights.items() for query in finder.queries(field, weight)]
            if self._within and (finder.is_phrase or self._within_few):
                # The engine would look for the phrase in whole blocks of records around each that is within.
                found = [clauses.all_of([(MUST, query), *self._within]) for query in found]
            queries += found
            if not self._negated:
                self.needles.append(finder.needle(keys))
        return queries


def _is_dates(node: Node) -> bool:
    return isinstance(node, Dates)


def _fields(leaf: Leaf) -> tuple[str, ...]:
    return DEFAULT_FIELDS if leaf.field is None else (leaf.field,)


_OTHER_SPELLING = 0.002
"""What a name weighs by its key. The spelling typed has the key too, and its own weight as a word besides: so the hits
through other spellings come below all others, and among themselves in order.
"""


_MANY = 16
"""Of so many records one or fewer are few: for those the engine is asked field by field."""


def _name(leaf: Leaf, field: str) -> tantivy.Query:
    """Words of a field of names or codes: as they are spelt, but for case and accents."""
    words = words_of(leaf.text)
    if not words:
        return tantivy.Query.empty_query()
    if len(words) > 1:
        return clauses.phrase(field, [[word] for word in words], leaf.slop if isinstance(leaf, Phrase) else 0)
    if isinstance(leaf, Prefix):
        return clauses.beginning(field, words[0])
    if isinstance(leaf, Fuzzy):
        return clauses.near(field, words[0], leaf.edits)
    return clauses.term(field, words[0])


def _id(leaf: Leaf) -> tantivy.Query:
    """Ids that begin so, as where ids are typed, and exact dw_ids."""
    return clauses.any_of([clauses.beginning("id", leaf.text), clauses.term("dw_id", leaf.text)])
