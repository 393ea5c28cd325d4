"""The archive as its users meet it: `Index`, a folder of records that can be filled, listed, searched and shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from koreanews.index.results import Facts, Results, Row

if TYPE_CHECKING:
    from koreanews.parser.article import Article


class Writer:
    """Takes articles into an archive; got from `Index.writer()`, and good for that `with` block only.

    What `flush` (or the end of the block) has returned from is on disk and findable, whatever happens after. An
    exception that leaves the block does not undo what was added: it is written all the same, then raised.
    """

    def add(self, article: Article) -> Literal["added", "updated", "unchanged"]:
        """Puts the article in force under its id.

        "unchanged": the record in force came of the same bytes and says the same (its path aside); nothing is
        written. "updated": it replaces the record in force. The article is durable after the next `flush`.
        """
        raise NotImplementedError

    def remove(self, id: str) -> None:
        """Takes the record with exactly this id out of force. NoSuchRecord where there is none."""
        raise NotImplementedError

    def flush(self) -> None:
        """Makes all so far durable (append, fsync), then findable. CannotWrite where the disk does not take it."""
        raise NotImplementedError

    def added_in_this_run(self, id: str) -> str | None:
        """The `source.path` of the article that this writer was given under the id (added, updated or unchanged).

        For the ingest command: before `add`, where this is not null and the other article's bytes differ, the two
        are different pages under one name; `distinct_id` names the second one.
        """
        raise NotImplementedError

    @staticmethod
    def distinct_id(article: Article) -> str:
        """An id for an article whose own id is taken: the id, "~", and the first 8 digits of its bytes' sha256.

        Depends on the page's bytes only, so that ingesting the same folder again finds it unchanged.
        """
        raise NotImplementedError


class Index:
    """An archive of records in a folder: `records.jsonl`, the truth, and `search/`, derived from it.

    Nothing is opened before it is needed, and reading creates nothing, save that a `search/` which is missing, of
    another version or no longer true is made again from records.jsonl.

    `timeout` is for how many seconds to wait for another writer before IndexBusy. `on_wait` is told, in a
    sentence, whom is waited for; `on_progress(done, total)` is told of a rebuild, in bytes of records.jsonl;
    `on_warning` is told, in a sentence, of anything mended (by default the `warnings` module is).

    Every method can raise NoIndex (but `writer` makes the folder), BadRecord, IndexBusy and CannotWrite.
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

    def writer(self) -> AbstractContextManager[Writer]:
        """A `Writer` for a `with` block, alone in the archive for as long; flushes every few thousand articles."""
        raise NotImplementedError

    def get(self, id_or_prefix: str) -> Article:
        """The record as an article.

        What is asked for is an exact id, or else an exact dw_id ("a-52060881"), or else any beginning of one id.
        NoSuchRecord, AmbiguousId.
        """
        raise NotImplementedError

    def get_line(self, id_or_prefix: str) -> str:
        """The record as the line that stands in records.jsonl, without its line end. Asked for as in `get`."""
        raise NotImplementedError

    def get_record(self, id_or_prefix: str) -> dict[str, Any]:
        """The record as plain dicts, lists and strings. Asked for as in `get`."""
        raise NotImplementedError

    def resolve(self, id_or_prefix: str) -> str:
        """The whole id of what is asked for as in `get`."""
        raise NotImplementedError

    def short_ids(self, ids: Iterable[str]) -> dict[str, str]:
        """For each id of the archive the shortest beginning that names it alone.

        Never shorter than the part before the first underscore.
        """
        raise NotImplementedError

    def list(
        self,
        *,
        sort: Literal["date", "id", "added"] = "date",
        reverse: bool = False,
        date_from: str | None = None,
        date_to: str | None = None,
        section: str | None = None,
        kind: str | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Iterator[Row]:
        """The records in force as rows, read a page at a time.

        By date newest first, by id and as added first first; `reverse` turns that round, but records without a
        date stay last. Dates are "2019", "2019-03" or "2019-03-22"; both ends belong to the range, a month or a
        year as a whole. A record dated to a month is in a range that holds the whole month. BadDate.
        """
        raise NotImplementedError

    def search(
        self,
        query: str,
        *,
        sort: Literal["relevance", "newest", "oldest"] = "relevance",
        date_from: str | None = None,
        date_to: str | None = None,
        section: str | None = None,
        kind: str | None = None,
        limit: int = 10,
        offset: int = 0,
    ) -> Results:
        """The records that the query finds, best first; see docs/query-language.md. QueryError, BadDate."""
        raise NotImplementedError

    def __len__(self) -> int:
        """The number of records in force."""
        raise NotImplementedError

    def __iter__(self) -> Iterator[Article]:
        """The records in force, in the order of records.jsonl."""
        raise NotImplementedError

    def lines(self) -> Iterator[str]:
        """The lines of the records in force, in the order of records.jsonl, as they stand there."""
        raise NotImplementedError

    def compact(self) -> int:
        """Rewrites records.jsonl without its dead lines; gives the bytes won. Readers are not disturbed."""
        raise NotImplementedError

    def facts(self) -> Facts:
        """How much there is, of what, and how well dated."""
        raise NotImplementedError
