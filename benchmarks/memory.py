"""Peak memory of `koreanews ingest`: of many pages as of few, of a large WARC as of a small one.

    python -m benchmarks.memory [--count 1000000] [--warc-count 20000] [--no-links]

All processes of the command together; memory that they share counts once. Text dumps: a hundredth of `--count`, but a
thousand at least, and all of it. WARC: gzipped record by record, half of it DW's pages, a tenth of `--warc-count` and
all of it. Judged is all memory, that of mapped files included; what no file stands behind is told beside it. With
`--no-links`, links between stories are not followed afterwards. Exit status 1 where a goal is missed.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measuring.commands import KOREANEWS, Finished, run_watched
from benchmarks.measuring.machine import described
from benchmarks.measuring.tables import Goal, duration, megabytes, table
from benchmarks.work import add_options, archive_folder, fresh, pages_folder, warc

SAME = Goal(most=1.2)
BOUND = 500_000_000


def main() -> int:
    parser = ArgumentParser("python -m benchmarks.memory", description="Peak memory of ingest.")
    add_options(parser, 1_000_000)
    parser.add_argument("--warc-count", type=int, default=20_000, help="pages in the larger WARC (20,000)")
    parser.add_argument("--only", choices=("text", "warc"), help="one of the two alone")
    parser.add_argument("--no-links", action="store_true", help="as of ingest")
    asked = parser.parse_args()
    print(described("warcio"))
    options = ["--no-links"] if asked.no_links else []
    met = []
    if asked.only != "warc":
        texts = [(count, pages_folder(asked.work, count)) for count in (max(1000, asked.count // 100), asked.count)]
        met.append(compare("text dumps", texts, asked.work, options, judged_from=10_000, keep=True))
    if asked.only != "text":
        warcs = [(count, warc(asked.work, count)) for count in (asked.warc_count // 10, asked.warc_count)]
        met.append(compare("pages in a WARC", warcs, asked.work, options, judged_from=2_000))
    return 0 if all(met) else 1


def compare(
    what: str,
    sources: Sequence[tuple[int, Path]],
    work: Path,
    options: Sequence[str] = (),
    *,
    judged_from: int,
    keep: bool = False,
) -> bool:
    """Prints the peak of ingesting each source into a new archive, with options; gives whether the goals are met.

    Of a first source with fewer pages than `judged_from`, which end before memory is at its height, the ratio is only
    reported. `keep`: other benchmarks can use the archives.
    """
    rows, met, first = [], True, Finished(0)
    same = SAME if sources[0][0] >= judged_from else Goal()
    for count, source in sources:
        out = fresh(work / "archive.memory")
        done = run_watched([*KOREANEWS, "--index", out, "--quiet", "ingest", *options, source])
        if keep and not (kept := archive_folder(work, count)).exists():
            out.rename(kept)
        fresh(out)
        first = first if rows else done
        verdicts = [same.verdict(done.peak / first.peak) or "met", "met" if done.peak < BOUND else "above 500 MB"]
        met = met and verdicts == ["met", "met"]
        total = megabytes(done.peak), f"{done.peak / first.peak:.2f}", same.words(), "; ".join(dict.fromkeys(verdicts))
        rows.append((f"{count:,}", duration(done.seconds), *total, megabytes(done.own), f"{done.own / first.own:.2f}"))
    header = ("pages", "time", "memory", "over the first", "goal", "", "no file behind it", "over the first")
    print(table(f"Peak memory of ingest, {what}; goal also: below 500 MB", header, rows))
    return met


if __name__ == "__main__":
    sys.exit(main())
