"""The formats that records leave an archive in, each a generator of text; docs/export.md describes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Literal, Protocol, get_args

from koreanews.export.values import Record

Format = Literal["jsonl", "json", "csv", "tsv", "markdown", "bibtex", "ris", "csl-json"]
FORMATS: tuple[Format, ...] = get_args(Format)

WITH_MARK: frozenset[Format] = frozenset({"csv", "tsv"})
"""The formats that may begin with a byte order mark, by which some spreadsheets know UTF-8."""


class Out(Protocol):
    """Anything that takes text; if it encodes it, as UTF-8 and with line ends as they are."""

    def write(self, text: str, /) -> object: ...


def write_records(records: Iterable[Record], format: Format, out: Out, *, mark: bool = False) -> int:
    """Writes records as one document of a format, and says how many they were.

    Records are plain dicts as `Index.get_record` gives them, asked for one at a time and not kept. None at all make
    an empty document. What is written can always be encoded as UTF-8. `mark` puts a byte order mark first.
    ValueError where the format takes none.
    """
    if mark:
        if format not in WITH_MARK:
            raise ValueError(f"{format} takes no byte order mark")
        out.write("\ufeff")
    number = 0

    def counted() -> Iterator[Record]:
        nonlocal number
        for record in records:
            number += 1
            yield record

    for piece in _writer(format)(counted()):
        out.write(piece)
    return number


def _writer(format: Format) -> Callable[[Iterable[Record]], Iterator[str]]:
    """The format's generator of pieces, its module loaded now."""
    module, name = _WRITERS[format]
    writer: Callable[[Iterable[Record]], Iterator[str]] = getattr(import_module(f"koreanews.export.{module}"), name)
    return writer


_WRITERS: dict[Format, tuple[str, str]] = {
    "jsonl": ("as_json", "json_lines"),
    "json": ("as_json", "json_array"),
    "csv": ("tables", "csv_lines"),
    "tsv": ("tables", "tsv_lines"),
    "markdown": ("markdown", "stories"),
    "bibtex": ("bibtex", "bibtex_entries"),
    "ris": ("ris", "ris_entries"),
    "csl-json": ("csl", "csl_items"),
}
