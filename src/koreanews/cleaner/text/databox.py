"""The article's own data box below a story: Date, Author, Related Subjects, Keywords, Feedback, Print, Permalink."""

from __future__ import annotations

import re
from typing import Final

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.dates import find_dates
from koreanews.cleaner.phrases import DATA_BOX, is_line
from koreanews.cleaner.text.bylines import is_byline, is_signature
from koreanews.cleaner.text.lines import BULLETS, TAIL_LABELS, Line
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import ends_sentence, ends_statement, is_prose

_LABELS: Final = tuple(DATA_BOX)
_LABEL: Final = re.compile("|".join(re.escape(label) for label in sorted(_LABELS, key=len, reverse=True)))
_PERMALINK: Final = re.compile(r"https?://(?:[\w.:-]{1,80}/(?:https?:?/{1,2})?)?p\.dw\.com/p/[0-9A-Za-z]+")
_BRACKETS: Final = re.compile(r" ?\([^()]{1,80}\)")
_BELOW_STORIES: Final = TAIL_LABELS | {"advertisement", "newsletter", "skip", "footer"}
_LONGEST: Final = 400
_ENDS_OF_DATES: Final = frozenset(")0123456789")
OF_BOX: Final = frozenset({Kind.METADATA_DATE, Kind.METADATA_AUTHOR, Kind.DATA_BOX, Kind.PERMALINK})


def sort_data_box(page: Page, below_story: bool = False) -> bool:
    """Sorts the next line if it is a line of the data box; True if it was.

    A date and a permalink prove themselves; another label counts only beside a line of the box, so that a paragraph
    that opens with "Author" or "Print" stays a paragraph. `below_story` says that no paragraph is to be expected.
    """
    line = page.line
    assert line is not None
    read = _read(line)
    if read is None:
        return False
    kind, value = read
    text = _unbulleted(line.text)
    if end := _next_label(value):
        first = value[:end].rstrip()
        if _proves_itself(kind, first) or (page.blocks and page.blocks[-1].kind in OF_BOX):
            page.take_part(kind, len(line.text) - len(value) + end, first)
            return True
    certain = (
        _proves_itself(kind, value)
        or (kind is Kind.DATA_BOX and (_is_over_no_teaser(line) if below_story else _ends_story(line, text, value)))
        or (kind is Kind.METADATA_AUTHOR and _signs_story(line, text, value))
    )
    if not certain and not _stands_in_box(page):
        return False
    if value:
        page.take(kind, value)
        return True
    below = line.below
    page.take(Kind.DATA_BOX)
    if below and kind is not Kind.DATA_BOX and len(below.text) < _LONGEST and not _read(below):
        page.take(kind)
    return True


def is_line_of_box(line: Line) -> bool:
    """Whether the data box has begun at `line`, below a story: by its first value, its set words, or the line below."""
    read = _read(line) if line.is_marked else None
    if read is None:
        return False
    if _proves_itself(*read) or _has_set_words(*read) or _stands_over_box(line):
        return True
    kind, value = read
    return _proves_itself(kind, value[: _next_label(value)].rstrip())


def sort_permalink(page: Page) -> bool:
    """Sorts a permalink on a line of its own, or cuts it from the end of the next line; True if the line is done."""
    line = page.line
    assert line is not None
    match = _PERMALINK.search(line.text) if "p.dw.com/p/" in line.text else None
    if match is None or match.start() or match.end() != len(line.text):
        return False
    page.take(Kind.PERMALINK)
    return True


def permalink_at(text: str) -> int:
    """Where the permalink stands that `text` ends with, -1 if it ends with none."""
    if "p.dw.com/p/" not in text:
        return -1
    found = list(_PERMALINK.finditer(text))
    return found[-1].start() if found and found[-1].end() == len(text) else -1


def _unbulleted(text: str) -> str:
    """The text of a line of the box, which many dumps write as a list."""
    return text.lstrip(BULLETS + " ") if text[0] in BULLETS else text


def _read(line: Line) -> tuple[Kind, str] | None:
    """The kind of the value that a line of the box holds, and the value; None where it is no such line."""
    if not line.is_marked:
        return None
    text = _unbulleted(line.text)
    match = _LABEL.match(text)
    if match is None or len(text) > _LONGEST:
        return None
    rest = text[match.end() :]
    if rest and rest[0] not in " :":
        return None
    return DATA_BOX[match[0]], rest.lstrip(" :")


