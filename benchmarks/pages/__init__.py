"""Pages of Deutsche Welle about Korea that nobody wrote: any number of them, the same for everyone.

`page(seed, number)` is a saved page, as text dump or HTML, with what must be read from it. It depends on its two
arguments alone, so that any stretch of the million can be made without the rest. Shapes and furniture are those of
formats.md; the words are made by rule and follow Zipf's law (see vocabulary), and say nothing.

    python -m benchmarks.pages --count 1000 --seed 7 --out DIR --form text|html|warc|jsonl
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Literal, NamedTuple

from benchmarks.pages.dump import dump
from benchmarks.pages.facts import Facts
from benchmarks.pages.html import LAYOUTS, html
from benchmarks.pages.story import tell

Form = Literal["text", "html"]

__all__ = ["LAYOUTS", "Facts", "Form", "Page", "page", "pages"]


class Page(NamedTuple):
    """A saved page: the stem of its file's name, its text or HTML, what must be read from it, and its layout.

    `layout` is "text" for a dump, else one of `LAYOUTS`.
    """

    id: str
    content: str
    facts: Facts
    layout: str


def page(seed: int, number: int, form: Form = "text", layout: str | None = None) -> Page:
    """The page with a number, from 0. `layout` asks for HTML in that layout, whatever the story's date."""
    rng = Random((seed << 40) + number)
    story = tell(seed, number, rng)
    content, facts, shape = dump(story, rng) if form == "text" else html(story, rng, layout)
    return Page(f"{number:07d}_{_digits(seed, number):016x}", content, facts, shape)


def pages(seed: int, count: int, form: Form = "text", first: int = 0) -> Iterator[Page]:
    """`count` pages from the number `first` on."""
    return (page(seed, number, form) for number in range(first, first + count))


def _digits(seed: int, number: int) -> int:
    """Sixteen hexadecimal digits for a file's name, as a crawler gives; no two numbers share them."""
    return (number * 0x9E3779B97F4A7C15 + seed * 0xD1B54A32D192ED03 + 0x2545F4914F6CDD1D) % (1 << 64)
