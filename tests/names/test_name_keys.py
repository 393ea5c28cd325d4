"""What `name_keys`, `query_names` and `matches` promise: places, bounds, and answers for any text."""

from __future__ import annotations

import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from koreanews.index.names import NameKey, matches, name_keys, query_keys, query_names

# Pieces that names are made of, and what stands around them.
_PIECES = st.sampled_from(
    [
        "Kim", "Jong", "un", "-", "‑", " ", "\u00a0", "\n", "'", "’", "P'yŏng", "yang", "Chŏng", "ŭn", "Lee", "No",
        "평양", "개성", "김", "\u1111\u1167\u11bc", "o\u0306", "15", "s", "'s", "ö", "ß", "é", "😀", ".", "The", "In",
    ]
)  # fmt: skip


def test_each_name_is_given_with_its_place() -> None:
    assert name_keys("In Kaesŏng, 개성.") == [NameKey("개성", 3, 10), NameKey("개성", 12, 14)]


def test_a_spelling_that_cannot_tell_has_a_key_for_each_name_that_it_may_be() -> None:
    assert {name.key for name in name_keys("Chongju")} == {"정주", "청주", "종주", "총주"}
    assert {name.key for name in name_keys("Jeongju")} == {"정주"}


def test_places_count_characters_after_emoji_and_umlauts() -> None:
    text = "😀 Südkoreas Präsident 😀 Moon Jae-in"
    assert [text[start:end] for start, end in matches("문재인", text)] == ["Moon Jae-in"]


def test_a_person_is_one_name() -> None:
    assert {(name.start, name.end) for name in name_keys("Park Geun-hye and Kim Jong Un met.")} == {(0, 13), (18, 29)}


def test_names_with_a_comma_or_two_blanks_between_are_apart() -> None:
    assert matches("kim jong un", "Kim, Jong Un; Kim  Jong Un") == []


def test_parts_of_hyphenated_words_are_names() -> None:
    text = "the Seoul-Pyongyang line, Hwasong-15, Punggye-ri"
    assert [text[start:end] for start, end in matches("평양 화성 풍계", text)] == ["Pyongyang", "Hwasong", "Punggye"]


def test_only_capitals_begin_a_name_in_a_text() -> None:
    assert name_keys("pyongyang eKaesong iPyongyang 3Pyongyang") == []


def test_words_of_a_query_are_told_by_number() -> None:
    typed = ["talks", "kim", "jong-un", "hwasong-15", "in", "pyongyang"]
    names = {(name.first, name.last): name.keys for name in query_names(typed)}
    assert set(names) == {(1, 3), (3, 4), (5, 6)}
    assert "김 정은" in names[1, 3]
    assert names[3, 4] == {"화성-15", "화송-15"}
    assert query_keys(typed) == set().union(*names.values())


def test_a_person_hides_the_names_in_it_but_other_names_do_not() -> None:
    assert query_keys(["Yi", "Sŭngman"]) == {"이 승만"}
    assert query_keys(["rodong", "sinmun"]) == query_keys(["rodong"]) | query_keys(["sinmun"]) | {"노동신문"}
    assert matches("pyongyang kaesong", "Kaesŏng") == [(0, 7)]


def test_a_pair_of_names_is_one_name_and_also_two() -> None:
    assert [(name.first, name.last) for name in query_names(["rodong", "sinmun"])] == [(0, 2), (0, 1), (1, 2)]


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_any_text_is_answered_with_places_in_it(text: str) -> None:
    for name in name_keys(text):
        assert 0 <= name.start < name.end <= len(text)
        assert not text[name.start].isspace()
        assert not text[name.end - 1].isspace()
    query_names(text.split())


@given(st.text(max_size=60), st.lists(_PIECES, max_size=20).map("".join))
@example(query="", text="-Kim-Kim")
def test_matches_are_in_order_and_apart(query: str, text: str) -> None:
    places = [place for span in matches(query, text) for place in span]
    assert places == sorted(places)
    assert len(matches(text, text)) <= len(text)


@given(st.lists(_PIECES, max_size=12).map("".join), st.text(max_size=20), st.text(max_size=20))
def test_what_stands_further_off_changes_nothing(name: str, before: str, after: str) -> None:
    apart = f"{before} . {name} . {after}"
    shift = len(before) + 3
    inside = {found for found in name_keys(apart) if shift <= found.start and found.end <= shift + len(name)}
    alone = {NameKey(found.key, found.start + shift, found.end + shift) for found in name_keys(f"{name} .")}
    assert inside == alone


@pytest.mark.parametrize(
    "text",
    ["Chongchongchong", "Chosun Chosun", "Chung Chong Chong", "-".join(["Chongchongchong"] * 4), "Chosun " * 12],
)
def test_no_name_has_many_keys(text: str) -> None:
    spans = [(name.start, name.end) for name in name_keys(text)]
    assert spans
    assert all(spans.count(span) <= 24 for span in spans)


def test_a_query_of_many_or_long_words_is_answered() -> None:
    assert query_names(["K" * 1_000_000, "", "Kim-" * 100_000]) == []
    assert len(query_names(["pyongyang"] * 2000)) == 3999


@pytest.mark.parametrize(
    "unit", ["A", "Kim-", "Kim ", "한", "Chŏng", "Chongchong ", "P'", "Yeo", "'", "-", "No-", "Kim Jong Un "]
)
def test_cost_grows_with_the_text_and_no_faster(unit: str) -> None:
    def calls(length: int) -> int:
        """How many functions, Python's and C's, are called for a text of that length."""
        count = 0

        def counted(*_: object) -> None:
            nonlocal count
            count += 1

        text = "K" + unit * (length // len(unit))
        sys.setprofile(counted)
        try:
            name_keys(text)
        finally:
            sys.setprofile(None)
        return count

    calls(1000)
    assert calls(80_000) < 5 * calls(20_000) + 1000
