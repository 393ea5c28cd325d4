"""Section labels above a headline: "Asia", and since 2022 kicker and topic run together ("ConflictsUkraine")."""

from __future__ import annotations

import re

from koreanews.cleaner.phrases import SECTIONS

_LONGEST = 60


def is_section_label(text: str) -> bool:
    """Whether `text` is a section's name, or a kicker with its topic."""
    return text in SECTIONS or (text.isupper() and text.title() in SECTIONS) or kicker_of(text) is not None


def section_named(text: str) -> str:
    """The section that a label names: a kicker's part of it, known or not ("NatureNorth Korea"), else all of it."""
    match = _RUN_TOGETHER.fullmatch(text) if len(text) <= _LONGEST else None
    return kicker_of(text) or (match[1] if match else text)


_RUN_TOGETHER = re.compile(r"([^\W\d_][^\W\d_a-zäöü]*[a-zäöü&' ]*?[a-zäöüß]{3,})[A-ZÄÖÜ][^\W\d_]+(?: [\w' -]+)?")


def kicker_of(text: str) -> str | None:
    """The section in "ConflictsUkraine" or "Human RightsNorth Korea", None where no known one opens `text`."""
    if len(text) > _LONGEST:
        return None
    return next(
        (
            text[:end]
            for end in range(3, len(text))
            if text[end].isupper() and text[end - 1].islower() and text[:end] in SECTIONS
        ),
        None,
    )
