"""Whether anything was lost: what an archive must hold after a fault, and whether the commands go on from there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.faults.running import Ran, ask, run

Kept = dict[str, tuple[str, ...]]
"""For each id in force its line, then those of its other versions."""


class Bad(NamedTuple):
    """Something that must not be. `what` is "lost", "by hand", "traceback" or "other"."""

    what: str
    sentence: str


def records_of(archive: Path) -> Kept:
    """What is in force in an archive, as the library gives it."""

    def read() -> Kept:
        from koreanews.index import Index

        index = Index(archive, on_warning=lambda _: None)
        kept: Kept = {}
        for line in index.lines():
            id = json.loads(line)["id"]
            versions = [index.get_line(id, str(one.number)) for one in index.versions(id) if not one.in_force]
            kept[id] = (line, *sorted(versions))
        return kept

    found: Kept = ask(read)
    return found


def judge_words(ran: Ran, doing: str) -> Iterator[Bad]:
    """Of a command that met a fault: it did its work, or says in a sentence why not."""
    for mark in ("Traceback (most recent call last)", "panicked at", "Exception ignored"):
        if mark in ran.errors:
            yield Bad("traceback", f"{doing}: {ran.errors[-1500:]}")
            return
    if ran.status not in (0, 1) and ran.status >= 0:
        yield Bad("other", f"{doing}: exit status {ran.status}, {ran.errors[-500:]}")
    said = [line for line in (ran.output + ran.errors).splitlines() if not line.startswith("Warning: ")]
    if ran.status == 1 and (not said or sum(line.startswith("Error: ") for line in said) > 1):
        yield Bad("other", f"{doing}: exit status 1 without one sentence: {ran.errors[-500:]!r}")


def judge_next(archive: Path, place: Path, words: tuple[str, ...], kept: Kept) -> Iterator[Bad]:
    """The next command works by itself. Where nothing need be `kept`, there may also be no archive yet."""
    ran = run(("--index", str(archive), *words), place)
    doing = " ".join(words)
    yield from judge_words(ran, doing)
    nothing = "There is no index" in ran.errors and not (archive / "records.jsonl").exists()
    if ran.status and not kept and (nothing or ran.errors.startswith(("There are no records.", "Nothing found"))):
        return
    if ran.status:
        yield Bad("by hand", f"{doing}: exit status {ran.status}, {ran.output[-800:]} {ran.errors[-800:]}")


def judge_repair(archive: Path, place: Path) -> Iterator[Bad]:
    """`check` passes, or finds the search index wrong and no more; `check --repair` mends that."""
    for words in (("check", "--json"), ("check", "--repair", "--json")):
        ran = run(("--index", str(archive), *words), place)
        yield from judge_words(ran, " ".join(words))
        if ran.status == 0 or "There is no index" in ran.errors:
            return
        faults = [json.loads(line) for line in ran.output.splitlines()]
        if {fault["kind"] for fault in faults} != {"search"}:
            yield Bad("by hand", f"{' '.join(words)}: {ran.output[-500:]} {ran.errors[-500:]}")
    if not all(fault["mended"] for fault in faults):
        yield Bad("by hand", f"not mended: {faults}")


def judge_records(archive: Path, before: Kept, after: Kept, written: Iterable[bytes], *, told: bool) -> Iterator[Bad]:
    """Each record is as it was before the operation, as it is after it or, as long as that was not told, in between.

    `written` are the lines that the operation may write.
    """
    if not (archive / "records.jsonl").exists():
        if before or (told and after):
            yield Bad("lost", "records.jsonl is gone")
        return
    found = records_of(archive)
    between: dict[str, set[str]] = {}
    for line in written:
        between.setdefault(json.loads(line)["id"], set()).add(line.decode())
    for id in before.keys() | after.keys() | found.keys():
        now, then, goal = found.get(id), before.get(id), after.get(id)
        if now == goal or (now == then and not told):
            continue
        if told:
            yield Bad("lost", f"{id} is not as was told")
        elif now is None:
            if not any('"removed": true' in line for line in between.get(id, ())):
                yield Bad("lost", f"{id} is gone")
        elif not set(now) <= between.get(id, set()) | set(then or ()) | set(goal or ()):
            yield Bad("lost", f"{id} says what it never said")
        elif then is not None and goal is not None and not set(then) & set(goal) <= set(now):
            yield Bad("lost", f"{id} has lost a version")


def judge_again(archive: Path, after: Kept) -> Iterator[Bad]:
    """With the operation done again, all is as if nothing had happened."""
    found = records_of(archive)
    if found != after:
        ids = sorted(id for id in found.keys() | after.keys() if found.get(id) != after.get(id))
        yield Bad("other", f"after doing it again, other than if nothing had happened: {', '.join(ids)}")
