"""HTTP responses as crawlers keep them: status line, headers, and a body in transfer and content encodings."""

from __future__ import annotations

import io
import re
from contextlib import suppress
from dataclasses import dataclass

from koreanews.captures.content import HEAD, Form, form_of
from koreanews.captures.headers import read_headers
from koreanews.captures.packing import packing
from koreanews.captures.stream import Unreadable
from koreanews.captures.unpack import MAX_PAGE, unpack_all

_MAX_HEADERS = 1 << 20
"""Bytes within which a response's headers must end."""
_END_OF_HEADERS = re.compile(rb"\r?\n\r?\n")
_SIZE_LINE = re.compile(rb"[0-9A-Fa-f]{1,8}[ \t]*(;[^\r\n]{0,200})?\r?\n")
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([\w:.-]{2,40})", re.IGNORECASE)
_LAST_IS_MISSING = "may be cut short: the last of its HTTP chunks is missing"
_BREAK_OFF = "is cut short: its HTTP chunks break off"
_ENDS_OF_CHUNKS = ((b"", None), (b"\r\n", None), (b"0\r\n\r\n", _LAST_IS_MISSING))
"""What may be missing at the end of the chunks, in the order in which it is tried, and what is said of it."""
_TRAILERS = re.compile(
    rb"\r\n0{1,8}[ \t]{0,9}(;[^\r\n]{0,200})?\r\n(?P<lines>([!-9;-~]{1,60}:[^\r\n]{0,2000}\r\n){1,20})\r\n\Z"
)
_MAX_TRAILERS = 8192
"""Bytes at the end of a body in which the headers below its last chunk are looked for."""
_RESPONSE = re.compile(rb"HTTP/[0-9](\.[0-9])? [0-9]{3}[^\n]{0,200}\n([A-Za-z][\w-]{0,60}:|\r?\n)")


@dataclass(frozen=True, slots=True)
class Response:
    """A response, its body as it was sent; header names are in lower case, `status` is None where its line has none."""

    status: int | None
    headers: dict[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """ "text/html", or "" where none is named."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding that the header names, as it stands there."""
        found = _CHARSET.search(self.headers.get("content-type", ""))
        return found[1] if found else None


def is_response(data: bytes) -> bool:
    """Whether `data` begins as a response does: with a status line and a header."""
    return _RESPONSE.match(data) is not None


def parse_response(block: bytes) -> Response:
    """The response in `block`, its body as sent. Unreadable where its headers have no end."""
    end = _END_OF_HEADERS.search(block, 0, _MAX_HEADERS)
    if end is None:
        raise Unreadable("is damaged: its HTTP headers have no end")
    headers = read_headers(block[: end.end()])
    status = headers.status[:3]
    return Response(int(status) if status.isdecimal() else None, headers.fields, block[end.end() :])


def decoded_body(response: Response) -> tuple[bytes, str | None]:
    """The body as the page's author wrote it: unchunked, unpacked, at most `MAX_PAGE` bytes; and what is wrong with it.

    Many archives keep the header but store the body undone; where it plainly is not in the encoding, it is taken
    as it stands. Unreadable where it is but breaks, or where the encoding is not known.
    """
    body, flaw = response.body, None
    codings = [*_codings(response, "content-encoding"), *_codings(response, "transfer-encoding")]
    if codings[-1] == "chunked":
        codings.pop()
        if _SIZE_LINE.match(body):
            body, flaw = _unchunked(body)
    for coding in reversed(codings):
        if coding not in ("", "identity", "none") and form_of(body[:HEAD]) is not Form.HTML:
            body = _unpacked(body, coding)
    return body, flaw


def _codings(response: Response, header: str) -> list[str]:
    """The codings that a header lists, in the order in which they were applied; [""] where it is missing."""
    return [coding.strip() for coding in response.headers.get(header, "").lower().split(",")]


def _unchunked(body: bytes) -> tuple[bytes, str | None]:
    """The data of the chunks. Where only the end of the last one is missing, which says that it is the last, all are
    whole: they are given with a word on that, and so is what is there where the body ends within one. Unreadable where
    one is no chunk. Headers below the last are left out."""
    from warcio.bufferedreaders import ChunkedDataException, ChunkedDataReader  # type: ignore[import-untyped]

    if trailers := _TRAILERS.search(body, max(0, len(body) - _MAX_TRAILERS)):
        body = body[: trailers.start("lines")] + b"\r\n"
    for end, flaw in _ENDS_OF_CHUNKS:
        with suppress(ChunkedDataException):
            return bytes(ChunkedDataReader(io.BytesIO(body + end), raise_exceptions=True).read()), flaw
    return _broken_off(body), _BREAK_OFF


def _broken_off(body: bytes) -> bytes:
    """The data of chunks of which the last has no end. Unreadable where another one has none, or there are no data."""
    data: list[bytes] = []
    at = 0
    while size := _SIZE_LINE.match(body, at):
        end = size.end() + int(size[0].split(b";")[0], 16)
        data.append(body[size.end() : end])
        at = end + 2
        if end > len(body) or body[end:at] != b"\r\n":
            break
    if at < len(body) - _LONGEST_SIZE or not any(data):
        raise Unreadable("is damaged: its HTTP chunks cannot be told apart")
    return b"".join(data)


_LONGEST_SIZE = 12
"""Bytes in which a chunk's size may break off."""


def _unpacked(body: bytes, coding: str) -> bytes:
    """A body with one content coding undone. Unreadable."""
    how = packing(coding)
    if how is None:
        raise Unreadable(f"is in an HTTP encoding that is not known: {coding!r}")
    try:
        return unpack_all(body, how, MAX_PAGE)
    except Unreadable as damage:
        if coding == "deflate" and not damage.whole and (raw := packing("raw deflate")):
            # Many servers leave out the header that the standard asks for.
            with suppress(Unreadable):
                return unpack_all(body, raw, MAX_PAGE)
        raise
