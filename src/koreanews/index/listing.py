"""Going through an archive in an order, a page at a time, at the same cost for the first page as for the last."""

from __future__ import annotations

from typing import Literal, NamedTuple

import tantivy

from koreanews.index.fields import schema
from koreanews.index.query import clauses
from koreanews.index.query.clauses import MUST
from koreanews.index.stored import Stored, stored_at

Sort = Literal["date", "id", "added"]


class Order(NamedTuple):
    """An order of records: by a field of the search index that has another value in each record."""

    field: str
    direction: tantivy.Order


def order_of(sort: Sort, *, reverse: bool) -> Order:
    """By date newest first, by id or as added first first; the other way round if `reverse`, but undated last."""
    up, down = tantivy.Order.Asc, tantivy.Order.Desc
    if sort == "date":
        return Order("oldest", up) if reverse else Order("newest", down)
    if sort == "id":
        return Order("id", down if reverse else up)
    return Order("offset", down if reverse else up)


class Page(NamedTuple):
    """Some records in order, and where the next page goes on; null at the end."""

    stored: tuple[Stored, ...]
    next: int | None


def page_of(
    searcher: tantivy.Searcher, query: tantivy.Query | None, order: Order, *, after: int | None, size: int, skip: int
) -> Page:
    """The page of a query's records, or of all, that comes after a value of the order's field, less the first `skip`.

    Tantivy cannot go on after a text: an order by ids has but one page, however many records.
    """
    parts = [] if query is None else [(MUST, query)]
    if after is not None:
        parts.append((MUST, _beyond(order, after)))
    query = clauses.all_of(parts)
    found = searcher.search(
        query, limit=size, offset=skip, count=False, order_by_field=order.field, order=order.direction
    )
    stored = tuple(stored_at(searcher, address) for _, address in found.hits)
    more = len(found.hits) == size and order.field != "id"
    return Page(stored, found.hits[-1][0] if more else None)


def _beyond(order: Order, value: int) -> tantivy.Query:
    number = tantivy.FieldType.Unsigned
    if order.direction == tantivy.Order.Asc:
        return tantivy.Query.range_query(schema(), order.field, number, value, None, include_lower=False)
    return tantivy.Query.range_query(schema(), order.field, number, None, value, include_upper=False)
