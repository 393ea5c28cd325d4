"""Parsing: pages a second of one core on the seeds, text in, record out.

    python benchmarks/parsing.py [SECONDS]

Beside it, in turns, bare Python does the least that any parser must with the same page: it splits the text into lines,
strips each, and writes and reads the page's record as JSON. How many times that work a page costs does not depend on
how fast or how busy the machine is; pages a second do. 2,000 are asked for. Exit status 1 where that is missed.
What is measured is the koreanews that is installed, compiled (docs/ingest.md) or not.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import process_time

GOAL = 2000
SEEDS = Path(__file__).resolve().parent.parent / "seeds"
_ROUND = 0.02
"""Seconds of one turn; the best of many short turns is the one that other work on the machine disturbed least."""


def main(seconds: float) -> int:
    import koreanews

    print(f"the best of {round(seconds / _ROUND)} turns a page; Python {sys.version.split()[0]} on {sys.platform}")
    print(f"koreanews is {'compiled' if koreanews.is_compiled() else 'not compiled'}")
    missed = False
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_bytes().decode()
        record = json.dumps(koreanews.parse(text).to_record())
        parsing, bare = _best((partial(koreanews.parse, text), partial(_bare_work, text, record)), seconds)
        missed = missed or 1 / parsing < GOAL
        print(
            f"{path.stem:<22} {1 / parsing:5,.0f} pages a second, {parsing * 1e6:5,.0f} us a page, "
            f"{parsing / bare:4.1f} times bare Python's lines and JSON ({bare * 1e6:,.0f} us)"
        )
    print(f"The goal, at least {GOAL:,} pages a second, is {'missed' if missed else 'met'}.")
    return int(missed)


def _bare_work(text: str, record: str) -> object:
    return [line.strip() for line in text.splitlines()], json.dumps(json.loads(record))


def _best(works: tuple[Callable[[], object], ...], seconds: float) -> list[float]:
    """The least processor time that one call of each of `works` took, measured in alternating turns."""
    gc.collect()
    best = [float("inf")] * len(works)
    began = process_time()
    while process_time() - began < seconds * len(works):
        for number, work in enumerate(works):
            calls, start = 0, process_time()
            while (spent := process_time() - start) < _ROUND:
                work()
                calls += 1
            best[number] = min(best[number], spent / calls)
    return best


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 5))
