"""The language that a line is in, by its words, and whether the story above it is in another: DW's own alt texts."""

from __future__ import annotations

from itertools import islice
from typing import Final

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.phrases import FUNCTION_WORDS, NAMES_OF_COUNTRIES
from koreanews.cleaner.text.page import Page


def languages(text: str) -> set[str]:
    """The languages that most of the function words of `text` are of."""
    words = text.split()
    counts = {code: sum(word in common for word in words) for code, common in FUNCTION_WORDS.items()}
    most = max(counts.values())
    return {code for code, count in counts.items() if count == most > 0}


def is_german_alone(page: Page, text: str) -> bool:
    """Whether `text` is German, or begins with a country's German name, and the paragraphs above it are not."""
    words = text.split()
    is_german = not FUNCTION_WORDS["de"].isdisjoint(words) and languages(text) == {"de"}
    if not is_german and words[0].rstrip(",:") not in NAMES_OF_COUNTRIES:
        return False
    spoken = _languages_above(page)
    return bool(spoken) and "de" not in spoken


def may_be_german(page: Page, text: str) -> bool:
    """Whether `text` has letters of German, and words that no other language is full of, on an English page."""
    if _GERMAN_LETTERS.isdisjoint(text) or not (languages(text) or {"de"}) >= {"de"}:
        return False
    return _languages_above(page) == {"en"}


def is_in_latin_alone(page: Page, text: str) -> bool:
    """Whether `text` is German or names in Latin letters, and the story above it is in another script."""
    nearest = islice(reversed(page.blocks), _NEAR)
    above = next((block.text for block in nearest if block.kind in _PROSE), "")
    if above.isascii() or " " not in text or not is_latin(text) or not (languages(text) or {"de"}) >= {"de"}:
        return False
    letters = list(filter(str.isalpha, above[:_MOST_PROSE]))
    return sum(map(is_latin, letters)) * 2 < len(letters)


def is_latin(text: str) -> bool:
    """Whether all letters of `text` are Latin ones."""
    return all(letter <= _LAST_LATIN for letter in text if letter.isalpha())


_LAST_LATIN: Final = "\u024f"
_NEAR: Final = 12
"""Blocks above a line among which a paragraph is looked for."""
_GERMAN_LETTERS: Final = frozenset("äöüÄÖÜß")


def _languages_above(page: Page) -> set[str]:
    """The languages that most of the function words of the nearest paragraphs above are of."""
    prose = ""
    for block in reversed(page.blocks):
        if block.kind in _PROSE:
            prose += f"{block.text[:_MOST_PROSE]} "
            if len(prose) > _LEAST_PROSE:
                break
    return languages(prose)


_PROSE: Final = (Kind.PARAGRAPH, Kind.TEASER)
_LEAST_PROSE: Final = 100
_MOST_PROSE: Final = 400
"""Characters that tell the language of what stands above; a short paragraph may look like any."""
