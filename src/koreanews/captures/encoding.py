"""Bytes to text: what a page says of its encoding is believed only as far as its bytes agree.

In order: a byte order mark; UTF-16 by its pattern of NULs; UTF-8 where the bytes are valid, whatever is
declared; a declared encoding of East Asia where they are valid in it; UTF-8 with a few broken bytes, each reported and
shown as U+FFFD, or read as the quotation mark of Windows-1252 that it plainly is; the declared single-byte encoding;
Windows-1252, which is what undeclared or wrongly declared Western pages are in. Labels mean what browsers take them for
(https://encoding.spec.whatwg.org: "iso-8859-1" is Windows-1252, "euc-kr" its superset cp949).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_AS_BROWSERS_DO = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
}
_EAST_ASIA = re.compile(r"cp949|johab|gb18030|cp932|shift_jis\w*|euc_\w+|big5\w*|cp950|iso2022_\w+")
_SINGLE_BYTE = re.compile(r"cp(125\d|866|874|437|850|852)|iso8859-\d+|koi8-\w|mac-\w+|tis-620|utf-16(-le|-be)?")

_META = re.compile(
    rb"<meta\b[^>]{0,400}?\bcharset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w:.-]{2,40})",
    re.IGNORECASE,
)
_XML = re.compile(rb"\s{0,99}<\?xml\b[^>]{0,99}?\bencoding\s{0,9}=\s{0,9}[\"']([\w:.-]{2,40})")
_DECLARED_WITHIN = 16384
"""Browsers look at 1024 bytes; the first generation of DW's pages declares after some 1500 of scripts."""

CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r\x0e\x0f\x1b")) + b"\x7f"
"""The control characters that no text has; those of ISO 2022 and of terminals occur."""

_LATIN_RUN = re.compile(rb"[\x80-\x84\x86-\x94\x98-\x9f\xa1-\xb6\xb8-\xff]+")

