"""What must be read from a page, known because the page was made from it."""

from __future__ import annotations

from typing import NamedTuple


class Facts(NamedTuple):
    """The record's fields that a page's shape settles; `date` is null where the page tells none."""

    kind: str
    language: str
    headline: str
    date: str | None
    teaser: str | None
    body: str
    url: str
