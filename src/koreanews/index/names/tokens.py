"""One word of a text -> its parts and the keys that it has by itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice, product
from typing import Final, NamedTuple

from koreanews.index.korean import may_be_korean
from koreanews.index.names.hangul import initial_law, sound
from koreanews.index.names.ordinary import ORDINARY
from koreanews.index.names.reading import fold, readings
from koreanews.index.names.surnames import LONGEST_SURNAME, SURNAMES, surnames

MOST_KEYS: Final = 24
"""Keys kept of one name."""

LONGEST_TOKEN: Final = 64
"""Characters; anything longer is no name."""

_MOST_WORDS: Final = 600
"""Words that `sounds` takes."""

_HYPHENS: Final = "-‐‑"
_APOSTROPHES: Final = "'’‘ʼʻ`´′"
_NO_ENGLISH: Final = _HYPHENS + "ŏŭö"
_LONGEST_HANGUL: Final = 12

# Particles that end a word of Hangul and hardly ever a name; those that do end names (이 가 은 도 만 로) are left.
_PARTICLES: Final = ("에서", "에게", "으로", "까지", "부터", "에", "는", "를", "을", "의")


class Part(NamedTuple):
    """What stands between the hyphens of a token, at `start` to `end` in it.

    `plain` are its readings in Hangul, `given` those as part of a given name, `surnames` the family names that it
    may be. `ordinary`: it is a word of English or German. `marked`: it has a breve or an apostrophe, as none of those.
    """

    start: int
    end: int
    plain: tuple[str, ...]
    given: tuple[str, ...]
    surnames: tuple[str, ...]
    ordinary: bool
    marked: bool


class Token(NamedTuple):
    """A word with something Korean in it; a run of names ends with it where `ends_run`.

    `keys` are those of the whole token, `part_keys` (key, start, end in the token) those of its parts.
    `end` is where the name ends in the token: before a possessive 's. `capital`: it does not begin in lower case.
    """

    parts: tuple[Part, ...]
    keys: tuple[str, ...]
    part_keys: tuple[tuple[str, int, int], ...]
    end: int
    ends_run: bool
    capital: bool


@lru_cache(maxsize=1 << 13)
def token(word: str) -> Token | None:
    """A word as it stands in a text, with its hyphens and apostrophes; None where it cannot be Korean.

    The word is not empty and at most 64 characters long.
    """
    # Nearly all words stop here.
    if not may_be_korean(word):
        return None
    if is_hangul(word[:1]):
        return _hangul_token(word)
    if word.isascii() and word.isalpha():
        end, parts = len(word), [_part(word, 0, len(word), fold(word))]
    else:
        end = _name_end(word)
        parts = list(_parts(word[:end]))
    if not any(part.given or part.surnames for part in parts):
        return None
    keys = _part_keys(parts[0])
    part_keys: tuple[tuple[str, int, int], ...] = ()
    if len(parts) > 1:
        keys = _hyphenated_keys(word, parts)
        part_keys = tuple((key, part.start, part.end) for part in parts for key in _part_keys(part))
    return Token(tuple(parts), keys, part_keys, end, ends_run=end < len(word), capital=not word[0].islower())


def is_hangul(character: str) -> bool:
    """Whether it is a Hangul syllable or one of the jamo that NFD takes syllables apart to; "" is not."""
    return "가" <= character <= "힣" or "\u1100" <= character <= "\u11ff"


def sounds(words: Iterable[str]) -> tuple[str, ...]:
    """The distinct keys of words of Hangul: at most 24, and of the first 600 words only."""
    return tuple({sound(word): None for word in islice(words, _MOST_WORDS)})[:MOST_KEYS]


def _hangul_token(word: str) -> Token | None:
    """The token of a word in Hangul, with and without the particle behind it; None where it is no name."""
    run, _, number = word.partition("-")
    name = unicodedata.normalize("NFC", run)
    if not all("가" <= syllable <= "힣" for syllable in name) or len(name) > _LONGEST_HANGUL:
        return None
    family = (surname,) if (surname := initial_law(name[0]) + name[1:]) in SURNAMES else ()
    whole = Part(0, len(run), (name,), (name,), family, ordinary=False, marked=True)
    keys: dict[str, None] = {}
    for stem in (name, *(name.removesuffix(particle) for particle in _PARTICLES)):
        if len(stem) >= 2:
            keys[sound(stem)] = None
            keys.update((key, None) for key in _hangul_persons(stem))
    if number:
        numbered = (f"{sound(name)}-{number}",) if len(name) >= 2 else ()
        part_keys = tuple((key, 0, len(run)) for key in keys)
        return Token((whole,), numbered, part_keys, len(word), ends_run=True, capital=True)
    return Token((whole,), tuple(keys), (), len(word), ends_run=False, capital=True)


def _hangul_persons(name: str) -> Iterator[str]:
    for length in (1, 2):
        family, given = initial_law(name[0]) + name[1:length], name[length:]
        if family in SURNAMES and (len(given) == 2 or (given and length == 2)):
            yield person_key(family, given)


def person_key(family: str, given: str) -> str:
    """The key of a person: the family name, a blank, the given name as it sounds."""
    return f"{family} {sound(given)}"


def _name_end(word: str) -> int:
    """Where a name ends in `word`: before a genitive, and before marks."""
    end = len(word)
    if end > 2 and word[-1] in "sS" and word[-2] in _APOSTROPHES:
        end -= 2
    while end and word[end - 1] in _APOSTROPHES + _HYPHENS:
        end -= 1
    if end > 2 and word[end - 1] == "s" and any(mark in word for mark in _NO_ENGLISH):
        # The German genitive: Kim Jong-uns, Pjöngjangs. No Korean syllable ends in s.
        end -= 1
    return end


def _parts(word: str) -> Iterator[Part]:
    for match in _between_hyphens().finditer(word):
        text = match.group()
        letters = fold(text)
        if letters.startswith("l") and word[: match.start()].lower().endswith(("l-", "l‐", "l‑")):
            # As it sounds after l: 처산리 Ch'ŏsal-li.
            letters = "r" + letters[1:]
        yield _part(text, match.start(), match.end(), letters)


@cache
def _between_hyphens() -> re.Pattern[str]:
    # Compiled where a word has more than letters: most have not.
    return re.compile(rf"[^{re.escape(_HYPHENS)}]+")


def _part(text: str, start: int, end: int, letters: str) -> Part:
    """The part of this text, whose letters are folded to these."""
    given, plain, family = _spelt(letters)
    marked = bool(given) and (not letters.isascii() or "'" in letters)
    return Part(start, end, plain, given, family, text.lower() in ORDINARY, marked)


@lru_cache(maxsize=1 << 11)
def _spelt(letters: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """What folded letters may spell: part of a given name, any word, a family name. Names share their syllables."""
    given = readings(letters, given=True)
    # People spell their own names as all words are spelt, and in more ways beside.
    plain = readings(letters) if given else ()
    return given, plain, surnames(letters, given) if len(letters) <= LONGEST_SURNAME else ()


def _part_keys(part: Part) -> tuple[str, ...]:
    return () if part.ordinary else sounds(reading for reading in part.plain if len(reading) >= 2)


def _hyphenated_keys(word: str, parts: Sequence[Part]) -> tuple[str, ...]:
    """Keys of "Jong-un", "Punggye-ri", "Hwasong-15"; none for "Seoul-Pyongyang", whose parts are names by themselves.

    A single syllable is spelt as people do their names, a longer part is not.
    """
    number = word[parts[-1].start : parts[-1].end]
    if len(parts) == 2 and number.isdecimal():
        return tuple(f"{key}-{number}" for key in _part_keys(parts[0]))
    if len(parts) > 4 or all(part.ordinary for part in parts):
        return ()
    if not word.isupper() and any(word[part.start].isupper() and not _of_length(part.given, 1) for part in parts[1:]):
        return ()
    choices = [_of_length(part.given, 1) or part.plain for part in parts]
    return sounds("".join(choice) for choice in product(*choices))


def _of_length(words: tuple[str, ...], length: int) -> tuple[str, ...]:
    return tuple(word for word in words if len(word) == length)
