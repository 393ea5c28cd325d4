"""A timeline as a picture: bars with scales, and the headlines of its peaks. SVG without scripts or outside parts."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from koreanews.export.periods import label_of
from koreanews.export.svg_scales import count_ticks, period_ticks
from koreanews.export.timeline import Bucket, Timeline
from koreanews.export.timeline_words import remarks
from koreanews.export.values import single_line
from koreanews.export.widths import shortened
from koreanews.index.counting import counted

WIDTH = 960
_LEFT, _RIGHT, _TOP, _PLOT = 60, 24, 76, 300
"""Pixels, as all lengths here: the margins left, right and above of the plot, and its height."""
_ACROSS = WIDTH - _LEFT - _RIGHT
_BASE = _TOP + _PLOT
_LINE = 20
"""The height of a line of text."""
_WIDEST_BAR = 56.0
_MOST_PEAKS = 8
"""Peaks whose headlines are told."""
_PEAK_DISTANCE = 16
"""Pixels between the numbers of two peaks, so that they can be told apart."""

_INK, _PALE_INK, _GRID = "#1a1a1a", "#595959", "#dddddd"
_BAR, _INFERRED = "#1f5f99", "#a9cbe8"


def timeline_svg(timeline: Timeline, title: str) -> str:
    """The picture as an XML document, in a fixed width and as high as it needs. `title` is plain text of any kind."""
    title = shortened(single_line(title), 64)
    scale = _Scale(timeline)
    peaks = _numbered_peaks(timeline, scale)
    words = remarks(timeline, inferred="Pale")
    height = _BASE + 56 + _LINE * (len(peaks) + len(words))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
        'role="img" font-family="system-ui, \'Noto Sans\', \'Noto Sans CJK KR\', Arial, sans-serif" font-size="13">',
        f"<title>{escape(title)}</title>",
        f"<desc>{escape(' '.join((_summary(timeline), *words)))}</desc>",
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        _text(_LEFT, 30, title, size=20, weight="bold"),
        _text(_LEFT, 52, _summary(timeline), fill=_PALE_INK),
        *_grid(scale),
        *(bar for bucket in timeline.buckets for bar in _bar(bucket, scale)),
        *(
            _text(scale.middle(peak), scale.y(peak.count) - 5, str(n), anchor="middle", weight="bold")
            for n, peak in peaks
        ),
        *_axis(timeline, scale),
        *_peak_lines(peaks),
        *(_text(_LEFT, _BASE + 50 + _LINE * at, line) for at, line in enumerate(words, len(peaks))),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


class _Scale:
    """Where a timeline's periods and counts are on the picture, in pixels."""

    def __init__(self, timeline: Timeline) -> None:
        buckets = timeline.buckets
        self.first, self.last = (buckets[0].number, buckets[-1].number) if buckets else (0, 0)
        self.slot = _ACROSS / (self.last - self.first + 1)
        self.ticks = count_ticks(max((bucket.count for bucket in buckets), default=1))

    def middle(self, bucket: Bucket) -> float:
        return self.x(bucket.number) + self.slot / 2

    def x(self, number: int) -> float:
        """Where a period begins."""
        return _LEFT + (number - self.first) * self.slot

    def y(self, count: int) -> float:
        return _BASE - _PLOT * count / self.ticks[-1]


def _summary(timeline: Timeline) -> str:
    if not timeline.buckets:
        return f"{counted(timeline.total, 'story')}, none with a date to be counted by {timeline.by}"
    first, last = timeline.buckets[0].period, timeline.buckets[-1].period
    return f"{counted(sum(bucket.count for bucket in timeline.buckets), 'story')} by {timeline.by}, {first} to {last}"


def _numbered_peaks(timeline: Timeline, scale: _Scale) -> list[tuple[int, Bucket]]:
    """The highest peaks that stand far enough apart, numbered from left to right."""
    chosen: list[Bucket] = []
    for peak in sorted((bucket for bucket in timeline.buckets if bucket.is_peak), key=lambda bucket: -bucket.count):
        if all(abs(scale.middle(peak) - scale.middle(other)) >= _PEAK_DISTANCE for other in chosen):
            chosen.append(peak)
        if len(chosen) == _MOST_PEAKS:
            break
    return list(enumerate(sorted(chosen, key=lambda bucket: bucket.number), 1))


def _peak_lines(peaks: list[tuple[int, Bucket]]) -> Iterator[str]:
    for number, peak in peaks:
        y = _BASE + 30 + _LINE * number
        yield _text(_LEFT, y, str(number), weight="bold")
        yield _text(_LEFT + 20, y, shortened(f"{peak.period}, {_told(peak)}", 110))


def _grid(scale: _Scale) -> Iterator[str]:
    for count in scale.ticks:
        y = scale.y(count)
        yield f'<line x1="{_LEFT}" y1="{y:.1f}" x2="{WIDTH - _RIGHT}" y2="{y:.1f}" stroke="{_GRID}"/>'
        yield _text(_LEFT - 8, y + 4, f"{count:,}", anchor="end", fill=_PALE_INK)


def _bar(bucket: Bucket, scale: _Scale) -> Iterator[str]:
    """A bar, with the inferred dates in a paler colour at its top, and what it counts to be read on pointing at it."""
    width = max(1.0, min(scale.slot * 0.84, _WIDEST_BAR))
    x = scale.middle(bucket) - width / 2
    known, top = scale.y(bucket.count - bucket.inferred), scale.y(bucket.count)
    yield f"<g><title>{escape(f'{bucket.period}, {_told(bucket)}')}</title>"
    if known < _BASE:
        yield f'<rect x="{x:.2f}" y="{known:.1f}" width="{width:.2f}" height="{_BASE - known:.1f}" fill="{_BAR}"/>'
    if top < known:
        yield f'<rect x="{x:.2f}" y="{top:.1f}" width="{width:.2f}" height="{known - top:.1f}" fill="{_INFERRED}"/>'
    yield "</g>"


def _told(bucket: Bucket) -> str:
    """How many stories, and the headline that ranks highest."""
    headline = single_line(bucket.top.headline) if bucket.top else ""
    return f"{counted(bucket.count, 'story')}: {headline or '(no headline)'}"


def _axis(timeline: Timeline, scale: _Scale) -> Iterator[str]:
    yield f'<line x1="{_LEFT}" y1="{_BASE}" x2="{WIDTH - _RIGHT}" y2="{_BASE}" stroke="{_INK}"/>'
    if not timeline.buckets:
        return
    for number in period_ticks(scale.first, scale.last, timeline.by, scale.slot):
        x = scale.x(number) + scale.slot / 2
        yield f'<line x1="{x:.1f}" y1="{_BASE}" x2="{x:.1f}" y2="{_BASE + 5}" stroke="{_INK}"/>'
        yield _text(x, _BASE + 20, label_of(number, timeline.by), anchor="middle")


def _text(
    x: float, y: float, text: str, *, size: int = 13, anchor: str = "start", weight: str = "normal", fill: str = _INK
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" font-weight="{weight}" '
        f'fill="{fill}">{escape(text)}</text>'
    )
