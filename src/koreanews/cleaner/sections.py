"""Section labels above a headline: "Asia", and since 2022 kicker and topic run together ("ConflictsUkraine")."""

from __future__ import annotations

import re
from typing import Final

from koreanews.cleaner.phrases import SECTIONS

_LONGEST: Final = 60


def is_section_label(text: str) -> bool:
    """Whether `text` is a section's name, or a kicker with its topic."""
    return text in SECTIONS or (text.isupper() and text.title() in SECTIONS) or kicker_of(text) is not None


def dated_section(text: str) -> int:
    """The length of the section in "Europe | 05.05.2008", as pages of 2008 have it above the headline; 0 elsewhere."""
    section, bar, date = text.partition(" | ")
    return len(section) if bar and section in SECTIONS and _DATE.fullmatch(date) else 0


_DATE: Final = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}", re.ASCII)


def section_named(text: str) -> str:
    """The section that a label names: a kicker's part of it, known or not ("NatureNorth Korea"), else all of it."""
    if len(text) > _LONGEST:
        return text
    match = _RUN_TOGETHER.fullmatch(text)
    return kicker_of(text) or (match[1] if match else _opening_sign(text))


def _opening_sign(text: str) -> str:
    """The section that opens a label in Chinese, which knows no capitals: "媒体" of "媒体中国"; else all of `text`."""
    return text[:2] if text[:2] in SECTIONS and len(text) <= _MOST_SIGNS else text


_MOST_SIGNS: Final = 10


_RUN_TOGETHER: Final = re.compile(r"([^\W\d_][^\W\d_a-zäöü]*[a-zäöü&' ]*?[a-zäöüß]{3,})[A-ZÄÖÜ][^\W\d_]+(?: [\w' -]+)?")


def kicker_of(text: str) -> str | None:
    """The section in "ConflictsUkraine" or "Human RightsNorth Korea", None where no known one opens `text`."""
    if len(text) > _LONGEST:
        return None
    for section in _KICKERS.get(text[:_LOOK], ()):
        if text.startswith(section) and text[len(section) : len(section) + 1].isupper():
            return section
    return None


_LOOK: Final = 3
"""Letters of a kicker that tell most from each other; no kicker is shorter."""
_KICKERS: dict[str, list[str]] = {}
"""Sections that may be kickers, the shorter first, by how they begin."""
for _section in sorted(SECTIONS, key=len):
    if len(_section) >= _LOOK and _section[-1].islower():
        _KICKERS.setdefault(_section[:_LOOK], []).append(_section)
