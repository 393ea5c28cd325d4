"""How many stories appeared when: counted by year, month or week, with the peaks and what led there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from koreanews.export.dates import date_parts, is_inferred
from koreanews.export.periods import UNITS, Unit, days_between, label_of, number_of, unit_of


class Story(Protocol):
    """What is asked of a story to be counted; a `Row` of the index has it."""

    @property
    def id(self) -> str: ...
    @property
    def date(self) -> str | None: ...
    @property
    def date_source(self) -> str | None: ...
    @property
    def headline(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Bucket:
    """The stories of one period.

    `period` is "2019", "2019-03" or "2019-W12" (ISO week), `number` the same as a number that counts on by one, `by`
    its unit. `inferred` of the stories have a date that was worked out. `top` is the one that ranks highest; null
    where there is none. `is_peak` is explained at `timeline_of`.
    """

    period: str
    number: int
    by: Unit
    count: int
    inferred: int = 0
    is_peak: bool = False
    top: Story | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Stories counted over time; every one of them once.

    `buckets` are in order, empty ones left out. `apart` are those dated to a month or a year only, where `by` is a
    shorter unit; `undated` those without a date.
    """

    by: Unit
    buckets: tuple[Bucket, ...]
    apart: tuple[Bucket, ...]
    undated: int

    @property
    def total(self) -> int:
        """The number of all stories."""
        return sum(bucket.count for bucket in (*self.buckets, *self.apart)) + self.undated

    def filled(self) -> Iterator[Bucket]:
        """The buckets from the first to the last, empty ones among them."""
        expected = self.buckets[0].number if self.buckets else 0
        for bucket in self.buckets:
            for number in range(expected, bucket.number):
                yield Bucket(label_of(number, self.by), number, self.by, 0)
            yield bucket
            expected = bucket.number + 1


def timeline_of(stories: Iterable[Story], by: Unit | None = None) -> Timeline:
    """Counts stories, given in the order in which they rank, the highest first; they are not kept.

    Without `by` the unit is chosen by the span: weeks for half a year, months for five years, else years; but none
    in which most of the dates do not say where they belong. A peak is a bucket above both its neighbours that holds
    at least half as much again as the mean over the span; the highest of all is one always.
    """
    undated = 0
    tallies: dict[tuple[int, ...], _Tally] = {}
    for rank, story in enumerate(stories):
        parts = date_parts(story.date)
        if parts is None:
            undated += 1
        elif tally := tallies.get(parts):
            tally.add(_Tally(rank, story))
        else:
            tallies[parts] = _Tally(rank, story)
    unit = by or _fitting_unit(tallies)
    within: dict[int, _Tally] = {}
    apart: dict[tuple[int, ...], _Tally] = {}
    for parts, tally in sorted(tallies.items()):
        number = number_of(parts, unit)
        if UNITS.index(unit_of(parts)) < UNITS.index(unit):
            apart[parts] = tally
        elif number in within:
            within[number].add(tally)
        else:
            within[number] = tally
    peaks = _peaks({number: tally.count for number, tally in within.items()})
    return Timeline(
        unit,
        tuple(tally.bucket(number, unit, number in peaks) for number, tally in within.items()),
        tuple(tally.bucket(number_of(parts, unit_of(parts)), unit_of(parts)) for parts, tally in apart.items()),
        undated,
    )


class _Tally:
    """The count of some stories, and the one of them that ranks highest; begun with one."""

    def __init__(self, rank: int, story: Story) -> None:
        self.rank, self.top = rank, story
        self.count = 1
        self.inferred = int(is_inferred(story.date_source))

    def add(self, other: _Tally) -> None:
        if other.rank < self.rank:
            self.rank, self.top = other.rank, other.top
        self.count += other.count
        self.inferred += other.inferred

    def bucket(self, number: int, unit: Unit, is_peak: bool = False) -> Bucket:
        return Bucket(label_of(number, unit), number, unit, self.count, self.inferred, is_peak, self.top)


def _fitting_unit(tallies: Mapping[tuple[int, ...], _Tally]) -> Unit:
    """The finest unit that the span is not too long for, and that at least half of the stories are dated by."""
    if not tallies:
        return "year"
    span = days_between(min(tallies), max(tallies))
    half = sum(tally.count for tally in tallies.values()) / 2

    def fits(precision: int) -> bool:
        return sum(tally.count for parts, tally in tallies.items() if len(parts) >= precision) >= half

    if span <= _WEEKS_UP_TO and fits(3):
        return "week"
    return "month" if span <= _MONTHS_UP_TO and fits(2) else "year"


_WEEKS_UP_TO = 26 * 7
_MONTHS_UP_TO = 5 * 366
"""Days: beyond half a year, weeks are too many to be read; beyond five years, months."""


def _peaks(counts: Mapping[int, int]) -> Collection[int]:
    """The numbers of the buckets that are peaks; `counts` is in order. Of equals side by side the first is meant."""
    if not counts:
        return ()
    mean = sum(counts.values()) / (max(counts) - min(counts) + 1)
    peaks = {max(counts, key=lambda number: counts[number])}
    for number, count in counts.items():
        if count < 1.5 * mean or count <= counts.get(number - 1, 0):
            continue
        after = number + 1
        while counts.get(after) == count:
            after += 1
        if count > counts.get(after, 0):
            peaks.add(number)
    return peaks
