"""Whether a word may be a Korean name at all, told by its first and last letters alone.

Most words are none. A search for them need not load what reads names, which takes as long as the search; and a text's
are passed over.
"""

from __future__ import annotations


def may_be_korean(word: str) -> bool:
    """Whether `names` may read a word as Korean; false only where it surely does not. The word may be empty."""
    if not (word.isascii() and word.isalpha()):
        # Hangul, breves, hyphens and apostrophes are left to `names`.
        return bool(word)
    letters = word.lower()
    without_end = letters.rstrip(_CONSONANTS)
    if not without_end or not _LETTERS.issuperset(letters):
        return False
    start = letters[: len(letters) - len(letters.lstrip(_CONSONANTS))]
    end = letters[len(without_end) :]
    return (start in INITIALS and end in FINALS) or letters in BENT


INITIALS = frozenset(
    ("", "k", "t", "p", "g", "d", "b", "j", "ch", "kk", "kh", "th", "ph", "n", "r", "m", "s", "ss", "h", "sh", "wh")
)
"""What a name may begin with before its first vowel, in any system of romanisation; sh as in Shinpo, before i."""

FINALS = frozenset(("", "k", "n", "l", "m", "p", "ng", "g", "ck", "b", "h", "hn", "hm", "hl"))
"""What may come after its last vowel."""

BENT = frozenset(("hur", "lee", "leem", "lim", "loh", "lyu", "lyuh", "park", "rhee", "rhie", "rho"))
"""Family names that begin or end otherwise, as the press and passports bend them."""

_CONSONANTS = "bcdfghjklmnpqrstvxz"
_LETTERS = frozenset("abcdeghijklmnoprstuwy")
