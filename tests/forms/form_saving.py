"""The ways in which people save an HTML page: each gives the file's path below a folder, and its bytes.

`page` is the page as DW sent it, `url` its address. What each program writes is described where its function stands.
"""

from __future__ import annotations

import io
import plistlib
import quopri
import re
from urllib.parse import quote, urlsplit

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

Saved = tuple[str, bytes]

MOMENT = "2023-01-18T09:11:12Z"
_PICTURE = "data:image/jpeg;base64," + "QUJD" * 5_000


def as_sent(page: str, url: str) -> Saved:
    return "page.html", page.encode()


def browser(page: str, url: str) -> Saved:
    """ "Web page, complete": the address in a comment, links absolute, pictures in a folder, no canonical link."""
    page = re.sub(r'href="(/[^"]*)', r'href="https://www.dw.com\1', page)
    page = re.sub(r'src="[^"]*\.jpg"', 'src="./Page_files/1.jpg"', page)
    page = page.replace("<html", f"<!-- saved from url=({len(url):04}){url} -->\n<html", 1)
    return "Page.html", without_address(page).encode()


def single_file(page: str, url: str) -> Saved:
    """SingleFile: scripts gone, pictures and styles in the page, values without quotes where they need none."""
    page = re.sub(r"<script(?! type=.application/ld).*?</script>", "", page, flags=re.DOTALL)
    page = re.sub(r"=\"([\w/.-]+)\"(?=[ >])", r"=\1", page)
    page = re.sub(r"<(amp-)?img ", rf'<\1img src="{_PICTURE}" ', page)
    page = page.replace("</head>", f"<style>.a{{background:url({_PICTURE})}}</style></head>")
    moment = "Wed Jan 18 2023 10:11:12 GMT+0100 (CET)"
    said = f"<!--\n Page saved with SingleFile \n url: {url} \n saved date: {moment}\n-->"
    return "Page (18.1.2023).html", page.replace("<html", f"{said}<html", 1).encode()


def mhtml(page: str, url: str) -> Saved:
    """Chrome's "Web page, single file"."""
    head = [
        "From: <Saved by Blink>",
        f"Snapshot-Content-Location: {quote(url, safe=':/')}",
        "Subject: =?utf-8?Q?Page?=",
        "Date: Wed, 18 Jan 2023 09:11:12 -0000",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----MultipartBoundary--x----"',
        "",
        "",
        "------MultipartBoundary--x----",
        "Content-Type: text/html",
        "Content-ID: <frame-1@mhtml.blink>",
        "Content-Transfer-Encoding: quoted-printable",
        f"Content-Location: {quote(url, safe=':/')}",
        "",
        "",
    ]
    coded = quopri.encodestring(page.encode()).replace(b"\n", b"\r\n")
    boundary = b"\r\n------MultipartBoundary--x----"
    end = boundary + b"\r\nContent-Type: image/png\r\n\r\nx" + boundary + b"--\r\n"
    return "Page.mhtml", "\r\n".join(head).encode() + coded + end


def safari(page: str, url: str) -> Saved:
    """Safari's web archive."""
    main = {"WebResourceData": page.encode(), "WebResourceURL": url, "WebResourceTextEncodingName": "UTF-8"}
    return "Page.webarchive", plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


def wget(page: str, url: str) -> Saved:
    """wget --mirror --convert-links --adjust-extension: a folder a host, all addresses relative to the file."""
    page = re.sub(r'href="/(\w\w/[^"]*/\w+-\d+)"', r'href="../../\1.html"', page)
    page = page.replace(f'rel="canonical" href="{url}"', f'rel="canonical" href="{url.rpartition("/")[2]}.html"')
    page = re.sub(r'<meta property="og:url"[^>]*>', "", page)
    return f"copy/www.dw.com{urlsplit(url).path}.html", page.encode()


def wayback(page: str, url: str) -> Saved:
    """From the Internet Archive: its bar above the page, its addresses for all of the page's, its word at the end."""
    page = re.sub(r'href="(/(?!/)[^"]*)', r'href="/web/20230118091112/https://www.dw.com\1', page)
    page = page.replace(f'href="{url}', f'href="https://web.archive.org/web/20230118091112/{url}')
    bar = '<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base"><p>Captures</p></div><!-- END -->'
    page = re.sub(r"(<body[^>]*>)", rf"\1{bar}", page)
    return "page.html", f"{page}<!--\n     FILE ARCHIVED ON 09:11:12 Jan 18, 2023 AND RETRIEVED FROM THE\n-->".encode()


