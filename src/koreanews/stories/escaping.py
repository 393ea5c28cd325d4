"""Text from pages, written so that no format takes it for anything but text."""

from __future__ import annotations

import unicodedata
from xml.sax.saxutils import escape


def shown(text: str) -> str:
    """The text on one line, with U+FFFD for each character that steers, hides or turns round what is beside it.

    Those are controls, formats (but for joiners and soft hyphens, which words are spelt with), halves of characters,
    and what no XML may hold.
    """
    text = " ".join(text.split())
    return text if text.isascii() and text.isprintable() else "".join(map(_harmless, text))


def for_xml(text: str) -> str:
    """Text for an element's content or a quoted attribute."""
    return escape(shown(text), {'"': "&quot;", "'": "&apos;"})


def for_dot(text: str) -> str:
    """A quoted string of DOT; quoted, it is never read as HTML, and a doubled backslash begins no escape."""
    return '"' + shown(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def for_mermaid(text: str) -> str:
    """Text for between quotes of Mermaid: what its grammar, its directives, its Markdown and HTML could read, coded.

    Mermaid looks for `%%{...}%%` in the whole file, and draws labels as HTML.
    """
    return "".join(sign if _is_plain(sign) else f"#{ord(sign)};" for sign in shown(text))


_PLAIN = frozenset(" .,:?!-'")
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_HARMLESS = "\u200c\u200d\u00ad"


def _is_plain(sign: str) -> bool:
    return not sign.isascii() or sign.isalnum() or sign in _PLAIN


def _harmless(sign: str) -> str:
    unsafe = unicodedata.category(sign) in _UNSAFE and sign not in _HARMLESS
    return "\N{REPLACEMENT CHARACTER}" if unsafe or sign in "\ufffe\uffff" else sign
