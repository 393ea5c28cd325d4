"""The header lines of an HTTP response or of a WARC record: a first line, and names with values below it."""

from __future__ import annotations

import io
from typing import NamedTuple


class Headers(NamedTuple):
    """`status` is the first line without its protocol ("200 OK"); names are in lower case, the first of each counts."""

    status: str
    fields: dict[str, str]


def read_headers(lines: bytes) -> Headers:
    """The headers in `lines`, which end with a blank one."""
    from warcio.statusandheaders import StatusAndHeadersParser  # type: ignore[import-untyped]

    parsed = StatusAndHeadersParser([], verify=False).parse(io.BytesIO(lines))
    fields: dict[str, str] = {}
    for name, value in parsed.headers:
        fields.setdefault(name.lower(), value)
    return Headers(parsed.statusline, fields)
