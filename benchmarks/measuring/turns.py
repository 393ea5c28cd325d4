"""Timing things in turns, so that what else a machine does falls on all alike."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter


def in_turns(
    tasks: Mapping[str, Callable[[], object]], rounds: int, clock: Callable[[], float] = perf_counter
) -> dict[str, list[float]]:
    """Seconds of each task in each round. Every round begins with another task; an error is not caught.

    `clock` may be `time.process_time` for what this process does alone: others that wait for the processor are no
    part of it then.
    """
    names = list(tasks)
    seconds: dict[str, list[float]] = {name: [] for name in names}
    for turn in range(rounds):
        shift = turn % len(names)
        for name in names[shift:] + names[:shift]:
            gc.collect()
            began = clock()
            tasks[name]()
            seconds[name].append(clock() - began)
    return seconds


def medians(seconds: Mapping[str, list[float]]) -> dict[str, float]:
    return {name: median(values) for name, values in seconds.items()}


def fastest(seconds: Mapping[str, list[float]]) -> dict[str, float]:
    """Of each the round that was disturbed least."""
    return {name: min(values) for name, values in seconds.items()}
