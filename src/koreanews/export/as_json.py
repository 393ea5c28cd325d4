"""Records as JSON: one object a line, or one array. Nothing of a record is left out or changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from koreanews.export.characters import escaped_json
from koreanews.export.values import Record


def json_lines(records: Iterable[Record]) -> Iterator[str]:
    """Records as JSON Lines."""
    for record in records:
        yield f"{_object(record)}\n"


def json_array(items: Iterable[Record]) -> Iterator[str]:
    """One array, an item a line; it is JSON from its first piece to its last, however many items there are."""
    before = "[\n"
    for item in items:
        yield f"{before}{_object(item)}"
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _object(record: Record) -> str:
    return escaped_json(json.dumps(record, ensure_ascii=False))
