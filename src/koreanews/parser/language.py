"""Which language a page is in, by its own word or by the words it is full of."""

from __future__ import annotations

import re
from itertools import chain
from typing import Final

from koreanews.cleaner.phrases import FUNCTION_WORDS

_MOST_WORDS: Final = 200
_SCRIPTS: Final = {
    "ko": re.compile(r"[가-힣]"),
    "ja": re.compile(r"[ぁ-ゖァ-ヺ]"),
    "zh": re.compile(r"[一-鿿]"),
    "uk": re.compile(r"[іїєґІЇЄҐ]"),
    "mk": re.compile(r"[ѓќѕј]"),
    "ru": re.compile(r"[а-яА-Я]"),
    "el": re.compile(r"[α-ωΑ-Ω]"),
    "ur": re.compile(r"[ٹڈڑںےہھ]"),
    "fa": re.compile(r"[پچژگ]"),
    "ar": re.compile(r"[ء-ي]"),
    "hi": re.compile(r"[ऀ-ॿ]"),
    "bn": re.compile(r"[ঀ-৿]"),
    "am": re.compile(r"[ሀ-፿]"),
}
"""Scripts that tell the language; of two that share one, the rarer letters are asked first."""


def declared_language(text: str) -> str | None:
    """The ISO 639-1 code in a page's own declaration ("en", "en_GB", "de-DE"), or None where it is none."""
    code = re.split(r"[-_]", text.strip().casefold())[0]
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


def guess_language(text: str) -> str | None:
    """The ISO 639-1 code of the language `text` is written in, None where too little speaks for any."""
    if not text.isascii() and (script := _by_script(text)):
        return script
    words = text[: _MOST_WORDS * 8].replace(",", " ").replace(".", " ").split(None, _MOST_WORDS)[:_MOST_WORDS]
    votes = list(chain.from_iterable(filter(None, map(_VOTES.get, words))))
    language = max(dict.fromkeys(votes), key=votes.count, default=None)
    if language and votes.count(language) * 25 >= len(words):
        return language
    return next((code for code, letters in _OWN_LETTERS.items() if len(letters.findall(text[:2000])) >= 3), None)


_OWN_LETTERS: Final = {"tr": re.compile("[ğışİĞŞ]")}
"""Letters of one language alone, for a text in which hardly a function word stands."""
_VOTES: dict[str, tuple[str, ...]] = {}
"""Words, in the cases they are written in -> the languages full of them."""
for _language, _words in FUNCTION_WORDS.items():
    for _word in _words:
        for _form in {_word, _word.capitalize(), _word.upper()}:
            _VOTES[_form] = (*_VOTES.get(_form, ()), _language)
for _form in ("in", "In"):
    # As frequent in German; but a single line, a picture's name, is not told to be German by it.
    _VOTES[_form] = (*_VOTES[_form], "de")


_SIGNS: Final = re.compile(r"[가-힣ぁ-ゖァ-ヺ一-鿿]")


def _by_script(text: str) -> str | None:
    """The language that the letters tell; None where most are Latin, or no script of `_SCRIPTS` is there."""
    sample = text[:2000]
    if len(sample.encode("ascii", "ignore")) * 10 > len(sample) * 7:
        return None
    letters = sum(map(str.isalpha, sample))
    latin = len(re.findall(r"[A-Za-zÀ-ɏ]", sample))
    # A sign is a syllable or a word: names in Latin letters take more room than all else.
    signs = len(_SIGNS.findall(sample))
    if latin * 2 > letters + 3 * signs:
        return None
    found = next((code for code, script in _SCRIPTS.items() if len(script.findall(sample)) * 50 > letters), None)
    if found == "ru" and len(_BULGARIAN.findall(sample)) > len(_RUSSIAN.findall(sample)):
        return "bg"
    return found


_RUSSIAN: Final = re.compile(r"[ыэё]")
"""Letters that Russian has and Bulgarian has not."""
_BULGARIAN: Final = re.compile(r"ъ|\b(?:се|са|ще)\b")
"""The hard sign, which in Bulgarian is a vowel, and short words that Russian has not."""
