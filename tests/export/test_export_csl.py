"""CSL-JSON, checked against the schema's names and read back by a citation processor."""

from __future__ import annotations

import json
import warnings
from typing import Any

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from export_records import HOSTILE, byline, checked, document, on_one_line, record, texts
from hypothesis import given

# The names and shapes that csl-data.json (CSL 1.0.2) gives to what is used here; it allows no others.
TEXTS = {"title", "container-title", "publisher", "section", "abstract", "language", "URL", "note", "annote"}
NAMES = {"family", "given", "non-dropping-particle", "literal"}


def items(text: str) -> list[dict[str, Any]]:
    """The items, after a check of each against the schema and by a processor."""
    read: list[dict[str, Any]] = json.loads(text)
    for item in read:
        assert item["type"] in ("article-newspaper", "webpage")
        assert item.keys() <= {"id", "type", "author", "issued", "accessed"} | TEXTS
        assert all(isinstance(item[name], str) and item[name] for name in item.keys() & TEXTS)
        for name in item.get("author", []):
            assert name.keys() <= NAMES
            assert ("literal" in name) != ("family" in name)
        for date in (item[name] for name in ("issued", "accessed") if name in item):
            (parts,) = date["date-parts"]
            assert 1 <= len(parts) <= 3
            assert all(type(part) is int for part in parts)
            assert date.keys() <= {"date-parts", "circa"}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert set(CiteProcJSON(read)) == {item["id"].lower() for item in read}
    return read


@pytest.mark.parametrize("headline", HOSTILE)
def test_hostile_headlines_are_titles(headline: str) -> None:
    one, two = record("one", headline=headline), record("two", headline="After it")
    first, second = items(document("csl-json", one, two))
    assert first.get("title", "") == on_one_line(headline)
    assert second["title"] == "After it"


@checked
@given(texts, texts)
def test_any_text_stays_in_its_variable(headline: str, name: str) -> None:
    (item,) = items(document("csl-json", record(headline=headline, section=name, byline=byline(name, name))))
    assert item.get("title", "") == on_one_line(headline)
    assert item.get("section", "") == on_one_line(name)
    assert len(item.get("author", [])) == bool(on_one_line(name))


@pytest.mark.parametrize(
    ("date", "source", "issued"),
    [
        ("2019-03-22", "title", {"date-parts": [[2019, 3, 22]]}),
        ("2019-03", "dateline", {"date-parts": [[2019, 3]]}),
        ("2019", "metadata", {"date-parts": [[2019]]}),
        ("2017-11-30", "weekday", {"date-parts": [[2017, 11, 30]], "circa": True}),
        (None, None, None),
    ],
)
def test_a_date_is_as_precise_and_as_sure_as_it_is_known(
    date: str | None, source: str | None, issued: dict[str, Any] | None
) -> None:
    (item,) = items(document("csl-json", record(date=date, date_source=source)))
    assert item.get("issued") == issued
    assert ("note" in item) == (source in (None, "weekday"))
    assert "accessed" not in item


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Julian Ryall", {"family": "Ryall", "given": "Julian"}),
        ("Carsten von Nahmen", {"family": "Nahmen", "given": "Carsten", "non-dropping-particle": "von"}),
        ("Anna Maria de la Cruz", {"family": "Cruz", "given": "Anna Maria", "non-dropping-particle": "de la"}),
        ("Karl Müller-Schmidt", {"family": "Müller-Schmidt", "given": "Karl"}),
        ("Kim Min-ji", {"family": "Kim", "given": "Min-ji"}),
        ("Madonna", {"literal": "Madonna"}),
        ("DW Fact Check, Bonn", {"literal": "DW Fact Check, Bonn"}),
        ("Smith and Jones", {"literal": "Smith and Jones"}),
    ],
)
def test_names_of_authors(name: str, expected: dict[str, str]) -> None:
    (item,) = items(document("csl-json", record(byline=byline(name, name))))
    assert item["author"] == [expected]


def test_a_processor_prints_the_citation() -> None:
    one = record(
        headline="Harbour opens",
        date="2019-03-22",
        date_source="title",
        byline=byline("Julian Ryall", "Julian Ryall"),
        url="https://www.dw.com/en/harbour/a-48016956",
        crawled="2019-04-01T12:00:00Z",
    )
    read = items(document("csl-json", one))
    assert read[0]["accessed"] == {"date-parts": [[2019, 4, 1]]}
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(read), formatter.plain)
    bibliography.register(Citation([CitationItem(read[0]["id"])]))
    (line,) = map(str, bibliography.bibliography())
    for part in (
        "Ryall, J. (2019)",
        "Harbour opens",
        "Deutsche Welle, 22 March",
        "https://www.dw.com/en/harbour/a-48016956",
    ):
        assert part in line
