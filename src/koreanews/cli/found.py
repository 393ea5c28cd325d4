"""All records that are asked for, one after the other, however many they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from koreanews.index import Index
    from koreanews.index.results import Row


class Choice(NamedTuple):
    """Which records are asked for, as `Index.list` has it; null where any will do."""

    date_from: str | None
    date_to: str | None
    section: str | None
    kind: str | None


def found_rows(index: Index, query: str, choice: Choice, *, exact: bool) -> Iterator[Row]:
    """The rows of a query's hits, best first. QueryError, BadDate; both when the first row is asked for."""
    date_from, date_to, section, kind = choice
    seen = 0
    while True:
        results = index.search(
            query,
            date_from=date_from,
            date_to=date_to,
            section=section,
            kind=kind,
            limit=_PAGE,
            offset=seen,
            exact=exact,
        )
        yield from (hit.row for hit in results.hits)
        seen += len(results.hits)
        if not results.hits or seen >= results.total:
            return


_PAGE = 500


def chosen_rows(index: Index, choice: Choice, *, sort: Literal["date", "added"]) -> Iterator[Row]:
    """The rows of all records, by date the newest first, or as they were added. BadDate, as above."""
    date_from, date_to, section, kind = choice
    return index.list(sort=sort, date_from=date_from, date_to=date_to, section=section, kind=kind)


def records_of(index: Index, rows: Iterator[Row]) -> Iterator[dict[str, Any]]:
    """The records of rows; those left out that were removed meanwhile."""
    from koreanews.index.errors import NoSuchRecord

    for row in rows:
        try:
            yield index.get_record(row.id)
        except NoSuchRecord:
            continue
