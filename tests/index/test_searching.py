"""Which records a query finds, and in which order."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from articles import article, byline, image, recommendation, slide

from koreanews.index import Index
from koreanews.index.errors import BadDate, QueryError
from koreanews.parser.article import Article


def archive(folder: Path, pages: Iterable[Article]) -> Index:
    index = Index(folder)
    with index.writer() as writer:
        for page in pages:
            writer.add(page)
    return index


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """A small archive; the ids say what each page is about."""
    pages = [
        article("office", "Liaison office closes", "Kaesong: the staff withdraws.", date="2019-03-22", section="News"),
        article(
            "talks",
            "Talks in Seoul",
            "Envoys re-open a line. The ministry’s liaison teams met in Kaesong.",
            teaser="Korea’s envoys meet",
            date="2019-04-02",
            section="Asia",
            byline=byline(("Ada Beispiel", "Jörg Öl"), ("AFP", "Reuters")),
        ),
        article(
            "ferry",
            "Ferry sails again",
            "Many islands. A COVID-19 test, in the U.S. too.",
            images=(image("The harbour of Busan"),),
            gallery=(slide("Deck", "Gulls above the deck"), slide("Bow", "Waves")),
            recommends=(recommendation("A summit fails", "No deal on missiles"),),
            date="2018-09",
            section="Asia",
            kind="gallery",
        ),
        article(
            "haeuser",
            "Neue Häuser in Pjöngjang",
            "Die Straße führt an Wohnungen vorbei.",
            language="de",
            date="2017-11-30",
            url="https://www.example.org/de/neue-haeuser/a-41582",
            dw_id="a-41582",
        ),
        article("undated", "Letters", "No date here, but a liaison of sorts, and countries."),
        article("korean", "개성 소식", "개성공단 다시 열다", language="ko", date="2020"),
        article("chinese", "朝鲜半岛", "平壤在朝鲜半岛的北部", language="zh", date="2020-01-01"),
    ]
    return archive(tmp_path_factory.mktemp("search") / "archive", pages)


def found(index: Index, query: str) -> set[str]:
    results = index.search(query, limit=50)
    assert results.total == len(results.hits)
    return {hit.row.id for hit in results.hits}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        # All words, wherever in the page they stand.
        ("liaison", "office talks undated"),
        ("liaison kaesong", "office talks"),
        ("liaison office", "office"),
        ("seoul envoys", "talks"),
        ("liaison missing", ""),
        ("LIAISON", "office talks undated"),
        # Forms of a word, by the language of the page.
        ("withdraw", "office"),
        ("withdrawing", "office"),
        ("country", "undated"),
        ("ministries", "talks"),
        ("haus", "haeuser"),
        ("strassen", "haeuser"),
        ("wohnung", "haeuser"),
        ("withdraws -withdraw", ""),
        # Quotes, apostrophes, hyphens, accents, blanks and case make no difference.
        ("ministry's", "talks"),
        ("ministry’s", "talks"),
        ("re-open", "talks"),
        ("re open", "talks"),
        ("COVID-19", "ferry"),
        ("covid\u00a019", "ferry"),
        ("U.S.", "ferry"),
        ("jorg", ""),
        ("hauser", "haeuser"),
        ("PJÖNGJANG", "haeuser"),
        ("pjongjang", "haeuser"),
        # Phrases.
        ('"liaison office"', "office"),
        ('"liaison teams"', "talks"),
        ('"liaison team"', "talks"),
        ('"office liaison"', ""),
        ('"closes Kaesong"', ""),
        ('"liaison kaesong"~3', "talks"),
        ('"liaison kaesong"~1', ""),
        ('"kaesong liaison"~5', "talks"),
        ('"staff withdrawing"', "office"),
        ('"a liaison of sorts"', "undated"),
        # Either, neither.
        ("ferry OR talks", "talks ferry"),
        ("liaison -kaesong", "undated"),
        ("liaison NOT (kaesong OR letters)", ""),
        ("liaison (ferry OR letters)", "undated"),
        ("-liaison", "ferry haeuser korean chinese"),
        ("ferry OR -liaison", "ferry haeuser korean chinese"),
        ("-(ferry OR liaison) -haus", "korean chinese"),
        # Fields.
        ("headline:liaison", "office"),
        ("body:liaison", "talks undated"),
        ("teaser:envoy", "talks"),
        ('headline:"office closes"', "office"),
        ("headline:(liaison OR ferry)", "office ferry"),
        ("-headline:liaison liaison", "talks undated"),
        ("caption:busan", "ferry"),
        ("busan gulls waves", "ferry"),
        ("bridges", "ferry"),
        ("recommends:summit recommends:missile", "ferry"),
        ("summit", ""),
        ("section:news", "office"),
        ("section:asia kind:gallery", "ferry"),
        ("agency:reuters", "talks"),
        ("agency:Reuters agency:afp", "talks"),
        ("author:beispiel", "talks"),
        ('author:"jorg ol"', "talks"),
        ("language:de", "haeuser"),
        ("language:ko OR language:zh", "korean chinese"),
        ("id:off", "office"),
        ("id:a-41582", "haeuser"),
        ("id:haeuser", "haeuser"),
        ("url:example.org/de/neue-haeuser", "haeuser"),
        ("url:https://www.example.org/de/neue-haeuser/a-41582", "haeuser"),
        # Beginnings and misspellings.
        ("liais*", "office talks undated"),
        ("offi*", "office"),
        ("minist*", "talks"),
        ("headline:off*", "office"),
        ("kaes* with*", "office"),
        ("re-op*", "talks"),
        ("liason~", "office talks undated"),
        ("laison~1", "office talks undated"),
        ("lason~1", ""),
        ("lason~2", "office talks undated"),
        ("sesoul~", "talks"),
        ("setion:x OR a", None),
        # Dates.
        ("date:2019", "office talks"),
        ("date:2019-03", "office"),
        ("date:2018-09", "ferry"),
        ("date:2018-09-01..2018-09-30", "ferry"),
        ("date:2018-09-02..2018-09-30", ""),
        ("date:2018-09..2019-03", "ferry office"),
        ("date:..2018", "ferry haeuser"),
        ("date:>=2019-04-02", "talks korean chinese"),
        ("date:>2019-03-22", "talks korean chinese"),
        ("date:<2018-09", "haeuser"),
        ("-date:..2099", "undated"),
        ("liaison date:2019-03", "office"),
        # Other scripts.
        ("개성", "korean office talks"),
        ("개성공단", "korean"),
        ("개성*", "korean"),
        ("平壤", "chinese"),
        ("半岛", "chinese"),
        ("鲜半 北部", "chinese"),
        ("壤平", ""),
    ],
)
def test_what_is_found(index: Index, query: str, expected: str | None) -> None:
    if expected is None:
        with pytest.raises(QueryError):
            index.search(query)
    else:
        assert found(index, query) == set(expected.split())


@pytest.mark.parametrize(
    ("query", "expected"),
    [("withdraws", {"office"}), ("withdraw", set()), ('"liaison team"', set()), ('"liaison teams"', {"talks"})],
)
def test_exact_words_only(index: Index, query: str, expected: set[str]) -> None:
    assert {hit.row.id for hit in index.search(query, exact=True).hits} == expected


def test_where_a_word_stands_decides_the_order(tmp_path: Path) -> None:
    filler = " Other words stand here, and make this text as long as the others are."
    index = archive(
        tmp_path / "archive",
        [
            article("caption", "A day", "Nothing." + filler, images=(image("A harbour"),)),
            article("body", "A day", "A harbour." + filler),
            article("teaser", "A day", "Nothing." + filler, teaser="A harbour"),
            article("headline", "A harbour", "Nothing." + filler),
            article("often", "A day", "A harbour, a harbour, a harbour: harbour after harbour." + filler),
            *(article(f"none{number}", "A day", "Nothing." + filler) for number in range(20)),
        ],
    )
    assert [hit.row.id for hit in index.search("harbour").hits] == ["headline", "teaser", "often", "body", "caption"]
    scores = [hit.score for hit in index.search("harbour").hits]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] > 0


def test_a_rare_form_of_a_word_is_not_taken_for_a_rare_word(tmp_path: Path) -> None:
    pages = [article(f"{number:02}", "Day", "the envoy speaks today") for number in range(30)]
    index = archive(tmp_path / "archive", [*pages, article("rare", "Day", "the envoys speaks today")])
    scores = {hit.row.id: hit.score for hit in index.search("envoy", limit=99).hits}
    assert len(scores) == 31
    assert scores["rare"] < scores["00"]
    scores = {hit.row.id: hit.score for hit in index.search("envoys", limit=99).hits}
    assert scores["rare"] > scores["00"]


def test_what_is_a_form_depends_on_the_language(tmp_path: Path) -> None:
    index = archive(
        tmp_path / "archive",
        [article("en", "A rat"), article("de", "Ein Rat", language="de"), article("xx", "rat rates", language="nl")],
    )
    assert {hit.row.id for hit in index.search("rate").hits} == {"de"}
    assert {hit.row.id for hit in index.search("rates").hits} == {"xx", "de"}
    assert {hit.row.id for hit in index.search("rats").hits} == {"en", "de"}
    assert {hit.row.id for hit in index.search('"ein rates"').hits} == {"de"}
    (hit,) = index.search("headline:(rate ein)").hits
    assert [hit.row.headline[start:end] for start, end in hit.headline_highlights if hit.row.headline] == ["Ein", "Rat"]


def test_filters_have_no_say_in_the_order(index: Index) -> None:
    plain = {hit.row.id: hit.score for hit in index.search("liaison").hits}
    filtered = index.search(
        "liaison section:asia date:2019 language:en", section="asia", kind="article", date_to="2020"
    )
    assert [(hit.row.id, hit.score) for hit in filtered.hits] == [("talks", pytest.approx(plain["talks"]))]


def test_a_query_that_only_chooses_gives_the_newest_first(index: Index) -> None:
    assert [hit.row.id for hit in index.search("language:en").hits] == ["talks", "office", "ferry", "undated"]
    assert [hit.row.id for hit in index.search("-korea").hits][-1] == "undated"


def test_orders_by_date(index: Index) -> None:
    assert [hit.row.id for hit in index.search("liaison", sort="newest").hits] == ["talks", "office", "undated"]
    assert [hit.row.id for hit in index.search("liaison", sort="oldest").hits] == ["office", "talks", "undated"]


def test_pages_of_hits(index: Index) -> None:
    everything = [hit.row.id for hit in index.search("-x", limit=99).hits]
    assert len(everything) == 7
    pages = [index.search("-x", limit=3, offset=offset) for offset in (0, 3, 6, 9)]
    assert [hit.row.id for page in pages for hit in page.hits] == everything
    assert {page.total for page in pages} == {7}
    assert index.search("-x", limit=0) == (7, ())


def test_hits_without_passages(index: Index) -> None:
    with_passages, without = index.search("liaison"), index.search("liaison", passage_size=0)
    assert [(hit.row, hit.score) for hit in without.hits] == [(hit.row, hit.score) for hit in with_passages.hits]
    assert {(hit.passage, hit.headline_highlights) for hit in without.hits} == {(None, ())}


def test_filters(index: Index) -> None:
    def filtered(**choice: str) -> set[str]:
        return {hit.row.id for hit in index.search("liaison OR ferry", **choice).hits}  # type: ignore[arg-type]

    assert filtered(date_from="2019", date_to="2019-03") == {"office"}
    assert filtered(date_to="2018") == {"ferry"}
    assert filtered(section="ASIA") == {"talks", "ferry"}
    assert filtered(kind="gallery") == {"ferry"}
    assert filtered(section="Nowhere") == set()
    with pytest.raises(BadDate):
        filtered(date_from="yesterday")


def test_what_a_page_recommends_is_found_only_where_it_is_asked_for(index: Index) -> None:
    assert found(index, "summit") == set()
    (hit,) = index.search("recommends:summit").hits
    assert hit.row.id == "ferry"
    assert hit.passage is not None
    assert (hit.passage.field, hit.passage.place) == ("recommends", "recommends[0].headline")


def test_words_that_the_query_language_could_stumble_over(tmp_path: Path) -> None:
    text = "a.b*c+d?e|f(g)h[i]j{k}l^m$n#o&p-q~r/s\\t < > .* " + "x" * 200
    index = archive(tmp_path / "archive", [article("signs", text, text)])
    for query in ("a.b", '"a.b*c+d?e|f(g)h[i]j{k}l^m$n#o&p-q~r/s\\t"', "h[i]j", "s\\t", "n#o&p", '"< > . a b"'):
        assert index.search(query).total == 1, query
    for query in ("x" * 200, "x" * 300, "x" * 4000 + "*", '"' + "y " * 2000 + '"', "🚢", "💥*", "\x00a"):
        assert index.search(query).total == (query == "\x00a") if any(map(str.isalnum, query)) else True, query
