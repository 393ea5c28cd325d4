"""An archive about to meet a fault in the middle of an operation, and what must be so afterwards."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.faults.judging import (
    Bad,
    judge_again,
    judge_next,
    judge_records,
    judge_words,
    records_of,
)
from benchmarks.faults.operations import Operation, Script
from benchmarks.faults.running import Ran, Running, run


class Tried(NamedTuple):
    """A fault that was tried: what it was; whether it came to pass; what was bad about what followed."""

    fault: str
    hit: bool
    bad: tuple[Bad, ...]


class Case:
    """An archive as it is before an operation of a script, in a folder of its own; one that is there is taken."""

    def __init__(self, script: Script, number: int, folder: Path, rng: Random) -> None:
        self.script, self.number, self.rng, self.archive = script, number, rng, folder
        self.operation: Operation = script.operations[number]
        if not folder.exists():
            shutil.copytree(script.snapshots[number], folder)

    def running(self, prepare: Callable[[], None] | None = None) -> Running:
        """The operation, about to begin; `prepare` is called in its process."""

        def both() -> None:
            self.operation.prepare()
            if prepare is not None:
                prepare()

        return Running(self.operation.command(self.archive), self.script.place, both)

    def reading(self, prepare: Callable[[], None] | None = None) -> Running:
        """A command that only looks, about to begin."""
        return Running(("--index", str(self.archive), *self._looking()), self.script.place, prepare)

    def judged(self, ran: Ran, *others: Ran) -> tuple[Bad, ...]:
        """What is bad about how the operation went, and others under the fault, and what follows without a fault."""
        bad = [bad for one in (ran, *others) if one.status >= 0 for bad in judge_words(one, self.operation.name)]
        return (*bad, *self.judged_after(told=ran.status == 0))

    def judged_after(self, *, told: bool) -> tuple[Bad, ...]:
        """What is bad about what follows: all must be there, `check` pass, and doing it again give the same.

        `told` is whether the operation said that it was done.
        """
        bad = []
        try:
            for one in self._judged_after(told=told):
                bad.append(one)
        except RuntimeError as error:
            # The library refuses to open it.
            bad.append(Bad("by hand", str(error)))
        return tuple(bad)

    def _judged_after(self, *, told: bool) -> Iterator[Bad]:
        before, after = self.script.states[self.number], self.script.states[self.number + 1]
        if self.rng.random() < 0.7:
            kept = before if after else {}
            yield from judge_next(self.archive, self.script.place, self._looking(), kept)
            yield from judge_next(self.archive, self.script.place, ("check",), kept)
            yield from judge_records(self.archive, before, after, self.script.lines[self.number + 1], told=told)
        yield from self._done_again()
        yield from judge_again(self.archive, after)
        yield from judge_next(self.archive, self.script.place, ("check",), after)

    def left_to_do(self) -> Operation | None:
        """The operation without the records that it has removed already; null where none are left.

        What is not there any more would be taken for the beginning of another record's id.
        """
        words = self.operation.words
        if self.operation.name == "remove":
            still = records_of(self.archive)
            words = tuple(word for word in words if word not in self.script.states[self.number] or word in still)
            if words == ("--yes",):
                return None
        return self.operation._replace(words=words)

    def _done_again(self) -> Iterator[Bad]:
        operation = self.left_to_do()
        if operation is None:
            return
        ran = run(operation.command(self.archive), self.script.place, operation.prepare)
        yield from judge_words(ran, f"{operation.name} again")
        if ran.status:
            yield Bad("by hand", f"{operation.name} again: {ran.output[-500:]} {ran.errors[-500:]}")

    def _looking(self) -> tuple[str, ...]:
        """Words of a command that looks."""
        choices: list[tuple[str, ...]] = [
            *(("list",), ("search", "korea OR -korea", "--limit", "3"), ("stats", "--json"), ("check",)),
            ("export", "--format", "json"),
        ]
        before, after = self.script.states[self.number], self.script.states[self.number + 1]
        if ids := sorted(before.keys() & after.keys()):
            choices.append(("show", self.rng.choice(ids)))
        return self.rng.choice(choices)


def random_case(script: Script, folder: Path, rng: Random) -> Case:
    """A case of any of the script's operations."""
    return Case(script, rng.randrange(len(script.operations)), folder, rng)
