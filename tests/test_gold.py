"""The right records of the user's own two pages, field by field; skipped where ../shared is absent."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import koreanews

SEEDS = Path(__file__).parents[1] / "seeds"
GOLD = Path(__file__).parents[2] / "shared" / "gold"

pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="the gold records are not beside this checkout")

LEFT_OUT_OF_GOLD = {"002": 40}
"""A paragraph that stands on the page and that gold's body lacks, by its line; everything else must be equal."""


@pytest.fixture(params=["000", "002"])
def seed(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def _gold(seed: str) -> dict[str, Any]:
    return dict(json.loads((GOLD / f"{seed}.json").read_text(encoding="utf-8")))


def _text(seed: str) -> str:
    (path,) = SEEDS.glob(f"{seed}_*.txt")
    return path.read_bytes().decode()


def test_every_field_but_the_body_equals_gold(seed: str) -> None:
    gold = _gold(seed)
    record = koreanews.parse(_text(seed), gold["id"]).to_record()
    assert {key: record[key] for key in gold if key != "body"} == {key: gold[key] for key in gold if key != "body"}


def test_the_body_is_golds_and_what_gold_left_out(seed: str) -> None:
    text = _text(seed)
    body = (koreanews.parse(text).body or "").split("\n\n")
    if seed in LEFT_OUT_OF_GOLD:
        paragraph = text.splitlines()[LEFT_OUT_OF_GOLD[seed] - 1]
        assert body.count(paragraph) == 1
        body.remove(paragraph)
    assert body == _gold(seed)["body"].split("\n\n")


def test_the_numbers_that_the_pages_are_known_by(seed: str) -> None:
    article = koreanews.parse(_text(seed))
    counts = (len(article.gallery), len(article.recommends), len(article.related), article.date, article.date_source)
    assert counts == {"000": (10, 5, 3, "2019-03-22", "title"), "002": (21, 0, 0, "2017-11-30", "weekday")}[seed]
