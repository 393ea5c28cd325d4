"""What stands under each id: as the search index has it, and as lines have changed it since the last commit."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple

from koreanews.index.documents import Content, content_of, document_at
from koreanews.index.engine import SearchDamaged, SearchWriter, damage_noticed
from koreanews.index.fields import MERGED
from koreanews.index.stored import add_older, stored_under
from koreanews.index.versions import Kept, Older, Place, kept, together


class Stand(NamedTuple):
    """The line in force under an id, by its place, and the versions that are kept beside it."""

    offset: int
    length: int
    older: tuple[Older, ...]

    @property
    def place(self) -> Place:
        """Of the line in force."""
        return self.offset, self.length

    def has(self, offset: int) -> bool:
        """Whether a line from this offset on has been taken in already."""
        return offset <= max(self.offset, *(one.offset for one in self.older), 0)


class Standing:
    """What stands under each id while lines are put into a search index.

    `line_at` gives the line at a place, which may be one that was added a moment ago. SearchDamaged where what the
    search index says of a line is not so.
    """

    def __init__(self, writer: SearchWriter, line_at: Callable[[int, int], bytes]) -> None:
        self._writer = writer
        self._line_at = line_at
        self.committed()

    def committed(self) -> None:
        """Begins anew after a commit of the writer: the search index knows all so far."""
        self._changed: dict[str, Stand | None] = {}
        self._merged: dict[str, set[str]] = {}
        # What finds all that stood at the last commit.
        self._held = self._writer.searcher()
        self._last: tuple[str, Stand | None] | None = None

    def __len__(self) -> int:
        """How many ids have changed since the last commit."""
        return len(self._changed)

    def of(self, id: str) -> Stand | None:
        """What stands under an id; null where nothing is in force."""
        if id in self._changed:
            return self._changed[id]
        # Of a file that has not changed the same is asked twice: whether that is so, and whether it is so still.
        if self._last is None or self._last[0] != id:
            self._last = id, self._committed(id)
        return self._last[1]

    def merged_from(self, id: str) -> list[dict[str, Any]]:
        """The records in force that a page with this id was merged into: none as a rule, hardly ever several."""
        with damage_noticed():
            found = stored_under(self._held, MERGED, id, limit=_MOST_MERGED)
        # Since the last commit they may have been changed, or removed.
        ids = sorted({stored.row.id for stored in found} | self._merged.get(id, set()))
        return [self._record_at(stand.place) for stand in map(self.of, ids) if stand is not None]

    def kept_at(self, place: Place) -> Kept:
        """What is to be known of the line at a place."""
        return kept(self._record_at(place), place)

    def add(self, content: Content, place: Place) -> Stand:
        """Takes in the line of a record with this content; gives what stands then. ValueError as `document_of`."""
        id = content.id
        before = self.of(id)
        if before is None:
            stand = Stand(*place, ())
        else:
            new = content.kept._replace(offset=place[0], length=place[1])
            in_force, older = together(self.kept_at(before.place), before.older, new)
            stand = Stand(in_force.offset, in_force.length, older)
        if stand.place != place:
            content = content_of(self._record_at(stand.place))
        document = document_at(content, *stand.place)
        add_older(document, stand.older)
        if before is not None:
            self._writer.drop(id)
        self._writer.put(document)
        self._changed[id] = stand
        for copy in content.values.get(MERGED, ()):
            self._merged.setdefault(copy, set()).add(id)
        return stand

    def remove(self, id: str) -> None:
        """Takes an id out of force, and with it all that was kept under it."""
        if self.of(id) is not None:
            self._writer.drop(id)
            self._changed[id] = None

    def _committed(self, id: str) -> Stand | None:
        # Asked once for each record: that is often enough to let go of segments that are no more.
        if self._writer.has_merged():
            self._held = self._writer.searcher()
        with damage_noticed():
            for stored in stored_under(self._held, "id", id, limit=1):
                return Stand(stored.offset, stored.length, stored.older)
        return None

    def _record_at(self, place: Place) -> dict[str, Any]:
        try:
            record = json.loads(self._line_at(*place))
        except ValueError:
            record = None
        if not isinstance(record, dict):
            raise SearchDamaged(f"there is no record at byte {place[0]}")
        return record


_MOST_MERGED = 100
"""Records that are looked up of those that one page was merged into."""
