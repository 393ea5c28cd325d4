"""A timeline as rows: the same values for JSON, CSV and plain lines."""

from __future__ import annotations

from collections.abc import Iterator

from koreanews.export.tables import table_lines
from koreanews.export.timeline import Bucket, Timeline

Row = dict[str, str | int | bool | None]

COLUMNS = ("period", "by", "count", "inferred", "peak", "id", "headline")


def timeline_rows(timeline: Timeline) -> Iterator[Row]:
    """A row for each period, empty ones too; then for each month or year apart; then, without a period, the undated.

    The counts of all rows add up to the number of stories. `id` and `headline` are those of the story that ranks
    highest in the period.
    """
    yield from map(_row, timeline.filled())
    yield from map(_row, timeline.apart)
    if timeline.undated:
        yield {**dict.fromkeys(COLUMNS), "count": timeline.undated, "inferred": 0, "peak": False}


def timeline_csv(timeline: Timeline) -> Iterator[str]:
    """The rows as CSV with a header, safe to open in a spreadsheet."""
    return table_lines(COLUMNS, (tuple(row.values()) for row in timeline_rows(timeline)), ",")


def _row(bucket: Bucket) -> Row:
    """One period as its line of JSON or CSV."""
    top = bucket.top
    return {
        "period": bucket.period,
        "by": bucket.by,
        "count": bucket.count,
        "inferred": bucket.inferred,
        "peak": bucket.is_peak,
        "id": top.id if top else None,
        "headline": top.headline if top else None,
    }
