"""Hangul syllables by their code points: taking them apart, and writing a word down as it sounds.

The sound rules are those of the South's Standard Pronunciation and of its initial law (두음법칙), as far as
romanisation shows them: the North's 로동 and the South's 노동 are one word, 종로 sounds and is spelt 종노.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

ONSETS: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS: Final = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
CODAS: Final = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")

_FIRST, _LAST = 0xAC00, 0xD7A3
_PALATAL: Final = frozenset("ㅑㅒㅕㅖㅛㅠㅣ")
_NASAL: Final = {"ㄱ": "ㅇ", "ㅂ": "ㅁ"}
_ONSET_AT: Final = {letter: place for place, letter in enumerate(ONSETS)}
_VOWEL_AT: Final = {letter: place for place, letter in enumerate(VOWELS)}
_CODA_AT: Final = {letter: place for place, letter in enumerate(CODAS)}


@lru_cache(maxsize=1 << 12)
def sound(word: str) -> str:
    """A word of NFC syllables as it sounds; characters that are no Hangul syllables are refused (ValueError).

    Applied are the initial law to the first syllable, 렬 and 률 losing their ㄹ after a vowel or ㄴ, the linking of
    a final consonant to a vowel, and the assimilation of ㄱ ㄴ ㄹ ㅁ ㅂ ㅇ to one another.
    """
    syllables = [split(syllable) for syllable in initial_law(word[:1]) + word[1:]]
    for place in range(1, len(syllables)):
        first, vowel, coda = syllables[place - 1]
        onset, next_vowel, next_coda = syllables[place]
        if onset == "ㄹ" and next_coda == "ㄹ" and next_vowel in "ㅕㅠ" and coda in ("", "ㄴ"):
            onset = "ㅇ"
        coda, onset = assimilate(coda, onset)
        syllables[place - 1] = (first, vowel, coda)
        syllables[place] = (onset, next_vowel, next_coda)
    return "".join(join(*syllable) for syllable in syllables)


def assimilate(coda: str, onset: str) -> tuple[str, str]:
    """What a final consonant ("" for none) and the next syllable's initial one become when spoken together."""
    if onset == "ㅇ" and coda in ("ㄱ", "ㄴ", "ㄹ", "ㅁ", "ㅂ"):
        return "", coda
    if onset == "ㄹ" and coda in ("ㄱ", "ㅁ", "ㅂ", "ㅇ"):
        onset = "ㄴ"
    if (coda, onset) in (("ㄴ", "ㄹ"), ("ㄹ", "ㄴ")):
        return "ㄹ", "ㄹ"
    if onset in ("ㄴ", "ㅁ"):
        coda = _NASAL.get(coda, coda)
    return coda, onset


@lru_cache(maxsize=1 << 10)
def initial_law(syllable: str) -> str:
    """A syllable as the South writes it at the beginning of a word: 로 as 노, 량 as 양, 녕 as 영; "" stays ""."""
    if not syllable:
        return ""
    onset, vowel, coda = split(syllable)
    if (onset == "ㄹ" and vowel in _PALATAL) or (onset == "ㄴ" and vowel in _PALATAL and vowel != "ㅣ"):
        onset = "ㅇ"
    elif onset == "ㄹ":
        onset = "ㄴ"
    return join(onset, vowel, coda)


@lru_cache(maxsize=1 << 10)
def split(syllable: str) -> tuple[str, str, str]:
    """Initial consonant, vowel and final consonant ("" for none) of one NFC syllable; ValueError for all else."""
    code = ord(syllable)
    if not _FIRST <= code <= _LAST:
        raise ValueError(f"{syllable!r} is not a Hangul syllable")
    rest, coda = divmod(code - _FIRST, len(CODAS))
    onset, vowel = divmod(rest, len(VOWELS))
    return ONSETS[onset], VOWELS[vowel], CODAS[coda]


def rhyme(syllable: str) -> int:
    """A number for a syllable's vowel and final consonant. Those that end a word, `sound` leaves as they are."""
    return (ord(syllable) - _FIRST) % (len(VOWELS) * len(CODAS))


@lru_cache(maxsize=1 << 11)
def join(onset: str, vowel: str, coda: str) -> str:
    """The syllable of an initial consonant, a vowel and a final consonant ("" for none)."""
    place = (_ONSET_AT[onset] * len(VOWELS) + _VOWEL_AT[vowel]) * len(CODAS) + _CODA_AT[coda]
    return chr(_FIRST + place)
