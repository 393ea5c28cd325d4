"""Peak memory of `koreanews ingest`: of many pages as of few, of a large WARC as of a small one.

    python -m benchmarks.memory [--count 1000000] [--warc-count 20000]

All processes of the command together; memory that they share counts once. Text dumps: a hundredth of `--count`, but a
thousand at least, and all of it. WARC: gzipped record by record, half of it DW's pages, a tenth of `--warc-count` and
all of it. Judged is their own memory, that no file stands behind. What the search index's files take while they are
merged, which is memory that the kernel lends and takes back, is reported. Exit status 1 where a goal is missed.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measuring.commands import KOREANEWS, run_watched
from benchmarks.measuring.machine import described
from benchmarks.measuring.tables import Goal, duration, megabytes, table
from benchmarks.work import add_options, fresh, pages_folder, warc

SAME = Goal(most=1.2)
BOUND = 500_000_000


def main() -> int:
    parser = ArgumentParser("python -m benchmarks.memory", description="Peak memory of ingest.")
    add_options(parser, 1_000_000)
    parser.add_argument("--warc-count", type=int, default=20_000, help="pages in the larger WARC (20,000)")
    parser.add_argument("--only", choices=("text", "warc"), help="one of the two alone")
    asked = parser.parse_args()
    print(described("warcio"))
    met = []
    if asked.only != "warc":
        texts = [(count, pages_folder(asked.work, count)) for count in (max(1000, asked.count // 100), asked.count)]
        met.append(compare("text dumps", texts, asked.work))
    if asked.only != "text":
        warcs = [(count, warc(asked.work, count)) for count in (asked.warc_count // 10, asked.warc_count)]
        met.append(compare("pages in a WARC", warcs, asked.work))
    return 0 if all(met) else 1


def compare(what: str, sources: Sequence[tuple[int, Path]], work: Path) -> bool:
    """Prints the peak of ingesting each source into a new archive; gives whether the goals are met."""
    rows, met, first = [], True, 0
    for count, source in sources:
        out = fresh(work / "archive.memory")
        done = run_watched([*KOREANEWS, "--index", out, "--quiet", "ingest", source])
        fresh(out)
        first = first or done.own
        verdicts = [SAME.verdict(done.own / first), "met" if done.own < BOUND else "above 500 MB"]
        met = met and verdicts == ["met", "met"]
        said = "; ".join(dict.fromkeys(verdicts))
        numbers = megabytes(done.own), f"{done.own / first:.2f}", SAME.words(), said, megabytes(done.peak)
        rows.append((f"{count:,}", duration(done.seconds), *numbers))
    header = ("pages", "time", "peak", "over the first", "goal", "", "with mapped files")
    print(table(f"Peak memory of ingest, {what}; goal also: below 500 MB", header, rows))
    return met


if __name__ == "__main__":
    sys.exit(main())
