"""What becomes of each thing that was read: into the archive, left out, or skipped."""

from __future__ import annotations

from typing import Literal, NamedTuple

Result = Literal["added", "updated", "unchanged", "skipped", "left out"]


class Outcome(NamedTuple):
    """What became of `number` things, nearly always one.

    `detail` is why it was skipped, or what was left out; else null. `remarks` are sentences for a person about a
    page that was ingested all the same; `is_damaged` says that not all of it could be read.
    """

    result: Result
    path: str
    number: int = 1
    detail: str | None = None
    remarks: tuple[str, ...] = ()
    is_damaged: bool = False
