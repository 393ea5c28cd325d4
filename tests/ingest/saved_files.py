"""Saved pages as files for the tests of this folder, of our own prose, and the ingest of them."""

from __future__ import annotations

import os
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from koreanews.index import Index
from koreanews.ingest import Outcome, ingest


def page(number: int, *, words: int = 60, extra: str = "") -> str:
    """A text dump; its records differ from number to number."""
    day = f"{1 + number % 28:02}.{1 + number % 12:02}.{2005 + number % 15}"
    title = f"Ferry {number} reaches the island"
    prose = " ".join(f"wave{number * 7 + word}" for word in range(words))
    return (
        f"{title} | News | DW | {day}\n\n{title}\n\nA teaser of ferry {number}.{extra}\n\nThe crew counted {prose}.\n"
    )


def save(folder: Path, pages: dict[str, str | bytes], *, age: float = 3600.0) -> Path:
    """Files of those names in the folder, last changed `age` seconds ago."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        changed(path, age)
    return folder


def save_many(folder: Path, number: int, *, words: int = 60) -> Path:
    """So many different pages."""
    return save(folder, {f"{one:05}.txt": page(one, words=words) for one in range(number)})


def changed(path: Path, age: float) -> None:
    """Dates the file's last change."""
    then = time.time_ns() - int(age * 1e9)
    os.utime(path, ns=(then, then))


def fill(folder: Path, *paths: Path | str, **options: Any) -> list[Outcome]:
    """What becomes of the paths in the archive of the folder."""
    with Index(folder).writer() as writer, closing(ingest(writer, paths, **options)) as outcomes:
        return list(outcomes)


def results(outcomes: list[Outcome]) -> dict[str, int]:
    """How many there are of each result."""
    counted: dict[str, int] = {}
    for outcome in outcomes:
        counted[outcome.result] = counted.get(outcome.result, 0) + outcome.number
    return counted


def records(folder: Path) -> bytes:
    return (folder / "records.jsonl").read_bytes()
