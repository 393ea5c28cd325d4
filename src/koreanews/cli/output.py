"""What goes out: results to standard output, word about them to standard error. All of it safe to show."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

from koreanews.cli.safe import ascii_json, controlless_json, one_line, visible, visible_json


def is_terminal() -> bool:
    """Whether results are read by a person at a terminal, not by a pipe or a file."""
    return sys.stdout.isatty()


def can_ask() -> bool:
    """Whether there is a person at a terminal to answer a question."""
    return sys.stdin is not None and sys.stdin.isatty()


def print_line(text: str = "") -> None:
    """A line of results, already safe."""
    sys.stdout.write(f"{text}\n")


def print_fields(fields: Iterable[str | None]) -> None:
    """Fields on one line with tabs between them, whole; None is an empty field."""
    print_line("\t".join(one_line(field or "") for field in fields))


def print_json(value: Any) -> None:
    """A value as one line of JSON."""
    import json

    print_json_line(json.dumps(value, ensure_ascii=False))


def print_json_line(line: str) -> None:
    """A line of JSON as it stands, with every control character escaped; to a terminal, every unsafe one."""
    line = visible_json(line) if is_terminal() else controlless_json(line)
    if (sys.stdout.encoding or "").lower().replace("-", "") != "utf8":
        line = ascii_json(line)
    print_line(line)


def say(message: str) -> None:
    """A line to standard error. What it quotes is made visible; line ends within it are not kept."""
    sys.stdout.flush()
    sys.stderr.write(f"{visible(message)}\n")
    sys.stderr.flush()
