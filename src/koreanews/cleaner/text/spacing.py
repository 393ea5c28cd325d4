"""The blank lines of a text dump: how many stand above a line, where all of its paragraphs are spaced out."""

from __future__ import annotations

from collections import Counter
from typing import Final

from koreanews.cleaner.text.lines import Line, look_closely


def even_out_gaps(lines: list[Line]) -> None:
    """Counts the blank lines of a page that is spaced out (each line end doubled, say) as if it were not.

    A gap that stands between all paragraphs tells nothing: what it means to be wide is relative to the usual one.
    """
    gaps = [line.gap for line in lines[1:]]
    if 1 in gaps:
        if _narrow(gaps) * 4 > len(gaps) * 3:
            return
        long = [line.gap for line in lines[1:] if len(line.text) >= _SHORTEST_OF_TEXT]
        if len(long) >= _FEWEST_PARAGRAPHS:
            gaps = long
            if _narrow(gaps) * _MOST_NARROW > len(gaps):
                return
        elif not all(gap % 2 for gap in gaps):
            # Where each line end is doubled, every gap is odd, however little text there is.
            return
    else:
        gaps = [gap for gap in gaps if gap]
    if len(gaps) < _FEWEST_PARAGRAPHS:
        return
    stretched = (Counter(gaps).most_common(1)[0][0] + 1) / 2
    for line in lines:
        line.gap = round((line.gap + 1) / stretched) - 1
        look_closely(line)


def _narrow(gaps: list[int]) -> int:
    """How many of `gaps` are no blank line or one."""
    return gaps.count(0) + gaps.count(1)


_SHORTEST_OF_TEXT: Final = 60
"""Characters; labels and titles are shorter."""
_FEWEST_PARAGRAPHS: Final = 3
"""Or lines, on a page on which no two stand a single blank line apart."""
_MOST_NARROW: Final = 10
"""One paragraph in so many may stand closer than the usual; with more, the wide gaps mean something."""
