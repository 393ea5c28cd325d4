"""Hangul as it sounds, by the rules of the South's standard pronunciation that romanisation shows."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koreanews.index.names.hangul import initial_law, join, rhyme, sound, split
from koreanews.index.names.syllables import SYLLABLES as OF_NAMES

SYLLABLES = st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("종로", "종노"),
        ("백령도", "뱅녕도"),
        ("독립", "동닙"),
        ("신라", "실라"),
        ("한라산", "할라산"),
        ("압록강", "암녹강"),
        ("설악산", "서락산"),
        ("석열", "서결"),
        ("녕변", "영변"),
        ("로동", "노동"),
        ("리설주", "이설주"),
        ("나열", "나열"),
        ("나렬", "나열"),
        ("정은", "정은"),
        ("북한", "북한"),
        ("", ""),
    ],
)
def test_sound(written: str, spoken: str) -> None:
    assert sound(written) == spoken


@given(SYLLABLES)
def test_a_syllable_is_taken_apart_as_unicode_does(syllable: str) -> None:
    assert join(*split(syllable)) == syllable
    assert len(unicodedata.normalize("NFD", syllable)) == 2 + bool(split(syllable)[2])


@given(st.text(SYLLABLES, max_size=8))
def test_sound_keeps_the_number_of_syllables(word: str) -> None:
    assert len(sound(word)) == len(word)


@given(SYLLABLES)
def test_the_initial_law_holds_once_and_for_all(syllable: str) -> None:
    assert initial_law(initial_law(syllable)) == initial_law(syllable)


@pytest.mark.parametrize("other", ["a", "ㄱ", "漢", "\u1100"])
def test_what_is_no_syllable_is_refused(other: str) -> None:
    with pytest.raises(ValueError, match="not a Hangul syllable"):
        sound(other)


def test_the_initial_law_leads_to_no_other_syllables() -> None:
    """What it makes of the syllables of names is listed among them."""
    assert {initial_law(syllable) for syllable in OF_NAMES} <= OF_NAMES


@given(st.text(SYLLABLES, min_size=1, max_size=6))
def test_a_word_ends_in_the_rhyme_that_it_is_written_with(word: str) -> None:
    assert rhyme(sound(word)[-1]) == rhyme(word[-1])
