"""records.jsonl: the archive itself, one JSON object a line, appended to and read by place.

The last line for an id is the one in force. A line with nothing but an id and `"removed": true` takes the record out
of force:

    {"id": "002_99e8395a751e14f3", "removed": true}

A place is (offset, length) in bytes; the length does not count the line's end.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from koreanews.index.disk import open_file
from koreanews.index.errors import BadRecord, CannotRead, MergeConflict

FILE_NAME = "records.jsonl"
REJECTED_NAME = "records.rejected.jsonl"
BOM = b"\xef\xbb\xbf"
"""The byte order mark, which some editors write at the beginning of a file, and which is no part of its text."""


class Line(NamedTuple):
    """A line of the file: its number, from 1, its place, what it says, and where the next line begins.

    `next` is null for a last line without a line end.
    """

    number: int
    offset: int
    length: int
    record: dict[str, Any]
    next: int | None


class Holes:
    """Lines after `settled` that were not wholly on disk when the power went: zeros stand where bytes are missing.

    No program writes a zero byte into a line. What was reported as done ends before `settled`. `first` is the offset
    of the first such line that was met, null as long as none was.
    """

    def __init__(self, settled: int) -> None:
        self.settled = settled
        self.first: int | None = None

    def has(self, offset: int, body: bytes) -> bool:
        """Whether a line that is no record is one of them; notes it if so."""
        if offset < self.settled or b"\x00" not in body:
            return False
        if self.first is None:
            self.first = offset
        return True


def line_of(record: dict[str, Any]) -> bytes:
    """A record as its line, with the line's end.

    A lone surrogate, which no UTF-8 can hold, becomes U+FFFD. Control characters are escaped, also those that JSON
    allows and terminals may obey.
    """
    text = _ENCODER.encode(record) + "\n"
    try:
        line = text.encode()
    except UnicodeEncodeError:
        line = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()
    # Looked for in the bytes, which takes a fraction of the time.
    if b"\x7f" in line or _C1_CONTROL.search(line):
        line = line.decode().translate(_ESCAPED).encode()
    return line


def parse_line(body: bytes) -> dict[str, Any]:
    """A line's record, or removal; the line without its end. ValueError with a reason for a person."""
    if is_conflict_mark(body):
        raise ValueError("this is a mark of a merge conflict")
    try:
        record = json.loads(body.decode())
    except UnicodeDecodeError as error:
        raise ValueError("this is not UTF-8 text") from error
    except RecursionError as error:
        raise ValueError("this is nested too deeply to be a record") from error
    except ValueError as error:
        raise ValueError(f"this is not JSON ({error})") from error
    if not isinstance(record, dict) or not isinstance(record.get("id"), str) or not record["id"]:
        raise ValueError('this is not a record: a record is an object with an "id"')
    return record


def is_conflict_mark(body: bytes) -> bool:
    """Whether a line was put there by git (or another such tool) between two versions that it could not merge."""
    return body.startswith(_CONFLICT_MARKS)


def begins_otherwise(data: bytes) -> bool:
    """Whether a file that begins so is no records.jsonl, however that was left: then nothing in it is torn."""
    beginning = data.removeprefix(BOM).lstrip(b"\0 \t\r\n")
    return bool(beginning) and not beginning.startswith((b"{", *_CONFLICT_MARKS))


BEGINS_OTHERWISE = "this is not how records begin; the file may have been packed, or saved in another encoding"


def removal_of(id: str) -> dict[str, Any]:
    """What is written to take a record out of force."""
    return {"id": id, "removed": True}


def is_removal(record: dict[str, Any]) -> bool:
    """Whether a line says that its id is out of force."""
    return record.get("removed") is True


