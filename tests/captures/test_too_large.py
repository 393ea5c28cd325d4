"""What is larger than any page is named and passed over; what is below its limits is read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from saved_pages import TEXT, captures, html, read, skipped

from koreanews.captures import Capture, Page, Skipped, capture_from_bytes, page, to_capture
from koreanews.captures.content import Form
from koreanews.captures.page import MAX_LINES, MAX_TEXT

LINES = f"has more than {MAX_LINES:,} lines, which no page has"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\f", "\x1e", "\x85", "\u2028"], ids=ascii)
def test_a_text_of_too_many_lines_is_named(monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    monkeypatch.setattr(page, "MAX_LINES", 40)
    few, many = (
        to_capture(Page(f"a line{end}".encode() * number, "x.txt", "x", form=Form.TEXT)) for number in (20, 41)
    )
    assert isinstance(few, Capture)
    assert isinstance(many, Skipped)
    assert many.reason == "has more than 40 lines, which no page has"


def test_a_million_lines_are_named(tmp_path: Path) -> None:
    (tmp_path / "many.txt").write_text("A line of many\n" * 1_000_000)
    (tmp_path / "page.txt").write_text(TEXT)
    found = read(tmp_path)
    assert [one.reason for one in skipped(found)] == [LINES]
    assert [one.id for one in captures(found)] == ["page"]


def test_a_text_of_too_many_characters_is_named_and_one_of_ten_megabytes_on_a_line_is_read() -> None:
    ten = capture_from_bytes(b"a word " * 1_500_000, path="x.txt")
    assert isinstance(ten, Capture)
    refused = capture_from_bytes(b"[" + b"[]," * (MAX_TEXT // 3) + b"]", path="x.txt")
    assert not isinstance(refused, Capture)
    assert refused.reason == "is more than 16 MiB of text, which no page is"


@pytest.mark.parametrize("begins", [b"A headline\n\n", html().encode()], ids=["text", "html"])
def test_a_file_with_a_gigabyte_of_holes_is_named(tmp_path: Path, begins: bytes) -> None:
    path = tmp_path / "sparse.txt"
    with path.open("wb") as file:
        file.write(begins.ljust(100_000, b"a"))
        file.truncate(1 << 30)
    [refused] = read(path)
    assert getattr(refused, "reason", "") == "is larger than 64 MiB, which no page is"
    os.truncate(path, 0)
    with path.open("r+b") as file:
        file.truncate(1 << 30)
    [refused] = read(path)
    assert getattr(refused, "reason", "") == "is binary data, not a saved page"
