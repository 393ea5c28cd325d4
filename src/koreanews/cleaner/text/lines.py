"""A text dump as lines: what each says, how it is indented and spaced, and which phrase of the furniture it is."""

from __future__ import annotations

from itertools import product
from string import ascii_letters, digits
from typing import Final

from koreanews.captures.normal import nfc
from koreanews.cleaner.blocks import Block, Kind
from koreanews.cleaner.credits import credit_mark
from koreanews.cleaner.phrases import DATA_BOX, LINES, MONTHS, OPENINGS, SECTIONS


class Line(Block):
    """One line that says something, with the blank lines after it: the block that it is once its kind is known.

    `raw` is the exact stretch of the capture, line ends and following blank lines included. `text` is its words:
    NFC, every run of blanks (no-break spaces too) a single space. `place` is its place among the page's lines, from
    0, and `below` the next of them; `gap` is the number of blank lines above. `label` is the name, in the phrases, of
    the label that the whole line is; `opening` the phrase that it begins with, and that phrase's name. What most
    lines are is told once, so that no rule need look at them again: `is_marked` says that the line begins as some
    phrase of the furniture does (of the data box too), a month, a bullet or a copyright sign, so that it may be one;
    `is_plain` that it is no label, no bullet and begins with no phrase; `is_paragraph` that nothing is special
    about it, and that it is long and ends as prose.
    """

    __slots__ = ("below", "gap", "is_marked", "is_paragraph", "is_plain", "label", "opening", "place")

    below: Line | None
    gap: int
    is_marked: bool
    is_paragraph: bool
    is_plain: bool
    label: str | None
    opening: tuple[str, str] | None
    place: int

    @property
    def indent(self) -> int:
        """The number of blanks before the first word."""
        return len(self.raw) - len(self.raw.lstrip())


BULLETS: Final = "•‣▪●"
_SIGNS: Final = f"{BULLETS}©"
QUOTES: Final = "\"'“‘„"
TAIL_LABELS: Final = frozenset({"recommends_label", "links_label", "media_label", "related_label", "promotion"})
"""The labels, by their names in the phrases, that stand over the sections below a story."""
_STARTS: Final = frozenset(ascii_letters + "\"'")
_SHORTEST_PARAGRAPH: Final = 100
"""Characters; longer than any label."""


_ZERO_WIDTH: Final = "\ufeff\u200b\u2060\u200e\u200f"
"""Blanks without width and marks of direction, which pages leave around their labels; no part of a line at its ends."""
_BLANKS: Final = "".join(filter(str.isspace, map(chr, range(0x3001)))) + _ZERO_WIDTH


def clean_text(raw: str) -> str:
    """`raw` in NFC, runs of blanks (no-break spaces too) made single ones, none (nor zero-width ones) at either end."""
    text = raw.strip(_BLANKS)
    # The only printable blank is the plain one; most lines need no more than these looks.
    if not text.isprintable():
        text = " ".join(text.split())
    while "  " in text:
        text = text.replace("  ", " ")
    # Where a word may be parted at the end of a line: no part of the word.
    return nfc(text.replace("\xad", ""))


def split_lines(text: str) -> tuple[str, list[Line]]:
    """The blank lines that `text` begins with, and its lines: joined in order they are `text`."""
    raws = text.splitlines(keepends=True)
    plain = raws
    if "\t" in text or "\x1f" in text:
        plain = text.replace("\t", " ").replace("\x1f", " ").splitlines()
    has_stars = "*" in text
    lines: list[Line] = []
    above = None
    place, number_above = 0, -1
    for number, words in enumerate(map(str.strip, plain)):
        if not words:
            continue
        is_ascii = words.isascii()
        # The other blanks are not ASCII; most lines need no more than this look.
        if "  " in words or not (is_ascii or (words[0] in BULLETS and words[1:].isascii())):
            words = clean_text(words)
            if not words:
                continue
        if has_stars and words[:2] == "* ":
            # A bullet as Lynx, Inscriptis and others write it.
            words = f"{BULLETS[0]}{words[1:]}"
            is_ascii = False
        line = _new(Line)
        line.text = words
        line.line = number + 1
        gap = number - number_above - 1
        if gap > 2 and _has_empty_paragraphs(raws[number_above + 1 : number]):
            gap = 1
        line.gap = gap
        line.place = place
        line.item = 0
        line.url = line.below = None
        if is_ascii and words[:_LOOK] not in _MARKED:
            line.label = line.opening = None
            line.is_marked = False
            line.is_plain = True
            line.is_paragraph = (
                gap == 1
                and len(words) > _SHORTEST_PARAGRAPH
                and words[-1] in '."'
                and words[0] in _STARTS
                and (":" not in words or credit_mark(words) is None)
            )
        else:
            look_closely(line)
        if above:
            below = number_above + 1
            above.raw = raws[number_above] + (raws[below] if below + 1 == number else "".join(raws[below:number]))
            above.below = line
        lines.append(line)
        above = line
        number_above = number
        place += 1
    if above is None:
        return text, lines
    above.raw = "".join(raws[number_above:])
    if above.is_plain:
        _complete(above)
    return "".join(raws[: lines[0].line - 1]), lines


