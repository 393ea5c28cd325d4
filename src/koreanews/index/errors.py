"""What can go wrong between an archive and its reader, each as a sentence for a person."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class ArchiveError(Exception):
    """The root of this stage's errors; `str()` of any of them is a sentence that says what to do."""


class NoIndex(ArchiveError):
    """There is no archive in the folder."""

    def __init__(self, folder: Path) -> None:
        where = "this folder" if folder == Path() else folder
        super().__init__(f"There is no index in {where}. Make one with: koreanews ingest FOLDER")
        self.folder = folder


class RecordsMissing(ArchiveError):
    """The archive's records.jsonl is gone, while what was derived from it is there."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is gone, though {path.parent / 'search'} was derived from it. Put it back from a copy; "
            "or delete the folder search to begin an empty archive."
        )
        self.path = path


class NoSuchRecord(ArchiveError):
    """No record's id begins with what was asked for."""

    def __init__(self, asked: str) -> None:
        why = f"No record has an id that begins with {_shown(asked)}." if asked else "An empty id names no record."
        super().__init__(f"{why} To see which there are: koreanews list")
        self.asked = asked


class AmbiguousId(ArchiveError):
    """Several records' ids begin with what was asked for; `matches` are the first of them, in order of id."""

    def __init__(self, asked: str, matches: Sequence[str], total: int) -> None:
        more = f" and {total - len(matches):,} more" if total > len(matches) else ""
        super().__init__(f"{_shown(asked)} fits {total:,} records: {', '.join(matches)}{more}. Type more of the id.")
        self.asked = asked
        self.matches = tuple(matches)
        self.total = total


class NoSuchVersion(ArchiveError):
    """A record has no version of the number, moment or digest that was asked for."""

    def __init__(self, id: str, asked: str, number: int) -> None:
        from shlex import quote

        super().__init__(
            f"{id} has no version {_shown(asked)}: ask by number (1 to {number}), or by the beginning of its crawl "
            f"time or of its SHA-256. To see them: koreanews show {quote(id)} --versions"
        )
        self.id = id
        self.asked = asked


class AmbiguousVersion(ArchiveError):
    """Several versions of a record begin with what was asked for."""

    def __init__(self, asked: str, matches: Sequence[str]) -> None:
        shown = ", ".join(matches[:_MOST_VERSIONS])
        more = f" and {len(matches) - _MOST_VERSIONS} more" if len(matches) > _MOST_VERSIONS else ""
        super().__init__(f"{asked!r} fits {len(matches)} versions: {shown}{more}. Give its number, or more of it.")
        self.asked = asked
        self.matches = tuple(matches)


_MOST_VERSIONS = 10
"""Moments of versions that are named."""


class QueryError(ArchiveError):
    """A query that cannot be read.

    `message` says what is wrong, `position` at which character (from 0; the query's length where something is
    missing at its end), `suggestion` is the nearest query that can be read, or None where there is none.
    """

    def __init__(self, message: str, position: int, suggestion: str | None) -> None:
        super().__init__(message)
        self.message = message
        self.position = position
        self.suggestion = suggestion


class BadDate(ArchiveError):
    """A date that is not YYYY, YYYY-MM or YYYY-MM-DD, or that no calendar has; or a reversed range of dates."""


class BadRecord(ArchiveError):
    """A line of records.jsonl that is not a record."""

    advice = "Put the line right, or let `koreanews check --repair` move it to records.rejected.jsonl."

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path}, line {line}: {reason}. Nothing was changed. {self.advice}")
        self.path = path
        self.line = line
        self.reason = reason


class MergeConflict(BadRecord):
    """A line that marks where two versions of the file could not be merged."""

    advice = (
        "Keep the lines that are right and delete the marks, or let `koreanews check --repair` move the marks away and "
        "keep both sides."
    )


class NewerRecord(BadRecord):
    """A line that a newer koreanews wrote."""

    advice = "Update koreanews to read it."


class IndexBusy(ArchiveError):
    """Another process is writing, and did not finish in the time given."""


class CannotWrite(ArchiveError):
    """The folder, or the disk under it, does not take what must be written."""


class CannotRead(ArchiveError):
    """The folder, or the disk under it, does not give what is there."""


def _shown(asked: str) -> str:
    """What was typed, in quotes; of something long its beginning."""
    return repr(asked if len(asked) <= _LONGEST_SHOWN else f"{asked[:_LONGEST_SHOWN]}…")


_LONGEST_SHOWN = 100
"""Characters of what was asked for."""
