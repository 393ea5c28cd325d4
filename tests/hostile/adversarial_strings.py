"""Strings made to keep a regular expression busy: what each of its repeats takes, many times, then what it cannot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
SIGNS = "".join(map(chr, range(1, 256))) + "가각힣•–—’″年月日김ëş\u2028"


def strings(pattern: re.Pattern[Any], size: int) -> Iterator[str]:
    """Strings of about `size` characters for one pattern; Latin-1 where it is one of bytes."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    whole = sample(tree, pattern)
    pieces = dict.fromkeys(filter(None, (sample(body, pattern) for body in bodies(tree))))
    pieces |= dict.fromkeys(filter(None, (whole, whole[:1], whole[:-1])))
    endings = ("", "\x01", "\n\x01")
    for piece in list(pieces)[:12]:
        for ending in endings:
            yield piece * (size // len(piece)) + ending
        head = whole[: whole.find(piece)] if piece in whole else whole
        yield head + piece * (size // len(piece)) + "\x01"
    for one, other in zip(list(pieces)[:8], list(pieces)[1:9], strict=False):
        yield one * (size // 2 // len(one)) + other * (size // 2 // len(other)) + "\x01"
        yield (one + other) * (size // len(one + other)) + "\x01"


def bodies(tree: Any) -> Iterator[Any]:
    """What is repeated, at every level."""
    for kind, value in tree:
        for inner in subpatterns(kind, value):
            yield from bodies(inner)
        if kind in REPEATS:
            yield value[2]


def subpatterns(kind: Any, value: Any) -> list[Any]:
    if kind in REPEATS:
        return [value[2]]
    if kind is op.SUBPATTERN:
        return [value[3]]
    if kind is op.BRANCH:
        return list(value[1])
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return [value[1]]
    if kind is op.ATOMIC_GROUP:
        return [value]
    return []


def sample(tree: Any, pattern: re.Pattern[Any]) -> str:
    """A text that a part of a pattern takes, as far as this can be told without its surroundings."""
    made = ""
    for kind, value in tree:
        if kind is op.LITERAL:
            made += chr(value)
        elif kind is op.NOT_LITERAL:
            made += "b" if value == ord("a") else "a"
        elif kind is op.ANY:
            made += "a"
        elif kind is op.IN:
            made += first_sign(value, pattern)
        elif kind in REPEATS:
            made += sample(value[2], pattern) * max(1, min(value[0], 3)) if value[1] else ""
        elif kind is op.BRANCH:
            made += sample(value[1][0], pattern)
        elif kind in (op.SUBPATTERN, op.ATOMIC_GROUP):
            made += sample(subpatterns(kind, value)[0], pattern)
    return made


def first_sign(items: Any, pattern: re.Pattern[Any]) -> str:
    """A character of a class, letters and blanks before others."""
    for sign in "a 1A.," + SIGNS:
        if is_in(ord(sign), items, pattern):
            return sign
    return ""


def is_in(code: int, items: Any, pattern: re.Pattern[Any]) -> bool:
    negated = items[0][0] is op.NEGATE
    return negated != any(takes(code, kind, value) for kind, value in items)


CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d",
    op.CATEGORY_NOT_DIGIT: r"\D",
    op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S",
    op.CATEGORY_WORD: r"\w",
    op.CATEGORY_NOT_WORD: r"\W",
}


def takes(code: int, kind: Any, value: Any) -> bool:
    if kind is op.LITERAL:
        return bool(code == value)
    if kind is op.RANGE:
        return bool(value[0] <= code <= value[1])
    return kind is op.CATEGORY and re.match(CATEGORIES[value], chr(code)) is not None
