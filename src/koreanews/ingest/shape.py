"""Whether a record has the shape that docs/record.md describes, told from the article's own types."""

from __future__ import annotations

from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from koreanews.parser.article import ARTICLE_FIELDS, Article


def misfit(record: dict[str, Any]) -> str | None:
    """What is wrong with the shape of a record, for a person; null where nothing is. Other keys may stand in it."""
    for name in ARTICLE_FIELDS:
        if name not in record:
            return f"this record has no {name!r}"
        if not _fits(record[name], _hints(Article)[name]):
            return f"the {name!r} of this record has not the shape that it must have"
    return None


def _fits(value: Any, kind: Any) -> bool:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return any(_fits(value, one) for one in inner)
    if origin is tuple:
        return isinstance(value, list) and all(_fits(one, inner[0]) for one in value)
    if kind in (str, NoneType):
        return isinstance(value, kind)
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool)
    hints = _hints(kind)
    return (
        isinstance(value, dict)
        and value.keys() == hints.keys()
        and all(_fits(value[name], hint) for name, hint in hints.items())
    )


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
