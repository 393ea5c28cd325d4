"""The records of WARC and ARC files, each whole or named as damaged.

warcio parses every header here, but its iterator (1.8) ends silently where a gzip member is cut (its issue 138),
gives up at the first damaged record and believes every length; fastwarc's (2.0) does the same and reads no ARC.
So records are framed here, where damage can be told from an end and the next whole record be found.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from koreanews.captures.headers import read_headers
from koreanews.captures.stream import ByteStream, TrailingBytes, Unreadable
from koreanews.captures.unpack import MAX_AGAIN, MAX_PAGE, TOO_OFTEN, PackedMembers

MAX_BLOCK = MAX_PAGE + (1 << 20)
"""Bytes in a record that is read: a page and its HTTP headers."""

_MAX_HEADER = 1 << 20
_MAX_BLANK_LINES = 1000
_CHUNK = 1 << 20

_WARC = re.compile(rb"WARC/[01]\.[0-9]{1,2}\r?\n[A-Za-z-]{1,40}:")
_ARC = re.compile(
    rb"(?:filedesc|https?|dns):[^\s]{1,9000} [0-9A-Fa-f.:]{1,45} [0-9]{8,14} [^\s]{1,200} [0-9]{1,12}\r?\n"
)
_FIRST_LINE = 10000
"""Bytes in which a record's first line must end: an address of ARC has at most 9,000."""
_MARKS = re.compile(rb"WARC/|filedesc:|https?:|dns:")

_NO_RECORD = "is damaged: bytes that are no record stand in its place"


@dataclass(frozen=True, slots=True)
class Record:
    """A record: its place among all (from 1), its type ("response"), its headers by lower-case name, its block.

    An ARC record's headers are given WARC's names. `block` is None where it is longer than `MAX_BLOCK`.
    """

    number: int
    type: str
    headers: dict[str, str]
    block: bytes | None


@dataclass(frozen=True, slots=True)
class DamagedRecord:
    """What stands in the place of a record, and why it cannot be read."""

    number: int
    reason: str


def records(stream: ByteStream, members: PackedMembers | None) -> Iterator[Record | DamagedRecord]:
    """The records in `stream`; `members` are the packed members that it is unpacked from, to go on behind damage.

    Unreadable where there is too much of that.
    """
    number = 0
    again = _Again()
    while True:
        number += 1
        try:
            record = _next_record(stream, number, again)
        except Unreadable as damage:
            yield DamagedRecord(number, _NO_RECORD if isinstance(damage, TrailingBytes) else str(damage))
            if again.number > MAX_AGAIN:
                raise Unreadable(TOO_OFTEN) from None
            if not _go_on(stream, members):
                return
            continue
        if record is None:
            return
        yield record


def begins_record(data: bytes) -> bool:
    """Whether `data` begins as a record of WARC or ARC does."""
    return _WARC.match(data) is not None or _ARC.match(data) is not None


@dataclass(slots=True)
class _Again:
    """How many bytes have been put back, to be looked through for records that a wrong length has swallowed."""

    number: int = 0

    def put_back(self, stream: ByteStream, data: bytes) -> None:
        stream.unread(data)
        self.number += len(data)


def _next_record(stream: ByteStream, number: int, again: _Again) -> Record | None:
    """The record that stands next, which has that number; None at the end. Unreadable where it is damaged."""
    line = _first_line(stream)
    if line.startswith(b"WARC/"):
        headers = _warc_headers(stream, line)
        kind = headers.get("warc-type", "")
    elif _ARC.fullmatch(line):
        headers = _arc_headers(line)
        kind = "warcinfo" if line.startswith(b"filedesc:") else "response"
    elif line:
        stream.unread(line[1:])
        raise Unreadable(_NO_RECORD)
    else:
        return None
    length = headers.get("content-length", "")
    if not (length.isascii() and length.isdecimal() and len(length) < 20):
        raise Unreadable("is damaged: its length is not a number")
    block = _block(stream, int(length), again)
    if block is not None and not _is_intact(block, headers.get("warc-block-digest")):
        raise Unreadable("is damaged: its bytes do not have the digest that its header names")
    return Record(number, kind, headers, block)


