"""Answering a query with a page of hits, each with the passage that shows why it is one."""

from __future__ import annotations

from typing import Literal, NamedTuple

import tantivy

from koreanews.index.choosing import Choice, chosen
from koreanews.index.matching import Matcher
from koreanews.index.opening import Snapshot
from koreanews.index.passages import best_passage, headline_highlights
from koreanews.index.query.compiling import compile_query
from koreanews.index.query.grammar import read_query
from koreanews.index.results import Hit, Results
from koreanews.index.stored import record_of, stored_at

Sort = Literal["relevance", "newest", "oldest"]


class Asked(NamedTuple):
    """A search: see `Index.search` for each."""

    query: str
    choice: Choice
    sort: Sort
    limit: int
    offset: int
    exact: bool
    passage_size: int


def search(snapshot: Snapshot, asked: Asked) -> Results:
    """The page of hits that is asked for, and how many there are in all. QueryError."""
    searcher = snapshot.searcher
    within = chosen(searcher, asked.choice)
    compiled = compile_query(read_query(asked.query), searcher, exact=asked.exact, within=within)
    # What ranks nothing leaves no order to show hits in but that of their dates.
    sort = asked.sort if compiled.ranks or asked.sort != "relevance" else "newest"
    total, addresses = _find(searcher, compiled.query, sort, asked.limit, asked.offset)
    matchers: dict[str | None, Matcher] = {}
    hits = []
    for score, address in addresses:
        stored = stored_at(searcher, address)
        if asked.passage_size < 1:
            hits.append(Hit(stored.row, score, (), None))
            continue
        record = record_of(snapshot.records, stored)
        language = stored.row.language
        matcher = matchers.setdefault(language, Matcher(compiled.needles, language))
        highlights = headline_highlights(record, matcher)
        passage = best_passage(record, matcher, asked.passage_size)
        hits.append(Hit(stored.row, score, highlights, passage))
    return Results(total, tuple(hits))


def _find(
    searcher: tantivy.Searcher, query: tantivy.Query, sort: Sort, limit: int, offset: int
) -> tuple[int, list[tuple[float, tantivy.DocAddress]]]:
    """How many records a query finds, and the scores and addresses of a page of them."""
    order = tantivy.Order.Asc if sort == "oldest" else tantivy.Order.Desc
    field = None if sort == "relevance" else sort
    # Tantivy cannot be asked for no hits at all, and makes room for as many as it is asked for.
    most = max(1, min(limit, searcher.num_docs))
    found = searcher.search(query, limit=most, offset=min(offset, searcher.num_docs), order_by_field=field, order=order)
    total: int = found.count  # type: ignore[attr-defined]  # its stub has forgotten it
    return total, [(score if field is None else 0.0, address) for score, address in found.hits[:limit]]
