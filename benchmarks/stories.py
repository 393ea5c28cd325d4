"""Measures what is made of the mentions between stories, and of copies: how much is found, how much wrongly, how fast.

    PYTHONPATH=src python -m benchmarks.stories [--seeds 5] [--sizes 10000 30000 100000]

The archive is made by rule from a seed number: stories in lines, each naming others the four ways, with what a real
archive does to that: headlines reworded since, dates a day off, teasers gone, stories that the archive lacks, columns
with one headline every week or every day, a gallery that every page recommends, pairs of stories of one day that
differ in a name, and copies (other captures, updates, cut captures, agency copy) beside stories that share only their
background.
What is meant by each is known because the archive was made from it.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.story_web import DAYS, Web, web
from koreanews.index import Index
from koreanews.stories import Stories

SEED = 20190322
RECORDS = 400
"""Of an archive whose links are looked at one by one."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--sizes", type=int, nargs="*", default=(10_000, 30_000, 100_000), help="records of the growing archives"
    )
    parser.add_argument(
        "--dense-as",
        type=int,
        metavar="N",
        help="growing archives of fewer years, with as many records a day as N have",
    )
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--seeds", type=int, default=5, help="how many archives, of this seed number and the next ones")
    parser.add_argument("--show", action="store_true", help="print what was missed and what was wrong")
    asked = parser.parse_args()
    for seed in range(asked.seed, asked.seed + asked.seeds):
        report_quality(seed, asked.show)
    for size in asked.sizes:
        report_growth(asked.seed, size, DAYS if asked.dense_as is None else DAYS * size // asked.dense_as)


def report_quality(seed: int, show: bool) -> None:
    made = web(seed, RECORDS)
    with TemporaryDirectory() as folder:
        index = filled(Path(folder) / "index", made)
        stories = Stories(index)
        means, uncertain = links_found(stories, made)
        known = f"{len(made.links)} mentions of stories in the archive, {made.lacking} of others"
        print(f"seed {seed}: {len(index)} records, {known}")
        report("links", set(made.links), means, show)
        print(f"    said to be uncertain: {len(uncertain)} mentions")
        pairs = {pair for group in stories.duplicates() for pair in _pairs(copy.story.id for copy in group.copies)}
        report("copies", {pair for group in made.copies for pair in _pairs(group)}, pairs, show)


def links_found(stories: Stories, made: Web) -> tuple[set[tuple[str, str, str]], set[tuple[str, str]]]:
    """(page, headline as the page has it, id meant) as found; and what was not decided. Copies count as one story."""
    means, uncertain = set(), set()
    for id in made.ids():
        for link in stories.links(id).outgoing:
            if link.status == "found":
                means.add((id, link.headline, made.story_of(link.meant[0].story.id)))
            elif link.status == "uncertain":
                uncertain.add((id, link.headline))
    return means, uncertain


def report(what: str, true: set, found: set, show: bool) -> None:
    right = len(true & found)
    print(f"{what}: precision {right / max(1, len(found)):.4f}, recall {right / max(1, len(true)):.4f} ({len(true)})")
    if show:
        for name, things in (("missed", true - found), ("wrong", found - true)):
            for thing in sorted(things):
                print(f"    {name}: {thing}")


def report_growth(seed: int, size: int, days: int) -> None:
    """The first filling, then one story more: the processor time of each, the reading of records.jsonl included."""
    made = web(seed, size, days)
    with TemporaryDirectory() as folder:
        begin = time.process_time()
        index = filled(Path(folder) / "index", made)
        written = time.process_time() - begin
        del made
        stories = Stories(index)
        begin = time.process_time()
        stories.refresh()
        first = time.process_time() - begin
        with index.writer() as writer:
            for article in web(seed + 1, 12).articles[:1]:
                writer.add(article)
        begin = time.process_time()
        stories.refresh()
        one = time.process_time() - begin
        begin = time.process_time()
        lacking = len(stories.wanted())
        listed = time.process_time() - begin
        store = next((Path(folder) / "index").glob("search/*/stories.sqlite")).stat().st_size
        records = len(index)
        each, kept = first / records * 1000, store / records / 1000
        print(
            f"{records:7,} records of {days:,} days, written in {written / records * 1000:.2f} ms each: "
            f"links followed in {first:.1f} s, {each:.2f} ms a record; one more in {one * 1000:.0f} ms; "
            f"{lacking:,} wanted listed in {listed:.1f} s; store {kept:.1f} kB a record",
            flush=True,
        )


def filled(folder: Path, made: Web) -> Index:
    index = Index(folder)
    with index.writer() as writer:
        for article in made.articles:
            writer.add(article)
    return index


def _pairs(ids: Iterable[str]) -> set[tuple[str, str]]:
    ordered = sorted(ids)
    return {(one, other) for at, one in enumerate(ordered) for other in ordered[at + 1 :]}


if __name__ == "__main__":
    main()
