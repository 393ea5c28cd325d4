"""The archive as its users meet it: `Index`, a folder of records to be filled, listed, shown and searched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

import tantivy

from koreanews.index.archive import Archive, Plan, find
from koreanews.index.arguments import check_order, check_stretch
from koreanews.index.choosing import Choice, chosen, made_choice
from koreanews.index.fields import well_formed
from koreanews.index.listing import HitSort, RowSort, order_of_hits
from koreanews.index.opening import Snapshot
from koreanews.index.results import Results, Row
from koreanews.index.stored import Stored, record_of

if TYPE_CHECKING:
    from koreanews.index.reports import SimilarStory


class Index(Archive):
    """An archive with all that can be asked of it. `Archive` is the storing, this is the finding."""

    def search(
        self,
        query: str,
        *,
        sort: HitSort = "relevance",
        date_from: str | None = None,
        date_to: str | None = None,
        section: str | None = None,
        kind: str | None = None,
        limit: int = 10,
        offset: int = 0,
        exact: bool = False,
        passage_size: int = 240,
    ) -> Results:
        """The records that a query finds, best first; docs/query-language.md describes the language.

        A query that only chooses (`date:2019`) has no best: its hits come newest first. The other arguments are as
        in `list`. `exact` looks for words as they are spelt. A passage has about `passage_size` characters at
        most; where that is 0, no record is read, and hits have neither passages nor highlights. QueryError, BadDate;
        ValueError for an order or a number that there cannot be.
        """
        from koreanews.index.searching import Asked, search

        check_order(sort, HitSort)
        check_stretch(limit, offset)
        choice = made_choice(date_from, date_to, section, kind)
        asked = Asked(well_formed(query), choice, sort, limit, offset, exact, passage_size)
        return self._ask(lambda snapshot: search(snapshot, asked))

    def rows(
        self,
        query: str | None = None,
        *,
        sort: RowSort = "relevance",
        date_from: str | None = None,
        date_to: str | None = None,
        section: str | None = None,
        kind: str | None = None,
        limit: int | None = None,
        offset: int = 0,
        exact: bool = False,
    ) -> Iterator[Row]:
        """All hits of a query, or all records, as rows: as many as there are, of which few are held at a time.

        In the order in which `search` has them; without a query, "relevance" is newest first. The arguments are as in
        `search`, but "added" is an order too: that of records.jsonl. QueryError, BadDate and ValueError at once.
        """
        found = self._found(query, made_choice(date_from, date_to, section, kind), sort, limit, offset, exact=exact)
        return (stored.row for _, stored in found)

    def records(
        self,
        query: str | None = None,
        *,
        sort: RowSort = "relevance",
        date_from: str | None = None,
        date_to: str | None = None,
        section: str | None = None,
        kind: str | None = None,
        exact: bool = False,
    ) -> Iterator[dict[str, Any]]:
        """The same as plain dicts, lists and strings."""
        found = self._found(query, made_choice(date_from, date_to, section, kind), sort, exact=exact)
        return (record_of(snapshot.records, stored) for snapshot, stored in found)

    def facets(
        self,
        query: str | None = None,
        *,
        date_from: str | None = None,
        date_to: str | None = None,
        section: str | None = None,
        kind: str | None = None,
        exact: bool = False,
    ) -> dict[str, dict[str, int]]:
        """How many hits of a query, or records in all, by year, section, kind, agency, language and date_source.

        Years in order, all else most frequent first; records without the value are not counted. `exact` is as in
        `search`. QueryError, BadDate.
        """
        from koreanews.index.facets import facets

        choice = made_choice(date_from, date_to, section, kind)
        return self._ask(lambda snapshot: facets(snapshot.searcher, _chosen(snapshot, query, choice, exact=exact)))

    def timeline(
        self,
        query: str | None = None,
        *,
        by: Literal["year", "month", "week", "day"] = "year",
        date_from: str | None = None,
        date_to: str | None = None,
        section: str | None = None,
        kind: str | None = None,
    ) -> dict[str, int]:
        """How many hits of a query, or records in all, are dated to each year, month, week (its Monday) or day.

        In order, empty ones left out. What is known less exactly counts as what is known: "2019" among the months.
        """
        from koreanews.index.facets import along_the_calendar

        choice = made_choice(date_from, date_to, section, kind)
        return self._ask(lambda snapshot: along_the_calendar(snapshot.searcher, _chosen(snapshot, query, choice), by))

    def similar(self, id_or_prefix: str, *, limit: int = 10) -> tuple[SimilarStory, ...]:
        """The stories most like a record, each with the words that make it so. Asked for as in `get`. ValueError."""
        from koreanews.index.similar import similar

        check_stretch(limit)
        return self._ask(lambda snapshot: similar(snapshot, find(snapshot, id_or_prefix), limit))

    def suggestions(
        self,
        query: str,
        *,
        date_from: str | None = None,
        date_to: str | None = None,
        section: str | None = None,
        kind: str | None = None,
        most: int = 3,
    ) -> tuple[str, ...]:
        """For a query that finds nothing: queries that do, each with a word spelt as it occurs in the archive."""
        from koreanews.index.suggesting import suggestions

        choice = made_choice(date_from, date_to, section, kind)
        return self._ask(lambda snapshot: suggestions(snapshot.searcher, well_formed(query), choice, most))

    def _found(
        self,
        query: str | None,
        choice: Choice,
        sort: RowSort,
        limit: int | None = None,
        offset: int = 0,
        *,
        exact: bool = False,
    ) -> Iterator[tuple[Snapshot, Stored]]:
        """All hits of a query, or all records, in an order. QueryError and ValueError at once."""
        from koreanews.index.query.compiling import compile_query
        from koreanews.index.query.grammar import read_query

        check_order(sort, RowSort)
        check_stretch(limit, offset)
        tree = None if query is None else read_query(well_formed(query))

        def plan(snapshot: Snapshot) -> Plan:
            within = chosen(snapshot.searcher, choice)
            if tree is None:
                return within, order_of_hits(sort, ranks=False)
            compiled = compile_query(tree, snapshot.searcher, exact=exact, within=within)
            return compiled.query, order_of_hits(sort, ranks=compiled.ranks)

        return self._in_order(plan, limit, offset)


def _chosen(snapshot: Snapshot, query: str | None, choice: Choice, *, exact: bool = False) -> tantivy.Query:
    """What a query, or without one all, finds among the chosen records, for the engine. QueryError."""
    from koreanews.index.query.compiling import compile_query
    from koreanews.index.query.grammar import read_query

    within = chosen(snapshot.searcher, choice)
    if query is None:
        return within or tantivy.Query.all_query()
    return compile_query(read_query(well_formed(query)), snapshot.searcher, exact=exact, within=within).query
