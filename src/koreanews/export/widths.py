"""How wide text is, for pictures: in columns, of which a Chinese or Korean character takes two."""

from __future__ import annotations

import unicodedata


def shortened(text: str, columns: int) -> str:
    """The text if it fits, else as much of it as does, with an ellipsis."""
    if sum(map(_columns, text)) <= columns:
        return text
    taken = 1
    for at, char in enumerate(text):
        taken += _columns(char)
        if taken > columns:
            return f"{text[:at].rstrip()}…"
    return text


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
