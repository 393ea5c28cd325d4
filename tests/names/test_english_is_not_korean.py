"""What is not Korean finds nothing but itself, and Korean names that romanisation tells apart stay apart."""

from __future__ import annotations

from itertools import permutations, product

import pytest
from name_lists import finds, korean_names, other_words, printed_keys

from koreanews.index.names import matches, name_keys, query_keys, query_names


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("big", "Pig"),
        ("bush", "Push"),
        ("sun", "Son"),
        ("sun", "Sun"),
        ("cohen", "Kohen Gohen Cohan Gohan"),
        ("gun", "Kun"),
        ("bun", "Pun"),
        ("king", "Ging"),
        ("lee", "Yi"),
        ("kim", "Gim"),
        ("moon", "Mun"),
        ("park", "Pak"),
        ("tonga", "Dong-a Ilbo"),
        ("china", "Jina"),
        ("data", "Tata"),
        ("rose", "Nose"),
        ("roman", "Noman"),
        ("susan", "Soosan"),
        ("in japan", "In Chapan"),
        ("soul", "Seoul"),
        ("chosen", "Chosŏn"),
        ("moon landing", "Mun Landing"),
        ("park avenue", "Pak Avenue"),
    ],
)
def test_words_that_must_not_meet(typed: str, printed: str) -> None:
    assert matches(typed, f"It was {printed}.") == []


def test_no_word_finds_another() -> None:
    words = other_words()
    assert len(words) > 1800
    having: dict[str, set[str]] = {}
    for word in words:
        for key in printed_keys(word):
            having.setdefault(key, set()).add(word)
    shared = {key: found for key, found in having.items() if len(found) > 1}
    assert shared == {}


def test_no_word_finds_a_korean_name_and_no_korean_name_a_word() -> None:
    words = other_words()
    printed = set().union(*(printed_keys(word) for word in words))
    typed = set().union(*(query_keys(word.lower().split()) | query_keys(word.split()) for word in words))
    for spellings in korean_names():
        for spelling in spellings:
            assert not query_keys(spelling.split()) & printed, spelling
            assert not query_keys(spelling.lower().split()) & printed, spelling
            assert not printed_keys(spelling) & typed, spelling


def test_hardly_a_word_has_a_key_at_all() -> None:
    words = other_words()
    assert sum(bool(printed_keys(word)) for word in words) < 0.02 * len(words)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Daejeon", "Daecheon"),
        ("Taejŏn", "Taech'ŏn"),
        ("Cheongju", "Jeongju"),
        ("Suncheon", "Seoncheon"),
        ("Suwon", "Seowon"),
        ("Incheon", "Icheon"),
        ("Gwangju", "Gyeongju"),
        ("Jeonju", "Jinju"),
        ("Gangneung", "Gangnam"),
        ("Songnam", "Songnim"),
        ("Kaesŏng", "Kosŏng"),
        ("Hwasong-14", "Hwasong-15"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("Kim Il Sung", "Kim Jong Il"),
        ("Park Geun-hye", "Park Chung-hee"),
        ("Lee Myung-bak", "Lee Jae-myung"),
        ("Kim Jong-un", "Moon Jae-in"),
        ("Lee Seung-man", "Shin Seung-man"),
    ],
)
def test_names_that_stay_apart(one: str, other: str) -> None:
    assert matches(one, other) == matches(other, one) == []


def test_korean_names_find_one_another_only_where_a_spelling_may_be_either() -> None:
    """Chongju is 정주 or 청주 once its apostrophes are gone; the others are a word within a longer name.

    No Tae-u may be a person or, after the English word, a place: so Tae-u is a name by itself there, and 대우.
    """
    names = korean_names()
    typed = {one[0]: set().union(*(query_keys(spelling.split()) for spelling in one)) for one in names}
    printed = {one[0]: set().union(*(printed_keys(spelling) for spelling in one)) for one in names}
    met = {
        (one[0], other[0])
        for one, other in permutations(names, 2)
        if typed[one[0]] & printed[other[0]] and any(finds(*pair) for pair in product(one, other))
    }
    assert met == {
        ("정주", "청주"),
        ("청주", "정주"),
        ("노동", "노동신문"),
        ("대우", "노태우"),
    }


def test_typed_in_lower_case_two_single_syllables_are_no_name() -> None:
    assert query_keys(["Ko", "Un"]) & query_keys(["고은"])
    assert query_keys(["ko", "un"]) == query_keys(["moon", "song"]) == set()
    assert query_keys(["cheong", "wa", "dae"]) == query_keys(["청와대"])
    for spellings in korean_names():
        for spelling in spellings:
            assert query_keys(spelling.lower().split()) <= query_keys(spelling.split()), spelling


def test_a_single_syllable_is_no_name() -> None:
    assert query_names(["kim"]) == query_names(["김"]) == query_names(["Sun"]) == []
    assert name_keys("Kim said. Sun rose. 김") == []