def translator(page: str, url: str) -> Saved:
    """In a translator's frame: each text in fonts of its own, all addresses on its host."""
    page = re.sub(r"(<p>)([^<>]+)(</p>)", r'\1<font style="x"><font dir="auto">\2</font></font>\3', page)
    return "page.html", page.replace("https://www.dw.com/", "https://www-dw-com.translate.goog/").encode()


def cache(page: str, url: str) -> Saved:
    """From a search engine's cache: its header above the page, and a base address."""
    header = f'<base href="{url}"><div id="google-cache-hdr"><p>This is a cache of the page.</p></div>'
    return "page.html", (header + without_address(page)).encode()


def proxy(page: str, url: str) -> Saved:
    """In a proxy's frame: the whole page within a table within a page."""
    return "page.html", f"<html><body><table><tr><td>{'<div>' * 20}{page}{'</div>' * 20}</td></tr></table>".encode()


def capitals(page: str, url: str) -> Saved:
    """Tags and attributes in capitals, as old proxies write them."""
    tags = re.compile(r"</?[a-z][a-z0-9-]*|(?<= )[a-z]+(?==\")")
    return "page.html", tags.sub(lambda match: match[0].upper(), page).encode()


def curl(page: str, url: str) -> Saved:
    """curl --include: the headers of HTTP above the page."""
    return "page.html", b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()


def crawler(page: str, url: str) -> Saved:
    """A crawler's WARC, from a server that says nothing in the page of where it is."""
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=True)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
    made = writer.create_warc_record(
        url,
        "response",
        payload=io.BytesIO(without_address(page).encode()),
        http_headers=headers,
        warc_headers_dict={"WARC-Date": MOMENT},
    )
    writer.write_record(made)
    return "crawl.warc.gz", file.getvalue()


def with_mark(page: str, url: str) -> Saved:
    return "page.html", page.encode("utf-8-sig")


def wrongly_declared(page: str, url: str) -> Saved:
    """UTF-8 that says it is something else."""
    return "page.html", _declaring(page, "iso-8859-1").encode()


def windows_1252(page: str, url: str) -> Saved:
    """As an old proxy writes it; what that encoding has not is written in entities."""
    return "page.html", _declaring(page, "windows-1252").encode("cp1252", "xmlcharrefreplace")


def windows_1252_undeclared(page: str, url: str) -> Saved:
    return "page.html", _declaring(page, None).encode("cp1252", "xmlcharrefreplace")


def windows_1252_declared_as_utf_8(page: str, url: str) -> Saved:
    return "page.html", page.encode("cp1252", "xmlcharrefreplace")


def utf_16(page: str, url: str) -> Saved:
    """Notepad's "Unicode"."""
    return "page.html", page.encode("utf-16")


def utf_16_big_endian_without_mark(page: str, url: str) -> Saved:
    return "page.html", page.encode("utf-16-be")


def without_address(page: str) -> str:
    page = page.replace('<link rel="canonical"', '<link rel="other"')
    return re.sub(r'<meta property="og:url"[^>]*>', "", page)


def _declaring(page: str, charset: str | None) -> str:
    declared = re.compile(r'<meta (?:http-equiv="content-type" content="text/html; charset=utf-8"|charset="utf-8")>')
    page, number = declared.subn(f'<meta charset="{charset}">' if charset else "", page)
    assert number == 1
    return page


PROGRAMS = (
    as_sent, browser, single_file, mhtml, safari, wget, wayback, translator, cache, proxy, capitals, curl, crawler,
)  # fmt: skip
ENCODINGS = (
    with_mark, wrongly_declared, windows_1252, windows_1252_undeclared, windows_1252_declared_as_utf_8, utf_16,
    utf_16_big_endian_without_mark,
)  # fmt: skip
TELL_THE_MOMENT = (single_file, mhtml, wayback, crawler)
"""Those that tell when they saved a page; it is the same moment, `MOMENT`."""
