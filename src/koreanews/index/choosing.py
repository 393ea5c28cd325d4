"""The filters that listing and searching share: a range of dates, a section, a kind."""

from __future__ import annotations

from typing import NamedTuple

import tantivy

from koreanews.index.dates import ends_of_range
from koreanews.index.fields import facet, well_formed
from koreanews.index.query import clauses
from koreanews.index.query.clauses import MUST
from koreanews.index.query.days import days_between


class Choice(NamedTuple):
    """Which records are asked for; null where any will do.

    From the first day to the last, YYYYMMDD. Section and kind go by their whole value, in any case.
    """

    first: int | None = None
    last: int | None = None
    section: str | None = None
    kind: str | None = None


def made_choice(date_from: str | None, date_to: str | None, section: str | None, kind: str | None) -> Choice:
    """A choice as people state it. BadDate."""
    first, last = ends_of_range(date_from, date_to)
    return Choice(first, last, section and well_formed(section), kind and well_formed(kind))


def chosen(searcher: tantivy.Searcher, choice: Choice) -> tantivy.Query | None:
    """A query for the chosen records; null where any will do."""
    parts = []
    if choice.first is not None or choice.last is not None:
        parts.append((MUST, days_between(choice.first, choice.last)))
    for name, value in (("section", choice.section), ("kind", choice.kind)):
        if value is not None:
            parts.append((MUST, clauses.choosing(_having(searcher, facet(name), value))))
    return clauses.all_of(parts) if parts else None


def _having(searcher: tantivy.Searcher, field: str, value: str) -> tantivy.Query:
    """Records whose facet is the value, however either is cased."""
    meant = value.casefold()
    values = [term for term, _ in searcher.terms_with_prefix(field, "") if term.casefold() == meant]
    return clauses.any_of([clauses.term(field, term) for term in values])
