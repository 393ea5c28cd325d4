"""Names of files and addresses as ids and as paths that are safe to store and to show."""

from __future__ import annotations

import re
import unicodedata

from koreanews.captures.normal import nfc

_PACKED = re.compile(r"\.(gz|bz2|xz|zst|zstd|br)$", re.IGNORECASE)
_SUFFIX = re.compile(r"\.([A-Za-z][A-Za-z0-9]{1,4}|webarchive)$")

_UNSAFE = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Unicode's categories of what moves a cursor, reorders the text around it, ends a line, or is not seen at all."""
_JOINERS = "\u200c\u200d"
"""The two unseen characters that writing needs: Persian words, emoji made of several."""


def stem(name: str) -> str:
    """The id of a page that is a file called `name`: "002_99e8395a751e14f3.txt.gz" gives "002_99e8395a751e14f3".

    Without the suffix of its packing, then without one suffix of two to five letters and digits.
    """
    bare = _PACKED.sub("", name)
    return safe_id(_SUFFIX.sub("", bare) or bare or name)


def safe_id(name: str) -> str:
    """`name` as one line of text: NFC, what is invisible or reorders text escaped, never empty."""
    if name.isascii() and name.isprintable() and name.strip():
        return name.strip()
    text = nfc(readable(name)).strip()
    return "".join(_escape(char) if _is_unsafe(char) else char for char in text) or "unnamed"


def readable(path: str) -> str:
    """`path` with bytes that are no text shown as escapes ("\\xff"): what JSON and terminals can carry."""
    if path.isascii():
        return path
    try:
        return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:
        # Surrogates that are no bytes in disguise, as Windows allows them in names.
        return path.encode("utf-8", "backslashreplace").decode("utf-8")


def shown_path(path: str) -> str:
    """A path of the file system as a record names it: "/" between folders, on Windows too."""
    import os

    return readable(path.replace(os.sep, "/") if os.sep != "/" else path)


def mirrored_url(path: str) -> str | None:
    """The address of a page that a mirroring program saved at `path`: "copy/www.dw.com/en/x/a-1.html" is DW's.

    None where no folder is named after a host of DW's, or what is below it names no page.
    """
    if "dw" not in path:
        return None
    from koreanews.captures.address import dw_id, host_is_dw

    parts = path.split("/")
    for place in range(len(parts) - 1):
        if host_is_dw(parts[place]):
            url = "https://" + "/".join(parts[place:])
            return url if dw_id(url) else None
    return None


def _is_unsafe(char: str) -> bool:
    return unicodedata.category(char) in _UNSAFE and char not in _JOINERS


def _escape(char: str) -> str:
    return char.encode("ascii", "backslashreplace").decode("ascii") if char > "\x7f" else f"\\x{ord(char):02x}"
