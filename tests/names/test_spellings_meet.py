"""Every spelling of a name finds every other one, whichever is typed and whichever is printed."""

from __future__ import annotations

import unicodedata
from itertools import permutations

import pytest
from name_lists import finds, is_held_out, korean_names

from koreanews.index.names import matches

PLACES_AND_THINGS = [
    ["Kaesong", "Gaeseong", "Kaesŏng", "개성"],
    ["Pyongyang", "P'yŏngyang", "평양"],
    ["Panmunjom", "Panmunjeom", "P'anmunjŏm", "판문점"],
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
]

PEOPLE = [
    ["Kim Jong Un", "Kim Jong-un", "Kim Chŏng-ŭn", "Kim Chŏngŭn", "김정은", "김 정은"],
    ["Moon Jae-in", "Mun Jae-in", "Moon Jae In", "Jae-in Moon", "Mun Chaein", "문재인"],
    ["Roh Moo-hyun", "Noh Moo-hyun", "No Muhyŏn", "Ro Mu-hyon", "노무현", "로무현"],
    ["Park Geun-hye", "Pak Geun-hye", "Pak Kŭnhye", "박근혜"],
    ["Syngman Rhee", "Yi Sŭngman", "Lee Seung-man", "Ri Sung-man", "이승만", "리승만"],
]

FAMILY_NAMES = {
    "이": ["Lee", "Yi", "Ri", "Rhee", "리"],
    "박": ["Park", "Pak", "Bak"],
    "최": ["Choi", "Choe", "Ch'oe"],
    "노": ["Roh", "Noh", "Ro", "No", "로"],
    "강": ["Kang", "Gang"],
    "정": ["Chung", "Jung", "Jeong", "Chŏng", "Jong", "Chong"],
    "장": ["Chang", "Jang"],
    "조": ["Cho", "Jo"],
    "문": ["Moon", "Mun"],
    "신": ["Shin", "Sin"],
    "오": ["Oh", "O"],
    "윤": ["Yoon", "Yun"],
}


def both_ways(spellings: list[str]) -> list[tuple[str, str]]:
    return list(permutations(spellings, 2))


def found(typed: str, printed: str) -> list[str]:
    text = f"Then came {printed}, as expected."
    return [text[start:end] for start, end in matches(typed, text)]


@pytest.mark.parametrize(
    ("typed", "printed"), [pair for name in PLACES_AND_THINGS + PEOPLE for pair in both_ways(name)]
)
def test_the_names_that_must_meet(typed: str, printed: str) -> None:
    for query in (typed, typed.lower(), typed.upper()):
        assert found(query, printed) == [printed]


@pytest.mark.parametrize("family", FAMILY_NAMES)
def test_family_names_as_the_press_bends_them(family: str) -> None:
    hangul = [name for name in (family, *FAMILY_NAMES[family]) if name >= "가"]
    people = [f"{name}정희" for name in hangul] + [f"{name} Jeong-hui" for name in FAMILY_NAMES[family] if name < "가"]
    for typed, printed in both_ways(people):
        assert found(typed, printed) == [printed]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("pyongyang", "Phyongyang"),
        ("pyongyang", "Pyŏngyang"),
        ("pyongyang", "P’yŏngyang"),
        ("pyongyang", "P‘yǒngyang"),
        ("pyongyang", "PYONGYANG"),
        ("평양", "Pjöngjang"),
        ("Pjöngjang", "평양"),
        ("kim jong-un", "Kim-Jong-un"),
        ("hwasong-15", "Hwasŏng-15"),
        ("Hwasong-15", "화성-15"),
        ("로동신문", "Rodong Sinmun"),
        ("nodong sinmun", "로동신문"),
        ("chongno", "Jong-ro"),
        ("독립", "Tongnip"),
        ("백령", "Baengnyeong"),
    ],
)
def test_further_spellings(typed: str, printed: str) -> None:
    assert found(typed, printed) == [printed]


@pytest.mark.parametrize(("typed", "printed"), [("평양", "Kaesŏng und 평양"), ("kaesŏng", "평양 und Kaesŏng")])
def test_taken_apart_by_unicode(typed: str, printed: str) -> None:
    apart = unicodedata.normalize("NFD", printed)
    (match,) = found(unicodedata.normalize("NFD", typed), apart)
    assert unicodedata.normalize("NFC", match).lower() == typed


def test_genitives_and_compounds_are_found_less_their_endings() -> None:
    assert found("pyongyang", "Pyongyang's") == ["Pyongyang"]
    assert found("kim jong un", "Kim Jong-uns") == ["Kim Jong-un"]
    assert found("pyongyang", "Pjöngjangs") == ["Pjöngjang"]
    assert found("panmunjeom", "Panmunjom-based") == ["Panmunjom"]
    assert found("kim chŏngŭn", "Kim-Jong-un-Regime") == ["Kim-Jong-un"]
    assert found("pyongyang", "평양에서") == ["평양에서"]


def test_a_name_may_be_broken_by_a_line_or_a_no_break_space() -> None:
    assert found("김정은", "Kim\nJong\u00a0Un") == ["Kim\nJong\u00a0Un"]


@pytest.mark.parametrize(("held_out", "least"), [(False, 0.98), (True, 0.99)])
def test_the_share_of_the_long_list_that_meets(held_out: bool, least: float) -> None:
    pairs = [pair for name in korean_names() if is_held_out(name) is held_out for pair in both_ways(name)]
    assert len(pairs) > 1500
    assert sum(finds(*pair) for pair in pairs) >= least * len(pairs)
