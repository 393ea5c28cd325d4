"""A page that an archive has under its id already, read again: whether it says anything new, and what it takes over."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from koreanews.index.entry import Entry, entry_of
from koreanews.index.merged import is_told_by, with_sources_of
from koreanews.index.records import line_of
from koreanews.index.standing import Stand
from koreanews.index.versions import Kept, Older, Place, kept, may_be_one_page

Record = dict[str, Any]


def path_if_unchanged(entry: Entry, line: bytes, stand: Stand, record_at: Callable[[Place], Record]) -> str | None:
    """The path that the record in force tells, where nothing is new about an entry under its id; else null.

    `line` is the line in force, which stands as `stand` says, and `record_at` gives the record at a place. Nothing is
    new where that line says the same but for the path, or where a line kept under the id is of the same bytes of the
    same page, and of a later capture or says the same.
    """
    if line == entry.line[:-1]:
        return entry.path
    stored, record, new = json.loads(line), json.loads(entry.line), entry.content.kept
    if not is_told_by(record, stored):
        in_force = kept(stored, stand.place)
        lines: tuple[Kept | Older, ...] = (in_force, *stand.older)
        same = [one for one in lines if one.sha256 == new.sha256]
        if not may_be_one_page(in_force, new) or not any(_makes_needless(one, record, record_at) for one in same):
            return None
    path: str = stored["source"]["path"]
    return path


def with_sources(entry: Entry, stored: Record, place: Place) -> Entry:
    """The entry with the sources of the copies that were merged into the record, stored at `place`, that it replaces.

    Where that is of another page, they were no copies of this one.
    """
    if not stored["sources"] or not may_be_one_page(kept(stored, place), entry.content.kept):
        return entry
    record = with_sources_of(stored, json.loads(entry.line))
    return entry_of(record, line_of(record))


def _makes_needless(one: Kept | Older, record: Record, record_at: Callable[[Place], Record]) -> bool:
    """Whether a kept line of the same bytes is of a later capture than the record, or says the same."""
    if one.crawled is None or record["crawled"] is None:
        return False
    is_later = bool(one.crawled > record["crawled"])
    return is_later or is_told_by(record, record_at((one.offset, one.length)))
