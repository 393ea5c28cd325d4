"""Pages as programs save them: by browsers, SingleFile, HTTrack, wget, from the Wayback Machine, as MHTML."""

from __future__ import annotations

import base64
import plistlib
import quopri
from datetime import UTC, datetime
from pathlib import Path

import pytest
from saved_pages import URL, captures, html, read, skipped

from koreanews.captures import Capture, Skipped, capture_from_bytes

MOMENT = datetime(2019, 3, 22, 9, 11, 12, tzinfo=UTC)
WAYBACK = f"https://web.archive.org/web/20190322091112/{URL}"


def saved(page: str) -> Capture:
    capture = capture_from_bytes(page.encode(), path="saved.html")
    assert isinstance(capture, Capture)
    assert capture.text == page
    return capture


def commented(comment: str) -> str:
    return html().replace("<html lang=en>", f"<html lang=en>{comment}")


def test_a_page_without_a_savers_word_tells_neither_address_nor_moment() -> None:
    capture = saved(html())
    assert (capture.url, capture.crawled) == (None, None)


def test_a_browser_tells_the_address() -> None:
    capture = saved(commented(f"<!-- saved from url=(00{len(URL)}){URL} -->"))
    assert (capture.id, capture.url, capture.crawled) == ("saved", URL, None)


@pytest.mark.parametrize(
    "comment",
    [
        f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: Fri Mar 22 2019 10:11:12 GMT+0100 (CET) \n-->",
        f"<!--\n Archive processed by SingleFile \n url: {URL}\n saved date: Fri Mar 22 2019 04:11:12 GMT-0500\n-->",
    ],
)
def test_singlefile_tells_address_and_moment(comment: str) -> None:
    capture = saved(commented(comment))
    assert (capture.url, capture.crawled) == (URL, MOMENT)


@pytest.mark.parametrize("made", ["", ' data-scrapbook-create="20190322091112345"'])
def test_webscrapbook_tells_the_address_and_maybe_the_moment(made: str) -> None:
    page = html().replace("<html lang=en>", f'<html lang="en" data-scrapbook-source="{URL}?a=1&amp;b=2"{made}>')
    capture = saved(page)
    assert (capture.url, capture.crawled) == (f"{URL}?a=1&b=2", MOMENT if made else None)


@pytest.mark.parametrize(
    "date", ["", "yesterday", "Fri Mar 32 2019 10:11:12 GMT+0100", "Fri Mär 22 2019 10:11:12 GMT+0100"]
)
def test_a_date_that_is_none_leaves_the_address(date: str) -> None:
    capture = saved(commented(f"<!--\n Page saved with SingleFile\n url: {URL}\n saved date: {date}\n-->"))
    assert (capture.url, capture.crawled) == (URL, None)


def test_httrack_tells_address_and_moment() -> None:
    where = URL.removeprefix("https://")
    comment = (
        f"<!-- Mirrored from {where} by HTTrack Website Copier/3.x [XR&CO'2014], Fri, 22 Mar 2019 09:11:12 GMT -->"
    )
    capture = saved(commented(comment))
    assert (capture.url, capture.crawled) == ("http://" + where, MOMENT)


def test_the_wayback_machine_tells_when_it_captured_a_page() -> None:
    told = "<!--\n FILE ARCHIVED ON 09:11:12 Mar 22, 2019 AND RETRIEVED FROM THE\n INTERNET ARCHIVE ON 10:00:00.\n-->"
    capture = saved(commented(f"<!-- saved from url=(0099){WAYBACK} -->") + told)
    assert (capture.url, capture.crawled) == (WAYBACK, MOMENT)
    assert saved(commented(f"<!-- saved from url=(0099){WAYBACK} -->")).crawled == MOMENT


@pytest.mark.parametrize(
    "head",
    [
        f'<link rel="canonical" href="{WAYBACK}">',
        f'<link href="https://archive.ph/2019.03.22-091112/{URL}" rel="canonical">',
        "<div>It is a snapshot of the page as it appeared on 22 Mar 2019 09:11:12 GMT.</div>",
    ],
)
def test_an_archive_or_a_cache_tells_the_moment_without_a_comment(head: str) -> None:
    assert saved(html(head=head)).crawled == MOMENT
    assert saved(html(head=head.replace("22", "99"))).crawled is None


