"""One page's bytes, and what its container tells of it, made into a capture.

A `Page` is all that a worker process needs: it pickles, and `to_capture` depends on nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from koreanews.captures.capture import Capture, Skipped


@dataclass(frozen=True, slots=True)
class Page:
    """The undecoded bytes of one page; `path`, `url` and `crawled` as in `Source` and `Capture`.

    `id` is None where the page's address decides and `place`, which is unique in the container, where it has none.
    `charset` is the encoding that the container declares, e.g. in an HTTP header.
    """

    data: bytes
    path: str
    id: str | None = None
    url: str | None = None
    crawled: datetime | None = None
    charset: str | None = None
    flaw: str | None = None


def to_capture(page: Page) -> Capture | Skipped:
    """The page decoded; `Skipped` where its bytes are no page. Pure: may run in any process, in any order."""
    raise NotImplementedError


def capture_from_bytes(
    data: bytes, *, path: str, id: str | None = None, url: str | None = None, crawled: datetime | None = None
) -> Capture | Skipped:
    """The capture of one page's bytes; its id is `path`'s stem where none is given."""
    raise NotImplementedError
