"""CSV and TSV: every cell comes back as text, and no cell is a formula."""

from __future__ import annotations

import csv
import io

import pytest
from export_records import HOSTILE, byline, checked, document, fit, record, texts
from hypothesis import given

from koreanews.export.tables import COLUMNS, guarded, unguarded

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def rows(text: str, separator: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, strict=True))


@pytest.mark.parametrize("headline", HOSTILE)
def test_hostile_headlines_are_cells_of_text(headline: str) -> None:
    one = record(headline=headline, body=f"{headline}\n\n{headline}")
    for format, separator in (("csv", ","), ("tsv", "\t")):
        first, second = rows(document(format, one, one), separator)
        assert first == second
        assert set(first) == set(COLUMNS)
        assert not first["headline"].startswith(FORMULA)
        assert unguarded(first["headline"]) == fit(headline)
        assert unguarded(first["body"]) == fit(one["body"])
        assert first["source_sha256"] == "ab" * 32


@checked
@given(texts, texts)
def test_any_text_comes_back_and_begins_no_formula(headline: str, author: str) -> None:
    one = record(headline=headline, teaser=author, section=headline, byline=byline(author, author))
    for format, separator in (("csv", ","), ("tsv", "\t")):
        (row,) = rows(document(format, one), separator)
        assert [unguarded(row[name]) for name in ("headline", "teaser", "section")] == [
            fit(headline), fit(author), fit(headline),
        ]  # fmt: skip
        assert not any(cell.startswith(FORMULA) for cell in row.values())


@checked
@given(texts)
def test_the_guard_can_be_taken_off(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert guarded(cell) in (cell, f"'{cell}")


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("-5 degrees", "'-5 degrees"),
        ("'=1+1", "''=1+1"),
        ("'Tis the season", "'Tis the season"),
        ("1 - 2", "1 - 2"),
    ],
)
def test_an_apostrophe_stands_before_what_would_be_a_formula(cell: str, written: str) -> None:
    assert guarded(cell) == written


def test_a_row_tells_the_facts() -> None:
    one = record(
        headline="Harbour opens",
        date="2017-11-30",
        date_source="weekday",
        byline={
            "text": "amp/rt (AFP, Reuters)",
            "authors": [],
            "initials": ["amp", "rt"],
            "agencies": ["AFP", "Reuters"],
        },
        crawled="2019-04-01T12:00:00Z",
    )
    (row,) = rows(document("csv", one))
    assert (
        row
        | {
            "date": "2017-11-30",
            "date_inferred": "true",
            "initials": "amp; rt",
            "agencies": "AFP; Reuters",
            "byline": "amp/rt (AFP, Reuters)",
            "teaser": "",
            "crawled": "2019-04-01T12:00:00Z",
            "source_path": "seeds/000_seed.txt",
            "source_bytes": "1234",
        }
        == row
    )


@pytest.mark.parametrize(
    ("date", "source", "inferred"),
    [("2019-03-22", "title", "false"), ("2017-11-30", "weekday", "true"), (None, None, "")],
)
def test_inferred_dates_are_marked(date: str | None, source: str | None, inferred: str) -> None:
    (row,) = rows(document("csv", record(date=date, date_source=source)))
    assert row["date_inferred"] == inferred
