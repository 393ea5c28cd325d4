"""What bytes are, told by their content: names lie, and pages come without any."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from koreanews.captures.encoding import CONTROLS, unmarked_utf16

HEAD: Final = 65536
"""How many bytes from the beginning are looked at."""


class Form(StrEnum):
    """The forms that are read. What is none of them is no page; `not_a_page` says what it is instead."""

    EMPTY = "empty"
    GZIP = "gzip"
    BZIP2 = "bzip2"
    XZ = "xz"
    ZSTD = "zstd"
    BROTLI = "brotli"
    ZIP = "zip"
    TAR = "tar"
    WARC = "WARC"
    ARC = "ARC"
    RECORDS = "records"
    MHTML = "mhtml"
    WEBARCHIVE = "webarchive"
    HTML = "html"
    TEXT = "text"
    OTHER = "other"


_BEGINNINGS: tuple[tuple[re.Pattern[bytes], Form], ...] = (
    (re.compile(rb"\x1f\x8b\x08"), Form.GZIP),
    (re.compile(rb"BZh[1-9](1AY&SY|\x17rE8P\x90)"), Form.BZIP2),
    (re.compile(rb"\xfd7zXZ\0"), Form.XZ),
    # Or a frame to be skipped, as crawlers and parallel compressors put first.
    (re.compile(rb"\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18"), Form.ZSTD),
    # A file written for several disks that came to fit on one begins with a mark for that.
    (re.compile(rb"(PK\x07\x08|PK00)?PK(\x03\x04|\x05\x06)"), Form.ZIP),
    (re.compile(rb"\s{0,9}WARC/[01]\.[0-9]"), Form.WARC),
    (re.compile(rb"filedesc://"), Form.ARC),
    (re.compile(rb"bplist00"), Form.WEBARCHIVE),
    (re.compile(rb"%PDF-|\{\\rtf[0-9]"), Form.OTHER),
)
_FIRST_BYTES: Final = tuple(bytes([byte]) for byte in b"\x1fB\xfd\x28PW\r\nfb%{" + bytes(range(0x50, 0x60)))
_BLANKS: Final = b" \t\r\n\f\v\0\xef\xbb\xbf"

_OTHERS: tuple[tuple[bytes, str], ...] = (
    (rb"%PDF-", "is a PDF document"),
    (rb"\{\\rtf", "is an RTF document"),
    (rb"\x89PNG|GIF8[79]a|\xff\xd8\xff|II\*\0|MM\0\*|\0\0\x01\0|BM|....ftypavif", "is an image"),
    (rb"RIFF....WEBP", "is an image"),
    (rb"RIFF|ID3|OggS|fLaC|....ftyp|\x1aE\xdf\xa3|\xff[\xfb\xf3\xf2]", "is audio or video"),
    (rb"wOF[F2]|OTTO|\0\x01\0\0", "is a font"),
    (rb"\x7fELF|MZ|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe", "is a program"),
    (rb"SQLite format 3\0", "is a database"),
    (rb"\xd0\xcf\x11\xe0", "is an office document"),
    (rb"7z\xbc\xaf\x27\x1c|Rar!\x1a|\x1f\x9d|\x04\"M\x18", "is an archive of a kind that is not read: unpack it first"),
)

_NOT_SHOWN: Final = re.compile(r"[\s\ufeff]+")
_ROOT: Final = re.compile(r"<(?:!doctype\s+)?([a-z][\w:-]*)", re.IGNORECASE)
_PAGE_ROOTS: Final = frozenset(("html", "head", "body"))
_PAGE_PARTS: Final = re.compile(
    r"(article|main|section|header|footer|nav|aside|div|p|h[1-6]|span|a|ul|ol|table|center|font|figure|img|meta|title"
    r"|link|script|style|base|noscript|iframe|template|amp-[\w-]+)"
)
_TAG: Final = re.compile(r"</?[a-z][\w-]*(?=[\s/>])", re.IGNORECASE)

_TAR_MAGIC: Final = (b"ustar\0", b"ustar  \0")
"""POSIX's and GNU's at 257, each to its end: the letters alone may be of a page's words, as in "mustard"."""

_MAIL_HEADER: Final = re.compile(rb"[A-Za-z][\w-]{1,60}:")
_MHTML: Final = re.compile(rb"^content-type:\s*(multipart/|text/html)", re.IGNORECASE | re.MULTILINE)
_RECORD: Final = re.compile(rb'\{\s*"id"\s*:\s*"[^"\n]*"\s*,\s*"schema"\s*:\s*\d')


