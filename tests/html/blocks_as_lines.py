"""Blocks as lines of text, in the form of the files in tests/html/pages: item, kind, text, address."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from koreanews.cleaner.blocks import Block, Kind

PAGES = Path(__file__).parent / "pages"

METADATA = frozenset(
    {
        Kind.METADATA_URL,
        Kind.METADATA_SITE,
        Kind.METADATA_KIND,
        Kind.METADATA_LANGUAGE,
        Kind.METADATA_DATE,
        Kind.METADATA_AUTHOR,
        Kind.TITLE_LINE,
        Kind.LAYOUT,
    }
)


def lines(blocks: Iterable[Block] | None) -> list[str]:
    """A line a block; "-" for a block that stands alone, no address where it links nowhere."""
    assert blocks is not None, "the page was sorted by no layout"
    return ["\t".join(filter(None, (str(b.item or "-"), b.kind.value, b.text, b.url))) for b in blocks]


def page(name: str) -> str:
    """The page of that name."""
    return (PAGES / f"{name}.html").read_text(encoding="utf-8")


def content(blocks: Iterable[Block] | None) -> list[str]:
    """The lines of what a reader sees, without metadata."""
    assert blocks is not None, "the page was sorted by no layout"
    blocks = list(blocks)
    layout = next(number for number, block in enumerate(blocks) if block.kind is Kind.LAYOUT)
    return lines(blocks[layout + 1 :])
