"""What a text dump's lines tell of themselves once holds for every phrase in the data files, in any case.

The sorter asks no more about a line that is not marked: a phrase whose lines were not would never be found.
"""

from __future__ import annotations

import random

import pytest

from koreanews.cleaner.phrases import DATA_BOX, LINES, MONTHS, OPENINGS
from koreanews.cleaner.text.databox import is_line_of_box
from koreanews.cleaner.text.lines import BULLETS, Line, split_lines
from koreanews.cleaner.text.tail import starts_tail

PROSE = "said that the ferry would sail again on the first day without wind, and that nobody had been hurt at all."


def line(text: str) -> Line:
    """`text` as the only line of a page."""
    return split_lines(text)[1][0]


def in_any_case(text: str) -> list[str]:
    """`text` as it stands, in capitals, in small letters, and with each letter in a case of its own."""
    rng = random.Random(text)
    mixed = "".join(rng.choice((letter.upper(), letter.lower())) for letter in text)
    return [text, text.upper(), text.lower(), mixed]


@pytest.mark.parametrize("end", ["", ":"])
def test_a_label_is_known_in_any_case(end: str) -> None:
    for label, name in LINES.items():
        for text in in_any_case(label):
            if text.casefold() == label:
                found = line(f"{text}{end}")
                assert (found.is_marked, found.is_plain, found.label) == (True, False, name), text


@pytest.mark.parametrize("text", ["OK", "ok", "OK:", "OK :", "OK::", "OK: :", "OK ::"])
def test_a_label_of_two_letters_is_known(text: str) -> None:
    assert line(text).label == "cookie_banner"


@pytest.mark.parametrize("rest", [" 02:51", "the rest", f" {PROSE}"])
def test_an_opening_is_known(rest: str) -> None:
    for phrase in OPENINGS:
        found = line(f"{phrase}{rest}")
        assert (found.is_marked, found.is_plain, found.is_paragraph) == (True, False, False), phrase
        assert found.opening is not None
        assert found.opening[0].startswith(phrase)


def test_whatever_may_be_something_else_is_marked() -> None:
    starts = [
        *DATA_BOX,
        *(f"{name.title()} 5, 2019" for name in MONTHS),
        *(f"{bullet} a" for bullet in BULLETS),
        "© 2019",
    ]
    for start in starts:
        found = line(f"{start} {PROSE}")
        assert found.is_marked, start
        assert not found.is_paragraph, start


@pytest.mark.parametrize("start", ["The mayor", "“We”, he", '"We", he', "Überall", "서울에서", "Мэр"])
def test_a_paragraph_is_known_at_first_sight(start: str) -> None:
    page = split_lines(f"Title\n\n{start} {PROSE}\n\n{start} {PROSE}")[1]
    for found in page[1:]:
        assert (found.is_paragraph, found.is_plain, found.is_marked) == (True, True, False)
        assert not starts_tail(found)
        assert not is_line_of_box(found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("  two  blanks ", "two blanks"),
        ("no-break\u00a0space", "no-break space"),
        ("a\ttab", "a tab"),
        ("a\x1funit", "a unit"),
        ("\ufeffa mark", "a mark"),
        ("e\u0301", "é"),
        ("• e\u0301", "• é"),
        ("•  two\u2003blanks", "• two blanks"),
    ],
)
def test_text_has_single_blanks_and_is_in_nfc(text: str, words: str) -> None:
    leading, lines = split_lines(f"\n{text}\r\n\x0b\nend")
    assert [each.text for each in lines] == [words, "end"]
    assert leading + "".join(each.raw for each in lines) == f"\n{text}\r\n\x0b\nend"
    assert (lines[0].line, lines[0].gap, lines[0].below) == (2, 1, lines[1])
