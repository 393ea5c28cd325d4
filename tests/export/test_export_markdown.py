"""Markdown: a YAML parser reads the front matter, a CommonMark parser the story; both say what the record says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from export_records import HOSTILE, byline, checked, document, on_one_line, record, texts
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from koreanews.export import write_stories
from koreanews.export.markdown import story, story_name

PARSERS = (MarkdownIt("commonmark"), MarkdownIt("commonmark").enable(["table", "strikethrough"]))


def split(text: str) -> tuple[dict[str, Any], str]:
    """Front matter and story of one document."""
    match = re.fullmatch(r"---\n(.*?\n)---\n(.*)", text, re.DOTALL)
    assert match is not None
    return yaml.safe_load(match[1]), match[2]


def shape(markdown: str) -> list[tuple[str, str]]:
    """The blocks of text with the tags that they stand in; emphasis and links are marked as such."""
    read = [_shape(parser.parse(markdown)) for parser in PARSERS]
    assert read[0] == read[1]
    return read[0]


def _shape(tokens: list[Token]) -> list[tuple[str, str]]:
    inside: list[str] = []
    found = []
    for token in tokens:
        if token.type == "inline":
            found.append((" ".join(tag for tag in inside if tag != "p" or inside == ["p"]), _text(token)))
        elif token.nesting:
            inside.append(token.tag) if token.nesting > 0 else inside.pop()
        else:
            found.append((token.type, token.content))
    return found


def _text(inline: Token) -> str:
    marks = {"strong_open": "<b>", "strong_close": "</b>", "link_open": "<a>", "link_close": "</a>"}
    pieces = []
    for token in inline.children or []:
        assert token.type in ("text", "text_special", *marks), token.type
        pieces.append(marks.get(token.type) or token.content)
    return "".join(pieces)


@pytest.mark.parametrize("headline", HOSTILE)
def test_hostile_headlines_are_text(headline: str) -> None:
    facts, markdown = split(document("markdown", record(headline=headline)))
    assert facts["title"] == re.sub("[\ud800-\udfff]", "\ufffd", headline)
    expected = on_one_line(headline)
    assert shape(markdown) == ([("h1", expected)] if expected else [])


@checked
@given(st.dictionaries(st.sampled_from(("headline", "section", "date_source", "url", "dw_id")), texts))
def test_front_matter_says_what_the_record_says(values: dict[str, str]) -> None:
    facts, _ = split(document("markdown", record(**values)))
    for name, value in values.items():
        assert facts["title" if name == "headline" else name] == re.sub("[\ud800-\udfff]", "\ufffd", value)


@checked
@given(texts, texts, texts)
def test_any_text_is_that_text(teaser: str, paragraph: str, item: str) -> None:
    teaser, paragraph, item = map(on_one_line, (teaser, paragraph, item))
    body = "\n\n".join(("First of all, prose.", paragraph, f"• {item}", "And then more prose."))
    one = record(
        headline="Harbour",
        teaser=teaser,
        body=body,
        images=[{"caption": paragraph, "credit": item}],
        recommends=[{"headline": item, "date": "2019-03-01", "teaser": teaser, "url": None}],
    )
    _, markdown = split(document("markdown", one))
    image = f"{paragraph} ({item})".lstrip() if item else paragraph
    teased = f": {teaser}" if teaser else ""
    expected = [
        ("h1", "Harbour"),
        ("p", f"<b>{teaser}</b>" if teaser else ""),
        ("p", "First of all, prose."),
        ("ul li", paragraph[2:]) if paragraph.startswith("• ") else ("p", paragraph),
        ("ul li", item) if item else ("p", "•"),
        ("p", "And then more prose."),
        ("h2", "Images" if image else ""),
        ("ul li", image),
        ("h2", "DW recommends"),
        ("ul li", f"{item} (2019-03-01){teased}".lstrip()),
    ]
    assert [block for block in shape(markdown) if block[1].strip()] == [block for block in expected if block[1].strip()]


@checked
@given(texts)
def test_links_lead_to_the_web_or_nowhere(rest: str) -> None:
    for url in (rest, f"https://www.dw.com/{rest}", f"javascript:{rest}"):
        _, markdown = split(document("markdown", record(related=[{"headline": "[Harbour](x)", "url": url}])))
        links = [
            token.attrs["href"]
            for block in PARSERS[0].parse(markdown)
            for token in block.children or []
            if token.type == "link_open"
        ]
        assert len(links) == url.lower().startswith(("https://", "http://"))
        assert all(str(link).startswith("https://www.dw.com/") for link in links)
        assert "[Harbour](x)" in shape(markdown)[1][1].replace("<a>", "").replace("</a>", "")


@checked
@given(st.lists(texts, min_size=1, max_size=3))
def test_a_stream_can_be_taken_apart_again(headlines: list[str]) -> None:
    records = [record(f"r{n}", headline=text, body=f"{text}\n\n---\n\n{text}") for n, text in enumerate(headlines)]
    parts = re.split(r"^---\n", document("markdown", *records), flags=re.MULTILINE)
    assert [yaml.safe_load(part)["id"] for part in parts[1::2]] == [one["id"] for one in records]


def test_a_story_reads_as_one() -> None:
    one = record(
        headline="Harbour opens",
        date="2017-11-30",
        date_source="video",
        teaser="At last.",
        body="What we know:\n\n• One.\n\nA quiet morning\n\n3. It rained.",
        headings=["A quiet morning"],
        byline=byline("Julian Ryall", "Julian Ryall"),
        gallery=[
            {"gallery": "Boats", "title": "Red", "caption": "A red one.", "image": "Boat", "credit": "Agency"},
            {"gallery": "Boats", "title": None, "caption": "No title.", "image": None, "credit": None},
        ],
        videos=[{"title": "Quay", "duration": "02:51", "program": "DW News", "date": "2017-11-29"}],
        recommends=[
            {
                "headline": "Ferry",
                "date": "2017-11-28",
                "teaser": "It sails.",
                "url": "https://www.dw.com/en/f/a-1?a=1&b=2",
            }
        ],
        links=["Port authority"],
    )
    facts, markdown = split(story(one))
    assert facts == {
        "id": "000_seed",
        "title": "Harbour opens",
        "date": "2017-11-30",
        "date_source": "video",
        "date_inferred": True,
        "date_reason": "Date inferred: video.",
        "section": None,
        "kind": "article",
        "language": "en",
        "authors": ["Julian Ryall"],
        "initials": [],
        "agencies": [],
        "byline": "Julian Ryall",
        "url": None,
        "dw_id": None,
        "crawled": None,
        "source": {"path": "seeds/000_seed.txt", "format": "text", "sha256": "ab" * 32, "bytes": 1234},
    }
    assert shape(markdown) == [
        ("h1", "Harbour opens"),
        ("p", "<b>At last.</b>"),
        ("p", "What we know:"),
        ("ul li", "One."),
        ("h2", "A quiet morning"),
        ("p", "3. It rained."),
        ("h2", "Gallery: Boats"),
        ("h3", "Red"),
        ("p", "A red one."),
        ("p", "Boat (Agency)"),
        ("h3", "(no title)"),
        ("p", "No title."),
        ("h2", "Videos"),
        ("ul li", "Quay (DW News, 2017-11-29, 02:51)"),
        ("h2", "DW recommends"),
        ("ul li", "<a>Ferry</a> (2017-11-28): It sails."),
        ("h2", "Web links"),
        ("ul li", "Port authority"),
    ]


@pytest.mark.parametrize(
    ("id", "date", "name"),
    [
        ("002_99e8395a751e14f3", "2017-11-30", "2017-11-30-002_99e8395a751e14f3.md"),
        ("a-48016956", "2019-03", "2019-03-a-48016956.md"),
        ("a-48016956", None, "undated-a-48016956.md"),
        ("a-48016956", "../../etc", "undated-a-48016956.md"),
    ],
)
def test_files_are_named_for_date_and_id(id: str, date: str | None, name: str) -> None:
    assert story_name(record(id, date=date)) == name


@checked
@given(texts.filter(bool), texts)
def test_file_names_are_safe_and_differ(id: str, other: str) -> None:
    name = story_name(record(id))
    assert re.fullmatch(r"undated-[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,98}[A-Za-z0-9_])?\.md", name)
    assert (story_name(record(other)).lower() == name.lower()) == (id == other)


def test_an_id_cannot_take_the_name_that_another_was_given() -> None:
    given = story_name(record("Harbour!")).removeprefix("undated-").removesuffix(".md")
    assert story_name(record(given.lower())).lower() != story_name(record("Harbour!")).lower()
    assert story_name(record(given)) != story_name(record("Harbour!"))


def test_a_folder_holds_a_file_a_story(tmp_path: Path) -> None:
    ids = ["../../outside", "/etc/passwd", "CON", "con", "a:b", "a\\b", "x" * 400, "..", "."]
    folder = tmp_path / "deep" / "stories"
    folder.parent.mkdir()
    assert write_stories((record(id, headline=id) for id in ids), folder) == len(ids)
    assert sorted(tmp_path.iterdir()) == [folder.parent]
    assert sorted(folder.parent.iterdir()) == [folder]
    files = sorted(folder.iterdir())
    assert sorted(split(file.read_text(encoding="utf-8"))[0]["id"] for file in files) == sorted(ids)
