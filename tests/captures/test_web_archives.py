"""WARC and ARC files: written by warcio, then damaged for real."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
import zlib
from datetime import UTC, datetime

import brotli
import pytest
from saved_pages import TEXT, URL, captures, html, ignored, read, skipped, warc, warc_records
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HTML = ("Content-Type", "text/html; charset=utf-8")
BODY = html().encode()
both = pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
NO_RECORD = "is damaged: bytes that are no record stand in its place"


def address(number: int) -> str:
    return f"https://www.dw.com/en/lanterns/a-{number}"


def five(packed: bool) -> list[bytes]:
    """Five records of pages a-1 to a-5, long enough to be damaged in the middle."""
    return warc_records([(address(n), html(f"Lantern {n}").encode() * 20) for n in range(1, 6)], packed)


def ids(data: bytes) -> list[str]:
    return [capture.id for capture in captures(read("-", stdin=data))]


def reasons(data: bytes) -> list[tuple[str, str]]:
    return [(item.path, item.reason) for item in skipped(read("-", stdin=data))]


def other_record(kind: str, url: str, body: bytes, type: str, **headers: str) -> bytes:
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=False)
    http = StatusAndHeaders("200 OK", [HTML], protocol="HTTP/1.1") if kind in ("response", "revisit") else None
    writer.write_record(
        writer.create_warc_record(
            url,
            kind,
            payload=io.BytesIO(body),
            http_headers=http,
            warc_content_type=type,
            warc_headers_dict={name.replace("_", "-"): value for name, value in headers.items()},
        )
    )
    return file.getvalue()


# What is a page


@both
def test_a_page_of_dws_comes_with_its_address_its_moment_and_its_own_bytes(packed: bool) -> None:
    (capture,) = captures(read("-", stdin=warc([(URL, BODY)], packed)))
    assert (capture.id, capture.url, capture.is_html) == ("a-47110815", URL, True)
    assert capture.crawled == datetime(2019, 3, 22, 10, 11, 12, tzinfo=UTC)
    assert capture.text == html()
    assert (capture.source.path, capture.source.bytes) == ("-!/1", len(BODY))


def test_a_page_without_an_id_of_dws_is_named_for_its_place() -> None:
    data = warc([("https://www.dw.com/en/top-stories", BODY), ("https://www.dw.com/", BODY)], True)
    assert ids(data) == ["stdin-1", "stdin-2"]


def test_a_file_of_crawled_pages_gives_its_name_to_such_a_place(tmp_path) -> None:
    (tmp_path / "crawl-0001.warc.gz").write_bytes(warc([("https://www.dw.com/", BODY)], True))
    (capture,) = captures(read(tmp_path))
    assert (capture.id, capture.source.path) == ("crawl-0001-1", f"{tmp_path}/crawl-0001.warc.gz!/1")


@both
def test_records_of_other_publishers_are_counted_and_kept_on_demand(packed: bool) -> None:
    other = "https://www.example.org/ferries"
    share = f"https://www.facebook.com/sharer.php?u={URL}"
    data = warc([(other, BODY), (URL, BODY), (share, BODY)], packed)
    found = read("-", stdin=data)
    assert [capture.url for capture in captures(found)] == [URL]
    assert ignored(found) == {"records of other publishers": 2}
    found = read("-", stdin=data, all_publishers=True)
    assert [(capture.id, capture.url) for capture in captures(found)] == [
        ("stdin-1", other),
        ("a-47110815", URL),
        ("stdin-3", share),
    ]


def test_pictures_scripts_errors_and_redirects_are_counted() -> None:
    records = warc_records(
        [
            ("https://www.dw.com/a.png", b"\x89PNG\r\n\x1a\n\0\0\0\r", [("Content-Type", "image/png")]),
            ("https://www.dw.com/liar.html", b"\x89PNG\r\n\x1a\n\0\0\0\r", [HTML]),
            ("https://www.dw.com/app.js", b"let a = 1\n", [("Content-Type", "text/javascript")]),
            ("https://www.dw.com/robots.txt", b"User-agent: *\n", [("Content-Type", "text/plain")]),
            ("https://www.dw.com/graph", b'{"data": 1}', [("Content-Type", "application/json")]),
        ],
        False,
    )
    for status in (b"404 Not Found", b"301 Moved", b"500 Sorry", b"206 Partial"):
        (record,) = warc_records([(URL, BODY)], False)
        length = re.search(rb"Content-Length: (\d+)", record)
        assert length
        changed = record.replace(b"HTTP/1.1 200 OK", b"HTTP/1.1 " + status)
        size = int(length[1]) + len(changed) - len(record)
        changed = changed.replace(length[0], b"Content-Length: %d" % size)
        records.append(re.sub(rb"WARC-Block-Digest: [^\r]*\r\n", b"", changed))
    found = read("-", stdin=b"".join(records))
    assert captures(found) == []
    assert skipped(found) == []
    assert ignored(found) == {"resource files of saved pages": 5, "redirects and error pages": 4}


def test_requests_and_metadata_are_no_pages_and_revisits_are_counted() -> None:
    data = b"".join(
        [
            other_record("request", URL, b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
            other_record("metadata", URL, b"fetchTimeMs: 3\r\n", "application/warc-fields"),
            other_record("revisit", URL, b"", "application/http; msgtype=response", WARC_Refers_To_Target_URI=URL),
        ]
    )
    found = read("-", stdin=data)
    assert len(found) == 1
    assert ignored(found) == {"revisits of unchanged pages": 1}


def test_a_page_kept_without_http_or_as_its_text_is_a_page() -> None:
    data = other_record("resource", URL, BODY, "text/html") + other_record(
        "conversion", address(2), TEXT.encode(), "text/plain"
    )
    found = captures(read("-", stdin=data))
    assert [(capture.id, capture.is_html, capture.text) for capture in found] == [
        ("a-47110815", True, html()),
        ("a-2", False, TEXT),
    ]


def test_a_page_that_its_crawler_cut_says_so() -> None:
    data = other_record("response", URL, BODY, "application/http; msgtype=response", WARC_Truncated="length")
    (capture,) = captures(read("-", stdin=data))
    assert capture.flaw == "was cut short by its crawler (length)"


def test_addresses_in_angle_brackets_as_wget_wrote_them_are_read() -> None:
    (record,) = warc_records([(URL, BODY)], False)
    record = record.replace(f"WARC-Target-URI: {URL}".encode(), f"WARC-Target-URI: <{URL}>".encode())
    assert ids(record) == ["a-47110815"]


def test_an_empty_page_is_named() -> None:
    assert reasons(warc([(URL, b"")], True)) == [("-!/1", "is empty")]


# What HTTP does to a page


def deflated(data: bytes) -> bytes:
    raw = zlib.compressobj(wbits=-15)
    return raw.compress(data) + raw.flush()


def zstandard(data: bytes) -> bytes:
    import sys

    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return bytes(zstd.compress(data))


CODINGS = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "Deflate": deflated,
    "br": brotli.compress,
    "zstd": zstandard,
    "identity": bytes,
    "gzip, br": lambda data: brotli.compress(gzip.compress(data)),
}


def chunked(data: bytes, size: int = 100) -> bytes:
    pieces = [data[place : place + size] for place in range(0, len(data), size)]
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("in_chunks", [False, True])
def test_chunks_and_content_encodings_are_undone(coding: str, in_chunks: bool) -> None:
    headers = [HTML, ("Content-Encoding", coding)]
    body = CODINGS[coding](BODY)
    if in_chunks:
        headers.append(("Transfer-Encoding", "chunked"))
        body = chunked(body)
    (capture,) = captures(read("-", stdin=warc([(URL, body, headers)], True)))
    assert capture.text == html()
    assert capture.source.bytes == len(BODY)


@pytest.mark.parametrize(
    "header", [("Content-Encoding", "gzip"), ("Content-Encoding", "br"), ("Transfer-Encoding", "chunked")]
)
def test_a_body_stored_undone_under_its_old_header_is_taken_as_it_stands(header: tuple[str, str]) -> None:
    (capture,) = captures(read("-", stdin=warc([(URL, BODY, [HTML, header])], True)))
    assert capture.text == html()


@pytest.mark.parametrize(
    ("header", "body", "reason"),
    [
        ("gzip", gzip.compress(BODY)[:-20], "is cut short: its gzip data have no end"),
        ("br", brotli.compress(BODY)[:-20], "is cut short: its brotli data have no end"),
        ("gzip", gzip.compress(b"Ferrymen. \n" * 6_200_000), "unpacks to more than 64 MiB"),
        ("br", brotli.compress(b"Ferrymen. \n" * 6_200_000, quality=2), "unpacks to more than 64 MiB"),
        ("sdch", gzip.compress(BODY), "is in an HTTP encoding that is not known: 'sdch'"),
    ],
)
def test_a_body_that_cannot_be_unpacked_is_named_and_the_rest_read(header: str, body: bytes, reason: str) -> None:
    data = warc([(URL, body, [HTML, ("Content-Encoding", header)]), (address(2), BODY)], True)
    assert reasons(data) == [("-!/1", reason)]
    assert ids(data) == ["a-2"]


def test_a_packed_body_whose_header_does_not_say_so_is_unpacked() -> None:
    (capture,) = captures(read("-", stdin=warc([(URL, gzip.compress(BODY), [HTML])], True)))
    assert capture.text == html()


@pytest.mark.parametrize("lost", [6, 40, 107, 112, 150])
def test_chunks_that_break_off_are_read_as_far_as_they_go(lost: int) -> None:
    body = chunked(BODY)[:-lost]
    data = warc([(URL, body, [HTML, ("Transfer-Encoding", "chunked")]), (address(2), BODY)], True)
    first, second = captures(read("-", stdin=data))
    assert first.flaw == "is cut short: its HTTP chunks break off"
    assert html().startswith(first.text)
    assert len(first.text) > len(html()) - lost
    assert (second.text, second.flaw) == (html(), None)


@pytest.mark.parametrize(
    "body", [chunked(BODY)[:104] + b"noise" + chunked(BODY)[104:], b"400\r\n", b"5\r\n<html" + BODY, b"zz\r\n" * 9]
)
def test_chunks_that_are_none_are_named(body: bytes) -> None:
    data = warc([(URL, body, [HTML, ("Transfer-Encoding", "chunked")])], True)
    if body.startswith(b"zz"):
        # No chunk at all: the header is wrong, or the archive has undone them.
        assert len(captures(read("-", stdin=data))) == 1
    else:
        assert reasons(data) == [("-!/1", "is damaged: its HTTP chunks cannot be told apart")]


@pytest.mark.parametrize(
    ("kept", "flaw"), [(-2, None), (-5, "may be cut short: the last of its HTTP chunks is missing")]
)
def test_chunks_that_are_whole_are_read_without_the_end_of_the_last(kept: int, flaw: str | None) -> None:
    data = warc([(URL, chunked(BODY)[:kept], [HTML, ("Transfer-Encoding", "chunked")])], True)
    (capture,) = captures(read("-", stdin=data))
    assert (capture.text, capture.flaw) == (html(), flaw)


def test_headers_below_the_last_chunk_are_no_part_of_the_page() -> None:
    body = chunked(BODY).removesuffix(b"\r\n") + b"X-Checksum: 1\r\nX-Time: 0:02\r\n\r\n"
    (capture,) = captures(read("-", stdin=warc([(URL, body, [HTML, ("Transfer-Encoding", "chunked")])], True)))
    assert (capture.text, capture.flaw) == (html(), None)


def test_a_body_packed_for_its_transfer_is_unpacked() -> None:
    body = chunked(gzip.compress(BODY))
    (capture,) = captures(read("-", stdin=warc([(URL, body, [HTML, ("Transfer-Encoding", "gzip, chunked")])], True)))
    assert capture.text == html()


def test_records_without_blank_lines_between_them() -> None:
    records = warc_records([(URL, BODY), (address(2), BODY)], False)
    assert ids(b"".join(record.removesuffix(b"\r\n\r\n") for record in records)) == ["a-47110815", "a-2"]


def test_the_encoding_that_http_declares_is_known() -> None:
    page = html(head="").replace("ŭ", "u").replace("Nobody", "Никто")
    headers = [("Content-Type", "text/html; charset=windows-1251")]
    body = page.replace("ü", "u").encode("cp1251")
    (capture,) = captures(read("-", stdin=warc([(URL, body, headers)], True)))
    assert "Никто" in capture.text


# Within others


def test_a_web_archive_in_a_zip_gives_its_pages_and_no_word_of_its_indexes() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n{"url": "x"}\n')
        archive.writestr("archive/data.warc.gz", b"".join(five(True)))
        archive.writestr("indexes/index.cdx", " CDX N b a m s k r M S V g\n")
        archive.writestr("datapackage.json", "{}")
    found = read("-", stdin=file.getvalue())
    assert [capture.source.path for capture in captures(found)] == [
        f"-!/archive/data.warc.gz!/{n}" for n in range(1, 6)
    ]
    assert len(found) == 5
