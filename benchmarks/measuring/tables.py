"""Results as tables of Markdown, and numbers as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Goal(NamedTuple):
    """What a ratio is to be: at least or at most a number."""

    least: float | None = None
    most: float | None = None

    def words(self) -> str:
        if self.least is not None:
            return f"at least {self.least:g}"
        return f"at most {self.most:g}" if self.most is not None else "reported"

    def verdict(self, ratio: float) -> str:
        """ "met", or by how much it is missed."""
        if self.least is not None and ratio < self.least:
            return f"missed: {ratio / self.least:.2f} of it"
        if self.most is not None and ratio > self.most:
            return f"missed: {ratio / self.most:.2f} times it"
        return "met" if self != Goal() else ""


def table(title: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table with its title, columns aligned; the first column is text, the others are numbers."""
    cells = [[str(cell) for cell in row] for row in (header, *rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(header))]
    lines = ["| " + " | ".join(_aligned(row, widths)) + " |" for row in cells]
    rule = "| " + " | ".join("-" * width if not n else "-" * (width - 1) + ":" for n, width in enumerate(widths)) + " |"
    return "\n".join([f"**{title}**", "", lines[0], rule, *lines[1:], ""])


def duration(seconds: float) -> str:
    """ "1.53 s", "12.4 ms", "380 µs"."""
    if seconds >= 1:
        return f"{seconds:,.2f} s"
    return f"{seconds * 1e3:.1f} ms" if seconds >= 1e-3 else f"{seconds * 1e6:.0f} µs"


def megabytes(size: float) -> str:
    return f"{size / 1e6:,.1f} MB"


def _aligned(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [
        cell.rjust(width) if n else cell.ljust(width) for n, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
