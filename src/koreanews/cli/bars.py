"""A timeline as bars for a terminal, fitted to its width."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from koreanews.cli.screen import safe_text
from koreanews.export.timeline import Bucket, Timeline
from koreanews.export.timeline_words import remarks


def bar_lines(timeline: Timeline, width: int, *, ascii_only: bool) -> Iterator[RenderableType]:
    """The timeline line by line: period, count, bar and, at a peak, its headline; then what bars do not say.

    `width` is the terminal's, in columns; `ascii_only` where it has no block characters.
    """
    known, inferred = ("#", "-") if ascii_only else ("█", "░")
    layout = _Layout(timeline, width, known, inferred)
    for is_empty, run in groupby(timeline.filled(), key=lambda bucket: not bucket.count):
        buckets = list(run)
        if is_empty and len(buckets) > _FEW:
            yield Text(f"... {len(buckets):,} {timeline.by}s without a story", "dim")
        else:
            yield from map(layout.line, buckets)
    for remark in remarks(timeline, inferred=inferred):
        yield Text(remark, "dim")


_FEW = 2
"""Empty periods in a row that are drawn as such."""


class _Layout:
    """The columns that a timeline's lines share."""

    def __init__(self, timeline: Timeline, width: int, known: str, inferred: str) -> None:
        self._known, self._inferred = known, inferred
        self._most = max((bucket.count for bucket in timeline.buckets), default=1)
        self._period = max((len(bucket.period) for bucket in timeline.buckets), default=0)
        self._count = len(f"{self._most:,}")
        left = max(2, width - self._period - self._count - 2 * _GAP)
        self._has_headlines = left >= _ROOM_FOR_HEADLINES
        self._bar = int(left * _SHARE) if self._has_headlines else left

    def line(self, bucket: Bucket) -> RenderableType:
        line = Table.grid(padding=(0, _GAP, 0, 0))
        line.add_column(width=self._period, no_wrap=True)
        line.add_column(width=self._count, justify="right", no_wrap=True)
        line.add_column(width=self._bar, no_wrap=True)
        cells = [bucket.period, f"{bucket.count:,}", self._drawn(bucket)]
        if self._has_headlines:
            line.add_column(ratio=1, overflow="fold")
            top = bucket.top if bucket.is_peak else None
            line.add_row(*cells, safe_text((top.headline if top else None) or ""))
        else:
            line.add_row(*cells)
        return line

    def _drawn(self, bucket: Bucket) -> str:
        """The bar: one column at least for a story, and one for an inferred date where there is room for two."""
        columns = max(1, round(bucket.count / self._most * self._bar)) if bucket.count else 0
        pale = round(bucket.inferred / self._most * self._bar)
        if bucket.inferred and not pale and columns > 1:
            pale = 1
        if bucket.inferred == bucket.count:
            pale = columns
        return self._known * (columns - pale) + self._inferred * pale


_GAP = 2
"""Columns between two columns of the table."""
_ROOM_FOR_HEADLINES = 50
"""Columns that must be left for bars and headlines; with fewer, there are bars alone."""
_SHARE = 0.4
"""Of the room beside period and count, what bars take where headlines stand beside them."""
