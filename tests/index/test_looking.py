"""Looking about in an archive: facets, the timeline, similar stories, and spellings that would find something."""

from __future__ import annotations

from pathlib import Path

import pytest
from articles import article, byline

from koreanews.index import Index
from koreanews.index.errors import NoSuchRecord, QueryError


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    index = Index(tmp_path_factory.mktemp("looking") / "archive")
    agencies = byline((), ("AFP", "Reuters"))
    pages = [
        article("a", "Ferry to Jeju", "The ferry leaves the harbour of Busan.", date="2019-03-18", section="Asia"),
        article(
            "b",
            "Ferry returns",
            "The ferry came back to the harbour.",
            date="2019-03-24",
            section="Asia",
            byline=agencies,
        ),
        article(
            "c", "Ferry sinks", "The harbour waits for the ferry.", date="2019-04", section="News", byline=agencies
        ),
        article("d", "Ferry museum", "Old harbour cranes.", date="2018", kind="gallery"),
        article("e", "Election day", "The parliament in Seoul votes on a law.", date="0001-01-01"),
        article("f", "Law passed", "Parliament votes; Seoul waits."),
    ]
    with index.writer() as writer:
        for page in pages:
            writer.add(page)
    return index


def test_facets_of_a_query_and_of_all(index: Index) -> None:
    facets = index.facets("ferry")
    assert list(facets) == ["year", "section", "kind", "agency", "language", "date_source"]
    assert facets["year"] == {"2018": 1, "2019": 3}
    assert list(facets["section"].items()) == [("Asia", 2), ("News", 1)]
    assert facets["kind"] == {"article": 3, "gallery": 1}
    assert facets["agency"] == {"AFP": 2, "Reuters": 2}
    assert index.facets()["language"] == {"en": 6}
    assert index.facets("ferry", section="news")["year"] == {"2019": 1}
    with pytest.raises(QueryError):
        index.facets('"')


def test_timelines(index: Index) -> None:
    assert list(index.timeline().items()) == [("0001", 1), ("2018", 1), ("2019", 3)]
    assert index.timeline("ferry", by="month") == {"2018": 1, "2019-03": 2, "2019-04": 1}
    assert index.timeline("ferry", by="week") == {"2018": 1, "2019-03-18": 2, "2019-04": 1}
    assert index.timeline("ferry", by="day") == {"2018": 1, "2019-03-18": 1, "2019-03-24": 1, "2019-04": 1}
    assert index.timeline("election", by="week") == {"0001-01-01": 1}
    assert index.timeline("ferry", by="month", date_from="2019-03", date_to="2019-03") == {"2019-03": 2}
    assert index.timeline("nothing") == {}


def test_similar_stories_and_the_words_that_make_them_so(index: Index) -> None:
    stories = index.similar("f")
    assert [story.row.id for story in stories] == ["e", "c"]
    assert set(stories[0].words) == {"parliament", "votes", "seoul", "law"}
    assert stories[1].words == ("waits",)
    assert stories[0].score > stories[1].score
    assert [story.row.id for story in index.similar("f", limit=1)] == ["e"]
    with pytest.raises(NoSuchRecord):
        index.similar("x")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("harbor", ("harbour",)),
        ("parlament", ("parliament",)),
        ("ferry parlament", ()),
        ("seuol law", ("seoul law",)),
        ("(xyzzy OR fery) -museum", ("(xyzzy OR ferry) -museum",)),
        ("headline:fery", ("headline:ferry",)),
        ("headline:harbor", ()),
        ("section:asai", ()),
        ("harbour", ()),
        ("qqqqqq", ()),
        ('"ferry seoul"', ()),
    ],
)
def test_spellings_that_would_find_something(index: Index, query: str, expected: tuple[str, ...]) -> None:
    assert index.suggestions(query) == expected
    for better in expected:
        assert index.search(better).total > 0


def test_suggestions_heed_the_filters(index: Index) -> None:
    assert index.suggestions("harbor", kind="gallery") == ("harbour",)
    assert index.suggestions("parlament", kind="gallery") == ()


def test_looking_about_in_an_empty_archive(tmp_path: Path) -> None:
    index = Index(tmp_path / "archive")
    with index.writer():
        pass
    assert index.facets()["year"] == {}
    assert index.timeline(by="week") == {}
    assert index.suggestions("harbour") == ()
