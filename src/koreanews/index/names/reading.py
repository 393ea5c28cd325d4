"""One romanised word -> the Hangul words that it may be."""

from __future__ import annotations

import re
import unicodedata
from itertools import product
from typing import Final

from koreanews.index.names.hangul import join
from koreanews.index.names.spelling import LONGEST_VOWEL, VOWEL_LETTERS, Grammar, When, grammar_for
from koreanews.index.names.syllables import SYLLABLES

LONGEST: Final = 24
"""Letters; no word of a Korean name is longer."""

_MOST: Final = 48
"""Readings kept of a word; only words of five and more ambiguous syllables have as many."""

_CARELESS: Final = str.maketrans("ǒǔôûõũ’‘ʼʻ`´′‐‑", "ŏŭŏŭŏŭ'''''''--")

_VOWELS: Final = re.compile(f"[{''.join(sorted(VOWEL_LETTERS))}]+")


def readings(letters: str, given: bool = False) -> tuple[str, ...]:
    """The words of Hangul syllables that a folded word may spell, as they are written, not as they sound.

    None for most words, never more than 48. `given` reads it as people spell their own names. Takes time linear in
    the word's length.
    """
    if len(letters) > LONGEST:
        return ()
    grammar = grammar_for(letters, given)
    # Most words that are not Korean have others.
    return _walk(letters, given, grammar) if _has_its_consonants(letters, grammar) else ()


def fold(word: str) -> str:
    """Lower case, NFC, breves however they were typed, `'` where it marks an aspirate, `-` where it parts n'g."""
    letters = word.lower()
    if not letters.isascii() or "`" in letters:
        letters = unicodedata.normalize("NFC", letters).translate(_CARELESS)
        if "ö" in letters:
            # As German writes it: Pjöngjang.
            letters = letters.replace("ö", "ŏ").replace("j", "y")
    if "'" in letters:
        letters = letters.replace("n'g", "n-g")
    if "h" in letters:
        # Before i and wi many write sh for ㅅ, as it sounds: Shinpo; and wh as English did: Hanwha.
        letters = letters.replace("shi", "si").replace("shwi", "swi").replace("wh", "hw")
    return letters


def _has_its_consonants(letters: str, grammar: Grammar) -> bool:
    """Whether each group of consonants is one that the grammar has at its place, which few foreign words' are."""
    first, *inner = _VOWELS.split(letters)
    return (
        bool(inner)
        and first in grammar.initials
        and inner.pop() in grammar.finals
        and grammar.joints.keys() >= {*inner}
    )


def _walk(letters: str, given: bool, grammar: Grammar) -> tuple[str, ...]:
    """Goes through the letters from vowel to vowel, keeping at each the syllables so far and the next one's onset."""
    start = _consonants_end(letters, 0)
    reached = {start: {("", onset): None for onset in grammar.initials.get(letters[:start], ())}}
    finished: dict[tuple[str, str], None] = {}
    for place in range(start, len(letters)):
        before = reached.pop(place, None)
        if not before:
            continue
        for end in range(place + 1, min(place + LONGEST_VOWEL, len(letters)) + 1):
            vowels = grammar.vowels.get(letters[place:end])
            if not vowels:
                continue
            after = _consonants_end(letters, end)
            # Most often a consonant follows, or nothing.
            if after == end < len(letters) and (
                _goes_on(letters, place, end, grammar) or (not given and _foreign_hiatus(letters, end))
            ):
                continue
            if after == len(letters):
                joints = tuple((coda, "") for coda in grammar.finals.get(letters[end:], ()))
                _extend(finished, before, vowels, joints, last=True)
            else:
                joints = grammar.joints.get(letters[end:after], ())
                _extend(reached.setdefault(after, {}), before, vowels, joints, last=False)
    return tuple(word for word, _ in finished)


def _extend(
    there: dict[tuple[str, str], None],
    before: dict[tuple[str, str], None],
    vowels: tuple[tuple[str, When], ...],
    joints: tuple[tuple[str, str], ...],
    last: bool,
) -> None:
    """Adds to `there` each word of `before` with each syllable that vowel and joint can make with its onset."""
    for (word, onset), (vowel, when), (coda, next_onset) in product(before, vowels, joints):
        if when is _ALWAYS or _holds(when, onset, coda, last):
            syllable = join(onset, vowel, coda)
            if syllable in SYLLABLES and len(there) < _MOST:
                there[word + syllable, next_onset] = None


def _consonants_end(letters: str, place: int) -> int:
    while place < len(letters) and letters[place] not in VOWEL_LETTERS:
        place += 1
    return place


def _goes_on(letters: str, place: int, end: int, grammar: Grammar) -> bool:
    """Whether a vowel's letters are but the beginning of ae, oe, eo, eu, oo, ee or you, which nobody parts unmarked."""
    following = letters[end : end + 1]
    if letters[end - 1 : end + 1] == "ou":
        return letters[end + 1 : end + 2] not in VOWEL_LETTERS and letters[place : end + 1] in grammar.vowels
    if following not in ("e", "o") and letters[end - 1 : end + 1] != "eu":
        return False
    return letters[place : end + 1] in grammar.vowels


def _foreign_hiatus(letters: str, end: int) -> bool:
    """Whether two vowels meet here that Korean words hardly ever join: ea, ei, eu (season), aa, ii, uu."""
    before, vowel, following = letters[end - 2 : end - 1], letters[end - 1], letters[end : end + 1]
    if vowel == "e" and before not in ("a", "o", "e"):
        return following not in ("", "w", "y")
    return vowel == following


def _holds(when: When, onset: str, coda: str, last: bool) -> bool:
    """Whether a syllable is where a vowel's spelling has its value; `last`: it ends the word."""
    if when is _CLOSED:
        return bool(coda)
    if when is _LAST_CLOSED:
        return bool(coda) and last
    if when is _END:
        return last and not coda
    return onset == ("ㅎ" if when is _AFTER_H else "ㅇ")


# By themselves: each look into an enumeration takes as long as all that is done with it here.
_ALWAYS, _CLOSED, _LAST_CLOSED, _END, _AFTER_H = When.ALWAYS, When.CLOSED, When.LAST_CLOSED, When.END, When.AFTER_H
