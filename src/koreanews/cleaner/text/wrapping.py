"""Pages whose paragraphs were broken into lines of one width, as mail programs and print views save them."""

from __future__ import annotations

from itertools import pairwise

from koreanews.cleaner.text.lines import Line, look_closely
from koreanews.cleaner.text.shapes import is_address


def unwrap(lines: list[Line]) -> list[Line]:
    """The lines of a page with those joined that are one paragraph, if the page as a whole is wrapped.

    A break was made because the next word did not fit: that tells it from the end of a label or of a list's item.
    """
    if any(line.is_paragraph for line in lines):
        return lines
    width = max((_width(line) for line in lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return lines
    close = [(above, line) for above, line in pairwise(lines) if not line.gap]
    broken = sum(_is_broken(above, line, width) for above, line in close)
    if broken < _FEWEST_BREAKS or broken * 2 < sum(_width(above) * 3 > width * 2 for above, _ in close):
        return lines
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and not line.gap and _is_broken(paragraphs[-1][-1], line, width):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    joined = [_joined(paragraph) for paragraph in paragraphs]
    for place, line in enumerate(joined):
        line.place = place
        line.below = joined[place + 1] if place + 1 < len(joined) else None
        look_closely(line)
    return joined


_NARROWEST, _WIDEST = 60, 100
_FEWEST_BREAKS = 2


def _width(line: Line) -> int:
    """How many characters the line has as it was saved, blanks before it included."""
    return len(line.raw.partition("\n")[0].rstrip())


def _is_broken(above: Line, line: Line, width: int) -> bool:
    """Whether the first word of a line would not have fitted behind the line above, and is no address by itself."""
    first = line.text.partition(" ")[0]
    return line.is_plain and not is_address(line.text) and _width(above) + 1 + len(first) > width


def _joined(lines: list[Line]) -> Line:
    """The first of these lines with the words of all of them."""
    first = lines[0]
    if len(lines) > 1:
        first.text, first.raw = " ".join(line.text for line in lines), "".join(line.raw for line in lines)
    return first
