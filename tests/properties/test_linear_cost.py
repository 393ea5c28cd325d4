"""The cost of reading a page grows with its length and not with its square, whatever the page is made of.

Cost is counted, not timed: lines of Python run and functions called, Python's and C's, while a page is parsed. Four
times the page may cost little more than four times as much; work that grows with the square would cost sixteen
times. What happens within one call into C is not seen by the count, a regular expression that backtracks above
all; `test_long_lines_are_read` therefore reads lines so long that such a call would never come back.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

import koreanews

ADVERSARIAL: dict[str, Callable[[int], str]] = {
    "bullets": lambda n: "  • \n" * n,
    "bullets with text": lambda n: "  • A boat with a lamp (Reuters/H. Min)\n\n" * n,
    "bullets in one line": lambda n: "• " * 8 * n,
    "bars": lambda n: "| " * 8 + "\n" + "|\n" * n,
    "bars in one line": lambda n: "| " * 8 * n + "| DW | 22.03.2019",
    "digits": lambda n: "20190322\n" * n,
    "digits in one line": lambda n: "1234567890" * n,
    "dates": lambda n: "22.03.2019\n\n" * n,
    "dates in one line": lambda n: "22.03.2019 " * n,
    "title lines": lambda n: "Headline | News | DW | 22.03.2019\n\n" * n,
    "quotes": lambda n: "\"'" * 4 * n,
    "quotes by line": lambda n: "\"\n'\n" * n,
    "opening parentheses": lambda n: "(" * 8 * n,
    "closing parentheses": lambda n: ")" * 8 * n,
    "parentheses by line": lambda n: "A caption (of a picture (by somebody\n\n" * n,
    "nested parentheses": lambda n: "(" * 4 * n + ")" * 4 * n,
    "blanks": lambda n: " " * 8 * n,
    "no-break spaces": lambda n: "\u00a0" * 8 * n + "x",
    "blank lines": lambda n: "\n" * 4 * n,
    "gaps of two lines": lambda n: "Title\n\n\n" * n,
    "short lines": lambda n: "A short line\n\n" * n,
    "indented lines": lambda n: "    A gallery\n\n" * n,
    "read more": lambda n: "Read more:\n\n" * n,
    "read more with titles": lambda n: "Read more:\n\nA title of a story\n\n" * n,
    "read more over short titles": lambda n: (
        "Read more:\n\nA link of a story\n\nA title\n\nIt was long before it ended.\n\n" * n
    ),
    "alts over titles over links": lambda n: (
        "Seoul Turm (AP)\n\nA tower\n\nRead more: It was long before it ended, they said.\n\n" * n
    ),
    "wrapped lines": lambda n: "The mayor of the town said that the bridge would be built after all, and\n" * n,
    "wide gaps": lambda n: "The mayor of the town said that the bridge would be built after all.\n\n\n\n" * n,
    "videos with sharing": lambda n: (
        "Watch video 02:51\nShare\nA title\nSend Facebook Twitter\nPermalink https://p.dw.com/p/3sDgH\n" * n
    ),
    "data boxes on one line": lambda n: "Date 22.03.2019 Author Soo-min Hartwig Keywords Korea\n" * n,
    "data boxes in one line": lambda n: "Date 22.03.2019 Author Soo-min Hartwig " * n,
    "sections with dates": lambda n: "Asia | 22.03.2019\n\n" * n,
    "old labels": lambda n: "DW.DE\n\nA headline\n\nA teaser. (22.03.2019)\n\n" * n,
    "videos": lambda n: "Watch video 02:51\n\n" * n,
    "recommends labels": lambda n: "DW recommends\n\n" * n,
    "recommended stories": lambda n: "DW recommends\n\n" + "A headline\n\nA teaser. (22.03.2019)\n\n" * n,
    "related stories": lambda n: "Related content\n\n" + "An alt\n\nA headline 22.03.2019\n\nA teaser.\n\n" * n,
    "weekdays": lambda n: "DW News | 29.11.2017\n\n" + "They met on Wednesday and on Thursday.\n\n" * n,
    "datelines": lambda n: "March 22, 2019\n\n" * n,
    "glued names and dates": lambda n: "Headline\n\n" + "Soo-min Hartwig, " * n + "March 22, 2019",
    "bylines": lambda n: "kw/hb (AFP, Reuters, AP)\n\n" * n,
    "long byline": lambda n: "kw/" * 4 * n + "hb (" + "AFP, " * n + ")",
    # Of no two is one the caption of the other: they share no word.
    "titles over titles": lambda n: (
        "Headline\n\nA teaser of it, they said.\n\n"
        + "".join(
            f"It was long before it ended, they said.\n\nTower {word}x\n\nBridge {word}y\n\n"
            for word in (f"{number:b}".translate({48: "a", 49: "o"}) for number in range(n))
        )
    ),
    "titles and dates": lambda n: "It was long before it ended, they said.\n\n" + "A boat\nMarch 22, 2019\n" * n,
    "titles below a title line": lambda n: "Headline | News | DW | 22.03.2019\n\n" + "A boat\n" * n,
    "gallery titles over slides": lambda n: "Boats\n\nA boat\n\nIt was long before it ended, they said.\n\n" * n,
    "headlines said twice": lambda n: "More on this topic\n\n" + "A headline\n\nA headline\n\n" * n,
    "topics in focus": lambda n: "In focus\n" + "Topic\n" * n,
    "pieces of sentences": lambda n: f"{'A long line. ' * 20}\n" + ", and so on it went\n" * n,
    "numbers of images": lambda n: "A title\n\nA title of it\n\n6 images\n\n" * n,
    "images": lambda n: "A captionImage: Somebody/AP\n\n" * n,
    "times": lambda n: "9:05 The delegations have arrived.\n\n" * n,
    "slashes": lambda n: "(a" + "/a" * 8 * n,
    "data boxes": lambda n: "Date 22.03.2019\nAuthor Soo-min Hartwig\nKeywords Korea\n" * n,
    "paragraphs": lambda n: "The mayor of the town said that the bridge would be built after all.\n\n" * n,
    "cookie banners": lambda n: "We use cookies to improve our service for you.\n\nMore info OK\n" * n,
}
PIECES = (
    "•", "  • ", "|", " | DW ", "Korea | ", "– DW ", "7", "1.2.", "22.03.2019", "9:05 ", "\"'", "A.B", ", ",
    "(", ")", "()", "a (", "AFP, ", "(a/b) ", "/", "a/", " ", "\u00a0", "a", "a ", "A ", "Image: ", "Read more",
)  # fmt: skip


@pytest.mark.parametrize("shape", ADVERSARIAL)
def test_four_times_the_page_costs_about_four_times_as_much(shape: str) -> None:
    make = ADVERSARIAL[shape]
    # A first run, so that what is loaded only once is in neither count.
    koreanews.parse(make(2))
    once, four_times = _cost(make(100)), _cost(make(400))
    assert four_times < 5 * once, f"{once} steps, then {four_times}"


@pytest.mark.parametrize("piece", PIECES)
def test_long_lines_are_read(piece: str) -> None:
    line = piece * (1_000_000 // len(piece))
    assert "".join(block.raw for block in koreanews.blocks(line)) == line
    assert koreanews.parse(line).kind


@pytest.mark.parametrize("piece", ["•", "|", "7", "(", " ", "a "])
def test_long_lines_within_a_page_are_read(piece: str) -> None:
    line = piece * (200_000 // len(piece))
    pages = (
        f" date 2019-03-03  {line} | News | DW | 22.03.2019\n\nHeadline\n\nTeaser.\n",
        f"Headline\n\n{line}March 22, 2019\n\n{line}\n\nRead more: {line}\n\n{line} (Reuters)\n\nDW recommends",
        f"Headline\n\nTeaser.\n\n  • {line} (Reuters)\n\n    {line}\n\n    {line}\n\n{line}\n\nWatch video 02:51",
    )
    for text in pages:
        assert "".join(block.raw for block in koreanews.blocks(text)) == text
        assert koreanews.parse(text).kind


def _cost(text: str) -> int:
    steps = 0

    def on_line(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal steps
        steps += 1
        return on_line

    def on_call(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal steps
        steps += event == "c_call"

    tracing, profiling = sys.gettrace(), sys.getprofile()
    sys.settrace(on_line)
    sys.setprofile(on_call)
    try:
        koreanews.parse(text)
    finally:
        sys.settrace(tracing)
        sys.setprofile(profiling)
    return steps
