"""Pages whose paragraphs were broken into lines.

Into lines of one width, as mail programs and print views save them; or at their links, as programs do that write each
piece of an HTML page's text on a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from koreanews.cleaner.dates import relative_time_at
from koreanews.cleaner.text.lines import Line, look_closely
from koreanews.cleaner.text.shapes import EAST_ASIAN, ends_sentence, is_address, is_heading


def unwrap(lines: list[Line]) -> list[Line]:
    """The lines of a page with those joined that are one paragraph, if the page as a whole is broken so.

    Which of the two it is, and whether it is at all, is told by many lines, never by one.
    """
    close = [line for line in lines if not line.gap]
    if len(close) < _FEWEST_BREAKS:
        return lines
    if any(len(line.text) > _WIDEST for line in lines):
        pairs = [(lines[line.place - 1], line) for line in close if line.place and line.is_plain]
        breaks = sum(_is_rest(above, line) or _is_begun(above, line) for above, line in pairs)
        return lines if breaks < _FEWEST_BREAKS else _joined(_parts(lines))
    width = max(map(_width, lines))
    if width < _NARROWEST or any(line.is_paragraph for line in lines):
        return lines
    pairs = [(lines[line.place - 1], line) for line in close if line.place]
    broken = sum(_is_broken(above, line, width) for above, line in pairs)
    if broken < _FEWEST_BREAKS or broken * 2 < sum(_width(above) * 3 > width * 2 for above, _ in pairs):
        return lines
    return _joined(_rows(lines, width))


_FEWEST_BREAKS: Final = 2


def _parts(lines: list[Line]) -> Iterator[list[Line]]:
    """The lines of each paragraph of a page that was broken at its links."""
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and not _goes_on(paragraph, line):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def _goes_on(paragraph: list[Line], line: Line) -> bool:
    """Whether a line is the rest of a paragraph behind a link, or the link itself, which may begin as anything."""
    above, below = paragraph[-1], line.below
    if line.gap or not line.is_plain:
        return False
    if _BAR in (line.text, above.text) or _is_begun(above, line):
        return True
    if not above.is_plain:
        return False
    if _is_rest(above, line):
        return True
    return (
        below is not None
        and below.is_plain
        and not below.gap
        and not ends_sentence(above.text)
        and _is_rest(line, below)
        and (len(paragraph) > 1 or not is_heading(above.text) or _ENDS_OPEN.search(above.text) is not None)
    )


def _is_begun(label: Line, line: Line) -> bool:
    """Whether what a label begins stands below it: the credit of "Image:", the rest of a notice on JavaScript.

    Or the colon of "Read more:", where the words alone are set in other type.
    """
    if label.label == "read_more_label":
        return line.text == ":"
    if label.opening is None:
        return False
    name = label.opening[1]
    return (name == "image_credit" and label.text[-1] == ":") or (name == "video_notice" and line.text[0].islower())


def _is_rest(above: Line, line: Line) -> bool:
    """Whether a line begins in the middle of a sentence that the line above has not closed."""
    text = line.text
    if text[0] in _GLUED:
        return text not in _BY_THEMSELVES and text[:2] != "- "
    return (
        text.lstrip("–— ")[:1].islower()
        and above.text[-1] != ":"
        and not ends_sentence(above.text)
        and relative_time_at(text) != 0
        and not is_address(text)
    )


_GLUED: Final = ",.;:!?)-"
"""What begins the rest of a sentence, or of a word, with no blank before it."""
_BAR: Final = "|"
"""What stands between two names of a byline, or two links of a footer."""
_BY_THEMSELVES: Final = ",-"
"""What stands by itself between the links of a list."""
_ENDS_OPEN: Final = re.compile(r"(?:^[^\W\d_]| [a-zäöüß])[a-zäöüß]{0,2}$")
"""How a line ends that something must follow: with an article or a preposition, as few headings do."""


def _rows(lines: list[Line], width: int) -> Iterator[list[Line]]:
    """The lines of each paragraph of a page of lines of one width.

    A break was made because the next word did not fit: that tells it from the end of a label or of a list's item.
    """
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and (line.gap or not _is_broken(paragraph[-1], line, width)):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


_NARROWEST, _WIDEST = 60, 100


def _width(line: Line) -> int:
    """How many characters the line has as it was saved, blanks before it included."""
    return len(line.raw.partition("\n")[0].rstrip())


def _is_broken(above: Line, line: Line, width: int) -> bool:
    """Whether the first word of a line would not have fitted behind the line above, and is no address by itself.

    Where no blanks stand between words, a line may break behind any sign.
    """
    first = line.text.partition(" ")[0]
    if max(first) >= EAST_ASIAN:
        first = first[0]
    return line.is_plain and not is_address(line.text) and _width(above) + 1 + len(first) > width


def _joined(paragraphs: Iterable[list[Line]]) -> list[Line]:
    """A line for each paragraph: the first of its lines, with the words of all."""
    joined: list[Line] = []
    for lines in paragraphs:
        first = lines[0]
        if len(lines) > 1:
            words = [line.text if line.text[0] in _GLUED else f" {line.text}" for line in lines]
            first.text, first.raw = "".join(words).lstrip(), "".join(line.raw for line in lines)
        if joined:
            joined[-1].below = first
        first.place = len(joined)
        first.below = None
        look_closely(first)
        joined.append(first)
    return joined
