"""Going through records in an order, some at a time, however many they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

import tantivy

from koreanews.index.fields import schema
from koreanews.index.query import clauses
from koreanews.index.query.clauses import MUST
from koreanews.index.stored import Stored, stored_at

Sort = Literal["date", "id", "added"]
"""Orders of a listing."""
HitSort = Literal["relevance", "newest", "oldest"]
"""Orders of the hits of a query."""
RowSort = Literal["relevance", "newest", "oldest", "added"]
"""Orders of all hits of a query, or of all records."""

_BY_NUMBER = ("newest", "oldest", "offset")


class Order(NamedTuple):
    """An order of records: by a field that has another value in each record, or, without a field, by how they rank."""

    field: str | None
    direction: tantivy.Order


def order_of(sort: Sort, *, reverse: bool) -> Order:
    """By date newest first, by id or as added first first; the other way round if `reverse`, but undated last."""
    up, down = tantivy.Order.Asc, tantivy.Order.Desc
    if sort == "date":
        return Order("oldest", up) if reverse else Order("newest", down)
    if sort == "id":
        return Order("id", down if reverse else up)
    return Order("offset", down if reverse else up)


def order_of_hits(sort: RowSort, *, ranks: bool) -> Order:
    """By how well they fit a query that `ranks`, or else newest first; or as is said."""
    if sort == "relevance" and ranks:
        return Order(None, tantivy.Order.Desc)
    if sort == "added":
        return AS_ADDED
    return order_of("date", reverse=sort == "oldest")


AS_ADDED = order_of("added", reverse=False)
"""The order of the lines in records.jsonl."""


def every_stored(searcher: tantivy.Searcher, order: Order) -> Iterator[Stored]:
    """What is kept of each record, in an order. SearchDamaged, and what Tantivy raises, where it cannot be read."""
    for part in in_order(searcher, None, order):
        yield from part


def in_order(
    searcher: tantivy.Searcher, query: tantivy.Query | None, order: Order, *, limit: int | None = None, skip: int = 0
) -> Iterator[tuple[Stored, ...]]:
    """What is kept of a query's records, or of all, in order and some at a time, less the first `skip`."""
    all_there_are = searcher.num_docs
    most = all_there_are if limit is None else min(limit, all_there_are)
    for addresses in _addresses(searcher, query, order, most, min(skip, all_there_are)):
        for first in range(0, len(addresses), _PART):
            yield tuple(stored_at(searcher, address) for address in addresses[first : first + _PART])


_FIRST = 100
"""Records of the first search."""
_PART = 2_000
"""Records read at a time."""
_MOST = 64_000
"""Addresses held at a time: many, since each further lot is another search, over all records that are left."""


def _addresses(
    searcher: tantivy.Searcher, query: tantivy.Query | None, order: Order, limit: int, skip: int
) -> Iterator[list[tantivy.DocAddress]]:
    """Where a query's records are, in order; in lots that grow, so that the first comes at once.

    A lot goes on after the last value of the one before; where Tantivy cannot do that, it counts from the first.
    """
    size, last = _FIRST, None
    while limit > 0:
        size = min(size, limit)
        found = searcher.search(
            _after(query, order, last),
            limit=size,
            offset=skip,
            count=False,
            order_by_field=order.field,
            order=order.direction,
        )
        hits = found.hits
        yield [address for _, address in hits]
        if len(hits) < size:
            return
        limit -= size
        if order.field in _BY_NUMBER:
            last, skip = hits[-1][0], 0
        else:
            skip += size
        size = min(4 * size, _MOST)


def _after(query: tantivy.Query | None, order: Order, last: int | None) -> tantivy.Query:
    """The query's records that come after a value of the order's field, if one is given."""
    parts = [] if query is None else [(MUST, query)]
    if last is not None and order.field is not None:
        parts.append((MUST, _beyond(order.field, order.direction, last)))
    if len(parts) == 1:
        return parts[0][1]
    return clauses.all_of(parts)


def _beyond(field: str, direction: tantivy.Order, value: int) -> tantivy.Query:
    """Records whose number in a field comes after a value in a direction."""
    number = tantivy.FieldType.Unsigned
    if direction == tantivy.Order.Asc:
        return tantivy.Query.range_query(schema(), field, number, value, None, include_lower=False)
    return tantivy.Query.range_query(schema(), field, number, None, value, include_upper=False)
