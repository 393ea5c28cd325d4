"""A text dump as lines: what each says, how it is indented and spaced, and which phrase of the furniture it is."""

from __future__ import annotations

from itertools import accumulate, count

from koreanews.captures.normal import nfc
from koreanews.cleaner.phrases import LINES, OPENINGS


class Line:
    """One line that says something, with the blank lines after it.

    `raw` is the exact stretch of the capture, line ends and following blank lines included. `text` is its words:
    NFC, every run of blanks (no-break spaces too) a single space. `number` counts from 1. `gap` is the number of
    blank lines above. `label` is the name, in the phrases, of the label that the whole line is; `opening` the phrase
    that it begins with, and that phrase's name. `is_plain` says that the line is no label, no bullet and begins with
    no phrase of the furniture.
    """

    __slots__ = ("gap", "is_plain", "label", "number", "opening", "raw", "text")

    def __init__(self, text: str, raw: str, number: int, gap: int) -> None:
        self.text = text
        self.raw = raw
        self.number = number
        self.gap = gap
        self.label = LINES.get(text.rstrip(": ").casefold()) if len(text) <= _LONGEST_LABEL else None
        self.opening = _opening(text) if text[:_LOOK] in _OPENINGS else None
        self.is_plain = self.label is None and self.opening is None and text[0] not in BULLETS

    @property
    def indent(self) -> int:
        """The number of blanks before the first word."""
        return len(self.raw) - len(self.raw.lstrip())


BULLETS = "•‣▪●"


def clean_text(raw: str) -> str:
    """`raw` in NFC, with no-break spaces and runs of blanks made single spaces, none at either end."""
    text = raw.strip()
    # The only printable blank is the plain one; most lines need no more than this look.
    if "  " in text or not text.isprintable():
        text = " ".join(text.split())
    return nfc(text)


def split_lines(text: str) -> tuple[str, list[Line]]:
    """The blank lines that `text` begins with, and its lines: joined in order they are `text`."""
    lines: list[Line] = []
    line = None
    start = above = 0
    # Blanks of one character each are made plain for the whole page at once, which leaves every place where it was.
    raws = text.replace("\xa0", " ").replace("\t", " ").replace("\x1f", " ").splitlines(keepends=True)
    for number, place, words in zip(count(1), accumulate(map(len, raws), initial=0), map(str.strip, raws)):
        if words:
            # The other blanks are not ASCII; most lines need no more than this look.
            if "  " in words or not words.isascii():
                words = clean_text(words.lstrip("\ufeff"))
                if not words:
                    continue
            if line:
                line.raw = text[start:place]
            line = Line(words, "", number, number - above - 1)
            lines.append(line)
            start, above = place, number
    if line is None:
        return text, lines
    line.raw = text[start:]
    return text[: sum(map(len, raws[: lines[0].number - 1]))], lines


def cut(line: Line, length: int) -> tuple[Line, Line | None]:
    """The line's first `length` characters of text as a line of their own, and the rest, or None if nothing is left.

    For lines in which two things are glued. The rest counts as the next line of the same paragraph: no blank above.
    """
    place = _raw_length(line.raw, length)
    rest = clean_text(line.raw[place:])
    if not rest:
        return line, None
    return (
        Line(clean_text(line.raw[:place]), line.raw[:place], line.number, line.gap),
        Line(rest, line.raw[place:], line.number, 0),
    )


_LONGEST_LABEL = max(map(len, LINES)) + 1
_LOOK = 4
"""Letters of a line that tell most lines from every opening; no opening is shorter."""
_OPENINGS: dict[str, list[tuple[str, str]]] = {}
for _one in OPENINGS.items():
    _OPENINGS.setdefault(_one[0][:_LOOK], []).append(_one)


def _opening(text: str) -> tuple[str, str] | None:
    return next((opening for opening in _OPENINGS[text[:_LOOK]] if text.startswith(opening[0])), None)


def _raw_length(raw: str, length: int) -> int:
    """How much of `raw` holds the first `length` characters of its clean text, found by halving."""
    start = len(raw) - len(raw.lstrip())
    if raw[start : start + length] == clean_text(raw)[:length]:
        return start + length
    low, high = 0, len(raw)
    while low < high:
        middle = (low + high) // 2
        if len(clean_text(raw[:middle])) < length:
            low = middle + 1
        else:
            high = middle
    return low
