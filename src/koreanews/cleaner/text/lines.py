"""A text dump as lines: what each says, how far it is indented, how many blank lines stand above it."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import is_normalized, normalize


@dataclass(slots=True)
class Line:
    """One line that says something, with the blank lines after it.

    `raw` is the exact stretch of the capture, line ends and following blank lines included. `text` is its words:
    NFC, every run of blanks (no-break spaces too) a single space. `number` counts from 1. `indent` is the number of
    blanks before the first word, `gap` the number of blank lines above.
    """

    text: str
    raw: str
    number: int
    indent: int
    gap: int


def clean_text(raw: str) -> str:
    """`raw` in NFC, with no-break spaces and runs of blanks made single spaces, none at either end."""
    text = " ".join(raw.split())
    return text if text.isascii() or is_normalized("NFC", text) else normalize("NFC", text)


def split_lines(text: str) -> tuple[str, list[Line]]:
    """The blank lines that `text` begins with, and its lines: joined in order they are `text`."""
    lines: list[Line] = []
    leading = ""
    gap = 0
    for number, raw in enumerate(text.splitlines(keepends=True), start=1):
        words = clean_text(raw)
        if words:
            lines.append(Line(words, raw, number, len(raw) - len(raw.lstrip()), gap))
            gap = 0
        else:
            gap += 1
            if lines:
                lines[-1].raw += raw
            else:
                leading += raw
    return leading, lines


def cut(line: Line, length: int) -> tuple[Line, Line | None]:
    """The line's first `length` characters of text as a line of their own, and the rest, or None if nothing is left.

    For lines in which two things are glued. The rest counts as the next line of the same paragraph: no blank above.
    """
    place = _raw_length(line.raw, length)
    rest = clean_text(line.raw[place:])
    if not rest:
        return line, None
    head = Line(clean_text(line.raw[:place]), line.raw[:place], line.number, line.indent, line.gap)
    return head, Line(rest, line.raw[place:], line.number, 0, 0)


def _raw_length(raw: str, length: int) -> int:
    """How much of `raw` holds the first `length` characters of its clean text, found by halving."""
    low, high = 0, len(raw)
    while low < high:
        middle = (low + high) // 2
        if len(clean_text(raw[:middle])) < length:
            low = middle + 1
        else:
            high = middle
    return low