def test_a_comment_in_the_middle_of_a_page_is_the_pages_own() -> None:
    page = html().replace("<h1>", "<p>" + "Ferrymen. " * 2000 + f"<!-- saved from url=(0012){URL} --><h1>")
    assert saved(page).url is None


def test_a_page_saved_with_the_headers_it_was_sent_with() -> None:
    head = b"HTTP/1.1 200 OK\r\nDate: Fri, 22 Mar 2019 09:11:12 GMT\r\n"
    head += b"Content-Type: text/html; charset=windows-1252\r\n\r\n"
    page = html(head="").replace("ŭ", "u")
    capture = capture_from_bytes(head + page.encode("cp1252"), path="curl.html")
    assert isinstance(capture, Capture)
    assert (capture.text, capture.crawled, capture.is_html) == (page, MOMENT, True)


def test_a_page_within_a_zip_gets_the_id_of_the_address_that_its_saver_tells(tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "pages.zip", "w") as archive:
        archive.writestr("lanterns.html", commented(f"<!-- saved from url=(0060){URL} -->"))
        archive.writestr("bare.html", html())
    assert [capture.id for capture in captures(read(tmp_path))] == ["a-47110815", "bare"]


# MHTML


def mhtml(
    page: bytes, encoding: str = "quoted-printable", charset: str = '; charset="utf-8"', end: str = "\r\n"
) -> bytes:
    coded = quopri.encodestring(page) if encoding == "quoted-printable" else base64.encodebytes(page)
    return end.join(
        [
            "From: <Saved by Blink>",
            f"Snapshot-Content-Location: {URL}",
            "Subject: =?utf-8?Q?Lanterns?=",
            "Date: Fri, 22 Mar 2019 09:11:12 -0000",
            "MIME-Version: 1.0",
            "Content-Type: multipart/related;",
            '\ttype="text/html";',
            '\tboundary="----MultipartBoundary--x----"',
            "",
            "",
            "------MultipartBoundary--x----",
            f"Content-Type: text/html{charset}",
            "Content-ID: <frame-1@mhtml.blink>",
            f"Content-Transfer-Encoding: {encoding}",
            f"Content-Location: {URL}",
            "",
            coded.decode("ascii").replace("\n", end),
            "------MultipartBoundary--x----",
            "Content-Type: image/png",
            "Content-Transfer-Encoding: base64",
            "Content-Location: https://static.dw.com/image/1.png",
            "",
            "iVBORw0KGgo" + "A" * 60,
            "------MultipartBoundary--x----",
            "Content-Type: text/html",
            "Content-ID: <frame-2@mhtml.blink>",
            "",
            "<html><body>An advertisement</body></html>",
            "------MultipartBoundary--x------",
            "",
        ]
    ).encode()


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_mhtml_gives_its_page_address_and_moment(encoding: str, end: str) -> None:
    capture = capture_from_bytes(mhtml(html().encode(), encoding, end=end), path="Lanterns.mhtml")
    assert isinstance(capture, Capture)
    assert (capture.id, capture.url, capture.crawled) == ("Lanterns", URL, MOMENT)
    assert (capture.is_html, capture.source.format, capture.flaw) == (True, "mhtml", None)
    assert capture.text.replace("\r\n", "\n") == html()


def test_mhtml_may_declare_its_encoding_in_its_part_or_leave_it_to_the_page() -> None:
    page = html("Фонари", head='<meta charset="windows-1251">').replace("ŭ", "u").replace("ü", "u")
    for charset in ('; charset="windows-1251"', ""):
        capture = capture_from_bytes(mhtml(page.encode("cp1251"), charset=charset), path="x.mht")
        assert isinstance(capture, Capture)
        assert "Фонари" in capture.text


def test_mhtml_cut_within_its_page_is_named() -> None:
    data = mhtml(html().encode())
    cut = data[: data.index(b"ferrymen")]
    assert capture_from_bytes(cut, path="x.mhtml") == Skipped("x.mhtml", "is cut short: its MHTML ends within the page")


def test_mhtml_cut_after_its_page_is_kept_and_the_cut_reported() -> None:
    data = mhtml(html().encode())
    capture = capture_from_bytes(data[: data.index(b"AAAA")], path="x.mhtml")
    assert isinstance(capture, Capture)
    assert capture.flaw == "is cut short: its MHTML ends after the page, within its pictures"


