"""NFC is what Unicode says, and does not take for ever on text made to that end."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import koreanews
from koreanews.captures.normal import in_order, nfc

# Marks of several classes; Tibetan vowels that are no marks themselves and fall apart into some; jamo; letters.
SIGNS = "\u0301\u0323\u0327\u0344\u0345\u05b0\u0f73\u0f75\u0f81\u0f71\u0f72\u1100\u1161\u11a8가éếqа\u3099か\U0001d15e"

HEAPS = {
    "acute and dot below in turn": "\u0301\u0323",
    "one that falls apart into two": "\u0344\u0323",
    "Tibetan vowels that fall apart": "\u0f73",
    "many classes": "\u0345\u0301\u035c\u0323\u0f71\u05b0",
}


@given(st.one_of(st.text(SIGNS, max_size=60), st.text()))
@example("\ud800\u0323\u0301")
def test_it_is_nfc_by_either_way(text: str) -> None:
    assert nfc(text) == normalize("NFC", text)
    assert normalize("NFC", in_order(text)) == normalize("NFC", text)


@pytest.mark.parametrize("heap", HEAPS.values(), ids=HEAPS)
def test_heaps_of_marks_are_read(heap: str) -> None:
    # So many marks that are put in order one by one take minutes.
    marks = heap * (300_000 // len(heap))
    assert nfc("a" + marks) == nfc(nfc("a" + marks))
    body = koreanews.parse(f"A letter\n\nA short teaser.\n\nA paragraph that ends in many marks: o{marks}.\n").body
    assert body.startswith("A paragraph that ends in many marks: ")
    assert len(body) > 100_000
