"""What is to be said of a timeline beside its bars."""

from __future__ import annotations

from koreanews.export.timeline import Timeline
from koreanews.index.counting import counted


def remarks(timeline: Timeline, *, inferred: str) -> list[str]:
    """Sentences on what bars do not say: dates that were inferred, that are not precise enough, or not known.

    `inferred` is the word or sign for the part of a bar that stands for inferred dates.
    """
    said = []
    if number := sum(bucket.inferred for bucket in timeline.buckets):
        said.append(f"{inferred}: {counted(number, 'story')} with a date that was inferred, not read on the page.")
    if timeline.apart:
        number = sum(bucket.count for bucket in timeline.apart)
        periods = ", ".join(f"{bucket.period} ({bucket.count:,})" for bucket in timeline.apart[:_MOST])
        end = ", …" if len(timeline.apart) > _MOST else "."
        said.append(f"In no {timeline.by}, dated less precisely: {counted(number, 'story')}, {periods}{end}")
    if timeline.undated:
        said.append(f"Without a date: {counted(timeline.undated, 'story')}.")
    return said


_MOST = 8
"""Periods apart from the others that are named."""
