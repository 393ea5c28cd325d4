"""Bytes to text, in the encodings that pages come in, declared or not, rightly or wrongly."""

from __future__ import annotations

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from saved_pages import TEXT, html

from koreanews.captures import Capture, Skipped, capture_from_bytes
from koreanews.captures.encoding import UnknownEncoding, decode_page

GERMAN = "Zwölf Brücken führen über den Fluss – keine „heißt“ wie die andere…\r\nUnd jede kennt ihren Zöllner.\n"
KOREAN = "개성의 옛 성문 앞에서 상인들이 다시 만났다. 아무도 서류를 묻지 않았다.\n" * 3
JAPANESE = "開城の古い門の前で商人たちが再び出会った。\n" * 3
CHINESE = "商人们又在开城的旧城门前相遇了。\n" * 3
RUSSIAN = "Купцы снова встретились у старых ворот Кэсона.\n" * 3


def decode(data: bytes, is_html: bool, declared: str | None = None) -> str:
    """The text alone."""
    return decode_page(data, is_html, declared).text


def test_utf8_is_utf8_and_line_ends_stay_as_they_are() -> None:
    assert decode(GERMAN.encode(), is_html=False) == GERMAN
    assert decode(b"a\rb\r\nc\n", is_html=False) == "a\rb\r\nc\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@pytest.mark.parametrize("text", [GERMAN, KOREAN])
def test_a_byte_order_mark_decides_and_is_not_text(mark: bytes, encoding: str, text: str) -> None:
    assert decode(mark + text.encode(encoding), is_html=False, declared="iso-8859-1") == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_told_by_its_nuls(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding), is_html=False) == GERMAN


def test_undeclared_western_text_is_windows_1252() -> None:
    assert decode(GERMAN.encode("cp1252"), is_html=False) == GERMAN


@pytest.mark.parametrize(
    ("label", "encoding", "text"),
    [
        ("iso-8859-1", "cp1252", GERMAN),
        ("ISO-8859-15", "iso8859-15", "Der Zöllner verlangt 12 €.\n"),
        ("windows-1252", "cp1252", GERMAN),
        ("us-ascii", "cp1252", GERMAN),
        ("iso-8859-9", "cp1254", "Gümrükçü şehrin kapısında bekliyor.\n"),
        ("windows-1251", "cp1251", RUSSIAN),
        ("koi8-r", "koi8-r", RUSSIAN),
        ("euc-kr", "cp949", KOREAN + "똠방각하\n"),
        ("ks_c_5601-1987", "cp949", KOREAN),
        ("windows-949", "cp949", KOREAN),
        ("x-sjis", "cp932", JAPANESE),
        ("shift_jis", "cp932", JAPANESE),
        ("euc-jp", "euc_jp", JAPANESE),
        ("iso-2022-jp", "iso2022_jp", JAPANESE),
        ("gb2312", "gb18030", CHINESE),
        ("gbk", "gb18030", CHINESE),
        ("big5", "big5hkscs", "商人們又在舊城門前相遇了。\n" * 3),
    ],
)
def test_a_declared_encoding_means_what_browsers_take_it_for(label: str, encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), is_html=False, declared=label) == text
    page = html(text, head=f'<meta http-equiv="Content-Type" content="text/html; charset={label}">')
    page = page.replace("ŭ", "u").replace("für", "fur").replace("–", "-")
    assert decode(page.encode(encoding), is_html=True) == page


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="windows-1251">',
        "<meta charset=windows-1251>",
        "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset = windows-1251'>",
        "<script>" + "x" * 4000 + "</script><meta charset='windows-1251'>",
    ],
)
def test_a_page_declares_its_encoding_in_its_head(head: str) -> None:
    page = html(RUSSIAN, head).replace("ŭ", "u").replace("ü", "u")
    assert decode(page.encode("cp1251"), is_html=True) == page


def test_xhtml_declares_its_encoding_in_its_first_line() -> None:
    page = f'<?xml version="1.0" encoding="windows-1251"?>\n<html><body>{RUSSIAN}</body></html>'
    assert decode(page.encode("cp1251"), is_html=True) == page


def test_the_containers_word_goes_before_the_pages() -> None:
    page = html(RUSSIAN, '<meta charset="iso-8859-1">').replace("ŭ", "u").replace("ü", "u")
    assert decode(page.encode("cp1251"), is_html=True, declared="windows-1251") == page


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1251", "euc-kr", "utf-16", "us-ascii"])
def test_valid_utf8_is_utf8_whatever_is_declared(label: str) -> None:
    assert decode((GERMAN + KOREAN).encode(), is_html=False, declared=label) == GERMAN + KOREAN


