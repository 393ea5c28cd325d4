"""BibTeX, read back by two parsers: each text is the value of its field, whatever it is."""

from __future__ import annotations

import re

import bibtexparser
import pytest
from bibtexparser.middlewares import RemoveEnclosingMiddleware
from export_records import HOSTILE, byline, checked, document, on_one_line, record, texts
from hypothesis import given
from pybtex.database import parse_string
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

_CONTEXT = get_default_latex_context_db()
_CONTEXT.add_context_category(
    "what its tables lack, or have as another character",
    prepend=True,
    macros=[
        MacroTextSpec(name, char)
        for name, char in {
            "textbraceleft": "{", "textbraceright": "}", "textless": "<", "textgreater": ">",
            "textasciicircum": "^", "textasciitilde": "~", "textbackslash": "\\",
        }.items()
    ],
)  # fmt: skip
_DECODER = LatexNodes2Text(_CONTEXT, strict_latex_spaces=True)


def decoded(latex: str) -> str:
    """What LaTeX would print."""
    return _DECODER.latex_to_text(latex)


def entries(text: str) -> list[dict[str, str]]:
    """The entries by bibtexparser, after making sure that pybtex reads the same."""
    library = bibtexparser.parse_string(text, parse_stack=[RemoveEnclosingMiddleware()])
    assert library.failed_blocks == []
    assert len(library.blocks) == len(library.entries), "nothing but entries"
    read = [
        {"type": entry.entry_type, "key": entry.key} | {field.key: field.value for field in entry.fields}
        for entry in library.entries
    ]
    other = parse_string(text, "bibtex").entries
    assert list(other) == [entry["key"] for entry in read]
    for entry in read:
        for name in ("title", "note", "abstract", "url"):
            assert other[entry["key"]].fields.get(name) == (" ".join(entry[name].split()) if name in entry else None)
    return read


@pytest.mark.parametrize("headline", HOSTILE)
def test_hostile_headlines_are_titles(headline: str) -> None:
    one, two = record("one", headline=headline, teaser=headline), record("two", headline="After it")
    first, second = entries(document("bibtex", one, two))
    expected = on_one_line(headline)
    assert decoded(first.get("title", "").removeprefix("{").removesuffix("}")) == expected
    assert decoded(first.get("abstract", "")) == expected
    assert (second["key"], second["title"]) == ("dw-two", "{After it}")


@checked
@given(texts, texts)
def test_any_text_is_a_title_and_nothing_else(headline: str, section: str) -> None:
    (entry,) = entries(document("bibtex", record(headline=headline, section=section)))
    assert decoded(entry.get("title", "{}")[1:-1]) == on_one_line(headline)
    assert decoded(entry.get("keywords", "")) == on_one_line(section)


@checked
@given(texts)
def test_any_author_is_one_person(name: str) -> None:
    text = document("bibtex", record(headline="x", byline=byline(name, name, "Carsten von Nahmen")))
    entries(text)
    (entry,) = parse_string(text, "bibtex").entries.values()
    people = entry.persons["author"]
    assert len(people) == (2 if on_one_line(name) else 1)
    assert (people[-1].prelast_names, people[-1].last_names, people[-1].first_names) == (
        ["von"],
        ["Nahmen"],
        ["Carsten"],
    )


@checked
@given(texts)
def test_any_address_is_one_of_the_web(rest: str) -> None:
    (entry,) = entries(document("bibtex", record(url=f"https://www.dw.com/{rest}")))
    assert re.fullmatch(r"https://www\.dw\.com/[A-Za-z0-9%:/?#\[\]@!$&'()*+,;=._~-]*", entry["url"])


def test_other_addresses_are_left_out() -> None:
    for url in ("javascript:alert(1)", "file:///etc/passwd", "", None):
        (entry,) = entries(document("bibtex", record(url=url)))
        assert "url" not in entry


def test_an_entry_is_what_a_researcher_cites() -> None:
    one = record(
        "000_f07122383b230fd2",
        headline="Harbour & quay: 50% done",
        date="2019-03-22",
        date_source="title",
        section="Asia",
        teaser="Nearly there.",
        byline=byline("Julian Ryall, Tokyo", "Julian Ryall"),
        url="https://www.dw.com/en/harbour/a-48016956",
        crawled="2019-04-01T12:00:00Z",
    )
    assert document("bibtex", one) == (
        "@online{dw-000_f07122383b230fd2,\n"
        "  author = {Ryall, Julian},\n"
        "  title = {{Harbour \\& quay: 50\\% done}},\n"
        "  date = {2019-03-22},\n"
        "  year = {2019},\n"
        "  month = mar,\n"
        "  organization = {Deutsche Welle},\n"
        "  url = {https://www.dw.com/en/harbour/a-48016956},\n"
        "  urldate = {2019-04-01},\n"
        "  langid = {english},\n"
        "  keywords = {Asia},\n"
        "  abstract = {Nearly there.},\n"
        "  note = {Byline: Julian Ryall, Tokyo.},\n"
        f"  annote = {{Archived copy: seeds/000\\_f07122383b230fd2.txt, SHA-256 {'ab' * 32}}}\n"
        "}\n\n"
    )


@pytest.mark.parametrize(
    ("date", "fields"),
    [
        ("2019-03", {"date": "2019-03", "year": "2019", "month": "mar"}),
        ("2019", {"date": "2019", "year": "2019"}),
        (None, {}),
        ("2019-02-30", {}),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(date: str | None, fields: dict[str, str]) -> None:
    (entry,) = entries(document("bibtex", record(date=date, date_source="title")))
    assert {name: entry[name] for name in ("date", "year", "month") if name in entry} == fields
    assert ("No date is known." in entry.get("note", "")) == (not fields)


def test_an_inferred_date_is_said_to_be_and_why() -> None:
    verdict = "won: inferred: the video is of 29.11.2017; the text speaks of Wednesday"
    won = {"date": "2017-11-30", "source": "weekday", "text": "Wednesday", "verdict": verdict}
    one = record(date="2017-11-30", date_source="weekday", dates=[won])
    (entry,) = entries(document("bibtex", one))
    assert entry["note"] == "Date inferred: the video is of 29.11.2017; the text speaks of Wednesday."


def test_keys_are_unique_and_stable() -> None:
    ids = [
        "000_seed",
        "a-48016956",
        "A-48016956",
        "a b",
        "a  b",
        "a/b",
        "a~1234abcd",
        "é",
        "한글",
        ".",
        "..",
        "con",
        "x" * 300,
    ]
    keys = [entry["key"] for entry in entries(document("bibtex", *(record(id, headline="x") for id in ids)))]
    assert keys[:2] == ["dw-000_seed", "dw-a-48016956"]
    assert len({key.lower() for key in keys}) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]{4,100}", key) for key in keys)
    alone = [entries(document("bibtex", record(id, headline="x")))[0]["key"] for id in ids]
    assert alone == keys


def test_a_page_of_another_publisher_is_not_deutsche_welles() -> None:
    (entry,) = entries(document("bibtex", record(kind="other", headline="x")))
    assert "organization" not in entry
    assert "Not a page of Deutsche Welle." in entry["note"]
