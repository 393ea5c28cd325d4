"""A text folded as the search index folds its words, each character in its place: found in without making words."""

from __future__ import annotations

from functools import cache

from koreanews.index.fields import analyzer


def folded(text: str) -> str | None:
    """The text in lower case and without accents, as long as it was: its runs of letters and digits are its words.

    Null where a character becomes several ("ß"), or where Python and the search index disagree on whether it belongs
    to a word (vowel signs of Indic scripts).
    """
    if text.isascii():
        return text.lower()
    for sign in _PUNCTUATION:
        text = text.replace(sign, " ")
    if not text.isascii():
        for sign in set(text):
            if not sign.isascii():
                instead = _folded_sign(sign)
                if instead is None:
                    return None
                text = text.replace(sign, instead)
    return text.lower()


_PUNCTUATION = "\u00a0\u2013\u2014\u2018\u2019\u201c\u201d\u201e\u2022\u2026\u2032\u2033"
"""The signs beside ASCII in most English texts; no word has one in it. Replacing each at once is fastest."""


@cache
def _folded_sign(sign: str) -> str | None:
    """A character as the search index has it within a word, a blank for one that parts words."""
    (word,) = analyzer().analyze(sign) or (" ",)
    is_of_word = word != " "
    return word if len(word) == 1 and word.isalnum() == is_of_word == sign.isalnum() else None
