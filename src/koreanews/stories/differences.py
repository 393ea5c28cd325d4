"""What differs between two records of one story, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from koreanews.stories.results import Difference


def differences(one: dict[str, Any], other: dict[str, Any]) -> tuple[Difference, ...]:
    """How the other record differs from the one, key by key in the record's order; not in id and evidence."""
    return tuple(
        Difference(key, text) for key in one if key not in _ITS_OWN for text in _told(key, one[key], other.get(key))
    )


_ITS_OWN = frozenset({"id", "schema", "dates", "source", "sources", "headings"})


def _told(key: str, one: Any, other: Any) -> Iterator[str]:
    """What differs between two values of `key`, in words; nothing where they are equal."""
    if one == other:
        return
    if key == "body":
        yield _of_bodies(one or "", other or "")
    elif isinstance(one, list) and isinstance(other, list):
        yield f"{len(other)} instead of {len(one)}" if len(one) != len(other) else f"other {key} ({len(one)})"
    elif isinstance(one, dict) or isinstance(other, dict):
        yield _change(_text(one), _text(other))
    else:
        yield _change(one, other)


def _text(value: Any) -> str | None:
    """What a byline says as it stands."""
    return value.get("text") if isinstance(value, dict) else None


def _change(one: str | None, other: str | None) -> str:
    if one is None:
        return f"{other!r} instead of none"
    return f"none instead of {one!r}" if other is None else f"{other!r} instead of {one!r}"


def _of_bodies(one: str, other: str) -> str:
    left, right = one.split("\n\n"), other.split("\n\n")
    missing, added = len(set(left) - set(right)), len(set(right) - set(left))
    if not (missing or added):
        return "the same paragraphs in another order, or repeated"
    parts = [f"{missing} of {len(left)} paragraphs missing or changed"] if missing else []
    parts += [f"{added} new or changed"] if added else []
    return ", ".join(parts)
