"""WARC and ARC files damaged for real: what is lost is named, all else is read."""

from __future__ import annotations

import gzip
import io
import random
import re
import tracemalloc
from datetime import UTC, datetime

import pytest
from saved_pages import URL, captures, html, ignored, read, skipped, warc_records

from koreanews.captures import Skipped, read_captures

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


@both
def test_undamaged_records_give_pages_and_nothing_else(packed: bool) -> None:
    found = read("-", stdin=b"".join(five(packed)))
    assert [capture.id for capture in captures(found)] == ["a-1", "a-2", "a-3", "a-4", "a-5"]
    assert len(found) == 5


def test_one_gzip_stream_around_all_records_is_read_as_well() -> None:
    assert ids(gzip.compress(b"".join(five(False)))) == ["a-1", "a-2", "a-3", "a-4", "a-5"]


@both
@pytest.mark.parametrize("cut", [-500, -20, -5])
def test_a_file_cut_within_its_last_record_is_noticed(packed: bool, cut: int) -> None:
    data = b"".join(five(packed))[:cut]
    assert ids(data) == ["a-1", "a-2", "a-3", "a-4"]
    assert [(path, reason[:12]) for path, reason in reasons(data)] == [("-!/5", "is cut short")]


@both
@pytest.mark.parametrize("kept", [5, 14, 200])
def test_a_file_cut_near_a_records_beginning_is_noticed(packed: bool, kept: int) -> None:
    records = five(packed)
    data = b"".join(records[:3]) + records[3][:kept]
    assert ids(data) == ["a-1", "a-2", "a-3"]
    assert [path for path, _ in reasons(data)] == ["-!/4"]


