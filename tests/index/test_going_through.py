"""Going through all that is found: in the order of a search, as of one moment, some at a time."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from articles import article

from koreanews.index import Index
from koreanews.index.errors import BadDate, QueryError

FERRIES = 60


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    index = Index(tmp_path_factory.mktemp("through") / "archive")
    with index.writer() as writer:
        for number in range(FERRIES):
            body = "The ferry sails. " * (1 + number % 7) + "Nobody waits at the harbour. " * (1 + number % 5)
            date = None if number % 10 == 9 else f"20{10 + number % 9}-03-{1 + number % 28:02}"
            section = "Asia" if number % 2 else "News"
            writer.add(article(f"page-{number:02}", f"Ferry {number}", body, date=date, section=section))
        writer.add(article("bridge", "A bridge", "No boat comes here.", date="2019-01-01"))
    return index


@pytest.fixture(autouse=True)
def few_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("koreanews.index.listing._FIRST", 3)
    monkeypatch.setattr("koreanews.index.listing._PART", 4)
    monkeypatch.setattr("koreanews.index.listing._MOST", 10)


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
@pytest.mark.parametrize("query", ["ferry", "ferry OR bridge", "section:asia", "date:2011..2014", "xylophone"])
def test_rows_come_in_the_order_of_a_search(
    index: Index, query: str, sort: Literal["relevance", "newest", "oldest"]
) -> None:
    rows = [hit.row for hit in index.search(query, sort=sort, limit=100).hits]
    assert list(index.rows(query, sort=sort)) == rows
    assert list(index.rows(query, sort=sort, limit=7, offset=5)) == rows[5:12]
    assert list(index.rows(query, sort=sort, offset=1000)) == []
    assert [record["id"] for record in index.records(query, sort=sort)] == [row.id for row in rows]


def test_rows_without_a_query_are_all(index: Index) -> None:
    assert list(index.rows()) == list(index.list())
    assert [row.id for row in index.rows(sort="added")][-1] == "bridge"
    assert list(index.rows(date_from="2012", section="asia")) == list(index.list(date_from="2012", section="asia"))
    assert list(index.records(sort="added")) == [page.to_record() for page in index]


def test_rows_are_of_the_moment_when_the_first_is_asked_for(tmp_path: Path) -> None:
    index = Index(tmp_path / "archive")
    with index.writer() as writer:
        for number in range(30):
            writer.add(article(f"{number:02}", "Ferry", f"Pier {number}"))
    rows, records = index.rows("ferry"), index.records("ferry")
    seen = {next(rows).id}, {next(records)["id"]}
    with index.writer() as writer:
        for number in range(0, 30, 3):
            writer.remove(f"{number:02}")
        writer.add(article("30", "Ferry", "A new pier"))
    index.compact()
    seen[0].update(row.id for row in rows)
    seen[1].update(record["id"] for record in records)
    assert seen[0] == seen[1] == {f"{number:02}" for number in range(30)}
    assert len(list(index.rows("ferry"))) == 21


def test_what_cannot_be_asked_is_said_at_once(index: Index) -> None:
    with pytest.raises(QueryError):
        index.rows('"')
    with pytest.raises(BadDate):
        index.records(date_to="2019-13")
