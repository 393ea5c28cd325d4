"""Unicode's normal form NFC, in time that grows with the text and not with its square, whatever it holds."""

from __future__ import annotations

from itertools import groupby
from unicodedata import combining, is_normalized, normalize


def nfc(text: str) -> str:
    """`text` in NFC, as `unicodedata.normalize` has it."""
    if text.isascii() or is_normalized("NFC", text):
        return text
    return normalize("NFC", text if len(text) <= _SHORT else in_order(text))


def in_order(text: str) -> str:
    """`text` taken apart (NFD), with the combining marks after each letter in their canonical order.

    Python puts them in order one by one, each past all that it must not follow: two million marks on one letter would
    take hours.
    """
    apart = text.translate(_APART)
    runs = (list(run) for _, run in groupby(apart, key=lambda sign: combining(sign) > 0))
    return "".join(sign for run in runs for sign in (sorted(run, key=combining) if combining(run[0]) else run))


_SHORT = 2000
"""Characters that are put in order faster than they are looked through."""


class _Apart(dict[int, str]):
    """For `str.translate`: each character decomposed, found out once for each."""

    def __missing__(self, code: int) -> str:
        self[code] = apart = normalize("NFD", chr(code))
        return apart


_APART = _Apart()
