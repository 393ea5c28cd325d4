"""Numbers of things, as sentences say them."""

from __future__ import annotations


def counted(number: float, one: str) -> str:
    """A number with what it is of, `one` being the word for a single one: "1 line", "2,000 stories", "0.5 seconds"."""
    shown = f"{number:,}" if isinstance(number, int) else f"{number:g}"
    if number == 1:
        return f"{shown} {one}"
    return f"{shown} {one[:-1]}ies" if one.endswith("y") and one[-2] not in "aeiou" else f"{shown} {one}s"


def is_or_are(number: int) -> str:
    """The verb for so many things."""
    return "is" if number == 1 else "are"
