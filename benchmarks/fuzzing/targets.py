"""What is fuzzed: functions of any bytes that raise where koreanews breaks its word. The tests run them too.

What must hold: only the errors that are documented; every page is a record of the schema, or is named with a reason;
no text is lost; a query is read, or is refused with a position; an archive whose records.jsonl is anything whatever
is read, or refused in a sentence, and is sound after a repair that deleted nothing.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from benchmarks.fuzzing.packing import unwrapped, wrapped
from koreanews.captures.capture import Capture, Ignored, RecordLine, Skipped, Source
from koreanews.captures.containers import Place, pages_in
from koreanews.captures.page import Page, Read, to_capture
from koreanews.captures.stream import ByteStream
from koreanews.cleaner import clean
from koreanews.index import Index
from koreanews.index.documents import document_of
from koreanews.index.errors import ArchiveError, QueryError
from koreanews.index.lines import misfit
from koreanews.index.records import FILE_NAME, REJECTED_NAME, is_removal, line_of, parse_line
from koreanews.index.scratch import ScratchFolder
from koreanews.parser import parse_blocks
from koreanews.parser.article import SCHEMA, Article

Target = Callable[[bytes], None]


def captures(data: bytes) -> None:
    """The bytes of one saved page, in whatever encoding and form: decoded, or named with a reason."""
    _check_read(Page(data, "page", "page"))
    _check_read(Page(data, "page", "1", by_address=True, url="https://www.dw.com/en/a/a-47110815", charset="euc-kr"))


def containers(data: bytes) -> None:
    """A file of any kind: its first byte says what it is wrapped in, whole and with right checksums."""
    kind, data = unwrapped(data)
    packed = wrapped(kind, data)
    file = io.BytesIO(packed)
    for stream in (ByteStream(file.read, file), ByteStream(io.BytesIO(packed).read)):
        for read in pages_in(stream, Place("file", "file"), all_publishers=bool(len(data) % 2)):
            _check_read(read)


def pages(data: bytes) -> None:
    """The text of a page, dump or HTML, to its record."""
    text = data.decode("utf-8", "surrogateescape")
    is_html = "<" in text[:20]
    capture = Capture("page", text, Source("page", "html" if is_html else "text", "0" * 64, len(data)), is_html)
    blocks = clean(capture)
    if not is_html:
        must("".join(block.raw for block in blocks) == text, "a line was lost")
    _check_record(parse_blocks(blocks, capture))


def queries(data: bytes) -> None:
    """A query, put to a small archive."""
    query = data[1:].decode("utf-8", "surrogateescape")
    exact = bool(data[:1] and data[0] % 2)
    try:
        results = _library().search(query, exact=exact, limit=5)
    except QueryError as error:
        must(0 <= error.position <= len(query), f"position {error.position} of {len(query)}")
        must(error.message, "no message")
        if error.suggestion is not None:
            _library().search(error.suggestion, exact=exact, limit=1)
    else:
        must(results.total >= len(results.hits), "more hits than there are")
        if not results.total:
            for better in _library().suggestions(query):
                must(_library().search(better).total, f"a suggestion finds nothing: {better}")


def lines(data: bytes) -> None:
    """A line of records.jsonl: what fits the schema can be indexed, listed and shown."""
    try:
        record = parse_line(data)
    except ValueError as error:
        must(str(error), "no reason")
        return
    if record.get("schema") != SCHEMA or misfit(record) is not None:
        with suppress(ValueError):
            document_of(record, 0, 0)
        return
    if not is_removal(record):
        record = parse_line(line_of(record)[:-1])
        document_of(record, 0, len(data))
        Article.from_record(record)


def records(data: bytes) -> None:
    """A whole records.jsonl: read or refused, checked, repaired; sound then, with nothing deleted."""
    with ScratchFolder(_memory()) as name:
        folder = Path(name)
        (folder / FILE_NAME).write_bytes(data)
        index = Index(folder, on_warning=lambda sentence: None)
        for ask in (lambda: list(index.list()), lambda: list(index), lambda: index.search("harbour"), index.facts):
            with suppress(ArchiveError):
                ask()
        report = index.check()
        if any(fault.kind == "newer" for fault in report.faults):
            return
        index.check(repair=True)
        after = index.check()
        must(after.number == 0, f"not sound after a repair: {after.faults}")
        rejected = folder / REJECTED_NAME
        kept = (folder / FILE_NAME).read_bytes() + b"\n" + (rejected.read_bytes() if rejected.exists() else b"")
        must(_bodies(data) <= _bodies(kept), "a line was deleted")
        must(len(list(index.list())) == after.records, "the list is not as long as the check says")


def must(holds: object, otherwise: str) -> None:
    """AssertionError where something does not hold."""
    if not holds:
        raise AssertionError(otherwise)


TARGETS: dict[str, Target] = {
    target.__name__: target for target in (captures, containers, pages, queries, lines, records)
}


def _check_read(read: Read) -> None:
    """Whatever comes out of a file: a page that can be parsed, or what stands in its place, for a person."""
    found = to_capture(read) if isinstance(read, Page) else read
    match found:
        case Capture():
            must(found.id and found.id == found.id.strip(), f"id {found.id!r}")
            _check_record(parse_blocks(clean(found), found))
        case Skipped(path, reason):
            must(path and reason, "no path or reason")
            reason.encode()
        case Ignored(path, what, number):
            must(path and what and number > 0, "nothing was left out")
        case RecordLine():
            lines(found.data)


def _check_record(article: Article) -> None:
    record = article.to_record()
    line = line_of(record)
    must(line.count(b"\n") == 1, "a line end within a line")
    reason = misfit(parse_line(line[:-1]))
    must(reason is None, f"a record that is none: {reason}")
    must(Article.from_record(json.loads(json.dumps(record))) == article, "a record that is not its article")


def _bodies(data: bytes) -> set[bytes]:
    found = {line.rstrip(b"\r") for line in data.removeprefix(b"\xef\xbb\xbf").split(b"\n")}
    return {line for line in found if line.strip()}


@cache
def _library() -> Index:
    """A small archive of pages made by rule, and the temporary folder that ends with the process."""
    from koreanews.ingest import ingest

    folder = Path(_kept().name)
    for name, text in _stories():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    index = Index(folder / "index", on_warning=lambda sentence: None)
    with index.writer() as writer:
        for _ in ingest(writer, [folder], jobs=1):
            pass
    return index


def _stories() -> Iterator[tuple[str, str]]:
    from benchmarks.pages import pages as made

    for page in made(7, 12):
        yield page.id, page.content
    yield (
        "kim",
        "Kim Jong-un and Moon Jae-in in Pyongyang | News | DW | 18.09.2018\n\nKim Jong-un in 평양\n\nThey met.\n",
    )


@cache
def _kept() -> ScratchFolder:
    return ScratchFolder(_memory())


def _memory() -> str | None:
    """Where files cost no disk: thousands of small archives are made."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None