def test_mhtml_without_a_page_is_named() -> None:
    data = mhtml(b"").replace(b"text/html", b"text/plain", 9).replace(b'type="text/plain"', b'type="text/html"')
    assert [item.reason for item in skipped(read("-", stdin=data))] == ["is MHTML that holds no page"]


def test_the_part_that_the_mail_names_as_its_start_is_the_page() -> None:
    data = mhtml(html().encode()).replace(b'type="text/html";', b'type="text/html"; start="<frame-2@mhtml.blink>";')
    capture = capture_from_bytes(data, path="x.mhtml")
    assert isinstance(capture, Capture)
    assert "An advertisement" in capture.text


def test_a_frame_that_has_no_id_is_not_the_page_for_that() -> None:
    data = mhtml(html().encode()).replace(b"Content-ID: <frame-2@mhtml.blink>\r\n", b"")
    capture = capture_from_bytes(data, path="x.mhtml")
    assert isinstance(capture, Capture)
    assert "An advertisement" not in capture.text


@pytest.mark.parametrize(
    "outer",
    [
        b'<frameset rows="40,*"><frame src="top.html"><frame src="cid:frame-3@mhtml.blink"></frameset>',
        b'<div id="bar">Original</div><iframe src="cid:frame-3@mhtml.blink"></iframe>',
    ],
)
def test_a_page_within_a_proxys_frame_is_the_page(outer: bytes) -> None:
    data = mhtml(b"<html>" + outer + b"</html>")
    part = (
        b"------MultipartBoundary--x----\r\nContent-Type: text/html\r\nContent-ID: <frame-3@mhtml.blink>\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(html().encode())
    )
    end = data.rindex(b"------MultipartBoundary")
    capture = capture_from_bytes(data[:end] + part + data[end:], path="x.mhtml")
    assert isinstance(capture, Capture)
    assert capture.text == html()


def test_a_mail_of_thousands_of_nested_parts_is_met_with_a_sentence() -> None:
    data = b"MIME-Version: 1.0\r\n" + b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(3000)
    )
    assert isinstance(capture_from_bytes(data, path="x.mhtml"), Skipped)


# Safari's web archives


def webarchive(page: bytes, charset: str) -> bytes:
    main = {
        "WebResourceData": page,
        "WebResourceURL": URL,
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": charset,
    }
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": []}, fmt=plistlib.FMT_BINARY)


def test_a_web_archive_of_safaris_gives_its_page_and_address() -> None:
    page = html(head="").replace("ŭ", "u")
    capture = capture_from_bytes(webarchive(page.encode("cp1252"), "windows-1252"), path="Lanterns.webarchive")
    assert isinstance(capture, Capture)
    assert (capture.id, capture.text, capture.url) == ("Lanterns", page, URL)
    assert (capture.is_html, capture.source.format) == (True, "webarchive")


@pytest.mark.parametrize("keep", [8, 20, 300, -40, -1])
def test_a_web_archive_cut_short_is_named(keep: int) -> None:
    data = webarchive(html().encode(), "utf-8")
    assert capture_from_bytes(data[:keep], path="x") == Skipped("x", "is a damaged property list, not a web archive")


def test_a_property_list_of_something_else_is_named() -> None:
    data = plistlib.dumps({"WebMainResource": 3, "Name": "x"}, fmt=plistlib.FMT_BINARY)
    assert capture_from_bytes(data, path="x") == Skipped("x", "is a property list that holds no page")


@pytest.mark.parametrize("quote", ['"', "'"])
@pytest.mark.parametrize("bar", ['<form><input value="x"></form>', '<iframe srcdoc="<p>Buy lanterns.</p>"></iframe>'])
def test_a_page_that_a_frame_holds_as_text_is_the_page(quote: str, bar: str) -> None:
    held = html().replace("&", "&amp;").replace('"', "&quot;")
    outer = f"<html><title>A proxy</title><body>{bar}<iframe id={quote}f{quote} srcdoc={quote}{held}{quote}></iframe>"
    capture = capture_from_bytes(outer.encode(), path="saved.html")
    assert isinstance(capture, Capture)
    assert capture.text == html()


def test_a_frame_within_a_page_is_not_the_page() -> None:
    saved(html().replace("</h1>", '</h1><iframe srcdoc="<p>Buy lanterns.</p>"></iframe>'))
