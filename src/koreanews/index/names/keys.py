"""The names in a text, each as the keys that all its spellings share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from koreanews.index.names.persons import in_person, joint_names
from koreanews.index.names.tokens import LONGEST_TOKEN, Token, token


class NameKey(NamedTuple):
    """A name at characters `start` to `end` of a text, and one of its keys.

    A key is Hangul as it sounds ("평양"); a person's has a blank after the family name ("김 정은"). A spelling that
    cannot show which name it means has several keys.
    """

    key: str
    start: int
    end: int


_BLANKS: Final = " \u00a0\n\t"
_MOST_WORDS: Final = 12
"""Of a run; a longer one is taken as several."""


def name_keys(text: str) -> list[NameKey]:
    """The keys of every capitalised word, run of words and run of Hangul in `text` that may be Korean.

    Offsets count characters. Takes time linear in the text; no name has more than 24 keys.
    """
    return [NameKey(key, at + start, end + start) for start, words in runs(text) for key, at, end in run_keys(words)]


def runs(text: str) -> list[tuple[int, tuple[str, ...]]]:
    """The words of a text that may be Korean, as they stand there: those with one blank between them together.

    Each run with the character at which it begins; `run_keys` tells the names in it. All text goes through here when
    it is indexed, and nearly every word of it is no name: what is done for each is little.
    """
    found: list[tuple[int, tuple[str, ...]]] = []
    run: list[str] = []
    run_start = run_end = 0
    # Where a match has but one way to begin, it is found in half of the time.
    pattern = _words() if text.isascii() or not _hangul().search(text) else _words_and_hangul()
    for match in pattern.finditer(text):
        word = match.group()
        if len(word) > LONGEST_TOKEN or token(word) is None:
            continue
        start = match.start()
        if start and text[start - 1].isalnum():
            continue
        if run and (start != run_end + 1 or len(run) == _MOST_WORDS or text[run_end] not in _BLANKS):
            found.append((run_start, tuple(run)))
            run = []
        if not run:
            run_start = start
        run.append(word)
        run_end = match.end()
    if run:
        found.append((run_start, tuple(run)))
    return found


@lru_cache(maxsize=1 << 12)
def run_keys(words: tuple[str, ...]) -> tuple[tuple[str, int, int], ...]:
    """The keys of words that stand with one blank between them, and the places of the names in the run."""
    return tuple(names_in_run(words))


def names_in_run(words: tuple[str, ...]) -> list[tuple[str, int, int]]:
    """As `run_keys`, for who keeps for himself what comes of it."""
    found: list[tuple[str, int, int]] = []
    run: list[tuple[int, Token]] = []
    at = 0
    for word in words:
        here = token(word)
        if here is not None:
            run.append((at, here))
            if here.ends_run:
                found += _names_in(run)
                run = []
        at += len(word) + 1
    found += _names_in(run)
    return found


_CAPITALISED: Final = r"[A-ZŎŬǑǓÔÛ][\w\u0300-\u036f'’‘ʼʻ`´′\-‐‑]*"
"""A capital and all that a word, its hyphens and its apostrophes are made of."""


# Patterns with such ranges take long to compile: longer than a search that asks for no name.
@cache
def _words() -> re.Pattern[str]:
    return re.compile(_CAPITALISED)


@cache
def _hangul() -> re.Pattern[str]:
    return re.compile(r"[가-힣\u1100-\u11ff]")


@cache
def _words_and_hangul() -> re.Pattern[str]:
    """Those words, or Hangul and perhaps a number (화성-15)."""
    return re.compile(rf"{_hangul().pattern}+(?:-[0-9]+)?|{_CAPITALISED}")


def _names_in(run: list[tuple[int, Token]]) -> Iterator[tuple[str, int, int]]:
    """The keys of the names in a run of tokens, each with its start and end; a name within a person's is none."""
    joint = joint_names(run)
    for at, here in run:
        if not in_person(at, here, joint):
            for key in here.keys:
                yield key, at, at + here.end
            for key, start, end in here.part_keys:
                yield key, at + start, at + end
    for name in joint:
        for key in name.keys:
            yield key, name.start, name.end
