"""Values of a record, taken as the record format has them; what a hand put there instead counts as nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from koreanews.export.characters import plain

Record = Mapping[str, Any]
"""A record as plain dicts, lists and strings: as `Index.records` gives it."""


def single_line(value: object) -> str:
    """A text as plain text on one line, runs of blanks made one; "" for null and for anything but text."""
    return plain(" ".join(value.split())) if isinstance(value, str) else ""


def lines_in(value: object) -> list[str]:
    """The texts of a list, each on one line, empty ones left out."""
    return [line for one in value if (line := single_line(one))] if isinstance(value, list) else []


def dicts_in(value: object) -> list[Mapping[str, Any]]:
    """The objects of a list."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def dict_of(value: object) -> Mapping[str, Any]:
    """An object; an empty one for anything else."""
    return value if isinstance(value, dict) else {}
