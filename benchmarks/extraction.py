"""HTML pages: what koreanews and three other tools read from them, and how long they take.

    python -m benchmarks.extraction [--pages 20] [--rounds 3]

Pages made by rule in every layout, and real ones where ../shared/captures has them. Headline and date count if they
are equal; text by the F1 of its words against teaser and body. A tool's text counts alone or with the summary that
the tool gives beside it, whichever is better for it. All tools read a page in turn, in one process; of the rounds the
fastest counts. Exit status 1 where a goal is missed.
"""

from __future__ import annotations

import json
import re
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from benchmarks.measuring.commands import ROOT
from benchmarks.measuring.machine import described
from benchmarks.measuring.tables import Goal, duration, table
from benchmarks.measuring.turns import in_turns
from benchmarks.pages import LAYOUTS, page
from benchmarks.peers.extractors import EXTRACTORS, OURS, Extracted

SPEED = Goal(least=3)


class Sample(NamedTuple):
    """A page and what must be read from it."""

    name: str
    group: str
    html: str
    headline: str
    date: str
    text: str


class Reading(NamedTuple):
    """How one tool did on one page."""

    headline: bool
    date: bool
    f1: float
    seconds: float


def main() -> int:
    parser = ArgumentParser("python -m benchmarks.extraction", description="Accuracy and speed on HTML pages.")
    parser.add_argument("--pages", type=int, default=20, help="pages made of each layout (20)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is read by each tool (3)")
    parser.add_argument("--captures", type=Path, default=ROOT.parent / "shared" / "captures", help="real pages")
    asked = parser.parse_args()
    print(described("trafilatura", "newspaper4k", "readability-lxml", "lxml"))
    samples = [*real(asked.captures), *made(asked.pages)]
    readings = [read(sample, asked.rounds) for sample in samples]
    groups = list(dict.fromkeys(sample.group for sample in samples))
    for group in groups:
        own = [reading for sample, reading in zip(samples, readings, strict=True) if sample.group == group]
        print(_summary(f"{group}: {len(own)} pages", own))
    return _verdicts(samples, readings)


def read(sample: Sample, rounds: int) -> dict[str, Reading]:
    """How each tool reads a page."""
    found: dict[str, Extracted] = {name: extract(sample.html) for name, extract in EXTRACTORS.items()}
    tasks = {name: (lambda extract=extract: extract(sample.html)) for name, extract in EXTRACTORS.items()}
    seconds = in_turns(tasks, rounds)
    return {
        name: Reading(
            same(sample.headline, got.headline),
            got.date == sample.date,
            max(f1(sample.text, got.text), f1(sample.text, f"{got.summary} {got.text}")),
            min(seconds[name]),
        )
        for name, got in found.items()
    }


def f1(wanted: str, found: str) -> float:
    """The F1 of the words found against those wanted, each as often as it stands there."""
    one, other = Counter(_words(wanted)), Counter(_words(found))
    shared = (one & other).total()
    return 2 * shared / (one.total() + other.total()) if shared else 0.0


def real(folder: Path) -> list[Sample]:
    """The real pages of a folder, with the answers beside them; none where it is not there."""
    samples = []
    for path in sorted(folder.glob("*.html")):
        told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        text = " ".join([told["teaser"] or "", *told["body"]])
        html = path.read_text(encoding="utf-8")
        samples.append(Sample(path.stem, "real pages", html, told["headline"], told["date"], text))
    return samples


def made(number: int) -> list[Sample]:
    """So many pages made by rule of each layout."""
    samples = []
    for layout in LAYOUTS:
        # Chinese is left out: its words are not parted, and none of the tools parts them.
        pages = (page(7, place, "html", layout) for place in range(10 * number))
        chosen = [made for made in pages if made.facts.kind == "article" and made.facts.language != "zh"]
        for made in chosen[:number]:
            facts = made.facts
            text = f"{facts.teaser} {facts.body}"
            samples.append(Sample(made.id, layout, made.content, facts.headline, facts.date or "", text))
    return samples


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def same(wanted: str, found: str) -> bool:
    """Whether two headlines are equal, but for blanks and ′ for an apostrophe."""
    return wanted.replace("′", "'").split() == found.replace("′", "'").split()


def _summary(title: str, readings: Sequence[dict[str, Reading]]) -> str:
    rows = []
    own = mean(reading[OURS].seconds for reading in readings)
    for name in EXTRACTORS:
        each = [reading[name] for reading in readings]
        seconds = mean(one.seconds for one in each)
        rows.append(
            (
                name,
                f"{sum(one.headline for one in each)}/{len(each)}",
                f"{sum(one.date for one in each)}/{len(each)}",
                f"{mean(one.f1 for one in each):.4f}",
                f"{min(one.f1 for one in each):.4f}",
                duration(seconds),
                f"{seconds / own:.2f}",
            )
        )
    return table(title, ("tool", "headlines", "dates", "mean F1", "least F1", "a page", "times ours"), rows)


def _verdicts(samples: Sequence[Sample], readings: Sequence[dict[str, Reading]]) -> int:
    """Prints where the goals are missed; gives the exit status."""
    behind = []
    for sample, reading in zip(samples, readings, strict=True):
        ours = reading[OURS]
        for name, other in reading.items():
            if other.f1 > ours.f1 or (other.headline and not ours.headline) or (other.date and not ours.date):
                behind.append(f"{sample.name} ({sample.group}): F1 {ours.f1:.4f}, {name} {other.f1:.4f}")
    print(f"pages on which another tool is more accurate: {len(behind)} (goal: none)")
    for line in behind:
        print(f"  {line}")
    means = {name: mean(reading[name].seconds for reading in readings) for name in EXTRACTORS}
    ratio = means["trafilatura"] / means[OURS]
    print(f"trafilatura's time over ours, mean of all: {ratio:.2f} (goal: {SPEED.words()}; {SPEED.verdict(ratio)})")
    return 1 if behind or SPEED.verdict(ratio) != "met" else 0


if __name__ == "__main__":
    sys.exit(main())
