"""The real pages in ../shared/captures, against the right answers beside them; skipped where they are not at hand."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from koreanews.cleaner.blocks import Block, Kind
from koreanews.cleaner.html import sort_html

CAPTURES = Path(__file__).parents[3] / "shared" / "captures"
NAMES = ("en-2013-wine", "de-2023-04-28", "de-2023-06-13")
BODY = (Kind.PARAGRAPH, Kind.HEADING, Kind.LIST_ITEM)

pytestmark = pytest.mark.skipif(not CAPTURES.is_dir(), reason="the captures are not at hand")


def read(name: str) -> tuple[list[Block], dict[str, Any]]:
    blocks = sort_html((CAPTURES / f"{name}.html").read_text(encoding="utf-8"))
    assert blocks is not None
    return blocks, json.loads((CAPTURES / f"{name}.json").read_text(encoding="utf-8"))


def texts(blocks: list[Block], *kinds: Kind) -> list[str]:
    return [block.text for block in blocks if block.kind in kinds]


def f1(one: str, other: str) -> float:
    left, right = Counter(re.findall(r"\w+", one)), Counter(re.findall(r"\w+", other))
    return 2 * (left & right).total() / (left.total() + right.total())


@pytest.mark.parametrize("name", NAMES)
def test_headline_teaser_and_body(name: str) -> None:
    blocks, gold = read(name)
    assert texts(blocks, Kind.HEADLINE) == [gold["headline"].strip()]
    assert f1(" ".join(texts(blocks, Kind.TEASER)), gold["teaser"]) >= 0.995
    assert f1(" ".join(texts(blocks, *BODY)), " ".join(gold["body"])) >= 0.995
    assert texts(blocks, *BODY) == [" ".join(paragraph.split()) for paragraph in gold["body"]]


@pytest.mark.parametrize(
    ("name", "date"), [(NAMES[0], "10.06.2013"), (NAMES[1], "28.04.2023"), (NAMES[2], "2023-06-13")]
)
def test_date(name: str, date: str) -> None:
    blocks, _ = read(name)
    assert [text[:10] for text in texts(blocks, Kind.METADATA_DATE)] == [date]


@pytest.mark.parametrize("name", NAMES[1:])
def test_authors(name: str) -> None:
    blocks, gold = read(name)
    assert texts(blocks, Kind.METADATA_AUTHOR) == gold["authors"]


def test_author_that_gold_leaves_out() -> None:
    """The page's data box names him; the answer beside the page has none."""
    blocks, gold = read("en-2013-wine")
    assert gold["authors"] == []
    assert texts(blocks, Kind.METADATA_AUTHOR) == ["Julian Tompkin"]


@pytest.mark.parametrize("name", [NAMES[0], NAMES[2]])
def test_recommendations(name: str) -> None:
    blocks, gold = read(name)
    assert texts(blocks, Kind.RECOMMENDS_HEADLINE) == gold["recommends"]


def test_recommendations_that_gold_leaves_out() -> None:
    """Below the story stands "Die Redaktion empfiehlt"; the answer beside the page has nothing of it."""
    blocks, gold = read("de-2023-04-28")
    assert gold["recommends"] == []
    assert len(texts(blocks, Kind.RECOMMENDS_HEADLINE)) == 3
    assert all(block.url for block in blocks if block.kind is Kind.RECOMMENDS_HEADLINE)


def test_videos_and_related_stories() -> None:
    blocks, _ = read("de-2023-06-13")
    assert texts(blocks, Kind.VIDEO_LABEL) == ["03:38", "03:06", "02:05"]
    assert [text[-11:] for text in texts(blocks, Kind.RELATED_HEADLINE)] == [
        " 27.02.2016",
        " 21.12.2021",
        " 07.05.2021",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_left_unknown(name: str) -> None:
    blocks, _ = read(name)
    assert texts(blocks, Kind.UNKNOWN) == []