def _first_line(stream: ByteStream) -> bytes:
    """The next line that is not blank; b"" at the end."""
    for _ in range(_MAX_BLANK_LINES):
        line = stream.readline(_MAX_HEADER)
        if not line or line.strip(b"\r\n"):
            return line
    raise Unreadable(_NO_RECORD)


def _warc_headers(stream: ByteStream, line: bytes) -> dict[str, str]:
    """The headers that begin with this line. Unreadable where they have no end."""
    lines = [line]
    size = 0
    while (line := stream.readline(_MAX_HEADER)).strip(b"\r\n"):
        lines.append(line)
        size += len(line)
        if size > _MAX_HEADER:
            raise Unreadable("is damaged: its header has no end")
    if not line:
        raise Unreadable("is cut short within its header")
    return read_headers(b"".join(lines) + b"\r\n").fields


def _arc_headers(line: bytes) -> dict[str, str]:
    """What an ARC record's only line tells, by the names that WARC has for it."""
    from warcio.recordloader import ARCHeadersParser  # type: ignore[import-untyped]

    arc = ARCHeadersParser().parse(io.BytesIO(line), line)
    return {
        "warc-target-uri": arc.get_header("uri"),
        "warc-date": arc.get_header("archive-date"),
        "content-type": arc.get_header("content-type"),
        "content-length": arc.get_header("length"),
    }


def _block(stream: ByteStream, length: int, again: _Again) -> bytes | None:
    """The block of `length` bytes. Unreadable where it is cut, or where no record's end follows it.

    Then its bytes are put back: a wrong length may have swallowed the records after it.
    """
    if length > MAX_BLOCK:
        _skip_block(stream, length, again)
        return None
    block = stream.read(length)
    if len(block) < length:
        try:
            _raise_trouble(stream)
        finally:
            again.put_back(stream, block)
        raise Unreadable("is cut short, or its length is wrong")
    after = stream.peek(64)
    if len(after) < 5:
        _raise_trouble(stream)
    rest = after.lstrip(b"\r\n")
    # Some writers leave out the blank lines between records.
    is_next = _WARC.match(after) or (len(rest) < len(after) and _MARKS.match(rest))
    ends_well = after.startswith(b"\r\n\r\n") or not rest or is_next
    if not ends_well:
        again.put_back(stream, block)
        raise Unreadable("is damaged: its length is wrong")
    return block


def _skip_block(stream: ByteStream, length: int, again: _Again) -> None:
    """Pass over a block too long to be a page, on the watch for a record within it: then the length is wrong."""
    kept = b""
    while length > 0:
        data = stream.read(min(length, _CHUNK))
        if not data:
            raise Unreadable("is cut short, or its length is wrong")
        length -= len(data)
        seen = kept + data
        if found := re.search(rb"\r\n\r\n" + _WARC.pattern, seen):
            again.put_back(stream, seen[found.start() :])
            raise Unreadable("is damaged: its length is wrong")
        kept = seen[-128:]


def _raise_trouble(stream: ByteStream) -> None:
    """Raise what is wrong with the bytes just read. Damage behind them is not theirs."""
    trouble = stream.trouble
    if isinstance(trouble, OSError) or (isinstance(trouble, Unreadable) and not trouble.whole):
        raise Unreadable(str(trouble))


def _is_intact(block: bytes, digest: str | None) -> bool:
    """Whether `block` has its `digest`; also where there is none, or of a kind that cannot be checked."""
    if not digest:
        return True
    from warcio.digestverifyingreader import DigestChecker, DigestVerifyingReader  # type: ignore[import-untyped]

    checker = DigestChecker()
    try:
        DigestVerifyingReader(io.BytesIO(block), len(block), checker, block_digest=digest).read()
    except ValueError:
        return True
    return not any(problem.startswith("block digest failed") for problem in checker.problems)


def _go_on(stream: ByteStream, members: PackedMembers | None) -> bool:
    """Go to the next record that begins as one; False where there is none."""
    while True:
        try:
            return _skip_to_record(stream)
        except Unreadable:
            if members is None or not members.resume(begins_record):
                return False


def _skip_to_record(stream: ByteStream) -> bool:
    """As `_go_on`, within what can be unpacked. Unreadable at damage on the way."""
    while stream.skip_to(_MARKS, len(b"filedesc:")):
        if begins_record(stream.peek(_FIRST_LINE)):
            return True
        stream.read(1)
    return False
