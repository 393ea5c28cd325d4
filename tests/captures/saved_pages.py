"""Pages of our own prose, and the forms that people save them in."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from koreanews.captures import Capture, Ignored, Item, RecordLine, Skipped, read_captures

URL = "https://www.dw.com/en/lanterns-over-the-taedong/a-47110815"

TEXT = """ date 2019-01-17  Lanterns over the Taedong | News | DW | 16.01.2019

Lanterns over the Taedong

For one night the ferrymen of Sinŭiju let their boats drift – and nobody asked them for papers.
"""


def html(headline: str = "Lanterns over the Taedong", head: str = '<meta charset="utf-8">') -> str:
    """A small page; `head` is what stands in its head before the title."""
    return (
        f"<!DOCTYPE html>\n<html lang=en><head>{head}<title>{headline} | DW</title></head>\n"
        f"<body><h1>{headline}</h1><p>Nobody asked the ferrymen of Sinŭiju – für eine Nacht.</p></body></html>\n"
    )


def warc(responses: Iterable[tuple[str, bytes] | tuple[str, bytes, list[tuple[str, str]]]], gzip: bool) -> bytes:
    """A WARC file as warcio writes it: responses with their addresses, bodies and, if not HTML, their headers."""
    return b"".join(warc_records(responses, gzip))


def warc_records(
    responses: Iterable[tuple[str, bytes] | tuple[str, bytes, list[tuple[str, str]]]], gzip: bool
) -> list[bytes]:
    """As `warc`, each record's bytes for itself."""
    records = []
    for url, body, *rest in responses:
        headers = rest[0] if rest else [("Content-Type", "text/html; charset=utf-8")]
        file = io.BytesIO()
        writer = WARCWriter(file, gzip=gzip)
        record = writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(body),
            http_headers=StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": "2019-03-22T10:11:12Z"},
        )
        writer.write_record(record)
        records.append(file.getvalue())
    return records


def read(*paths: str | Path, stdin: bytes | None = None, all_publishers: bool = False) -> list[Item]:
    """All that `read_captures` gives for `paths`."""
    source = io.BytesIO(stdin) if stdin is not None else None
    return list(read_captures(paths, stdin=source, all_publishers=all_publishers))


def captures(items: Iterable[Item]) -> list[Capture]:
    return [item for item in items if isinstance(item, Capture)]


def skipped(items: Iterable[Item]) -> list[Skipped]:
    return [item for item in items if isinstance(item, Skipped)]


def ignored(items: Iterable[Item]) -> dict[str, int]:
    """How many of each kind were left out."""
    numbers: dict[str, int] = {}
    for item in items:
        if isinstance(item, Ignored):
            numbers[item.what] = numbers.get(item.what, 0) + item.number
    return numbers


def lines(items: Iterable[Item]) -> list[RecordLine]:
    return [item for item in items if isinstance(item, RecordLine)]
