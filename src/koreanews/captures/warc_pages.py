"""The pages in WARC and ARC files: which records are pages of DW's, and what they tell of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from koreanews.captures.address import dw_id, is_dw
from koreanews.captures.capture import Ignored, Skipped
from koreanews.captures.content import HEAD, Form, form_of
from koreanews.captures.http import Response, decoded_body, is_response, parse_response
from koreanews.captures.moments import from_digits, from_iso_date
from koreanews.captures.naming import readable
from koreanews.captures.packing import packing
from koreanews.captures.page import Page
from koreanews.captures.resources import RESOURCES
from koreanews.captures.stream import ByteStream, Unreadable
from koreanews.captures.unpack import MAX_PAGE, PackedMembers, unpack_all
from koreanews.captures.warc_records import DamagedRecord, Record, records

OTHERS = "records of other publishers"
ERRORS = "redirects and error pages"
REVISITS = "revisits of unchanged pages"

_WITH_PAGES = ("response", "resource", "conversion")
_OF_PAGES = ("text/html", "application/xhtml+xml", "multipart/related", "application/octet-stream", "")


def warc_pages(
    stream: ByteStream, path: str, stem: str, all_publishers: bool, members: PackedMembers | None
) -> Iterator[Page | Skipped | Ignored]:
    """The pages of DW's, or of all publishers, in the WARC or ARC file shown as `path`, whose own stem is `stem`.

    What is left out is counted, and told at the end. `members` as for `records`.
    """
    ignored: Counter[str] = Counter()
    try:
        for record in records(stream, members):
            found = _found(record, path, stem, all_publishers)
            if isinstance(found, str):
                ignored[found] += 1
            elif found:
                yield found
    except Unreadable as damage:
        yield Skipped(path, str(damage))
    for what, number in ignored.items():
        yield Ignored(path, what, number)


def _found(record: Record | DamagedRecord, path: str, stem: str, all_publishers: bool) -> Page | Skipped | str | None:
    """What a record gives: a page, a sentence on its damage, the kind that it is counted as, or nothing to speak of."""
    place = f"{path}!/{record.number}"
    if isinstance(record, DamagedRecord):
        return Skipped(place, record.reason)
    url = _url(record)
    if url is None or record.type not in (*_WITH_PAGES, "revisit"):
        return None
    if not (all_publishers or is_dw(url)):
        return OTHERS
    if record.type == "revisit":
        # The same bytes as an earlier capture's: a later moment bounds the page's date no better.
        return REVISITS
    if record.block is None:
        if _declared_type(record) not in _OF_PAGES:
            return RESOURCES
        return Skipped(place, f"is larger than {MAX_PAGE >> 20} MiB, which no page is")
    try:
        return _page(record, record.block, url, place, f"{stem}-{record.number}")
    except Unreadable as damage:
        return Skipped(place, str(damage))


def _url(record: Record) -> str | None:
    """The record's address; wget 1.19 wrote it in angle brackets."""
    url = record.headers.get("warc-target-uri", "").strip()
    if url.startswith("<") and url.endswith(">"):
        url = url[1:-1]
    return readable(url.replace(" ", "%20")) or None


def _declared_type(record: Record) -> str:
    """The media type of the page in a record, as its header says; "" where that tells none."""
    declared = record.headers.get("warc-identified-payload-type") or record.headers.get("content-type", "")
    kind = declared.partition(";")[0].strip().lower()
    return "" if kind == "application/http" else kind


def _page(record: Record, block: bytes, url: str, path: str, id: str) -> Page | str:
    """The page in a record, or what it is instead: the kind that it is counted as. Unreadable as by `decoded_body`."""
    if record.type == "response" and is_response(block):
        response = parse_response(block)
    elif record.headers.get("content-type", "").startswith("application/http"):
        raise Unreadable("is damaged: it does not begin as an HTTP response")
    else:
        response = Response(None, {"content-type": record.headers.get("content-type", "")}, block)
    if response.status is not None and response.status not in (200, 203):
        return ERRORS
    kind = response.media_type
    if kind == "text/plain":
        # robots.txt and the like; where a page's address or the record's type says so, a page's text.
        if dw_id(url) is None and record.type != "conversion":
            return RESOURCES
    elif kind not in _OF_PAGES:
        return RESOURCES
    data, flaw = decoded_body(response)
    form = form_of(data[:HEAD])
    if form is Form.GZIP and (how := packing(form)):
        # Sent or stored packed, and the header that says so lost.
        data = unpack_all(data, how, MAX_PAGE)
        form = form_of(data[:HEAD])
    if form not in (Form.HTML, Form.TEXT, Form.MHTML, Form.EMPTY):
        return RESOURCES
    return Page(
        data,
        path,
        id,
        by_address=True,
        url=url,
        crawled=_moment(record.headers.get("warc-date", "")),
        charset=response.charset,
        flaw=_flaw(record) or flaw,
        form=form,
    )


def _moment(date: str) -> datetime | None:
    """The moment of capture: ISO 8601 in WARC, 14 digits in ARC; None where it is less than a moment."""
    return from_digits(date) if date.isdecimal() else from_iso_date(date)


def _flaw(record: Record) -> str | None:
    """What the record's own header says that it lacks."""
    if why := record.headers.get("warc-truncated"):
        return f"was cut short by its crawler ({readable(why)})"
    if record.headers.get("warc-segment-number"):
        return "is the first of several segments"
    return None
