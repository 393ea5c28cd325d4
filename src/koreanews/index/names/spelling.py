"""How each way of romanising Korean spells the sounds of a word, turned round: from letters to sounds.

A `Grammar` says, for the letters at each place of a word, which Hangul letters they may stand for. It is built
by spelling every consonant, vowel and meeting of two syllables forward, by the published rules, and inverting that.
The rules are those of McCune and Reischauer (1939), of the South's Revised Romanization (2000) and of the North's
system (1992, 2012); the press bends them as noted at `_PRESS_VOWELS`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cache
from typing import Final, NamedTuple, TypeVar

from koreanews.index.names.hangul import assimilate


class When(Enum):
    """Where in a word a vowel's spelling has this value."""

    ALWAYS = "always"
    CLOSED = "before a final consonant"
    LAST_CLOSED = "before the word's final consonant"
    END = "at the word's end"
    AFTER_H = "after h"
    FIRST = "with no consonant before it"


class Grammar(NamedTuple):
    """What letters may stand for.

    `initials`: consonants that begin a word -> initial ones; `joints`: consonants between two vowels -> pairs of a
    final ("" for none) and an initial one; `finals`: consonants that end a word -> final ones; `vowels`: vowel letters
    -> vowels and where they hold. A letter that is silent is "ㅇ".
    """

    initials: Mapping[str, tuple[str, ...]]
    joints: Mapping[str, tuple[tuple[str, str], ...]]
    finals: Mapping[str, tuple[str, ...]]
    vowels: Mapping[str, tuple[tuple[str, When], ...]]


_Value = TypeVar("_Value")

VOWEL_LETTERS: Final = frozenset("aeiouywŏŭ")
LONGEST_VOWEL: Final = 3
"""Letters with which one vowel is spelt."""


def grammar_for(word: str, given: bool) -> Grammar:
    """The grammar that a word (lower case, NFC, `'` only after an aspirate, `-` for n'g) is to be read in.

    A word that shows its system is read in it: breves are McCune-Reischauer's or the North's, an apostrophe McCune-
    Reischauer's, eo and eu the South's. Any other may be of any. `given` allows what only people do to their own names.
    """
    aspirates = "'" in word
    if "ŏ" in word or "ŭ" in word:
        return _grammar("breves", aspirates, given)
    if "eo" in word or "eu" in word:
        for place in range(len(word) - 1):
            if word[place] == "e" and word[place + 1] in "ou" and word[place - 1 : place] not in ("a", "o"):
                return _grammar("revised", aspirates, given)
    return _grammar("bare", aspirates, given)


class _Convention(NamedTuple):
    """Letters for the consonants that the systems spell differently; `voiced` stand after vowels, n, m, l, ng."""

    plain: dict[str, str]
    voiced: dict[str, str]


_SHARED: Final = {"ㄴ": "n", "ㄹ": "r", "ㅁ": "m", "ㅅ": "s", "ㅆ": "ss", "ㅇ": "", "ㅎ": "h", "ㄲ": "kk"}
_FINAL: Final = {"": "", "ㄱ": "k", "ㄴ": "n", "ㄹ": "l", "ㅁ": "m", "ㅂ": "p", "ㅇ": "ng"}
_VOICED: Final = dict(zip("ㄱㄷㅂㅈ", "gdbj", strict=True))


def _convention(initial: str) -> _Convention:
    plain = _SHARED | dict(zip("ㄱㄷㅂㅈㅊㅋㅌㅍ", initial.split(), strict=True))
    return _Convention(plain, plain | _VOICED)


_REVISED: Final = _convention("g d b j ch k t p")
_MCCUNE: Final = _convention("k t p ch ch' k' t' p'")
_BARE: Final = _convention("k t p ch ch k t p")
_NORTH: Final = _convention("k t p j ch kh th ph")

_CONVENTIONS: Final = {
    ("breves", False): (_BARE, _NORTH),
    ("breves", True): (_MCCUNE,),
    ("revised", False): (_REVISED,),
    ("revised", True): (_REVISED, _MCCUNE),
    ("bare", False): (_REVISED, _BARE, _NORTH),
    ("bare", True): (_MCCUNE,),
}

_VOWELS: Final = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_MCCUNE_VOWELS: Final = "a ae ya yae ŏ e yŏ ye o wa wae oe yo u wŏ we wi yu ŭ ŭi i"
_REVISED_VOWELS: Final = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i"
_BARE_VOWELS: Final = _MCCUNE_VOWELS.replace("ŏ", "o").replace("ŭ", "u")

