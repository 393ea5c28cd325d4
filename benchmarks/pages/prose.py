"""Sentences, paragraphs, headlines and names out of a vocabulary."""

from __future__ import annotations

from random import Random

from benchmarks.pages import words
from benchmarks.pages.vocabulary import Vocabulary

_CUT = 500
"""Words that are cut out at once: a short page's."""
_COMMA, _STOP, _OPEN, _CLOSE = range(4)
_SIGNS = {"en": (", ", ".", '"', '," '), "de": (", ", ".", "„", "“, "), "tr": (", ", ".", '"', '," ')}
_CHINESE_SIGNS = ("，", "。", "「", "」，")
_SURNAMES, _GIVEN, _GERMAN_GIVEN = words.SURNAMES.split(), words.GIVEN.split(), words.GERMAN_GIVEN.split()


class Prose:
    """Words for one page. Each call takes words that were not taken before; none is slow.

    They are every n-th of the vocabulary's draw, from some place on: cut out at once, in the interpreter's own
    speed, and in another order on every page.
    """

    def __init__(self, vocabulary: Vocabulary, rng: Random) -> None:
        self.vocabulary = vocabulary
        self.rng = rng
        self._text = _stretch(vocabulary.text, rng)
        self._content = _stretch(vocabulary.content, rng)
        self._taken = self._content_taken = 0
        self._signs = _SIGNS.get(vocabulary.language, _CHINESE_SIGNS)

    def sentence(self) -> str:
        """A sentence of 6 to 26 words, with its stop."""
        length = 6 + int(self.rng.random() * 21)
        taken = self._taken
        if taken + length > _CUT:
            self._text, taken = _stretch(self.vocabulary.text, self.rng), 0
        chosen = self._text[taken : taken + length]
        self._taken = taken + length
        if length > 14:
            half = length // 2
            blank = self.vocabulary.blank
            text = blank.join(chosen[:half]) + self._signs[_COMMA] + blank.join(chosen[half:])
        else:
            text = self.vocabulary.blank.join(chosen)
        return text[0].upper() + text[1:] + self._signs[_STOP]

    def paragraph(self) -> str:
        """Two to four sentences; some quote somebody, some name a place or a number that hardly anyone has."""
        random = self.rng.random
        first, last = self.sentence(), self.sentence()
        chance = random()
        if chance < 0.2:
            last = self._quoted(last)
        elif chance < 0.5:
            stop = self._signs[_STOP]
            rare = self.vocabulary.coined(self.rng) if chance < 0.4 else self.number()
            last = f"{last[:-1]}{self.vocabulary.blank}{rare}{stop}"
        between = " " if self.vocabulary.blank else ""
        more = between.join([self.sentence() for _ in range(int(random() * 3))])
        return between.join((first, more, last)) if more else between.join((first, last))

    def headline(self, least: int = 4) -> str:
        """A headline or heading: `least` words or a few more, no stop."""
        chosen = self.content(least + int(self.rng.random() * 4))
        text = self.vocabulary.blank.join(chosen)
        return text[0].upper() + text[1:]

    def content(self, number: int) -> list[str]:
        """Words that say something."""
        taken = self._content_taken
        if taken + number > _CUT:
            self._content, taken = _stretch(self.vocabulary.content, self.rng), 0
        self._content_taken = taken + number
        return self._content[taken : taken + number]

    def number(self) -> str:
        """A number as text has it: "17", "4,250"; small ones are the most frequent."""
        value = int(2 ** (1 + self.rng.random() * 18))
        return f"{value:,}" if self.vocabulary.language != "de" else f"{value:,}".replace(",", ".")

    def korean(self) -> str:
        """A Korean's name: "Park Sung-ho"."""
        surname, first, second = self._one(_SURNAMES), self._one(_GIVEN), self._one(_GIVEN)
        return f"{surname} {first}-{second.lower()}"

    def author(self) -> str:
        """A name to sign a story: "Jana Kasenbrum"."""
        if not self.vocabulary.blank:
            return self.korean()
        return f"{self._one(_GERMAN_GIVEN)} {self.vocabulary.coined(self.rng)}"

    def _quoted(self, sentence: str) -> str:
        opened, closed = self._signs[_OPEN], self._signs[_CLOSE]
        said = {"en": "{} said.", "de": "sagte {}.", "tr": "dedi {}."}.get(self.vocabulary.language, "{}说。")
        return f"{opened}{sentence[:-1]}{closed}{said.format(self.korean())}"

    def _one(self, choices: list[str]) -> str:
        return choices[int(self.rng.random() * len(choices))]


def _stretch(draw: list[str], rng: Random) -> list[str]:
    """Every n-th word of a draw from some place on."""
    stride = 1 + int(rng.random() * min(len(draw) // (2 * _CUT), _WIDEST))
    start = int(rng.random() * (len(draw) - stride * _CUT))
    return draw[start : start + stride * _CUT : stride]


_WIDEST = 500
