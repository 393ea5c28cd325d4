"""RIS, read back by a parser: no text begins a line, and so none is taken for a tag."""

from __future__ import annotations

from typing import Any

import pytest
import rispy
from export_records import HOSTILE, byline, checked, document, on_one_line, record, texts
from hypothesis import given


def entries(text: str) -> list[dict[str, Any]]:
    """The entries, after making sure that all lines are tagged, whatever a reader takes for the end of a line."""
    read = rispy.loads(text)
    assert all(line[2:6] == "  - " for line in text.splitlines() if line)
    assert text.splitlines() == text.removesuffix("\n").split("\n") if text else True
    assert not any("unknown_tag" in entry for entry in read)
    return read


@pytest.mark.parametrize("headline", HOSTILE)
def test_hostile_headlines_are_titles(headline: str) -> None:
    one, two = record("one", headline=headline, teaser=headline), record("two", headline="After it")
    first, second = entries(document("ris", one, two))
    assert first.get("title", "") == first.get("abstract", "") == on_one_line(headline)
    assert (second["id"], second["title"]) == ("dw-two", "After it")


@checked
@given(texts, texts)
def test_any_text_stays_in_its_field(headline: str, text: str) -> None:
    source = {"path": text or "x", "format": "text", "sha256": "ab" * 32, "bytes": 1}
    one = record(headline=headline, section=text, byline=byline(text, text), source=source)
    (entry,) = entries(document("ris", one))
    assert entry.get("title", "") == on_one_line(headline)
    assert entry.get("section", "") == on_one_line(text)
    assert len(entry.get("authors", [])) == bool(on_one_line(text))


@checked
@given(texts)
def test_any_address_is_one(rest: str) -> None:
    (entry,) = entries(document("ris", record(url=f"https://www.dw.com/{rest}")))
    (url,) = entry["urls"]
    assert url.startswith("https://www.dw.com/")
    assert url.isascii()


def test_an_entry_is_what_a_researcher_cites() -> None:
    one = record(
        headline="Harbour opens",
        date="2017-11-30",
        date_source="video",
        section="Asia",
        teaser="Nearly there.",
        byline=byline("Kim Min-ji and Carsten von Nahmen", "Kim Min-ji", "Carsten von Nahmen"),
        url="https://www.dw.com/en/harbour/a-48016956",
        crawled="2019-04-01T12:00:00Z",
    )
    assert document("ris", one) == (
        "TY  - NEWS\n"
        "ID  - dw-000_seed\n"
        "TI  - Harbour opens\n"
        "AU  - Kim, Min-ji\n"
        "AU  - von Nahmen, Carsten\n"
        "T2  - Deutsche Welle\n"
        "PB  - Deutsche Welle\n"
        "PY  - 2017\n"
        "DA  - 2017/11/30/\n"
        "Y2  - 2019/04/01/\n"
        "SE  - Asia\n"
        "AB  - Nearly there.\n"
        "LA  - en\n"
        "UR  - https://www.dw.com/en/harbour/a-48016956\n"
        "N1  - Date inferred: video. Byline: Kim Min-ji and Carsten von Nahmen.\n"
        f"N1  - Archived copy: seeds/000_seed.txt, SHA-256 {'ab' * 32}\n"
        "ER  - \n\n"
    )


@pytest.mark.parametrize(
    ("date", "year", "written"),
    [("2019-03", "2019", "2019/03//"), ("2019", "2019", "2019///"), (None, None, None), ("2019-13", None, None)],
)
def test_a_date_is_as_precise_as_it_is_known(date: str | None, year: str | None, written: str | None) -> None:
    (entry,) = entries(document("ris", record(date=date, date_source="title")))
    assert (entry.get("year"), entry.get("date")) == (year, written)
    assert "access_date" not in entry


@pytest.mark.parametrize(
    ("kind", "type"),
    [
        ("article", "NEWS"),
        ("gallery", "NEWS"),
        ("live-blog", "NEWS"),
        ("media", "ELEC"),
        ("topic", "ELEC"),
        ("other", "ELEC"),
    ],
)
def test_a_kind_of_page_is_a_type_of_reference(kind: str, type: str) -> None:
    (entry,) = entries(document("ris", record(kind=kind, headline="x")))
    assert entry["type_of_reference"] == type
    assert ("publisher" in entry) == (kind != "other")
