"""What bytes are is told by the bytes: names lie, and text may talk of tags."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest
from saved_pages import TEXT, captures, html, read, skipped

from koreanews.captures import Capture, Skipped, capture_from_bytes
from koreanews.captures.content import HEAD, Form, form_of

HTML_BEGINNINGS = [
    "<!DOCTYPE html>\n<html><body>x",
    "<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'><title>x</title>",
    "\n\n          <!doctype html><html  lang='de'>",
    "\ufeff<html><head>",
    "<!--[if lt IE 7 ]><!-->\n<html class=ie6> <!--<![endif]-->",
    '<?xml version="1.0"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml">',
    "<!-- saved from url=(0019)https://www.dw.com/ -->\n<HTML>",
    "<head><title>x</title></head>",
    "<body>x</body>",
    "<article><h1>x</h1><p>y</p></article>",
    '<div class="longText"><p>x</p></div>',
    "<title>x</title><meta charset=utf-8><p>y",
]
TEXT_BEGINNINGS = [
    TEXT,
    "The tag <html> opens a page, <body> its body.\n<!DOCTYPE html> comes first.\n",
    " date 2019-01-17 <p>Not a tag but a title</p>\n",
    "< 5 degrees, and no ferry\n",
    "<3\n",
    "<Kim> We shall see.\n<Moon> We shall.\n<Kim> Indeed.\n",
    "<p> is the tag of a paragraph, they say.\n",
    "<!-- Only a remark -->\nand then prose about <b>tags</b>\n",
    "From: the border\nTo: nobody\n\nA letter.\n",
    "{not JSON} but a caption\n",
    "[AP] Nobody asked the ferrymen.\n",
    "HTTP/2 and what it changed\n\nNothing here.\n",
    "bplist is no word\n",
    "MZ and PK are initials, BM too\n",
    "BZh is no word\n",
    "WARC/ is a format\n",
    "Escapes \x1b[1mwithin\x1b[0m a terminal's log\n",
]


@pytest.mark.parametrize("text", HTML_BEGINNINGS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_html_is_known_by_the_tag_that_it_begins_with(text: str, encoding: str) -> None:
    assert form_of(text.encode(encoding)) is Form.HTML


@pytest.mark.parametrize("text", TEXT_BEGINNINGS)
def test_a_text_dump_that_mentions_tags_stays_text(text: str) -> None:
    assert form_of(text.encode()) is Form.TEXT


def test_a_text_about_http_is_text() -> None:
    capture = capture_from_bytes(b"HTTP/2 and what it changed\n\nNothing here.\n", path="x.txt")
    assert isinstance(capture, Capture)
    assert not capture.is_html


def test_html_after_a_very_long_comment_is_text_rather_than_a_guess() -> None:
    assert form_of(b"<!--" + b" " * HEAD + b"--><html>") is Form.TEXT


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n1 0 obj\n", "is a PDF document, not a saved page"),
        (b"{\\rtf1\\ansi A headline\\par}", "is an RTF document, not a saved page"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1", "is an image, not a saved page"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0", "is an image, not a saved page"),
        (b"GIF89a\x01\0\x01\0\0\0\0", "is an image, not a saved page"),
        (b"RIFF\x24\0\0\0WEBPVP8 \x18\0\0\0", "is an image, not a saved page"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", "is audio or video, not a saved page"),
        (b"ID3\x04\0\0\0\0\0\x23TSSE", "is audio or video, not a saved page"),
        (b"wOF2\0\1\0\0\0\0\x12\x34", "is a font, not a saved page"),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0", "is a program, not a saved page"),
        (b"MZ\x90\0\x03\0\0\0\x04\0\0\0", "is a program, not a saved page"),
        (b"SQLite format 3\0\x10\0\1\1", "is a database, not a saved page"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0", "is an office document, not a saved page"),
        (b"7z\xbc\xaf\x27\x1c\0\x04", "is an archive of a kind that is not read: unpack it first"),
        (b"\0\1\2\3" * 40, "is binary data, not a saved page"),
        (b"Text at first" + b"\0" * 200, "is binary data, not a saved page"),
        (b'<?xml version="1.0"?><rss version="2.0"></rss>', "is XML data, not a saved page"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"></svg>', "is XML data, not a saved page"),
        (b'{"headline": "Lanterns", "body": []}', "is JSON data, not a saved page"),
        (b'{"a": 1}\n{"a": 2}\n', "is JSON data, not a saved page"),
        (b"", "is empty"),
        (b" \r\n\t\n ", "holds nothing but blanks"),
        (b"\xef\xbb\xbf\n", "holds nothing but blanks"),
        (b"\0\0\0", "holds nothing but blanks"),
        ("\u00a0\u3000\n".encode(), "holds nothing but blanks"),
    ],
)
def test_what_is_no_page_is_named_for_what_it_is(data: bytes, what: str) -> None:
    assert capture_from_bytes(data, path="odd/thing.html") == Skipped("odd/thing.html", what)


def test_a_containers_bytes_are_no_single_page() -> None:
    found = capture_from_bytes(gzip.compress(TEXT.encode()), path="x.txt")
    assert found == Skipped("x.txt", "is of the form gzip, not a single page")


def test_a_misleading_name_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(html().encode())
    (tmp_path / "text.html").write_bytes(TEXT.encode())
    (tmp_path / "packed.html").write_bytes(gzip.compress(TEXT.encode()))
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\r")
    found = read(tmp_path)
    assert {c.id: c.is_html for c in captures(found)} == {"page": True, "text": False, "packed": False}
    assert skipped(found) == [Skipped(f"{tmp_path}/picture.txt", "is an image, not a saved page")]


def test_office_documents_and_books_are_not_archives_of_pages(tmp_path: Path) -> None:
    for name, first in (("report.docx", "[Content_Types].xml"), ("novel.epub", "mimetype")):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr(first, "x")
            archive.writestr("chapter.html", html())
        (tmp_path / name).write_bytes(file.getvalue())
    assert {item.reason for item in skipped(read(tmp_path))} == {"is an office document or an e-book, not saved pages"}


def test_records_are_known_whatever_hand_has_been_at_them() -> None:
    record = {"id": "x", "schema": 1, "kind": "article", "headline": "y", "source": {}}
    for first in (
        json.dumps(record),
        json.dumps(record, separators=(",", ":")),
        json.dumps(dict(reversed(record.items()))),
        "\ufeff" + json.dumps(record),
        "<<<<<<< HEAD\n" + json.dumps(record),
        json.dumps(record)[:-9] + "\n" + json.dumps(record),
        json.dumps(record | {"headline": "y" * 2 * HEAD}),
    ):
        assert form_of(first.encode()[:HEAD]) is Form.RECORDS
    assert form_of(b'{"schema": "of a poem", "lines": 3}\n') is Form.TEXT


def test_a_source_tells_form_digest_and_size_of_the_bytes_themselves() -> None:
    data = html().encode()
    capture = capture_from_bytes(data, path="a/b.html")
    assert isinstance(capture, Capture)
    assert (capture.source.path, capture.source.format, capture.source.bytes) == ("a/b.html", "html", len(data))
    assert len(capture.source.sha256) == 64
    assert capture.is_html
