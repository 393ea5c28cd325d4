"""Words made by rule, as often as words are: by Zipf's law, with a tail that never ends.

What text of a language is full of and the names of Korea's news have their real frequencies. The rest are words of
two to four syllables, in forms ("kaseno", "kasenos", "kasenoed"), the n-th most frequent about 1/n as frequent as
the first. Coined words come from beyond these: the n-th of millions has a chance of 1/n, so that a page holds
some that hardly any other page has.
"""

from __future__ import annotations

from functools import cache
from itertools import accumulate
from math import exp, log
from random import Random
from typing import NamedTuple

from benchmarks.pages import words


class Vocabulary(NamedTuple):
    """The words of one language.

    `text` and `content` are long draws of words as text has them, `content` without those that text is full of;
    stretches of them, read with any stride, are text. `syllables` make the coined words. `blank` parts words.
    """

    language: str
    text: list[str]
    content: list[str]
    syllables: list[str]
    blank: str = " "

    def coined(self, rng: Random) -> str:
        """A capitalised word that most pages do not have."""
        return _word(self.syllables, _BASES + int(exp(rng.random() * _TAIL))).capitalize()


_DRAWN = 1 << 19
"""The number of words in the draw of English text; other languages, and words of content, have fewer pages to fill."""


@cache
def vocabulary(seed: int, language: str) -> Vocabulary:
    """The words of a language ("en", "de", "tr", "zh") for a seed number."""
    rng = Random(f"koreanews {seed} {language}")
    function, names, forms = _LANGUAGES[language]
    syllables = _syllables(rng, language)
    made = dict(_made(syllables, forms, _CHINESE_SHARE if language == "zh" else _SHARE))
    content = made | _pairs(names)
    blank = "" if language == "zh" else " "
    drawn = _DRAWN if language == "en" else _DRAWN // 4
    text = _drawn(rng, content | _pairs(function), drawn)
    return Vocabulary(language, text, _drawn(rng, content, drawn // 4), syllables, blank)


_BASES = 20_000
_STRIDE = 61_001
"""A prime: it parts no factor with the square of any number of syllables."""
_TAIL = log(5_000_000)
_SHARE = 550.0
"""Of a thousand words, those that are made by rule."""
_CHINESE_SHARE = 750.0
_FLATTENED = 2.7
_STEEPNESS = 1.05

_LANGUAGES = {
    "en": (words.ENGLISH, words.KOREA, (("", 0.5), ("s", 0.25), ("ed", 0.15), ("ing", 0.1))),
    "de": (words.GERMAN, words.KOREA_IN_GERMAN, (("", 0.5), ("en", 0.3), ("er", 0.1), ("ung", 0.1))),
    "tr": (words.TURKISH, words.KOREA_IN_TURKISH, (("", 0.6), ("lar", 0.2), ("da", 0.2))),
    "zh": (words.CHINESE, words.KOREA_IN_CHINESE, (("", 1.0),)),
}
_ONSETS = "b d f g h k l m n p r s t v br dr fl gr kl pr st tr sh ch"
_NUCLEI = {"en": "a e i o u ea ou", "de": "a e i o u ä ö ü ei", "tr": "a e ı i o ö u ü"}
_CODAS = ["", "", "n", "r", "l", "s", "m"]


def _syllables(rng: Random, language: str) -> list[str]:
    """The syllables of a language in an order of their own; for Chinese, its characters."""
    if language == "zh":
        made = sorted(set(words.CHARACTERS))
    else:
        made = sorted({o + n + c for o in _ONSETS.split() for n in _NUCLEI[language].split() for c in _CODAS})
    shuffled = sorted((rng.random(), syllable) for syllable in made)
    return [syllable for _, syllable in shuffled[:400]]


def _word(syllables: list[str], number: int) -> str:
    """The word with a number: two syllables or more, no two numbers the same, neighbours unlike one another."""
    base = len(syllables)
    more, place = divmod(number, base * base)
    first, second = divmod(place * _STRIDE % (base * base), base)
    word = syllables[first] + syllables[second]
    while more:
        more, third = divmod(more - 1, base)
        word += syllables[third]
    return word


def _made(syllables: list[str], forms: tuple[tuple[str, float], ...], share: float) -> list[tuple[str, float]]:
    """Words with their frequencies by the law of Zipf and Mandelbrot, which sum up to `share`."""
    weights = [1 / (rank + _FLATTENED) ** _STEEPNESS for rank in range(_BASES)]
    unit = share / sum(weights)
    return [
        (_word(syllables, rank) + suffix, weight * unit * part)
        for rank, weight in enumerate(weights)
        for suffix, part in forms
    ]


def _pairs(run: str) -> dict[str, float]:
    """The words of a run of pairs (see words.py) with their frequencies."""
    listed = run.split()
    return {word.replace("_", " "): float(part) for word, part in zip(listed[::2], listed[1::2], strict=True)}


def _drawn(rng: Random, frequencies: dict[str, float], number: int) -> list[str]:
    return rng.choices(list(frequencies), cum_weights=list(accumulate(frequencies.values())), k=number)
