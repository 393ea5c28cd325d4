"""Round numbers and evenly spaced periods for the scales of a picture."""

from __future__ import annotations

from collections.abc import Iterator

from koreanews.export.periods import Unit


def count_ticks(highest: int) -> list[int]:
    """Numbers from 0 to at least the highest count, evenly spaced by 1, 2 or 5 times a power of ten; seven at most."""
    step = next(step for step in _round_numbers() if step * 5 >= highest)
    return list(range(0, highest + step, step))


def _round_numbers() -> Iterator[int]:
    power = 1
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10


def period_ticks(first: int, last: int, unit: Unit, slot: float) -> list[int]:
    """The numbers of the periods to be labelled, evenly spaced, where each takes `slot` pixels.

    Years and months begin with a round year or the January of one, where the span holds one.
    """
    least = _LABEL[unit] / slot
    step = next((step for step in _STEPS[unit] if step >= least), None) or _powers_of_ten(least, _STEPS[unit][-1])
    aligned = -(-first // step) * step if unit != "week" else first
    return list(range(aligned, last + 1, step)) or [first]


_LABEL: dict[Unit, float] = {"year": 44.0, "month": 64.0, "week": 76.0}
"""Pixels that a label takes, with room beside it."""

_STEPS: dict[Unit, tuple[int, ...]] = {
    "year": (1, 2, 5, 10, 20, 50, 100),
    "month": (1, 2, 3, 6, 12, 24, 60, 120),
    "week": (1, 2, 4, 8, 13, 26, 52, 104, 261, 522),
}


def _powers_of_ten(least: float, step: int) -> int:
    while step < least:
        step *= 10
    return step
