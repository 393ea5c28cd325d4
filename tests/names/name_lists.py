"""The two lists that name matching is measured on, and which half of the Korean one the rules were not made with."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from koreanews.index.names import QueryName, name_keys, query_names

_HERE = Path(__file__).parent


def korean_names() -> list[list[str]]:
    """The names of korean.txt, each as its spellings; the first is Hangul."""
    return [line.split(" | ") for line in _lines("korean.txt")]


def is_held_out(spellings: list[str]) -> bool:
    """Whether a name was kept back: by a digest of its Hangul, so that nobody chose."""
    return hashlib.sha256(spellings[0].encode()).digest()[0] % 2 == 1


def other_words() -> list[str]:
    """The words and names of others.txt, none twice in whatever case, as they stand at the beginning of a sentence."""
    words: dict[str, str] = {}
    for line in _lines("others.txt"):
        found = line[1:].split(",") if line.startswith("=") else line.split()
        for word in found:
            words.setdefault(word.strip().lower(), word.strip())
    return [word[0].upper() + word[1:] for word in words.values()]


def finds(typed: str, printed: str) -> bool:
    """Whether a search that asks for all words of `typed` finds a text that has `printed` in a sentence.

    Each word must stand in the text as typed or belong to a name whose key is in the text.
    """
    words, names = _typed(typed)
    keys, literal = printed_keys(printed), _words(printed)
    reached = {place for name in names if name.keys & keys for place in range(name.first, name.last)}
    return all(place in reached or word in literal for place, word in enumerate(words))


@cache
def printed_keys(printed: str) -> frozenset[str]:
    """The keys of a sentence that has `printed` in it."""
    return frozenset(name.key for name in name_keys(f"It was {printed}, they said."))


@cache
def _typed(words: str) -> tuple[list[str], list[QueryName]]:
    return words.lower().split(), query_names(words.split())


@cache
def _words(printed: str) -> frozenset[str]:
    return frozenset(printed.lower().split())


def _lines(name: str) -> Iterator[str]:
    for line in (_HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line