def _next_label(text: str) -> int:
    """Where the next label stands in a box that was made one line: "Date 13.09.2016 Author ..."; 0 where none does."""
    match = _NEXT.search(text[:_LONGEST])
    return match.end("before") if match else 0


_NEXT: Final = re.compile(rf"[^ ](?P<before> )(?:{_LABEL.pattern})(?=[ :])")


def _signs_story(line: Line, text: str, value: str) -> bool:
    """Whether "Author: Miriam Wagner" is the line that signs a story: a name, at its end or beside the editor's.

    At the end of the page it needs no colon, for the box may be cut off there.
    """
    below = line.below
    if not value or (": " not in text[:20] and below):
        return False
    names = _BRACKETS.sub("", value)
    if not (is_signature(value) or (names and is_byline(names))):
        return False
    return below is None or below.is_marked or not below.is_plain or find_dates(below.text) != []


def _ends_story(line: Line, text: str, value: str) -> bool:
    """Whether a line such as "Keywords ferry, port" is the data box's at the end of a story: a list, no sentence."""
    below = _below_list(line)
    return (
        (below is None or _stands_below_stories(below))
        and bool(value)
        and (_has_set_words(Kind.DATA_BOX, value) or not ends_sentence(text))
        and ("," in value or text[-len(value) - 1] == " ")
    )


def _stands_below_stories(line: Line) -> bool:
    return line.label in _BELOW_STORIES or (line.opening or ("", ""))[1] in _BELOW_STORIES or line.text[0] == "©"


def _is_over_no_teaser(line: Line) -> bool:
    """Whether no sentence or date stands below `line`, as below a headline such as "Keywords of a crisis"."""
    below = _below_list(line)
    return below is None or below.is_marked or not (is_prose(below.text) or below.text[-1] in _ENDS_OF_DATES)


def _proves_itself(kind: Kind, value: str) -> bool:
    if kind is Kind.METADATA_DATE:
        return find_dates(value) == [(0, len(value))]
    return kind is Kind.PERMALINK and _PERMALINK.fullmatch(value) is not None


def _has_set_words(kind: Kind, value: str) -> bool:
    """Whether a label's value is what it says on every page: "Feedback: Send us your feedback."."""
    return kind is Kind.DATA_BOX and is_line(value, "data_box")


def _stands_in_box(page: Page) -> bool:
    last = page.blocks[-1] if page.blocks else None
    # A label alone, left over in the text, makes no box of the same label below it.
    if last and last.kind in OF_BOX and last.kind is not Kind.PERMALINK and last.text not in _LABELS:
        return True
    assert page.line is not None
    return _stands_over_box(page.line)


def _stands_over_box(line: Line) -> bool:
    """Whether a line with a label of the box stands right over one that is surely of the box."""
    below = line.below
    if below is None or below.text == line.text:
        return False
    text = _unbulleted(line.text)
    if text in _LABELS and (_proves_itself(DATA_BOX[text], below.text) or _is_value_over_label(below)):
        return True
    if len(line.text) >= 120 or _is_sentence(line):
        return False
    below = _below_list(line)
    read = _read(below) if below else None
    return below is not None and read is not None and _is_value(*read, below.text)


def _is_value_over_label(line: Line) -> bool:
    """Whether a short line stands between two labels of the box, as their values do on lines of their own."""
    below = line.below
    if below is None or not line.is_plain or is_prose(line.text):
        return False
    return _unbulleted(below.text) in _LABELS and below.text != line.text


def _is_sentence(line: Line) -> bool:
    """Whether a line is the story's last words, for all that it begins as the box does: "Keywords are in Latin."."""
    read = _read(line)
    if read is None or read[0] is not Kind.DATA_BOX or _has_set_words(*read):
        return False
    return ends_statement(line.text) and ":" not in line.text


def _below_list(line: Line) -> Line | None:
    """The line below `line`, or below all the lines that it goes on: "Keywords ferry, port," over "harbor"."""
    for _ in range(_MOST_LINES):
        below = line.below
        if below is None or line.text[-1] != "," or not below.is_plain:
            return below
        line = below
    return None


_MOST_LINES: Final = 8
"""Over which a list of keywords is spread."""


def _is_value(kind: Kind, value: str, text: str) -> bool:
    """Whether a line below, of that kind and value, is surely one of the box."""
    if _proves_itself(kind, value) or _has_set_words(kind, value) or _unbulleted(text) in _LABELS:
        return True
    if kind is Kind.METADATA_AUTHOR:
        return is_byline(_BRACKETS.sub("", value))
    return kind is Kind.DATA_BOX and not text.endswith((".", "?", "!"))
