"""A folder of records to be filled, listed and shown: the storing half of `Index`."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from koreanews.index import ids
from koreanews.index.arguments import check_order, check_stretch
from koreanews.index.choosing import chosen, made_choice
from koreanews.index.derived import SEARCH_NAME
from koreanews.index.engine import SearchDamaged, damage_noticed
from koreanews.index.errors import CannotRead
from koreanews.index.fields import well_formed
from koreanews.index.listing import AS_ADDED, Order, Sort, in_order, order_of
from koreanews.index.opening import Manner, Snapshot, identity_of, open_snapshot
from koreanews.index.results import Row
from koreanews.index.stored import Stored, line_of, parsed, record_of, versions_of

if TYPE_CHECKING:
    import tantivy

    from koreanews.index.reports import Facts, Report, Version
    from koreanews.index.writer import Writer
    from koreanews.parser.article import Article

Answer = TypeVar("Answer")

Plan = tuple["tantivy.Query | None", Order]
"""Which records are gone through, all where it is null, and in which order."""


class Archive:
    """An archive of records in a folder: `records.jsonl`, the truth, and `search/`, derived from it.

    Nothing is opened before it is needed. Reading writes nothing, save that a `search/` which is missing, of another
    version or no longer true is made again from records.jsonl. Each call sees the archive as it is then,
    and what goes through many records sees all of them as they were at its beginning.

    `timeout` is for how many seconds to wait for another writer before IndexBusy. `on_wait` is told, in a sentence,
    whom is waited for; `on_progress(done, total)` of a long rebuild, in bytes of records.jsonl; `on_warning`, in a
    sentence, of anything left out or mended (the `warnings` module is, if it is null).

    Every method can raise NoIndex (but `writer` makes the archive), RecordsMissing, CannotRead, BadRecord,
    IndexBusy and CannotWrite.
    """

    def __init__(
        self,
        folder: str | Path,
        *,
        timeout: float = 60.0,
        on_wait: Callable[[str], None] | None = None,
        on_progress: Callable[[int, int], None] | None = None,
        on_warning: Callable[[str], None] | None = None,
    ) -> None:
        self.folder = Path(folder)
        self._manner = Manner(timeout, on_wait, on_progress, on_warning or _warn)
        self._snapshot: Snapshot | None = None

    def writer(self) -> AbstractContextManager[Writer]:
        """A `Writer` for a `with` block, alone in the archive for as long."""
        from koreanews.index.writer import open_writer

        return open_writer(self.folder, self._manner)

    def get(self, id_or_prefix: str) -> Article:
        """The record as an article.

        What is asked for is an exact id, or else an exact dw_id ("a-52060881"), or else any beginning of one id.
        NoSuchRecord, AmbiguousId.
        """
        from koreanews.parser.article import Article

        return Article.from_record(self.get_record(id_or_prefix))

    def get_record(self, id_or_prefix: str, version: str | None = None) -> dict[str, Any]:
        """The record as plain dicts, lists and strings. Asked for as in `get`.

        `version` asks for one of its versions, by its number or the beginning of its `crawled` or `sha256`.
        NoSuchVersion, AmbiguousVersion.
        """
        return self._ask(lambda snapshot: record_of(snapshot.records, find_version(snapshot, id_or_prefix, version)))

    def get_line(self, id_or_prefix: str, version: str | None = None) -> str:
        """The record as the line that stands in records.jsonl, without its end. Asked for as in `get_record`."""

        def ask(snapshot: Snapshot) -> str:
            stored = find_version(snapshot, id_or_prefix, version)
            line = line_of(snapshot.records, stored)
            parsed(line, stored)
            return line.decode()

        return self._ask(ask)

    def versions(self, id_or_prefix: str) -> tuple[Version, ...]:
        """All captures of the page that are kept, earliest first, the one in force among them. Asked for as in `get`.

        A record that was never captured anew has but one.
        """
        return self._ask(lambda snapshot: tuple(versions_of(snapshot.records, find(snapshot, id_or_prefix))))

    def resolve(self, id_or_prefix: str) -> str:
        """The whole id of what is asked for as in `get`."""
        return self._ask(lambda snapshot: find(snapshot, id_or_prefix).row.id)

    def short_ids(self, ids_: Iterable[str]) -> dict[str, str]:
        """For each id of the archive the shortest beginning that names it alone.

        Never shorter than the part before the first underscore.
        """
        wanted = list(ids_)
        return self._ask(lambda snapshot: {id: ids.shortest(snapshot.searcher, id) for id in wanted})

    def list(
        self,
        *,
        sort: Sort = "date",
        reverse: bool = False,
        date_from: str | None = None,
        date_to: str | None = None,
        section: str | None = None,
        kind: str | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Iterator[Row]:
        """The records in force as rows, read some at a time.

        By date newest first, by id and as added first first; `reverse` turns that round, but records without a
        date stay last. Dates are "2019", "2019-03" or "2019-03-22"; both ends belong to the range, a month or a
        year as a whole. A record dated to a month is in a range that holds the whole month. `section` and `kind`
        are whole values, in any case. BadDate; ValueError for an order or a number that there cannot be.
        """
        check_order(sort, Sort)
        check_stretch(limit, offset)
        choice = made_choice(date_from, date_to, section, kind)
        order = order_of(sort, reverse=reverse)
        found = self._in_order(lambda snapshot: (chosen(snapshot.searcher, choice), order), limit, offset)
        return (stored.row for _, stored in found)

    def __len__(self) -> int:
        """The number of records in force."""
        return self._ask(lambda snapshot: snapshot.searcher.num_docs)

    def __iter__(self) -> Iterator[Article]:
        """The records in force, in the order of records.jsonl."""
        import json

        from koreanews.parser.article import Article

        return (Article.from_record(json.loads(line)) for line in self.lines())

    def lines(self) -> Iterator[str]:
        """The lines of the records in force, in the order of records.jsonl, as they stand there."""
        for snapshot, stored in self._in_order(lambda _: (None, AS_ADDED)):
            yield line_of(snapshot.records, stored).decode()

    def compact(self) -> int:
        """Rewrites records.jsonl without its dead lines; gives the bytes won. Readers are not disturbed."""
        from koreanews.index.compacting import compact

        return compact(self.folder, self._manner)

    def check(self, *, repair: bool = False) -> Report:
        """Checks every line of records.jsonl, and that the search index tells the same. Takes as long as a rebuild.

        If `repair`, mends what can be mended: lines that are no records go to records.rejected.jsonl, none is
        deleted, and the search index is made anew. Lines of a newer koreanews are left alone, and all else then too.
        """
        from koreanews.index.checking import check

        return check(self.folder, self._manner, repair=repair)

    def facts(self) -> Facts:
        """How much there is, of what, and how well dated."""
        from koreanews.index.facts import facts_of

        return self._ask(partial(facts_of, folder=self.folder))

    def snapshot(self) -> Snapshot:
        """The archive as it is now, opened: for those who derive more from it, and keep that beside search/."""
        return self._ask(lambda snapshot: snapshot)

    def _in_order(
        self, plan: Callable[[Snapshot], Plan], limit: int | None = None, offset: int = 0
    ) -> Iterator[tuple[Snapshot, Stored]]:
        """Records in an order, one after the other; all as they are when the first is asked for."""

        def begin(snapshot: Snapshot) -> tuple[Snapshot, Iterator[tuple[Stored, ...]], tuple[Stored, ...]]:
            parts = in_order(snapshot.searcher, *plan(snapshot), limit=limit, skip=offset)
            return snapshot, parts, next(parts, ())

        snapshot, parts, part = self._ask(begin)
        while part:
            for stored in part:
                yield snapshot, stored
            try:
                with damage_noticed():
                    part = next(parts, ())
            except SearchDamaged as error:
                raise CannotRead(
                    f"{self.folder / SEARCH_NAME} proves damaged: {error}. Run the command again."
                ) from error

    def _ask(self, question: Callable[[Snapshot], Answer]) -> Answer:
        """Puts a question to the archive as it is now; makes a search index that proves damaged anew, once."""
        try:
            with damage_noticed():
                return question(self._now())
        except SearchDamaged:
            # Unless another has come into force meanwhile.
            is_current = self._snapshot is not None and self._snapshot.identity == identity_of(self.folder)
            self._snapshot = open_snapshot(self.folder, self._manner, anew=is_current)
        try:
            with damage_noticed():
                return question(self._snapshot)
        except SearchDamaged as error:
            raise CannotRead(
                f"{self.folder / SEARCH_NAME} cannot be used, even made anew: {error}. Is the disk in order?"
            ) from error

    def _now(self) -> Snapshot:
        if self._snapshot is None or self._snapshot.identity != identity_of(self.folder):
            self._snapshot = open_snapshot(self.folder, self._manner)
        return self._snapshot


def find(snapshot: Snapshot, asked: str) -> Stored:
    """The record that is meant by an id as people type it. NoSuchRecord, AmbiguousId."""
    return ids.find(snapshot.searcher, well_formed(asked))


def find_version(snapshot: Snapshot, asked: str, version: str | None) -> Stored:
    """As `find`, but one of the record's versions where one is asked for. NoSuchVersion, AmbiguousVersion."""
    stored = find(snapshot, asked)
    if version is None:
        return stored
    from koreanews.index.versions import version_asked_for

    found = versions_of(snapshot.records, stored)
    return found[version_asked_for(tuple(found), stored.row.id, version)]


def _warn(sentence: str) -> None:
    warnings.warn(sentence, stacklevel=3)
