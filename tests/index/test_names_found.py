"""Korean names are found however they are spelt, through the real index; what only looks like one is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import permutations
from pathlib import Path

import pytest
from articles import article, image, recommendation

from koreanews.index import Index
from koreanews.parser.article import Article

NAMES = [
    ["Kaesong", "Gaeseong", "Kaesŏng", "개성"],
    ["Pyongyang", "P'yŏngyang", "P’yŏngyang", "Phyongyang", "평양"],
    ["Panmunjom", "Panmunjeom", "판문점"],
    ["Pusan", "Busan", "부산"],
    ["Taegu", "Daegu", "대구"],
    ["Cheju", "Jeju", "제주"],
    ["Inchon", "Incheon", "인천"],
    ["Yongbyon", "Yeongbyeon", "Nyongbyon", "영변", "녕변"],
    ["Punggye-ri", "P'unggye-ri", "풍계리"],
    ["Kumgang", "Geumgang", "Kŭmgang", "금강"],
    ["Paektu", "Baekdu", "백두"],
    ["Juche", "Chuch'e", "주체"],
    ["Hwasong", "Hwaseong", "화성"],
    ["Chosun", "Joseon", "Chosŏn", "Choson", "조선"],
    ["Kim Jong Un", "Kim Jong-un", "Kim Chŏng-ŭn", "김정은"],
    ["Moon Jae-in", "Mun Jae-in", "문재인"],
    ["Roh Moo-hyun", "Noh Moo-hyun", "노무현"],
    ["Park Geun-hye", "Pak Geun-hye", "박근혜"],
    ["Syngman Rhee", "Yi Sŭngman", "Lee Seung-man", "이승만"],
]
"""The list of issue 4; all spellings of a line are one name."""

FAMILIES = ["Lee Yi Ri Rhee", "Park Pak Bak", "Choi Choe", "Roh Noh Ro", "Kang Gang", "Chung Jung Jeong Chŏng"]
FAMILIES += ["Chang Jang", "Cho Jo", "Moon Mun", "Shin Sin", "Oh O", "Yoon Yun"]
PEOPLE = [[f"{family} Myeong-su" for family in line.split()] for line in FAMILIES]

_OTHERS = """
Big Pig Bush Push Sun Son Cohen Kohen Gohen Cohan King Ging Gun Kun Lee Yi Moon Mun Park Pak Soul China
"""
OTHERS = _OTHERS.split()

PAIRS = [pair for name in NAMES + PEOPLE for pair in permutations(name, 2)]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """A page for each spelling, whose headline it is; only there do its words stand."""
    spellings = [spelling for name in NAMES + PEOPLE for spelling in name] + OTHERS
    pages = [article(str(number), f"It was {spelling}, they said") for number, spelling in enumerate(spellings)]
    return filled(tmp_path_factory.mktemp("names") / "archive", pages)


def filled(folder: Path, pages: Iterable[Article]) -> Index:
    index = Index(folder)
    with index.writer() as writer:
        for page in pages:
            writer.add(page)
    return index


def headlines(index: Index, query: str, **how: object) -> list[str]:
    hits = index.search(query, limit=500, **how).hits  # type: ignore[arg-type]
    return [(hit.row.headline or "").removeprefix("It was ").removesuffix(", they said") for hit in hits]


@pytest.mark.parametrize(("typed", "printed"), PAIRS)
def test_each_spelling_finds_each_other_one(index: Index, typed: str, printed: str) -> None:
    for query in (typed, typed.lower(), f"they {typed} said", f"headline:({typed})"):
        assert printed in headlines(index, query), query


def test_a_name_finds_nothing_but_itself(index: Index) -> None:
    for name in NAMES:
        for typed in name:
            found = set(headlines(index, typed)) - set(name)
            # What has each of the words, as typed, is no false hit.
            assert {other for other in found if typed.lower() not in other.lower()} == set(), typed


@pytest.mark.parametrize("typed", OTHERS)
def test_words_of_english_find_themselves_only(index: Index, typed: str) -> None:
    for query in (typed, typed.lower()):
        assert {spelling for spelling in headlines(index, query) if typed not in spelling.split()} == set()


def test_hundreds_of_ordinary_words_find_no_other(tmp_path: Path) -> None:
    """Those of tests/names/others.txt: English, German, and names of the West, of Japan and of China."""
    lines = (Path(__file__).parents[1] / "names" / "others.txt").read_text("utf-8").splitlines()
    words = [word.capitalize() for line in lines if line[:1] not in ("#", "=") for word in line.split()]
    words = list(dict.fromkeys(words))[::3]
    assert len(words) > 500
    index = filled(tmp_path / "archive", [article(word, word) for word in words])
    for typed in words:
        found = [hit.row.id for hit in index.search(typed.lower(), passage_size=0).hits]
        # Other forms of a word begin as it does, and no other spelling of a name would.
        assert typed in found
        assert [word for word in found if word[:2] != typed[:2]] == []


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("gaeseong", "press korean both"),
        ("gaeseong office", "press"),
        ("office gaeseong", "press"),
        ("gaeseong -office", "korean both"),
        ("-gaeseong", "other"),
        ("gaeseong OR ferry", "press korean both other"),
        ("headline:gaeseong", "korean"),
        ("caption:gaeseong", "both"),
        ("headline:gaeseong gaeseong", "korean"),
        ("gaeseong gaeseong", "press korean both"),
        ("caption:gaeseong recommends:gaeseong", ""),
        ("recommends:gaeseong", "other"),
        ('"gaeseong"', "press korean both"),
        ('"Gim Jeong-eun"', "press korean"),
        ('"gim jeong-eun speaks"', ""),
        ('"gim jeong-eun"~3', ""),
        ("gim jeong-eun gaeseong", "press korean"),
        ("gim office jeong-eun", ""),
        ("headline:gim jeong-eun", ""),
        ("headline:(gim jeong-eun)", "korean"),
        ("gaeseong*", ""),
        ("gaeseong~", ""),
        ("author:gaeseong", ""),
        ("개성", "korean press both"),
        ("김정은 office", "press"),
    ],
)
def test_names_within_the_query_language(mixed: Index, query: str, ids: str) -> None:
    assert {hit.row.id for hit in mixed.search(query).hits} == set(ids.split())


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Index:
    pages = [
        article("press", "An office opens", "In Kaesong, Kim Jong Un came to the office and speaks."),
        article("korean", "개성 소식, 김정은", "김정은 방문", language="ko"),
        article("both", "A day", "Nothing.", images=(image("Kaesong from above"),)),
        article("other", "Ferry", "No news.", recommends=(recommendation("Kaesong remembers"),)),
    ]
    return filled(tmp_path_factory.mktemp("mixed") / "archive", pages)


def test_exact_turns_it_off(index: Index) -> None:
    assert headlines(index, "Gaeseong", exact=True) == ["Gaeseong"]
    assert headlines(index, "Kim Chŏng-ŭn", exact=True) == ["Kim Chŏng-ŭn"]


def test_hits_through_other_spellings_come_last(tmp_path: Path) -> None:
    """However often and wherever those stand, and however long the text in which the one typed stands once."""
    filler = "Other words stand here as well, and there are many of them. " * 60
    index = filled(
        tmp_path / "archive",
        [
            article("often", "Kaesong, Kaesong", "Kaesong! " * 40, teaser="Kaesong"),
            article("once", "A day", "Some way off Kaesong. " + filler),
            article("korean", "개성", "개성", language="ko"),
            article("typed", "A day", filler + "They call it Gaeseong there. " + filler),
            article("caption", "A day", filler, images=(image("Gaeseong"),)),
            *(article(f"none{number}", "A day", filler) for number in range(10)),
        ],
    )
    ids = [hit.row.id for hit in index.search("gaeseong").hits]
    assert set(ids[:2]) == {"typed", "caption"}
    assert ids[2:] in (["often", "korean", "once"], ["korean", "often", "once"])
    assert index.search("gaeseong they").hits[0].row.id == "typed"
    assert index.search("gaeseong", sort="oldest").total == 5


def shown(index: Index, query: str) -> Iterator[tuple[str, list[str]]]:
    for hit in index.search(query).hits:
        assert hit.passage is not None
        yield hit.row.id, [hit.passage.text[start:end] for start, end in hit.passage.highlights]


def test_passages_and_headlines_highlight_the_spelling_that_is_found(tmp_path: Path) -> None:
    filler = "\n\n".join(["Nothing to the point is said here, at some length."] * 8)
    index = filled(
        tmp_path / "archive",
        [
            article("press", "Off to Kaesong’s gates", f"{filler}\n\n🚢 Then Kim Jong-un left Kaesong's office."),
            article("korean", "개성", f"{filler}\n\n김정은 위원장은 개성에서 office", language="ko"),
            article("german", "Tag", f"{filler}\n\nKim Jong-uns office in Kaesŏng", language="de"),
        ],
    )
    assert dict(shown(index, "gim jeong-eun gaeseong office")) == {
        "press": ["Kim Jong-un", "Kaesong", "office"],
        "korean": ["김정은", "개성에서", "office"],
        "german": ["Kim Jong-un", "office", "Kaesŏng"],
    }
    headline = {hit.row.id: hit.headline_highlights for hit in index.search("gaeseong").hits}
    assert headline == {"press": ((7, 14),), "korean": ((0, 2),), "german": ()}
    # One stretch where the words typed and the name are the same; names beside them too.
    assert dict(shown(index, "kim jong un kaesong"))["press"] == ["Kim Jong-un", "Kaesong"]
