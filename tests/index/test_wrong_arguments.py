"""A program that asks for what there cannot be is told so, and nothing is taken for damage and made anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from articles import article

from koreanews import Index


@pytest.fixture
def index(tmp_path: Path) -> Index:
    index = Index(tmp_path / "archive")
    with index.writer() as writer:
        for number in range(3):
            writer.add(article(f"page-{number}", "Bridge over the Taedong"))
    return index


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda index: index.search("bridge", sort="best"), "'best' is no order of this"),
        (lambda index: index.search("bridge", sort="added"), "choose one of 'relevance', 'newest', 'oldest'"),
        (lambda index: index.search("bridge", limit=-1), "the limit is -1"),
        (lambda index: index.search("bridge", offset=-1), "the offset is -1"),
        (lambda index: index.rows("bridge", sort="best"), "'best' is no order of this"),
        (lambda index: index.rows(limit=-1), "the limit is -1"),
        (lambda index: index.records(sort="best"), "'best' is no order of this"),
        (lambda index: index.list(sort="newest"), "choose one of 'date', 'id', 'added'"),
        (lambda index: index.list(offset=-3), "the offset is -3"),
        (lambda index: index.similar("page-0", limit=-2), "the limit is -2"),
    ],
)
def test_what_there_cannot_be_is_refused_at_once(index: Index, ask: Callable[[Any], object], said: str) -> None:
    before = sorted((index.folder / "search").rglob("*"))
    with pytest.raises(ValueError, match=said):
        ask(index)
    assert sorted((index.folder / "search").rglob("*")) == before


def test_none_at_all_may_be_asked_for(index: Index) -> None:
    assert index.search("bridge", limit=0).total == 3
    assert index.search("bridge", limit=0).hits == ()
    assert list(index.list(limit=0)) == []
    assert index.similar("page-0", limit=0) == ()
