"""Records as tables, for spreadsheets and data frames: CSV and TSV, one row a record, text cells that stay text.

A cell that a spreadsheet would run as a formula is given an apostrophe before it (`guarded`), as OWASP advises against
CSV injection; `unguarded` takes it off again.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence

from koreanews.export.characters import plain
from koreanews.export.dates import date_parts, is_inferred
from koreanews.export.values import Record, dict_of, lines_in

COLUMNS = (
    "id",
    "date",
    "date_source",
    "date_inferred",
    "headline",
    "section",
    "kind",
    "language",
    "teaser",
    "authors",
    "initials",
    "agencies",
    "byline",
    "body",
    "url",
    "dw_id",
    "crawled",
    "source_path",
    "source_format",
    "source_sha256",
    "source_bytes",
)
"""The columns of records; those of the record's lists and objects that a cell cannot hold are in JSON only."""


def csv_lines(records: Iterable[Record]) -> Iterator[str]:
    """Records as comma-separated values with a header, quoted as RFC 4180 has it; lines end with "\\n"."""
    return table_lines(COLUMNS, map(_row, records), ",")


def tsv_lines(records: Iterable[Record]) -> Iterator[str]:
    """Records as tab-separated values, quoted where a cell holds a tab, a quote or a line end."""
    return table_lines(COLUMNS, map(_row, records), "\t")


def table_lines(columns: Sequence[str], rows: Iterable[Sequence[object]], separator: str) -> Iterator[str]:
    """A table with its header, a piece a row. A cell is text, a number, true or false; null is an empty one."""
    written = _Last()
    writer = csv.writer(written, delimiter=separator, lineterminator="\n")
    writer.writerow(columns)
    yield written.text
    for row in rows:
        writer.writerow([_cell(value) for value in row])
        yield written.text


def guarded(cell: str) -> str:
    """The cell, with an apostrophe before it where a spreadsheet would not take it for text as it stands."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell without the apostrophe that `guarded` put before it."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


# Full-width signs begin a formula in East Asian editions. The apostrophes are there to tell a guard from a page's own.
_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")


class _Last:
    """Keeps what was written last."""

    text = ""

    def write(self, text: str) -> None:
        self.text = text


def _cell(value: object) -> object:
    if isinstance(value, str):
        return guarded(plain(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, int) else ""


def _row(record: Record) -> list[object]:
    byline, source = dict_of(record.get("byline")), dict_of(record.get("source"))
    made: dict[str, object] = {
        "date_inferred": is_inferred(record.get("date_source")) if date_parts(record.get("date")) else None,
        "byline": byline.get("text"),
        **{name: "; ".join(lines_in(byline.get(name))) for name in ("authors", "initials", "agencies")},
        **{f"source_{name}": source.get(name) for name in ("path", "format", "sha256", "bytes")},
    }
    return [made[name] if name in made else record.get(name) for name in COLUMNS]
