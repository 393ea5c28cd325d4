"""Pages whose lines were taken away, said twice, cut, joined and mixed: all are read, and nothing is lost.

A loop that stands still shows only where a line stands at which no other rule looks for it: below "Related content" a
line of the data box, for one. Labels put together at random hardly ever make such a page; two test pages mixed do.
"""

from __future__ import annotations

import random
from pathlib import Path

import koreanews

PAGES = Path(__file__).parents[1] / "shapes" / "pages"
TEXTS = [path.read_bytes().decode("utf-8").split("\n") for path in sorted(PAGES.glob("*/*.txt"))]
LINES = [line for text in TEXTS for line in text]
TRIED = 2000


def test_mixed_pages_are_read_and_nothing_is_lost() -> None:
    rng = random.Random(20190322)
    for _ in range(TRIED):
        page = mixed(rng)
        assert "".join(block.raw for block in koreanews.blocks(page)) == page


def mixed(rng: random.Random) -> str:
    """A test page with up to eight changes, each at a place of its own."""
    lines = list(rng.choice(TEXTS))
    for _ in range(rng.randrange(1, 9)):
        place = rng.randrange(len(lines))
        change = rng.choice(("other", "gone", "twice", "blank", "joined", "cut", "short"))
        if change == "other":
            lines.insert(place, rng.choice(LINES))
        elif change == "gone" and len(lines) > 1:
            del lines[place]
        elif change == "twice":
            lines.insert(place, lines[place])
        elif change == "blank":
            lines.insert(place, "")
        elif change == "joined":
            lines[place : place + 2] = ["".join(lines[place : place + 2])]
        elif change == "cut":
            lines[place] = lines[place][: rng.randrange(len(lines[place]) + 1)]
        elif change == "short":
            del lines[place + 1 :]
    return "\n".join(lines)
