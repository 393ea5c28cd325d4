"""Searching: 20 queries in process, top ten with passages, beside bare tantivy and SQLite FTS5 on the same text.

    python -m benchmarks.searching [--count 100000] [--rounds 5]

Four queries each of rare words, common words, phrases, words that must both be there, and words within dates; they
are taken from what the records hold. The other engines are given the text that koreanews finds words in. Each query
is put to the engines in turn, once before it counts; of the rounds the median of the processor's time counts, which all
three spend in this process alone. A ratio is between sums over a kind's queries. Exit status 1 where a goal is missed.
"""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import islice
from pathlib import Path
from time import process_time

from benchmarks.measuring.commands import run
from benchmarks.measuring.machine import described
from benchmarks.measuring.tables import Goal, duration, table
from benchmarks.measuring.turns import in_turns, medians
from benchmarks.peers import bare_tantivy, sqlite_fts5
from benchmarks.peers.asked import Asked
from benchmarks.peers.documents import documents
from benchmarks.work import add_options, archive, fresh
from koreanews import Index

OURS, TANTIVY, SQLITE = "koreanews", "bare tantivy", "SQLite FTS5"
AS_TANTIVY = Goal(most=1.3)
AS_SQLITE = {"rare": Goal(most=2), "common": Goal(most=1 / 25)}

Find = Callable[[Asked], int]
"""Puts a query to an engine; gives the number of hits that it shows."""


def main() -> int:
    parser = ArgumentParser("python -m benchmarks.searching", description="Searching in process.")
    add_options(parser, 100_000)
    parser.add_argument("--rounds", type=int, default=5, help="how often each query is put (5)")
    asked = parser.parse_args()
    print(described())
    folder = archive(asked.work, asked.count)
    engines = {
        OURS: _ours(folder),
        TANTIVY: _theirs(bare_tantivy.Searcher(_filled(folder, "bare_tantivy"))),
        SQLITE: _theirs(sqlite_fts5.Searcher(_filled(folder, "sqlite_fts5"))),
    }
    queries = chosen_queries(folder / "records.jsonl")
    times = {query: measured(query, engines, asked.rounds) for query in queries}
    print(table(f"Each query on {asked.count:,} records", ("query", *engines, "hits shown"), map(_row, times.items())))
    return _verdicts(times)


def measured(query: Asked, engines: dict[str, Find], rounds: int) -> dict[str, tuple[float, int]]:
    """Median seconds of each engine, and the hits that it shows."""
    shown = {name: find(query) for name, find in engines.items()}
    seconds = medians(in_turns({name: partial(find, query) for name, find in engines.items()}, rounds, process_time))
    return {name: (seconds[name], shown[name]) for name in engines}


def chosen_queries(records: Path) -> list[Asked]:
    """Twenty queries, from how often words stand in the first 4,000 records; the same records give the same."""
    sample = [each.text for each in islice(documents(records), 4000)]
    counts: Counter[str] = Counter()
    standing: dict[str, str] = {}
    for text in sample:
        words = {_ENDING.sub("", word): word for word in _WORD.findall(text.lower())}
        counts.update(words.keys())
        # A stem need not be a word of any text: what is asked for is the word in the form in which it stands.
        standing = words | standing
    rare = sorted(standing[stem] for stem, count in counts.items() if count == 1)
    middling = sorted(standing[stem] for stem, count in counts.items() if 0.01 < count / len(sample) < 0.03)
    rare, middling = rare[:: len(rare) // 4 or 1], middling[:: len(middling) // 8 or 1]
    pair = _pair(middling[5], sample)
    common = ("Korea", "North", "Kim", "said")
    phrases = ("North Korea", "Kim Jong Un", "South Korea", pair)
    both = (("Korea", middling[0]), ("Kim", "Pyongyang"), (middling[1], middling[2]), ("nuclear", middling[3]))
    return [
        *(Asked("rare", (word,)) for word in rare[:4]),
        *(Asked("common", (word,)) for word in common),
        *(Asked("phrase", (phrase,)) for phrase in phrases),
        *(Asked("and", words) for words in both),
        Asked("dates", ("Korea",), "20150101", "20151231"),
        Asked("dates", ("missile",), "20180301", "20180331"),
        Asked("dates", (middling[4],), "20100101", "20121231"),
        Asked("dates", ("Kim Jong Un",), "20190322", "20190405"),
    ]


def _pair(word: str, texts: list[str]) -> str:
    """A word, with the one that follows it where it first does not end a sentence; or, if it always does, precedes."""
    for pattern in (rf"\b{word} [a-z]+", rf"[a-z]+ {word}\b"):
        for text in texts:
            if match := re.search(pattern, text, re.IGNORECASE):
                return match[0]
    return word


_WORD = re.compile(r"\b[a-z]{6,}\b")
_ENDING = re.compile("(?:s|ed|ing|en|er|ung)$")
"""Of words made by rule: forms of one word are one word to all engines."""


def _ours(folder: Path) -> Find:
    index = Index(folder)

    def find(asked: Asked) -> int:
        first, last = (asked.first, asked.last) if asked.first else (None, None)
        return len(index.search(asked.plain(), date_from=_iso(first), date_to=_iso(last), limit=10).hits)

    return find


def _theirs(searcher: bare_tantivy.Searcher | sqlite_fts5.Searcher) -> Find:
    return lambda asked: len(searcher.find(asked))


def _iso(day: str | None) -> str | None:
    return f"{day[:4]}-{day[4:6]}-{day[6:]}" if day else None


def _filled(folder: Path, module: str) -> Path:
    """The other engine's index of the archive's records, made where it is missing."""
    out = folder.with_name(f"{folder.name}.{module}")
    if not out.exists():
        print(f"filling {module} ...", file=sys.stderr)
        unfinished = fresh(out.with_suffix(".part"))
        run([sys.executable, "-m", f"benchmarks.peers.{module}", folder / "records.jsonl", unfinished])
        unfinished.rename(out)
    return out


def _row(each: tuple[Asked, dict[str, tuple[float, int]]]) -> tuple[str, ...]:
    asked, found = each
    shown = "/".join(str(hits) for _, hits in found.values())
    return (f"{asked.kind}: {asked}", *(duration(seconds) for seconds, _ in found.values()), shown)


def _verdicts(times: dict[Asked, dict[str, tuple[float, int]]]) -> int:
    """Prints ratios beside goals; gives the exit status."""
    rows, met = [], True
    kinds = [*dict.fromkeys(asked.kind for asked in times), "all"]
    for kind in kinds:
        sums = {
            name: sum(found[name][0] for asked, found in times.items() if kind in (asked.kind, "all"))
            for name in (OURS, TANTIVY, SQLITE)
        }
        for name, goal in ((TANTIVY, AS_TANTIVY if kind == "all" else Goal()), (SQLITE, AS_SQLITE.get(kind, Goal()))):
            ratio = sums[OURS] / sums[name]
            verdict = goal.verdict(ratio)
            met = met and not verdict.startswith("missed")
            sides = duration(sums[OURS]), duration(sums[name])
            rows.append((f"{kind}, {name}", *sides, f"{ratio:.3f}", goal.words(), verdict))
    print(table("Sums by kind of query", ("kind, engine", "ours", "its", "ours over its", "goal", ""), rows))
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
