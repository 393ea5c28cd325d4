"""What may be Korean at a first glance: every word that the reader of names reads, and few others."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from name_lists import korean_names

from koreanews.index.korean import BENT, FINALS, INITIALS, may_be_korean
from koreanews.index.names.reading import fold, readings
from koreanews.index.names.spelling import VOWEL_LETTERS, grammar_for
from koreanews.index.names.surnames import surnames

GRAMMARS = [grammar_for(word, given) for word in ("seŏul", "seoul", "pusan", "p'usan") for given in (True, False)]


def test_its_letters_are_those_of_the_grammars() -> None:
    plain = {letters for grammar in GRAMMARS for letters in grammar.initials if letters.isalpha() or not letters}
    # As `fold` has them: sh before i is s, wh is hw.
    assert plain | {"sh", "wh"} == INITIALS
    assert {letters for grammar in GRAMMARS for letters in grammar.finals} == FINALS


def test_every_name_of_the_lists_may_be_korean() -> None:
    words = {word for name in korean_names() for spelling in name for word in spelling.split()}
    read = [word for word in words if readings(fold(word), given=True)]
    assert read
    assert [word for word in read if not may_be_korean(word)] == []


def test_of_bent_family_names_those_are_listed_that_begin_or_end_otherwise() -> None:
    assert all(surnames(name, ()) for name in BENT)
    parts = [
        sorted(INITIALS | {"l", "rh"}),
        sorted("aeiouwy"),
        ["", *"aeiouwy"],
        sorted(FINALS | {"r", "rk", "s", "t"}),
    ]
    bent = ["".join(letters) for letters in product(*parts) if surnames("".join(letters), ())]
    assert [name for name in bent if not may_be_korean(name)] == []


def test_words_that_begin_or_end_as_no_korean_word_does_are_told_at_once() -> None:
    words = [
        "liaison",
        "summit",
        "office",
        "nuclear",
        "north",
        "said",
        "visit",
        "treaty",
        "sanctions",
        "frontier",
        "Zweifel",
    ]
    assert [word for word in words if may_be_korean(word)] == []


_SYLLABLES = st.lists(
    st.tuples(
        st.sampled_from([*sorted(INITIALS), "l", "rh", "st", "f"]),
        st.text(sorted(filter(str.isascii, VOWEL_LETTERS)), min_size=1, max_size=2),
        st.sampled_from([*sorted(FINALS), "r", "rk", "t", "s"]),
    ),
    min_size=1,
    max_size=4,
).map(lambda parts: "".join("".join(part) for part in parts))


@given(_SYLLABLES | st.text("abcdefghijklmnopqrstuvwxyzAKLPŏŭ'-평", min_size=1, max_size=12))
def test_what_is_read_as_korean_may_be_korean(word: str) -> None:
    # Not asked of `token`, which reads no word that may not be.
    letters = fold(word)
    given = readings(letters, given=True)
    if given or surnames(letters, given):
        assert may_be_korean(word)
