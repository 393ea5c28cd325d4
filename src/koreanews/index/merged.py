"""Records that copies were merged into: they hold the sources of these, of which no page itself knows.

A page that was merged away is not to come back because it is read again, and the page of the record itself must not
take these sources from it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from koreanews.captures.capture import Source

Record = dict[str, Any]


class MergedPages:
    """The pages that were merged into other records.

    `merged_from` gives the records in force that a page with an id was merged into, `in_force` the one under an id.
    """

    def __init__(self, merged_from: Callable[[str], list[Record]], in_force: Callable[[str], Record | None]) -> None:
        self._merged_from = merged_from
        self._in_force = in_force

    def holder(self, id: str, sha256: str) -> str | None:
        """The id of the record that a page was merged into; None where it was not, or is in force under its own id."""
        holder = next((record["id"] for record in self._merged_from(id) if _has_copy(record, id, sha256)), None)
        return None if holder is None or self._is_in_force(id, sha256) else holder

    def beside(self, id: str, sha256: str, distinct: str) -> Source | None:
        """The source of another page that was merged away under an id, where this page goes by a distinct one."""
        records = self._merged_from(id)
        if not records or self._in_force(id) is not None or any(_has_copy(record, id, sha256) for record in records):
            return None
        if not self._is_in_force(distinct, sha256) and self.holder(distinct, sha256) is None:
            return None
        other = next(one for record in records for one in record["sources"] if one["id"] == id)
        return Source(other["path"], other["format"], other["sha256"], other["bytes"])

    def _is_in_force(self, id: str, sha256: str) -> bool:
        record = self._in_force(id)
        return record is not None and bool(record["source"]["sha256"] == sha256)


def is_told_by(record: Record, stored: Record) -> bool:
    """Whether a stored record says all that a record does, but for its path; it may have more sources."""
    if any(one not in stored["sources"] for one in record["sources"]):
        return False
    return _compared(record) == _compared(stored)


def with_sources_of(stored: Record, record: Record) -> Record:
    """A record that replaces a stored one of the same page, with all sources of both."""
    return record | {"sources": record["sources"] + [one for one in stored["sources"] if one not in record["sources"]]}


def _has_copy(record: Record, id: str, sha256: str) -> bool:
    """Whether a page with this id and of these bytes was merged into a record."""
    return any((one["id"], one["sha256"]) == (id, sha256) for one in record["sources"])


def _compared(record: Record) -> Record:
    return record | {"source": record["source"] | {"path": None}, "sources": None}