def form_of(head: bytes) -> Form:
    """The form of what begins with `head`, its first `HEAD` bytes or all where it has fewer."""
    if head.startswith(_FIRST_BYTES) and (packed := _packed(head)):
        return packed
    if head.startswith(_TAR_MAGIC, 257) or _is_old_tar(head):
        return Form.TAR
    if len(head) < HEAD and not head.strip(_BLANKS):
        return Form.EMPTY
    if _is_binary(head):
        return Form.OTHER
    if b'"schema"' in head and _is_records(head):
        return Form.RECORDS
    if b"ontent-" in head and _is_mhtml(head):
        return Form.MHTML
    if head.lstrip(_BLANKS).startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
        text = as_text(head)
        if is_html(text):
            return Form.HTML
        if _is_xml(text):
            return Form.OTHER
    return Form.TEXT


def not_a_page(head: bytes) -> str:
    """What `Form.OTHER` bytes are, as the rest of a sentence that begins with the file's name."""
    for beginning, what in _OTHERS:
        if re.match(beginning, head, re.DOTALL):
            return what if ":" in what else f"{what}, not a saved page"
    if not _is_binary(head):
        return "is XML data, not a saved page"
    return "is binary data, not a saved page"


def is_html(text: str) -> bool:
    """Whether `text` is HTML: it begins with a tag of a page. A text that only mentions tags does not."""
    # Most text dumps have none at all.
    if "<" not in text[:HEAD]:
        return False
    rest = _without_preamble(text[:HEAD])
    root = _ROOT.match(rest)
    if root is None:
        return False
    name = root[1].lower()
    if name in _PAGE_ROOTS:
        return True
    if rest.startswith("<!") or not _PAGE_PARTS.fullmatch(name):
        return False
    tags = _TAG.findall(rest)
    return len(tags) > 2 and any(tag.startswith("</") for tag in tags)


def as_text(head: bytes) -> str:
    """`head` readable as far as its ASCII goes, whatever its encoding: enough to tell markup by."""
    return head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xfe\xff").decode("latin-1")


def _packed(head: bytes) -> Form | None:
    return next((form for beginning, form in _BEGINNINGS if beginning.match(head)), None)


def _is_old_tar(head: bytes) -> bool:
    """Whether `head` is the header of a tar file from before POSIX: its checksum, at 148, is all there is to know."""
    header = head[:512]
    digits = header[148:156].strip(b" \0")
    if len(header) < 512 or not 4 <= len(digits) <= 7 or digits.strip(b"01234567"):
        return False
    return sum(header) - sum(header[148:156]) + 8 * 32 == int(digits, 8)


def _is_binary(head: bytes) -> bool:
    """Whether a hundredth or more are control characters that no text has; UTF-16 and UTF-32 are text."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")) or unmarked_utf16(head):
        return False
    sample = head[:8192]
    return (len(sample) - len(sample.translate(None, CONTROLS))) * 100 > len(sample)


def _is_records(head: bytes) -> bool:
    """Whether it is a records.jsonl, perhaps edited by hand: one of its first lines begins as a record."""
    lines = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 9)[:9]
    if not any(line.startswith(b"{") for line in lines):
        return False
    return any(_RECORD.match(line) or _is_record(line) for line in lines)


def _is_record(line: bytes) -> bool:
    """Whether a whole line is a record whose keys another program has put into its own order."""
    import json

    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and {"id", "schema", "kind", "source"} <= record.keys()


def _is_mhtml(head: bytes) -> bool:
    """Whether it begins with the headers of a mail that holds a page: what browsers call MHTML."""
    if not _MAIL_HEADER.match(head.lstrip()):
        return False
    header = re.split(rb"\r?\n\r?\n", head.lstrip(), maxsplit=1)[0]
    return b"mime-version:" in header.lower() and _MHTML.search(header) is not None


def _is_xml(text: str) -> bool:
    """Whether it is XML of another kind than XHTML: feeds, site maps, drawings."""
    begins_so = text.lstrip().startswith(("<?xml", "<svg", "<rss", "<feed", "<urlset", "<!DOCTYPE"))
    return begins_so and _ROOT.match(_without_preamble(text)) is not None


def _without_preamble(text: str) -> str:
    """`text` from its first tag on: without the blanks, comments and processing instructions before it."""
    place = 0
    while True:
        if blank := _NOT_SHOWN.match(text, place):
            place = blank.end()
        if text.startswith("<!--", place):
            end = text.find("-->", place + 4)
        elif text.startswith("<?", place):
            end = text.find(">", place + 2) - 2
        else:
            return text[place:]
        if end < place:
            return ""
        place = end + 3
