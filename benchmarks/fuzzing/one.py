"""Fuzzes one target in this process until its time is over or an input fails: `python -m benchmarks.fuzzing.one`.

Run by `__main__`: the target's name, then libFuzzer's own arguments. An input fails, too, that takes more processor
time than its size allows; libFuzzer itself sees to those that hang or eat memory.
"""

from __future__ import annotations

import sys
from time import process_time

import atheris

SECONDS = 3.0
SECONDS_A_KB = 0.05
"""Instrumented code runs several times slower than what people run, beside others on the machine."""


def main() -> None:
    name = sys.argv.pop(1)
    with atheris.instrument_imports(include=["koreanews"]):
        from benchmarks.fuzzing.targets import TARGETS
    target = TARGETS[name]

    def timed(data: bytes) -> None:
        began = process_time()
        target(data)
        taken = process_time() - began
        if taken > SECONDS + len(data) / 1000 * SECONDS_A_KB:
            raise AssertionError(f"{len(data)} bytes took {taken:.1f} s")

    target(b"")
    atheris.Setup(sys.argv, timed)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
