"""Arguments of an archive's methods, checked before the search engine has them.

What that raises for a wrong argument is what it raises for a damaged file.
"""

from __future__ import annotations

from typing import Any, get_args


def check_order(sort: str, orders: Any) -> None:
    """ValueError where `sort` is none of a Literal's `orders`."""
    if sort not in get_args(orders):
        raise ValueError(f"{sort!r} is no order of this: choose one of {', '.join(map(repr, get_args(orders)))}")


def check_stretch(limit: int | None, offset: int = 0) -> None:
    """ValueError where a page of hits or records is asked for that there cannot be."""
    for name, value in (("limit", limit), ("offset", offset)):
        if value is not None and value < 0:
            raise ValueError(f"the {name} is {value}; it cannot be negative")
