"""The lines of records.jsonl judged one by one: which are records, and what is wrong with those that are not."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

from koreanews.index.records import BOM, RecordsReader, is_conflict_mark, parse_line
from koreanews.parser.article import SCHEMA

SCHEMA_FILE = "record.schema.json"
"""The JSON Schema of a line, in this package."""

LineKind = Literal["record", "cut", "conflict", "newer", "wrong"]
"""A record or removal; a last line cut short; a mark of a merge conflict; of a newer koreanews; anything else."""


class Judged(NamedTuple):
    """A line that is not blank: its number, from 1, and where it begins.

    `body` is without the line's end and the byte order mark; `has_mark` tells that there was one, `has_cr` that the
    end is "\\r\\n". Of any kind but "record", `reason` says for a person why it is none.
    """

    number: int
    offset: int
    body: bytes
    has_mark: bool
    has_cr: bool
    kind: LineKind
    reason: str


def judged_lines(records: RecordsReader) -> Iterator[Judged]:
    """Every line but blank ones. Bounded in memory by the longest line. CannotRead."""
    for number, offset, raw in records.raw_lines(0, 1):
        body = raw.rstrip(b"\r\n")
        has_mark = offset == 0 and body.startswith(BOM)
        if has_mark:
            body = body[len(BOM) :]
        if body.strip():
            kind, reason = _judge(body, is_whole=raw.endswith(b"\n"))
            yield Judged(number, offset, body, has_mark, raw.endswith(b"\r\n"), kind, reason)


def record_of(body: bytes) -> dict[str, Any]:
    """The record, or removal, that a line is; ValueError, with a reason for a person, where it is none."""
    record = parse_line(body)
    kind, reason = _verdict(record, body)
    if kind != "record":
        raise ValueError(reason)
    return record


def misfit(record: dict[str, Any]) -> str | None:
    """Where a line's object does not fit the JSON Schema, for a person; null where it does."""
    from fastjsonschema import JsonSchemaValueException

    try:
        _validator()(record)
    except JsonSchemaValueException as error:
        place, _, rest = error.message.partition(" ")
        if error.rule == "required":
            rest = f"has no {next(key for key in error.rule_definition if key not in error.value)!r}"
        return f"its {place.removeprefix('data.')} {rest}" if place != "data" else f"it {rest}"
    return None


def _judge(body: bytes, *, is_whole: bool) -> tuple[LineKind, str]:
    """Kind and reason of a line; `is_whole` if it has a line end."""
    try:
        record = parse_line(body)
    except ValueError as error:
        if is_conflict_mark(body):
            return "conflict", str(error)
        return ("wrong" if is_whole else "cut"), str(error)
    return _verdict(record, body)


def _verdict(record: dict[str, Any], body: bytes) -> tuple[LineKind, str]:
    """Kind and reason of a line that is an object with an id."""
    schema = record.get("schema")
    if isinstance(schema, int) and schema > SCHEMA:
        return "newer", f"this record has schema {schema}, and a newer koreanews wrote it"
    if reason := misfit(record):
        return "wrong", f"this is no record as record.schema.json describes it: {reason}"
    if b"\\ud" in body.lower() and not _is_unicode(record):
        return "wrong", "this record holds half a character (a lone surrogate)"
    return "record", ""


def _is_unicode(record: dict[str, Any]) -> bool:
    """Whether all of a record's text can be written: JSON may escape one half of a pair without the other."""
    try:
        json.dumps(record, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


@cache
def _validator() -> Callable[[Any], Any]:
    """The JSON Schema as a function; made when the first line is judged."""
    import fastjsonschema

    schema = json.loads(files("koreanews.index").joinpath(SCHEMA_FILE).read_bytes())
    validator: Callable[[Any], Any] = fastjsonschema.compile(schema)
    return validator