def _complete(last: Line) -> None:
    """Sees whether a page stops short in the middle of the label of what stands below a story: "DW recomme"."""
    begun = last.text.casefold()
    if not _SHORTEST_TORN <= len(begun) < _LONGEST_LABEL or last.text in SECTIONS:
        return
    label = next((name for text, name in LINES.items() if name in TAIL_LABELS and text.startswith(begun)), None)
    if label is not None:
        last.label = label
        last.is_marked = True
        last.is_plain = last.is_paragraph = False


_SHORTEST_TORN: Final = 6
"""Characters; fewer may begin as anything does."""


def _has_empty_paragraphs(blank: list[str]) -> bool:
    """Whether among blank lines some hold a blank, as paragraphs without text do, and those around them nothing."""
    return not _held(blank[0]) and not _held(blank[-1]) and any(map(_held, blank))


def _held(raw: str) -> str:
    return raw.rstrip("\r\n")


def cut(line: Line, length: int) -> tuple[Block, Line] | None:
    """The line's first `length` characters of text, and the rest of it as a line; None if nothing is left.

    For lines in which two things are glued. The rest counts as the next line of the same paragraph: no blank above.
    """
    end = _raw_length(line.raw, length)
    words = clean_text(line.raw[end:])
    if not words:
        return None
    rest = _new(Line)
    rest.text = words
    rest.raw = line.raw[end:]
    rest.line = line.line
    rest.gap = 0
    rest.place = line.place
    rest.below = line.below
    rest.item = 0
    rest.url = None
    look_closely(rest)
    return Block(Kind.UNKNOWN, clean_text(line.raw[:end]), line.raw[:end], line.line), rest


_new: Final = Line.__new__
# A line has no constructor: its fields are set where it is made, for a call with so many arguments costs as much as
# the rest of the work on most lines.
_LOOK: Final = 4
"""Letters of a line that tell most lines from every phrase; no opening is shorter."""
_ENDS: Final = ("", ".", *(one + other for one in ": " for other in ("", ":", " ")), *(f" {digit}" for digit in digits))
"""What may stand behind a phrase shorter than that: a label's colons, a month's full stop or day."""
_MARKED: Final = frozenset(
    "".join(letters)
    for start in {
        f"{text.casefold()}{end}"[:_LOOK] for text in (*LINES, *OPENINGS, *DATA_BOX, *MONTHS) for end in _ENDS
    }
    for letters in product(*({letter, letter.upper()} for letter in start))
)
"""How lines begin, in any case, about which there may be something special: a phrase of the furniture, a month."""
_LONGEST_LABEL: Final = max(map(len, LINES)) + 1
_OPENINGS: dict[str, list[tuple[str, str]]] = {}
for _one in OPENINGS.items():
    _OPENINGS.setdefault(_one[0][:_LOOK], []).append(_one)


def look_closely(line: Line) -> None:
    """Sees whether a line is or begins with a phrase of the furniture, or is a paragraph at first sight."""
    text = line.text
    start = text[:_LOOK]
    if start in _MARKED or (not start.isascii() and start.casefold()[:_LOOK] in _MARKED):
        line.label = LINES.get(text.rstrip(": ").casefold()) if len(text) <= _LONGEST_LABEL else None
        line.opening = _opening(text) if start in _OPENINGS else None
        line.is_marked = True
        line.is_plain = line.label is None and line.opening is None and text[0] not in BULLETS
        line.is_paragraph = False
        return
    line.label = line.opening = None
    line.is_marked = text[0] in _SIGNS
    line.is_plain = text[0] not in _SIGNS
    line.is_paragraph = reads_as_paragraph(line)


def reads_as_paragraph(line: Line) -> bool:
    """Whether a line looks like a paragraph: on its own, long, closed by a full stop, with no credit behind it."""
    text = line.text
    return (
        line.gap == 1
        and len(text) > _SHORTEST_PARAGRAPH
        and text[-1] in '."'
        and (text[0].isalpha() or text[0] in QUOTES)
        and credit_mark(text) is None
    )


def _opening(text: str) -> tuple[str, str] | None:
    for opening in _OPENINGS[text[:_LOOK]]:
        if text.startswith(opening[0]):
            return opening
    return None


def _raw_length(raw: str, length: int) -> int:
    """How much of `raw` holds the first `length` characters of its clean text, found by halving."""
    start = len(raw) - len(raw.lstrip())
    text = clean_text(raw)
    if raw[start : start + length] == text[:length]:
        return start + length
    # A beginning of the raw never ends with a blank, once it is clean.
    length = len(text[:length].rstrip())
    low, high = 0, len(raw)
    while low < high:
        middle = (low + high) // 2
        if len(clean_text(raw[:middle])) < length:
            low = middle + 1
        else:
            high = middle
    return low