def test_one_gzip_stream_cut_short_is_noticed_and_what_is_whole_is_read() -> None:
    data = gzip.compress(b"".join(five(False)))
    found = read("-", stdin=data[: len(data) * 9 // 10])
    assert 0 < len(captures(found)) < 5
    assert [item.reason for item in skipped(found)] == ["is cut short: its gzip data have no end"]


@both
@pytest.mark.parametrize("place", [0, 2, 30, 300, -60, -12])
def test_a_flipped_byte_costs_one_record_and_is_noticed(packed: bool, place: int) -> None:
    records = five(packed)
    damaged = bytearray(records[2])
    damaged[place] ^= 0x55
    data = b"".join([*records[:2], bytes(damaged), *records[3:]])
    found = read("-", stdin=data)
    if packed or place in (0, 2, -60, -12):
        assert [capture.id for capture in captures(found)] == ["a-1", "a-2", "a-4", "a-5"]
        assert [item.path for item in skipped(found)] == ["-!/3"]
    else:
        # Within the header of a plain record, where there is no checksum: the page's own bytes are right.
        assert [capture.id for capture in captures(found)][:2] == ["a-1", "a-2"]
        assert [capture.id for capture in captures(found)][-2:] == ["a-4", "a-5"]


@pytest.mark.parametrize("place", [20, -6])
def test_a_damaged_first_record_does_not_cost_those_after_it(place: int) -> None:
    records = five(True)
    damaged = bytearray(records[0])
    damaged[place] ^= 0x55
    found = read("-", stdin=b"".join([bytes(damaged), *records[1:]]))
    assert [capture.id for capture in captures(found)] == ["a-2", "a-3", "a-4", "a-5"]
    assert len(skipped(found)) == 1


@both
@pytest.mark.parametrize("size", [1, 300, 70_000])
def test_bytes_that_are_no_record_are_noticed_and_passed_over(packed: bool, size: int) -> None:
    records = five(packed)
    data = b"".join([*records[:2], b"garbage\xff"[:size] * (size // 8 + 1), *records[2:]])
    assert ids(data) == ["a-1", "a-2", "a-3", "a-4", "a-5"]
    assert reasons(data) == [("-!/3", NO_RECORD)]


@both
def test_a_hole_across_two_records_costs_these_two(packed: bool) -> None:
    records = five(packed)
    data = b"".join([*records[:1], records[1][:400], records[2][400:], *records[3:]])
    assert ids(data) == ["a-1", "a-4", "a-5"]
    assert [path for path, _ in reasons(data)] == ["-!/2"]


@pytest.mark.parametrize("length", [b"99", b"20000", b"99000000", b"9" * 30, b"-1", b"many", b""])
def test_a_wrong_length_costs_one_record_and_is_noticed(length: bytes) -> None:
    records = five(False)
    records[1] = re.sub(rb"Content-Length: \d+", b"Content-Length: " + length, records[1], count=1)
    data = b"".join(records)
    assert ids(data) == ["a-1", "a-3", "a-4", "a-5"]
    ((path, reason),) = reasons(data)
    assert path == "-!/2"
    assert "length" in reason


def test_a_digest_that_cannot_be_checked_is_no_damage() -> None:
    for digest in (b"whirlpool:abc", b"sha1:", b"nonsense", b"sha1:===="):
        (record,) = warc_records([(URL, BODY)], False)
        record = re.sub(rb"WARC-Block-Digest: [^\r]*", b"WARC-Block-Digest: " + digest, record)
        data = record
        assert len(captures(read("-", stdin=data))) + len(skipped(read("-", stdin=data))) == 1


def test_a_header_without_an_end_is_not_read_into_memory() -> None:
    data = b"WARC/1.0\r\nWARC-Type: response\r\n" + b"X-Filler: abcdefgh\r\n" * 100_000 + b"".join(five(False))
    assert ids(data) == ["a-1", "a-2", "a-3", "a-4", "a-5"]
    assert reasons(data) == [("-!/1", "is damaged: its header has no end")]


def test_lengths_made_wrong_to_cost_time_are_given_up_on() -> None:
    data = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5000000\r\n\r\n" * 150_000
    found = skipped(read("-", stdin=data))
    assert len(found) < 100
    assert found[-1] == Skipped("-", "is damaged in too many places; what comes after them is not read")


def test_gzip_members_made_to_cost_time_are_given_up_on() -> None:
    member = bytearray(gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\n" + bytes(40_000)))
    member[-8] ^= 1
    found = skipped(read("-", stdin=bytes(member) * 100_000))
    assert len(found) < 10_000
    assert found[-1] == Skipped("-", "is damaged in too many places; what comes after them is not read")


def test_blank_lines_without_end_are_passed_over() -> None:
    records = five(False)
    data = b"".join([records[0], b"\r\n" * 2_000_000, *records[1:]])
    assert ids(data) == ["a-1", "a-2", "a-3", "a-4", "a-5"]
    assert reasons(data) == [("-!/2", NO_RECORD)]


def test_a_response_that_is_none_is_named() -> None:
    (record,) = warc_records([(URL, BODY)], False)
    record = re.sub(rb"WARC-Block-Digest: [^\r]*\r\n", b"", record).replace(b"HTTP/1.1 200 OK", b"XXXX/1.1 200 OK")
    assert reasons(record) == [("-!/1", "is damaged: it does not begin as an HTTP response")]


def test_memory_does_not_grow_with_the_number_of_records() -> None:
    page = html(random.Random(1).randbytes(2000).hex()).encode()
    (record,) = warc_records([(URL, page)], True)
    peaks = []
    for number in (200, 800):
        data = io.BytesIO(record * number)
        tracemalloc.start()
        assert sum(1 for _ in read_captures(["-"], stdin=data)) == number
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.2 * peaks[0]


# ARC


def arc(pages: list[tuple[str, bytes]], packed: bool) -> bytes:
    """A file of the format before WARC, which no library writes: version 1, as the Internet Archive described it."""
    notes = b"1 0 InternetArchive\nURL IP-address Archive-date Content-type Archive-length\n"
    records = [b"filedesc://crawl.arc 0.0.0.0 20090322101112 text/plain %d\n%b\n" % (len(notes), notes)]
    for url, body in pages:
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
        records.append(b"%b 192.0.2.1 20090322101112 text/html %d\n%b\n" % (url.encode(), len(block), block))
    return b"".join(map(gzip.compress, records)) if packed else b"".join(records)


ARC_PAGES = [(f"http://www.dw-world.de/dw/article/0,,{n},00.html", html(f"Lantern {n}").encode()) for n in (1, 2, 3)]


@both
def test_arc_files_are_read(packed: bool) -> None:
    found = read("-", stdin=arc([("http://www.example.org/", BODY), *ARC_PAGES], packed))
    assert [(c.id, c.crawled) for c in captures(found)] == [
        (f"a-{n}", datetime(2009, 3, 22, 10, 11, 12, tzinfo=UTC)) for n in (1, 2, 3)
    ]
    assert ignored(found) == {"records of other publishers": 1}


def test_damage_in_an_arc_file_costs_one_record() -> None:
    data = arc(ARC_PAGES, False)
    assert ids(data.replace(b"Lantern 2 | DW", b"Lantern")) == ["a-1", "a-3"]
    assert reasons(data.replace(b"Lantern 2 | DW", b"Lantern")) == [("-!/3", "is damaged: its length is wrong")]
    assert ids(data[:-100]) == ["a-1", "a-2"]
    assert reasons(data[:-100]) == [("-!/4", "is cut short, or its length is wrong")]