class RecordsReader:
    """Reads a records.jsonl by place; goes on reading the same file where another takes its name.

    Each method raises CannotRead where the disk does not give what is there; making one, OSError. The file is let go
    with the last reference.
    """

    def __init__(self, path: Path, end: int | None = None) -> None:
        """Of the bytes from `end` on nothing is read, if it is not null."""
        self.path = path
        self._end = end
        self._descriptor = open_file(path, os.O_RDONLY)

    def __del__(self) -> None:
        if hasattr(self, "_descriptor"):
            os.close(self._descriptor)

    def status(self) -> os.stat_result:
        """The open file's size, times and identity."""
        return os.fstat(self._descriptor)

    def line_at(self, offset: int, length: int) -> bytes:
        """The bytes at a place; fewer where the file ends before."""
        if self._end is not None:
            length = min(length, self._end - offset)
        pieces = []
        try:
            os.lseek(self._descriptor, offset, os.SEEK_SET)
            while length > 0 and (piece := os.read(self._descriptor, length)):
                pieces.append(piece)
                length -= len(piece)
        except OSError as error:
            raise CannotRead(f"{self.path} cannot be read: {error.strerror or error}.") from error
        return b"".join(pieces)

    def crc32(self, end: int, *, start: int = 0, value: int = 0) -> int:
        """The CRC-32 of the bytes from `start` to `end`, going on from `value`."""
        while start < end and (piece := self.line_at(start, min(_BLOCK, end - start))):
            value = crc32(piece, value)
            start += len(piece)
        return value

    def lines(self, start: int, number: int, holes: Holes | None = None) -> Iterator[Line]:
        """The lines from `start` on, which is line `number`, blank ones left out.

        A last line without an end is given if it is whole, and passed over if it is torn: see `torn_tail`. So are
        `holes`, if any are to be expected. BadRecord names the first line that is neither a record nor a removal.
        """
        for number_, offset, raw in self.raw_lines(start, number):
            body = raw.rstrip(b"\r\n")
            next_ = offset + len(raw) if raw.endswith(b"\n") else None
            if offset == 0 and body.startswith(BOM):
                offset, body = len(BOM), body[len(BOM) :]
            if not body.strip():
                continue
            try:
                record = parse_line(body)
            except ValueError as error:
                if next_ is None and offset == 0 and begins_otherwise(body):
                    raise BadRecord(self.path, number_, BEGINS_OTHERWISE) from error
                if next_ is None:
                    return
                if holes is not None and holes.has(offset, body):
                    continue
                kind = MergeConflict if is_conflict_mark(body) else BadRecord
                raise kind(self.path, number_, str(error)) from error
            yield Line(number_, offset, len(body), record, next_)

    def raw_lines(self, start: int, number: int) -> Iterator[tuple[int, int, bytes]]:
        """Number, offset and bytes of each line, line end included, from `start` on, which is line `number`."""
        rest, offset, place = b"", start, start
        while piece := self.line_at(place, _BLOCK):
            place += len(piece)
            *whole, rest = (rest + piece).split(b"\n") if b"\n" in piece else (rest + piece,)
            for line in whole:
                yield number, offset, line + b"\n"
                number, offset = number + 1, offset + len(line) + 1
        if rest:
            yield number, offset, rest

    def torn_tail(self) -> int | None:
        """Where a last line begins that was cut short while it was written; null where the last line is whole."""
        size = self.status().st_size
        start = self._start_of_last_line(size)
        if start == size:
            return None
        try:
            parse_line(self.line_at(start, size - start))
        except ValueError:
            return start
        return None

    def ends_in_the_middle(self) -> bool:
        """Whether the last line has no line end."""
        size = self.status().st_size
        return size > 0 and self.line_at(size - 1, 1) != b"\n"

    def _start_of_last_line(self, size: int) -> int:
        """Where what follows the last line end begins: `size` where nothing does."""
        end = size
        while end > 0:
            start = max(0, end - _BLOCK)
            found = self.line_at(start, end - start).rfind(b"\n")
            if found >= 0:
                return start + found + 1
            end = start
        return 0


_ENCODER = json.JSONEncoder(ensure_ascii=False)
_C1_CONTROL = re.compile(rb"\xc2[\x80-\x9f]")
_ESCAPED = {code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}
_BLOCK = 1 << 20
_CONFLICT_MARKS = (b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>")
