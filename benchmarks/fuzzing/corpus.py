"""What the fuzzer begins with: small inputs made by rule, of every form that is read."""

from __future__ import annotations

import plistlib
from collections.abc import Iterator
from pathlib import Path

from benchmarks.fuzzing.packing import KINDS, wrapped
from benchmarks.pages import LAYOUTS, page
from koreanews import parse_capture
from koreanews.captures.page import capture_from_bytes
from koreanews.index.records import line_of, removal_of

_COUNT = 8
LONGEST = {"captures": 4096, "containers": 8192, "pages": 4096, "queries": 300, "lines": 8192, "records": 8192}
"""Bytes of an input; an input that takes long is tried seldom. What size alone does, tests/hostile tries."""

_QUERIES = (
    'liaison office -summit', '"liaison office"~3 headline:Korea', "date:2018-09..2019", "(a OR b) AND NOT c*",
    'author:"Kim Jong-un" Gaeseong~1', "title:(peace talks) date:>2018", "평양 OR 김정은*", "has:teaser url:a-52060881",
)  # fmt: skip


_CREDITS = """\
Boats on the river – DW – 22.03.2023

Boats on the river

Jonas Albrecht (ja) | Marie Van den Berg in Seoul
March 22, 2023

A short teaser for all.

  • A boat of the River Company (Soo Min Hartwig)
    Boats of the year
    The oldest one
    It was built by hand.

A lantern on the quay (Harbour Office)

The boats have come back.
"""


def write_corpus(target: str, folder: Path) -> int:
    """Writes a target's first inputs as files; gives how many."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for count, data in enumerate(inputs(target), 1):
        (folder / f"{count:03}").write_bytes(data)
    return count


def inputs(target: str) -> Iterator[bytes]:
    """A target's first inputs."""
    return (data[: LONGEST[target]] for data in _INPUTS[target]())


def _pages() -> Iterator[bytes]:
    for number in range(_COUNT):
        yield page(7, number).content.encode()
    yield _CREDITS.encode()
    for layout in LAYOUTS:
        # Past the furniture at its top a long page holds what is sorted.
        html = page(7, 6, "html", layout).content.encode()
        yield html
        yield html[:400] + html[html.find(b"<h1") :]


def _captures() -> Iterator[bytes]:
    yield from _pages()
    html = page(7, 3, "html", "amp").content
    yield from (html.encode(encoding, "replace") for encoding in ("cp1252", "euc-kr", "utf-16", "utf-8-sig", "big5"))
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=koi8-r\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<html"
    yield (
        b'From: <Saved>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html";\r\n'
        b' boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: '
        b"quoted-printable\r\nContent-Location: https://www.dw.com/en/x/a-1\r\n\r\n" + html.encode() + b"\r\n--b--\r\n"
    )
    main = {"WebResourceData": html.encode(), "WebResourceTextEncodingName": "UTF-8", "WebResourceURL": "https://x/"}
    yield plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


def _containers() -> Iterator[bytes]:
    small = page(7, 6).content.encode(), page(7, 6, "html", "amp").content.encode()
    for number, kind in enumerate(KINDS):
        for inner in small:
            yield bytes([number]) + inner
            yield b"\0" + wrapped(kind, inner)
    # A record that says to be longer than any page is passed over, on the watch for one within it.
    yield b"\0" + wrapped("WARC page", small[1]).replace(b"Content-Length: ", b"Content-Length: 9999", 1)
    for outer in ("gzip", "tar", "zip"):
        yield b"\0" + wrapped(outer, wrapped("gzip", small[0]))


def _queries() -> Iterator[bytes]:
    return (b"\0" + query.encode() for query in _QUERIES)


def _lines() -> Iterator[bytes]:
    for number, data in enumerate(_pages()):
        capture = capture_from_bytes(data, path=f"{number}.txt")
        assert not hasattr(capture, "reason")
        yield line_of(parse_capture(capture).to_record())[:-1]  # type: ignore[arg-type]
    yield line_of(removal_of("3"))[:-1]


def _records() -> Iterator[bytes]:
    lines = [line for line in _lines() if len(line) < 4000]
    yield b"\n".join([*lines[:3], b""])
    yield b"\xef\xbb\xbf" + b"\r\n".join([*lines[:2], b""])
    yield b"<<<<<<< one\n" + lines[0] + b"\n=======\n" + lines[1] + b"\n>>>>>>> other\n" + lines[0][:99]
    yield lines[0] + b"\n" + line_of(removal_of("0"))
    yield lines[0].replace(b'"schema": ', b'"schema": 9', 1) + b"\n"


_INPUTS = {
    "captures": _captures,
    "containers": _containers,
    "pages": _pages,
    "queries": _queries,
    "lines": _lines,
    "records": _records,
}
