"""No regular expression of the package can be kept busy: each is tried on long strings that are made against it.

Over so many characters one that backtracks takes seconds, minutes or for ever, all others some milliseconds; `within`
ends it after a time of the processor's that no other comes near, so that a test that fails says so and does not hang.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from adversarial_strings import strings
from patterns_of_the_package import SOURCE

from koreanews.ingest.limit import TooLong, within

LENGTH = 32_000
SECONDS = 0.6


USES = {
    # Anchored where they are used: a search would begin anew at every character.
    "captures/resources.py": ("fullmatch",),
    "cleaner/text/shapes.py": ("match",),
    "export/tables.py": ("match",),
}
"""For the patterns of some files the only ways in which they are used."""

LONGEST = {"cleaner/sections.py": 60, "parser/weekdays.py": 20}
"""For those of some others the longest text that they are put to."""


@cache
def patterns() -> dict[str, re.Pattern[Any]]:
    """All patterns, by file, line and beginning."""
    found = {}
    for file, line, pattern, flags, is_bytes in collected():
        compiled = re.compile(pattern.encode("latin-1") if is_bytes else pattern, flags)
        found[f"{file}:{line} {pattern[:30]}"] = compiled
    return found


@cache
def collected() -> list[tuple[str, int, str, int, bool]]:
    root = SOURCE.parents[1]
    done = subprocess.run(
        [sys.executable, "-W", "ignore", str(Path(__file__).with_name("patterns_of_the_package.py"))],
        capture_output=True,
        check=True,
        env={"PYTHONPATH": f"{root / 'src'}:{root}"},
        timeout=300,
    )
    found: list[tuple[str, int, str, int, bool]] = [tuple(one) for one in json.loads(done.stdout)]
    return found


def test_every_place_that_uses_one_was_met() -> None:
    met = {(file, line) for file, line, *_ in collected()}
    missing = []
    for path in sorted(SOURCE.rglob("*.py")):
        name = str(path.relative_to(SOURCE))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "re"
                and node.func.attr not in ("escape", "purge")
                and not any((name, line) in met for line in range(node.lineno, (node.end_lineno or node.lineno) + 1))
            ):
                missing.append(f"{name}:{node.lineno}")
    assert missing == []


def test_none_can_be_kept_busy() -> None:
    busy = [f"{name}: {text[:40]!r}" for name, pattern in patterns().items() if (text := _text_against(name, pattern))]
    assert busy == []


def _text_against(name: str, pattern: re.Pattern[Any]) -> str | None:
    """A text that keeps a pattern busy, tried in the ways in which it may be used; null where there is none."""
    file = name.partition(":")[0]
    uses = USES.get(file, ("search", "match", "fullmatch", "sub"))
    for text in strings(pattern, LONGEST.get(file, LENGTH)):
        subject: Any = text.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else text
        for use in uses:
            arguments = (subject[:0], subject) if use == "sub" else (subject,)
            try:
                within(SECONDS, partial(getattr(pattern, use), *arguments))
            except TooLong:
                return text
    return None


@pytest.mark.skipif(sys.platform == "win32", reason="no such timers there")
def test_one_that_backtracks_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "SECONDS", 0.5)
    assert _text_against("", re.compile(r"(?:a+b?)+c"))
    assert _text_against("", re.compile(r"\s+x"))
    assert _text_against("", re.compile(r"[a-z]+[a-z ]*\d")) is not None
    assert _text_against("", re.compile(r"\d{1,2}\.\d{4}")) is None
