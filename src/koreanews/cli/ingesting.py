"""What becomes of each thing that was read: into the archive, left out, or skipped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from koreanews import parse_capture
from koreanews.captures.capture import Capture, Ignored, Item, Skipped

if TYPE_CHECKING:
    from koreanews.index.writer import Writer

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


def ingest(writer: Writer, items: Iterable[Item]) -> Iterator[Outcome]:
    """Gives each page to the writer, and says what became of it."""
    merging: set[str] = set()
    for item in items:
        match item:
            case Capture():
                yield _add(writer, item)
            case Skipped(path, reason):
                yield Outcome("skipped", path, detail=reason)
            case Ignored(path, what, number):
                yield Outcome("left out", path, number, what)
            case _ if item.path not in merging:
                merging.add(item.path)
                yield Outcome("skipped", item.path, detail="is the file of an index: ingest the pages it was made of")


def _add(writer: Writer, capture: Capture) -> Outcome:
    article = parse_capture(capture)
    path, remarks = capture.source.path, []
    if capture.flaw:
        remarks.append(f"{path} is damaged: {capture.flaw}")
    other = writer.added_in_this_run(article.id)
    if other is not None and other.sha256 != capture.source.sha256:
        article = replace(article, id=writer.distinct_id(article))
        remarks.append(
            f"{path} and {other.path} would both be {capture.id}, but differ: the first of them is kept as {article.id}"
        )
    return Outcome(writer.add(article), path, remarks=tuple(remarks), is_damaged=capture.flaw is not None)
