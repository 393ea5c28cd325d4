"""docs/query-language.md: every example of it is run on the stories that it describes, and does what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from articles import article, byline, image, recommendation

from koreanews.index import Index
from koreanews.index.errors import QueryError

PAGE = (Path(__file__).parents[2] / "docs" / "query-language.md").read_text("utf-8")

EXAMPLES = {
    "liaison office": "office",
    '"liaison office"': "office",
    "“Liaison-Office”": "office",
    '"liaison kaesong"~5': "talks",
    "nuclear OR missile": "test korean",
    "nuclear AND missile": "test",
    "liaison -trump": "office",
    "liaison NOT trump": "office",
    "(nuclear OR missile) test": "test",
    "headline:liaison": "office",
    "headline:(liaison office)": "office",
    'section:asia -headline:"liaison office"': "ferry",
    "korea*": "office",
    "liason~": "office talks",
    "kaesing~2": "office talks",
    "date:2019": "office talks",
    "date:2019-03": "office",
    "date:2019-03-22": "office",
    "date:2018-09..2019-04": "office talks ferry",
    "date:..2017": "test haeuser",
    "date:2019..": "office talks korean",
    "date:>=2019-01-15": "office talks korean",
    "date:>2018": "office talks korean",
    "date:<2018": "test haeuser",
    "date:<=2018": "test haeuser ferry",
    "recommends:ferries": "ferry",
    "withdraws": "office",
    "wohnung": "haeuser",
    "gaeseong": "office talks korean",
    "개성": "office talks korean",
    "kim jong un": "talks test korean",
    '"Kim Jong Un"': "talks test korean",
    "headline:gaeseong": "korean",
    "김정은 missile": "test korean",
    "caption:harbour": "ferry",
    "section:Asia": "office ferry",
    "agency:Reuters": "office",
    'author:"Jane Doe"': "talks",
    "kind:gallery language:en": "ferry",
    "id:off": "office",
    "id:a-41582": "haeuser",
    "url:https://www.example.org/de/neue-haeuser": "haeuser",
}
"""What each query of the page finds, by the ids of its stories."""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    index = Index(tmp_path_factory.mktemp("page") / "archive")
    with index.writer() as writer:
        for page in STORIES:
            writer.add(page)
    return index


STORIES = [
    article(
        "office",
        "North Korea leaves liaison office",
        "The North will withdraw its staff from Kaesong.",
        date="2019-03-22",
        section="Asia",
        byline=byline((), ("Reuters",)),
    ),
    article(
        "talks",
        "A summit without Trump?",
        "Envoys of the liaison teams met near Kaesŏng. Kim Jong-un was not there.",
        date="2019-04-02",
        byline=byline(("Jane Doe",)),
    ),
    article(
        "test",
        "Nuclear test shakes the ground",
        "A missile followed. Kim Jong Un watched the nuclear test.",
        date="2017-11-30",
    ),
    article(
        "ferry",
        "Ferry sails again",
        images=(image("The harbour of Busan"),),
        recommends=(recommendation("Island ferries return"),),
        date="2018-09",
        section="Asia",
        kind="gallery",
    ),
    article(
        "haeuser",
        "Neue Häuser in Pjöngjang",
        "Vorbei an Wohnungen.",
        date="2016-05-01",
        language="de",
        dw_id="a-41582",
        url="https://www.example.org/de/neue-haeuser",
    ),
    article("korean", "개성 소식", "김정은 missile 발사.", date="2020", language="ko"),
]


def part(heading: str) -> str:
    """What stands under a heading, up to the next."""
    return PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def first_cells(text: str) -> list[str]:
    """The queries in the first column of its tables."""
    return re.findall(r"^\| `(.+?)` \|", text, flags=re.MULTILINE)


FAULTS = part("When a query cannot be read")
WRONG = re.findall(r"^\| `(.+?)` \| (\d+) \| `(.+?)` \|$", FAULTS, flags=re.MULTILINE)


def test_every_query_of_the_page_is_run_here() -> None:
    queries = set(first_cells(PAGE)) - set(first_cells(FAULTS)) - set(first_cells(part("The stories of the examples")))
    queries |= {"“Liaison-Office”", "recommends:ferries", "withdraws", "wohnung"}
    assert all(f"`{query}`" in PAGE for query in queries)
    assert queries == set(EXAMPLES)
    assert len(WRONG) == len(first_cells(FAULTS)) > 5


@pytest.mark.parametrize("query", EXAMPLES)
def test_an_example_finds_what_it_says(index: Index, query: str) -> None:
    assert {hit.row.id for hit in index.search(query).hits} == set(EXAMPLES[query].split())


def test_the_stories_are_those_of_the_page() -> None:
    for story in STORIES:
        row = f"| `{story.id}` | {story.date} | {story.headline} |"
        assert row in PAGE
        assert (story.body or "") in PAGE


def test_what_the_page_says_of_names(index: Index) -> None:
    # Accents make no difference, so that both of these are spelt as typed.
    *typed, other = [hit.row.id for hit in index.search("Kaesŏng").hits]
    assert (set(typed), other) == ({"office", "talks"}, "korean")
    assert [hit.row.id for hit in index.search("gaeseong", exact=True).hits] == []
    assert index.search("sun").total == index.search("big").total == 0


@pytest.mark.parametrize(("query", "position", "suggestion"), WRONG)
def test_what_cannot_be_read_is_refused_as_the_page_says(
    index: Index, query: str, position: str, suggestion: str
) -> None:
    with pytest.raises(QueryError) as refused:
        index.search(query)
    assert (refused.value.position, refused.value.suggestion) == (int(position), suggestion)
    index.search(suggestion)


def test_the_suggestion_for_nothing_found(index: Index) -> None:
    assert "for `liason office` it is\n`liaison office`" in part("When nothing is found")
    assert index.search("liason office").total == 0
    assert index.suggestions("liason office")[0] == "liaison office"