# oi is the North's since 2012; the others are English ways of writing Korean vowels: Doosan, Park Chung-hee,
# Chung Eui-yong, Yoo, Kim Young-sam, Daewoo, Hyundai, Yonsei, Syngman Rhee.
_PRESS_VOWELS: Final = {
    "oi": (("ㅚ", When.ALWAYS),),
    "oo": (("ㅜ", When.ALWAYS),),
    "woo": (("ㅜ", When.FIRST),),
    "wu": (("ㅜ", When.AFTER_H),),
    "ee": (("ㅣ", When.ALWAYS), ("ㅢ", When.AFTER_H)),
    "eui": (("ㅢ", When.ALWAYS),),
    "yoo": (("ㅠ", When.ALWAYS),),
    "you": (("ㅕ", When.CLOSED), ("ㅠ", When.END)),
    "ai": (("ㅐ", When.END),),
    "ei": (("ㅔ", When.END),),
    "y": (("ㅡ", When.CLOSED),),
}


@cache
def _grammar(system: str, aspirates: bool, given: bool) -> Grammar:
    """The spellings of syllables in one system of romanization; `given`: in given names, where they are freer."""
    initials, joints = _consonants(system, aspirates)
    finals = [(letters, coda) for coda, letters in _FINAL.items()]
    if given:
        # Han Duck-soo, Kim Gug-jin, Lee Seob; a silent h as in Choi Kyu-hah, Ahn, Ryoo Kihl-jae.
        finals += [
            ("g", "ㄱ"),
            ("ck", "ㄱ"),
            ("b", "ㅂ"),
            ("h", ""),
            ("hn", "ㄴ"),
            ("hm", "ㅁ"),
            ("hl", "ㄹ"),
        ]
    return Grammar(initials, joints, _inverted(finals), _inverted(_vowels(system, given)))


@cache
def _consonants(
    system: str, aspirates: bool
) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[tuple[str, str], ...]]]:
    """A grammar's `initials` and `joints`, which take longest to make."""
    conventions = _CONVENTIONS[system, aspirates]
    initials = [(letters, onset) for convention in conventions for onset, letters in convention.plain.items()]
    # After a hyphen McCune-Reischauer voices what begins the next part; a careless k stands for the rare ㅋ or for ㄱ.
    initials += [(letters, onset) for onset, letters in _VOICED.items()] + [("k", "ㄱ")]
    joints = [
        (letters, (coda, onset))
        for convention in conventions
        for coda in _FINAL
        for onset in convention.plain
        for letters in _joint(convention, coda, onset)
        # 법원 Beobwon is rare, and would make 업아마 of Obama: only where the spelling is sure to be Korean.
        if system != "bare" or (coda, onset) != ("ㅂ", "ㅇ")
    ]
    return _inverted(initials), _inverted(joints)


def _joint(convention: _Convention, coda: str, onset: str) -> Iterator[str]:
    """The spellings of a final and an initial consonant that meet: as they sound together, and letter by letter."""
    final, initial = assimilate(coda, onset)
    spelt = (convention.voiced if final in ("", "ㄴ", "ㄹ", "ㅁ", "ㅇ") else convention.plain)[initial]
    if (final, initial) == ("ㄹ", "ㄹ"):
        yield "ll"
    else:
        yield _FINAL[final] + spelt
    if (final, initial) == ("ㄴ", "ㄱ"):
        yield "n-g"
    if final == "ㄹ" and initial in "ㄷㅅㅈ":
        # In words of Chinese origin ㄹ makes these tense: 철도 Ch'ŏlto, 결정 kyŏlchŏng.
        yield "l" + convention.plain[initial]
    if (final, initial) == ("ㄹ", "ㅎ"):
        yield "rh"
    if onset in ("ㄴ", "ㄹ", "ㅁ"):
        yield _FINAL[coda] + _SHARED[onset]
    if onset == "ㄱ":
        yield _FINAL[coda] + "k"


def _vowels(system: str, given: bool) -> Iterator[tuple[str, tuple[str, When]]]:
    """The spellings of vowels in `system`, each with the vowel and in which syllables it stands for that."""
    spelt = {"breves": _MCCUNE_VOWELS, "revised": _REVISED_VOWELS, "bare": _BARE_VOWELS}[system]
    for vowel, letters in zip(_VOWELS, spelt.split(), strict=True):
        yield letters, (vowel, When.ALWAYS)
    if system == "breves":
        yield "wo", ("ㅝ", When.ALWAYS)
        return
    for letters, values in _PRESS_VOWELS.items():
        for value in values:
            yield letters, value
    if system == "bare":
        # The u of English "sun" for ㅓ: Chosun, Samsung; in a given name in any syllable, Lee Myung-bak.
        yield "u", ("ㅓ", When.CLOSED if given else When.LAST_CLOSED)
        yield "yu", ("ㅕ", When.CLOSED)


def _inverted(pairs: Iterable[tuple[str, _Value]]) -> Mapping[str, tuple[_Value, ...]]:
    """Each spelling with its distinct values, in the order in which they come."""
    values: dict[str, dict[_Value, None]] = {}
    for letters, value in pairs:
        values.setdefault(letters, {})[value] = None
    return {letters: tuple(found) for letters, found in values.items()}
