"""Every shape of formats.md that a text dump can take: a page in, its whole record out.

A shape is two files in `pages/`: `<group>/<name>.txt`, a page of our own prose named for the shape that it shows,
and `<group>/<name>.json`, the record that it must give. To add a shape, add the two files; nothing else names them.
`shape_pages.py` says how the record is written. The pages are kept byte for byte (`.gitattributes`): leading blanks,
no-break spaces, blank lines and line ends are part of a shape, so see to it that an editor leaves them alone.

To look at one: `pytest tests/shapes -k name`, and `koreanews clean --blocks tests/shapes/pages/<group>/<name>.txt`.
"""

from __future__ import annotations

import json
import re
import unicodedata

import pytest
from shape_pages import PAGES, Page, compared, pages

import koreanews
from koreanews.cleaner.blocks import Kind
from koreanews.parser.article import Article

ALL = pages()
each_page = pytest.mark.parametrize("page", ALL, ids=[page.name for page in ALL])


@each_page
def test_page_gives_its_record(page: Page) -> None:
    wanted, found = compared(page.expected, koreanews.parse(page.text).to_record())
    assert found == wanted


@each_page
def test_blocks_in_order_give_back_the_page(page: Page) -> None:
    assert "".join(block.raw for block in koreanews.blocks(page.text)) == page.text


@each_page
def test_body_comes_from_blocks_of_the_story_alone(page: Page) -> None:
    story = {
        block.text
        for block in koreanews.blocks(page.text)
        if block.kind in (Kind.PARAGRAPH, Kind.HEADING, Kind.LIST_ITEM, Kind.LIVE_ENTRY)
    }
    body = koreanews.parse(page.text).body
    parts = [] if body is None else [part.removeprefix("• ") for part in body.split("\n\n")]
    assert [part for part in parts if part not in story] == []


@each_page
def test_every_date_has_a_reason(page: Page) -> None:
    article = koreanews.parse(page.text)
    words = _one_line(page.text)
    for candidate in article.dates:
        assert candidate.verdict
        assert candidate.source == "weekday" or _one_line(candidate.text) in words
    assert article.date is None or (article.date, article.date_source) in {
        (candidate.date, candidate.source) for candidate in article.dates
    }


@each_page
def test_record_survives_json(page: Page) -> None:
    article = koreanews.parse(page.text, id="page")
    assert article.id == "page"
    assert Article.from_record(json.loads(json.dumps(article.to_record()))) == article


def test_every_page_has_a_record_and_every_record_a_page() -> None:
    stems = {kind: {path.with_suffix("") for path in PAGES.glob(f"*/*.{kind}")} for kind in ("txt", "json")}
    assert stems["txt"] == stems["json"]
    assert stems["txt"]


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()
