"""A record ready to go into an archive: all that a `Writer` needs of it, made in whichever process."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from koreanews.index.documents import Content, content_of


class Entry(NamedTuple):
    """A record's line, its end included; what the search index has of it; `path`, `sha256`, `bytes` of its source."""

    line: bytes
    content: Content
    path: str
    sha256: str
    bytes: int

    @property
    def id(self) -> str:
        """The record's id."""
        return self.content.id


def entry_of(record: dict[str, Any], line: bytes) -> Entry:
    """The entry of a record, given its line as `line_of` makes it. ValueError as `content_of`."""
    if _MENDED in line:
        # Perhaps for half a character, which only the line has no more.
        record = json.loads(line)
    source = record["source"]
    return Entry(line, content_of(record), source["path"], source["sha256"], source["bytes"])


_MENDED = "\ufffd".encode()
