"""The right story comes first, among three hundred, for questions whose answers are known.

The archive is made by rule: 300 stories of ordinary words drawn with a fixed seed, many of which mention what is asked
for in passing, and a few written for each question, from the one that is about it to those that touch it.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from articles import article, image, recommendation

from koreanews.index import Index
from koreanews.parser.article import Article

ORDINARY = """
north korea south seoul talks minister president government border year people officials country state leader said
meeting week agency report world economy trade army security policy party statement visit capital home family food
school market winter harvest weather train river mountain film music team match player museum history language
""".split()  # noqa: SIM905


def prose(rng: Random, words: int, mention: str = "") -> str:
    """Sentences of ordinary words, the commonest most often, with a mention somewhere."""
    drawn = [ORDINARY[min(int(rng.expovariate(0.06)), len(ORDINARY) - 1)] for _ in range(words)]
    if mention:
        drawn.insert(rng.randrange(words), mention)
    sentences = [" ".join(drawn[at : at + 14]).capitalize() + "." for at in range(0, len(drawn), 14)]
    return "\n\n".join(" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))


def stories() -> Iterator[Article]:
    rng = Random(4)
    passing = ["nuclear", "missile", "liaison", "office", "Kaesong", "Pyongyang", "ferry", "sanctions", "summit", ""]
    for number in range(300):
        mention = passing[number % len(passing)]
        date = f"{2010 + number % 10}-{1 + number % 12:02}-{1 + number % 28:02}"
        headline = prose(rng, 6).rstrip(".")
        yield article(f"n{number:03}", headline, prose(rng, 150 + number, mention), date=date)
    yield from answers(rng)


def answers(rng: Random) -> Iterator[Article]:
    def told(id: str, headline: str, lead: str, mention: str = "", **values: object) -> Article:
        return article(id, headline, f"{lead}\n\n{prose(rng, 250, mention)}", date="2019-03-22", **values)

    yield told(
        "pulls-out",
        "North Korea pulls out of liaison office",
        "The North left the joint liaison office in Kaesong on Friday.",
        teaser="Its staff at the liaison office were withdrawn.",
    )
    yield told("office-opens", "Koreas open an office", "The liaison office is to stand in Kaesong.", "office")
    yield told("liaison-team", "A team in Seoul", "The liaison team met in an office of the ministry.")
    yield told("links-to-it", "Sports in brief", "A team won.", recommends=(recommendation("Liaison office closed"),))
    yield told("ferry-sinks", "Ferry sinks off Jindo", "The ferry capsized. Divers search the ferry.", "ferry")
    yield told("ferry-law", "New law on shipping", "After the ferry, rules for ships are tighter.", "ferry")
    yield told("ferry-caption", "An island", "The sea is calm.", images=(image("A ferry on its way to an island"),))
    yield told("test-2017", "Sixth nuclear test", "The nuclear test was its strongest. The test shook Punggye-ri.")
    yield told("test-site", "North blows up test site", "Tunnels at the nuclear test site Punggye-ri are gone.")
    yield told("school-test", "A test for school children", "No nuclear family is like another, and a test is none.")
    yield told("punggyeri-hangul", "핵실험장 폭파", "풍계리 핵실험장", language="ko")
    yield told("sanctions", "Sanctions tightened", "Sanctions on coal; sanctions on oil; the sanctions bite.")
    yield told("summit-fails", "Summit in Hanoi ends early", "The summit in Hanoi broke off over sanctions.", "Hanoi")
    yield told("hanoi-street", "A street in Hanoi", "Noodles are eaten at dawn in Hanoi.", "Hanoi")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    index = Index(tmp_path_factory.mktemp("ranking") / "archive")
    with index.writer() as writer:
        for story in stories():
            writer.add(story)
    return index


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("liaison", ["pulls-out"]),
        ("liaison office", ["pulls-out", "office-opens", "liaison-team"]),
        ('"liaison office"', ["pulls-out", "office-opens"]),
        ("liaison office kaesong", ["pulls-out", "office-opens"]),
        ("liaison offices", ["pulls-out", "office-opens", "liaison-team"]),
        ("ferry", ["ferry-sinks"]),
        ("ferry sinking", ["ferry-sinks"]),
        ("nuclear test", ["test-2017"]),
        ('"nuclear test"', ["test-2017", "test-site"]),
        ("punggye-ri", ["test-2017", "test-site", "punggyeri-hangul"]),
        ("풍계리", ["punggyeri-hangul"]),
        ("sanctions", ["sanctions"]),
        ("summit hanoi", ["summit-fails"]),
        ("hanoi", ["hanoi-street", "summit-fails"]),
        ("sanctions summit", ["summit-fails"]),
    ],
)
def test_the_stories_about_it_come_first(index: Index, query: str, first: list[str]) -> None:
    ids = [hit.row.id for hit in index.search(query).hits]
    assert ids[: len(first)] == first


def test_those_that_touch_it_come_before_those_that_mention_it_in_passing(index: Index) -> None:
    ids = [hit.row.id for hit in index.search("ferry", limit=50).hits]
    assert len(ids) > 30
    assert ids[:2] == ["ferry-sinks", "ferry-law"]
    assert "links-to-it" not in [hit.row.id for hit in index.search("liaison office", limit=500).hits]


def test_the_mean_place_of_the_answers(index: Index) -> None:
    """Mean reciprocal rank, over questions of one answer put in a reader's loose words."""
    asked = {
        "north left kaesong office": "pulls-out",
        "staff withdrawn": "pulls-out",
        "ferry divers": "ferry-sinks",
        "shipping rules": "ferry-law",
        "ferry island": "ferry-caption",
        "strongest test": "test-2017",
        "tunnels gone": "test-site",
        "coal sanctions": "sanctions",
        "hanoi noodles": "hanoi-street",
        "team won": "links-to-it",
        "gaeseong liaison": "pulls-out",
        "P'unggye-ri tunnels": "test-site",
    }
    ranks = []
    for query, answer in asked.items():
        ids = [hit.row.id for hit in index.search(query, limit=50).hits]
        ranks.append(1 / (ids.index(answer) + 1) if answer in ids else 0.0)
    assert sum(ranks) / len(ranks) >= 0.95, dict(zip(asked, ranks, strict=True))