_ESCAPED = re.compile("[\udc80-\udcff]")
"""A byte that is no UTF-8, as Python shows it among characters."""
_MARK = "[\udc80\udc82\udc84\udc85\udc8b\udc91-\udc97\udc99\udc9b]"
_PASTED = re.compile(rf"(?<![\udc80-\udcff])(?:\udc92|(?<!\w){_MARK}|{_MARK}(?!\w))(?![\udc80-\udcff])")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text, the encoding it was in (Python's name), and what was broken, in words for a person."""

    text: str
    encoding: str
    flaw: str | None = None


class UnknownEncoding(ValueError):
    """The bytes fit no encoding that could be meant; the message says so to a person."""


def decode_page(data: bytes, is_html: bool, declared: str | None = None) -> Decoded:
    """The text that `data` spells, without byte order mark, its line ends as they stand.

    `declared` is the encoding that the container names; an HTML page's own declaration is looked up.
    A few broken bytes in an otherwise sound text become U+FFFD, or what they plainly are in Windows-1252.
    UnknownEncoding where no encoding fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with_flaws(data[len(mark) :], encoding)
    if utf16 := unmarked_utf16(data):
        return _with_flaws(data, utf16)
    try:
        # ISO 2022 is a way of writing East Asian text in ASCII: valid UTF-8 that does not mean itself.
        if b"\x1b" not in data or not (names := _named(data, is_html, declared, "iso2022")):
            return Decoded(data.decode("utf-8"), "utf-8")
        return _with_flaws(data, names[0])
    except UnicodeDecodeError as error:
        return _not_utf8(data, _named(data, is_html, declared), error)


def unmarked_utf16(data: bytes) -> str | None:
    """The encoding of UTF-16 text without a byte order mark, told by NULs at every other place; else None."""
    head = data[:4096]
    if b"\0" not in head:
        return None
    for encoding, low, high in (("utf-16-le", head[::2], head[1::2]), ("utf-16-be", head[1::2], head[::2])):
        controls = len(low) - len(low.translate(None, CONTROLS))
        if high.count(0) * 10 > len(high) * 4 and controls * 20 < len(low):
            return encoding
    return None


def _not_utf8(data: bytes, names: list[str], error: UnicodeDecodeError) -> Decoded:
    """What is no valid UTF-8, `error` says where, decoded by this module's order; `names` are those declared."""
    for name in names:
        if _EAST_ASIA.fullmatch(name) and (text := _strict(data, name)) is not None:
            return Decoded(text, name)
    if _is_broken_utf8(data, error):
        return _with_flaws(data, "utf-8")
    for name in names:
        if _SINGLE_BYTE.fullmatch(name) and (text := _strict(data, name)) is not None:
            return Decoded(text, name)
    if _is_latin(data) and (text := _strict(data, "cp1252")) is not None:
        return Decoded(text, "cp1252")
    for name in names:
        # One byte in a hundred may be broken before the declaration itself is no longer believed.
        if name != "utf-8" and data.decode(name, "replace").count("\ufffd") * 100 < len(data):
            return _with_flaws(data, name)
    raise UnknownEncoding(
        "is text in an encoding that it does not name: neither UTF-8 nor Windows-1252"
        " (convert it to UTF-8, for example with iconv)"
    )


def _with_flaws(data: bytes, encoding: str) -> Decoded:
    """`data` decoded, its broken bytes shown as U+FFFD and told of. UnknownEncoding where they are too many."""
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        place, flaws = error.start, []
        if encoding == "utf-8":
            data, pasted, place = _with_pasted(data, place)
            if pasted:
                flaws.append(f"{_places(pasted)} Windows-1252 within UTF-8, and read as that")
        text = data.decode(encoding, "replace")
        broken = text.count("\ufffd") - data.decode(encoding, "ignore").count("\ufffd")
        if broken * 10 > len(text):
            raise UnknownEncoding(f"is not the {encoding.upper()} text that it begins as") from None
        if broken:
            flaws.append(
                f"{_places(broken)} not valid {encoding.upper()} and shown as U+FFFD, the first at byte {place + 1}"
            )
        return Decoded(text, encoding, "; ".join(flaws))


def _places(number: int) -> str:
    return "1 place is" if number == 1 else f"{number} places are"


def _with_pasted(data: bytes, place: int) -> tuple[bytes, int, int]:
    """`data`, UTF-8 with errors, with Windows-1252's quotation marks, dashes and the like made UTF-8; how many these
    were, and where the first error stands that is left (`place` where none is).

    Editors paste them so. A quotation mark or dash is at the edge of a word: such a byte between two letters is what
    is left of a letter, but for the apostrophe.
    """
    text = data.decode("utf-8", "surrogateescape")
    mended, pasted = _PASTED.subn(lambda found: _escaped(found).decode("cp1252"), text)
    if left := _ESCAPED.search(mended):
        place = len(_escaped(text[: left.start()]))
    return _escaped(mended), pasted, place


def _escaped(text: str | re.Match[str]) -> bytes:
    """The bytes of text that was decoded with "surrogateescape"."""
    return (text if isinstance(text, str) else text[0]).encode("utf-8", "surrogateescape")


def _is_broken_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """Whether invalid UTF-8 is UTF-8 all the same: its sound characters outnumber the broken places.

    Text in other encodings has next to no sequences that are valid UTF-8 by chance. Where there is no other
    witness, the first two bytes of a character at the very end are a text cut in mid-character.
    """
    replaced = data.decode("utf-8", "replace")
    broken = replaced.count("\ufffd")
    sound = len(replaced) - len(replaced.encode("ascii", "ignore")) - broken
    cut_short = error.reason == "unexpected end of data" and len(data) - error.start >= 2
    return sound >= broken or (sound == 0 and broken == 1 and cut_short)


def _is_latin(data: bytes) -> bool:
    """Whether bytes above ASCII stand as in Western text, among letters of ASCII, not in runs as elsewhere."""
    runs = [len(run) for run in _LATIN_RUN.findall(data)]
    return sum(length for length in runs if length > 2) * 2 <= sum(runs)


def _strict(data: bytes, encoding: str) -> str | None:
    """`data` decoded; None where any of it is no text in that encoding."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _named(data: bytes, is_html: bool, declared: str | None, beginning: str = "") -> list[str]:
    """The encodings that are declared, the container's first, by Python's names; those that begin with `beginning`."""
    labels = [declared]
    if is_html and (found := _META.search(data, 0, _DECLARED_WITHIN) or _XML.match(data)):
        labels.append(found[1].decode("ascii", "replace"))
    return [name for label in labels if (name := _known(label)) and name.startswith(beginning)]


def _known(label: str | None) -> str | None:
    """Python's name of the encoding that browsers take `label` for; None where it is none that pages are in."""
    label = (label or "").strip().strip("\"'").lower()
    for spelling in (label, label.removeprefix("x-").replace("windows-", "cp")):
        try:
            name = codecs.lookup(spelling).name
        except (LookupError, ValueError):
            continue
        name = _AS_BROWSERS_DO.get(name, name)
        if name == "utf-8" or _EAST_ASIA.fullmatch(name) or _SINGLE_BYTE.fullmatch(name):
            return name
    return None