def test_windows_1252_declared_as_utf8_is_still_windows_1252() -> None:
    page = html("Zwölf Brücken").replace("ŭ", "u")
    assert decode_page(page.encode("cp1252"), is_html=True).encoding == "cp1252"
    assert decode(page.encode("cp1252"), is_html=True, declared="utf-8") == page


@pytest.mark.parametrize(
    "label", ["base64", "rot13", "utf-7", "unicode_escape", "idna", "../x", "no-such", "\0", "a" * 99]
)
def test_a_label_that_no_page_is_in_is_passed_over(label: str) -> None:
    assert decode(GERMAN.encode("cp1252"), is_html=False, declared=label) == GERMAN


def test_a_broken_byte_in_utf8_is_shown_and_reported_with_its_place() -> None:
    data = GERMAN.encode().replace(b"Und", b"U\xffd")
    capture = capture_from_bytes(data, path="bridges.txt")
    assert isinstance(capture, Capture)
    assert capture.text == GERMAN.replace("Und", "U\ufffdd")
    place = data.index(b"\xff") + 1
    assert capture.flaw == f"1 place is not valid UTF-8 and shown as U+FFFD, the first at byte {place}"


def test_quotation_marks_of_windows_1252_that_were_pasted_into_utf8_are_read_and_reported() -> None:
    data = GERMAN.encode()
    for mark in "–„“…":
        data = data.replace(mark.encode(), mark.encode("cp1252"))
    decoded = decode_page(data + b"Kim\x92s B\xc3\xa4che\n", is_html=False)
    assert decoded.text == GERMAN + "Kim’s Bäche\n"
    assert decoded.flaw == "5 places are Windows-1252 within UTF-8, and read as that"


def test_what_is_left_of_a_letter_is_no_quotation_mark() -> None:
    # Of "Ä", C3 84, the first byte is lost.
    decoded = decode_page("Die Äpfel der ALTÄRE fielen, fünf für Öl.".encode().replace("TÄ".encode(), b"T\x84"), False)
    assert "ALT\ufffdRE" in decoded.text
    assert decoded.flaw == "1 place is not valid UTF-8 and shown as U+FFFD, the first at byte 19"


def test_a_replacement_character_that_the_page_itself_has_is_no_flaw() -> None:
    capture = capture_from_bytes("Sinŭiju \ufffd\n".encode(), path="a.txt")
    assert isinstance(capture, Capture)
    assert capture.flaw is None


def test_a_text_cut_within_its_last_character_keeps_all_the_others() -> None:
    decoded = decode_page(b"He said: \xe2\x80\x9d"[:-1], is_html=False)
    assert decoded.text == "He said: \ufffd"
    assert decoded.flaw is not None


@pytest.mark.parametrize(
    "data",
    [
        KOREAN.encode("cp949"),
        RUSSIAN.encode("cp1251"),
        b"\xff\xfe" + bytes(range(0xD8, 0xE0)) * 40,
        b"Plain at first, then \x81\x8d\x8f\x90\x9d.",
    ],
)
def test_text_in_no_encoding_that_could_be_meant_is_named_not_guessed(data: bytes) -> None:
    with pytest.raises(UnknownEncoding):
        decode(data, is_html=False)
    found = capture_from_bytes(data, path="unknown.txt")
    assert isinstance(found, Skipped)
    assert found.path == "unknown.txt"


def test_a_declared_encoding_with_a_broken_byte_is_kept_and_the_byte_reported() -> None:
    decoded = decode_page(KOREAN.encode("cp949").replace(b"\n", b"\xff\n", 1), is_html=False, declared="euc-kr")
    assert decoded.text == KOREAN.replace("\n", "\ufffd\n", 1)
    assert decoded.flaw is not None


@given(st.binary(max_size=400), st.booleans(), st.none() | st.text(max_size=12))
def test_any_bytes_give_text_without_lone_surrogates_or_a_sentence(
    data: bytes, is_html: bool, declared: str | None
) -> None:
    with contextlib.suppress(UnknownEncoding):
        decode(data, is_html, declared).encode()


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), max_size=200))
def test_utf8_always_comes_back(text: str) -> None:
    assert decode(text.encode(), is_html=False) == text


def test_the_seeds_way_of_writing_is_plain_utf8() -> None:
    capture = capture_from_bytes(TEXT.encode(), path="x/000_lanterns.txt")
    assert isinstance(capture, Capture)
    assert (capture.text, capture.id, capture.flaw) == (TEXT, "000_lanterns", None)
