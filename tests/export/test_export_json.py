"""JSON and JSON Lines: nothing of a record is lost, and nothing of it is held back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from export_records import HOSTILE, checked, document, record, texts
from hypothesis import given

from koreanews.export import FORMATS, Format, write_records


@pytest.mark.parametrize("headline", HOSTILE)
def test_hostile_headlines_come_back_exactly(headline: str) -> None:
    one = record(headline=headline, body=headline * 2)
    assert json.loads(document("json", one, one)) == [one, one]
    assert [json.loads(line) for line in document("jsonl", one, one).splitlines()] == [one, one]


@checked
@given(texts)
def test_any_text_comes_back_exactly(text: str) -> None:
    one = record(headline=text, headings=[text], recommends=[{"headline": text, "date": None}])
    assert json.loads(document("jsonl", one)) == one
    assert json.loads(document("json", one)) == [one]


def test_a_line_of_jsonl_is_the_line_of_the_archive() -> None:
    one = record(headline="Kaesŏng 개성 \U0001f680 \u00e9", body='He said "no".\n\nThen \\ left.')
    assert document("jsonl", one) == json.dumps(one, ensure_ascii=False) + "\n"


def test_no_characters_are_written_that_turn_text_round_or_end_lines() -> None:
    written = document("jsonl", record(headline="a\u202eb\u2028c\x85d\x9be"))
    assert r"a\u202eb\u2028c\u0085d\u009be" in written


def test_no_records_are_an_empty_document() -> None:
    assert document("json") == "[]\n"
    assert document("jsonl") == ""
    assert document("csl-json") == "[]\n"
    assert document("bibtex") == document("ris") == document("markdown") == ""


@pytest.mark.parametrize("format", FORMATS)
def test_records_are_written_as_they_come(format: Format) -> None:
    """No format may wait for the last record: an archive is larger than memory."""
    written: list[str] = []
    seen: list[int] = []

    class Out:
        def write(self, text: str) -> None:
            written.append(text)

    def records() -> Iterator[dict[str, Any]]:
        for number in range(5):
            seen.append(sum(map(len, written)))
            yield record(id=f"r{number}", headline="x" * 1000)

    assert write_records(records(), format, Out()) == 5
    assert all(later - earlier >= 1000 for earlier, later in pairwise(seen[1:]))


def test_a_byte_order_mark_is_for_tables() -> None:
    class Out(list[str]):
        write = list.append

    out = Out()
    write_records([], "csv", out, mark=True)
    assert "".join(out).startswith("\ufeffid,date,")
    with pytest.raises(ValueError, match="json takes no byte order mark"):
        write_records([], "json", Out(), mark=True)
