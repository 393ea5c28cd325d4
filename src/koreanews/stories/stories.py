"""The archive as a web of stories: `Stories`, asked for links, gaps, copies and story lines."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from koreanews.index.errors import ArchiveError, CannotRead, CannotWrite, IndexBusy
from koreanews.index.index import Index
from koreanews.index.listing import HitSort
from koreanews.index.results import Results, Row
from koreanews.stories import graph, groups, links, threads, wanted
from koreanews.stories.collapsing import (
    Collapsed,
    Copies,
    HitT,
    collapsed,
    collapsed_page,
    copies_among,
    part_of,
    stories_among,
)
from koreanews.stories.days import Span, span_of
from koreanews.stories.differences import differences
from koreanews.stories.filling import Progress, catch_up
from koreanews.stories.results import Difference, Group, Links, Step, WantedStory
from koreanews.stories.rows import COLUMNS, StoryRow
from koreanews.stories.store import FILE_NAME, Base, base_of, connect, delete, mark_of

Answer = TypeVar("Answer")


class Stories:
    """What the stories of an archive have to do with one another, kept up by itself as the archive grows.

    Everything is derived from records.jsonl and kept beside the search index; each call first catches up with what
    was added, changed or removed since, in time that grows with that only. A writer, or another who is catching up,
    is not waited for. Every method can raise what `Index` does. `on_progress` is told of a long catching-up, in
    bytes of records.jsonl.
    """

    def __init__(self, index: Index, *, on_progress: Progress | None = None) -> None:
        self.index = index
        self._on_progress = on_progress
        self._private: TemporaryDirectory[str] | None = None

    def refresh(self) -> None:
        """Catches up now, for who has just written, so that the next reader need not."""
        self._ask(lambda store: None)

    def links(self, id_or_prefix: str) -> Links:
        """What a story points to and what points to it. The id as in `Index.get`; NoSuchRecord, AmbiguousId."""
        return self._ask_of(id_or_prefix, links.links_of)

    def wanted(self, *, date_from: str | None = None, date_to: str | None = None) -> list[WantedStory]:
        """The stories that pages name and the archive lacks, by most pages first. Dates as in `Index.list`; BadDate."""
        return self._ask(lambda store: wanted.wanted(store, _days(date_from, date_to)))

    def duplicates(self, ids: Iterable[str] = (), *, one_story: bool = False) -> list[Group]:
        """The groups of copies, or those of these records only; the preferred one of each first.

        `one_story` parts those that only share a text, such as an agency's, into what is one story each.
        """
        wanted_ids = {self.index.resolve(id) for id in ids}
        give = groups.one_story_groups if one_story else groups.all_groups
        found = self._ask(lambda store: list(give(store)))
        if not wanted_ids:
            return found
        return [group for group in found if wanted_ids & {copy.story.id for copy in group.copies}]

    def differences(self, group: Group) -> list[tuple[Difference, ...]]:
        """What differs from the preferred one in each of the others, in their order."""
        first, *others = (self.index.get_record(copy.story.id) for copy in group.copies)
        return [differences(first, other) for other in others]

    def collapse(self, hits: Iterable[HitT]) -> list[tuple[HitT, tuple[str, ...]]]:
        """One of each group of copies among hits, with the ids of the others: the preferred, in the first's place.

        Hits are those of `Index.search`, or anything else with a `row.id`.
        """
        return self._ask(lambda store: collapsed(store, hits))

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
    ) -> Collapsed:
        """As `Index.search`, but one hit for each story: `limit` and `offset` count stories.

        Copies that the query does not find are not counted. All hits are gone through to find the copies among them.
        """
        choice: dict[str, Any] = {"date_from": date_from, "date_to": date_to, "section": section, "kind": kind}
        rows = partial(self.index.rows, query, sort=sort, exact=exact, **choice)
        copies = self._copies_among(rows)

        def search(number: int, start: int) -> Results:
            return self.index.search(
                query, sort=sort, limit=number, offset=start, exact=exact, passage_size=passage_size, **choice
            )

        return collapsed_page(copies, rows(), search, limit, offset)

    def found_ids(
        self,
        query: str,
        *,
        sort: HitSort = "relevance",
        date_from: str | None = None,
        date_to: str | None = None,
        section: str | None = None,
        kind: str | None = None,
        limit: int | None = None,
        offset: int = 0,
        exact: bool = False,
    ) -> tuple[Copies, Iterator[str]]:
        """What of all hits is a copy of what, and the ids of what `search` finds: as many as there are, of which few
        are held at a time."""
        choice: dict[str, Any] = {"date_from": date_from, "date_to": date_to, "section": section, "kind": kind}
        rows = partial(self.index.rows, query, sort=sort, exact=exact, **choice)
        copies = self._copies_among(rows)
        return copies, (story.ids[0] for story in part_of(stories_among(rows(), copies), copies, limit, offset))

    def thread(self, id_or_prefix: str, *, limit: int = 20) -> list[Step]:
        """The story with those before and after it in its line, at most `limit` of them, by date."""
        return self._ask_of(id_or_prefix, lambda store, story: threads.thread(store, self.index, story, limit))

    def graph(self, ids: Iterable[str] | None = None, *, with_wanted: bool = True) -> graph.Graph:
        """The map of these records and of what they name; of the whole archive if `ids` is None."""
        return self._ask(lambda store: graph.graph(store, ids, with_wanted=with_wanted))

    def _copies_among(self, rows: Callable[[], Iterator[Row]]) -> Copies:
        return self._ask(lambda store: copies_among(store, (row.id for row in rows())))

    def _ask_of(self, id_or_prefix: str, question: Callable[[sqlite3.Connection, StoryRow], Answer]) -> Answer:
        """What `question` says of one story; its id may be given by its beginning."""
        id = self.index.resolve(id_or_prefix)

        def ask(store: sqlite3.Connection) -> Answer | None:
            found = store.execute(f"SELECT {COLUMNS} FROM story WHERE id = ?", (id,)).fetchone()
            return question(store, StoryRow(*found)) if found else None

        answer = self._ask(ask)
        if answer is None:
            raise CannotRead(f"{id} is being put in order by another command. Try again in a moment.")
        return answer

    def _ask(self, question: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """Puts a question to the store, filled first as far as it lacks; one that proves damaged is made anew."""
        base = base_of(self.index)
        path = self._place(base)
        try:
            return self._answer(path, base, question)
        except sqlite3.Error as error:
            if not _is_damage(error):
                raise _explained(path, error) from error
        delete(path)
        try:
            return self._answer(path, base, question)
        except sqlite3.Error as error:
            raise _explained(path, error) from error

    def _answer(self, path: Path, base: Base, question: Callable[[sqlite3.Connection], Answer]) -> Answer:
        with closing(connect(path)) as store:
            catch_up(store, base, self._on_progress)
            # One moment of the store for all that the question asks of it.
            store.execute("BEGIN")
            return question(store)

    def _place(self, base: Base) -> Path:
        """Where the store is: beside the search index, or for oneself alone where one may not write there."""
        if base.path is not None:
            if os.access(base.path.parent, os.W_OK):
                return base.path
            # One that cannot be read, or is behind, is as good as none where it may not be written to.
            with suppress(sqlite3.Error), closing(connect(base.path)) as store:
                if mark_of(store) == base.covered:
                    return base.path
        if self._private is None:
            self._private = TemporaryDirectory(prefix="koreanews-")
        status = base.records.status()
        # Of this state of the records only: nothing vouches here that the next one begins with it.
        return Path(self._private.name) / f"{status.st_size}-{status.st_mtime_ns}-{FILE_NAME}"


def _days(date_from: str | None, date_to: str | None) -> Span | None:
    """The days from the one date to the other; None where any will do. BadDate."""
    from koreanews.index.dates import ends_of_range

    if date_from is None and date_to is None:
        return None
    # Asked first for its errors, which say what a date is.
    ends_of_range(date_from, date_to)
    first, last = span_of(date_from), span_of(date_to)
    return Span(first.first if first else 0, last.last if last else 10**7)


_DAMAGES = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
"""A file that is none, or whose tables are not those that its version promises."""


def _is_damage(error: sqlite3.Error) -> bool:
    """Whether an error says that the store is damaged, not that it is busy or the disk full."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGES


def _explained(path: Path, error: sqlite3.Error) -> ArchiveError:
    """The error for a person."""
    if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
        return IndexBusy(f"Another command is following the links in {path.parent.parent.parent}. Try again later.")
    return CannotWrite(
        f"{path} cannot be used: {error}. The records are safe. Make room or mend the disk, then run the command again."
    )
