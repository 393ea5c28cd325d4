"""Text from pages, file names and arguments, made safe to show: nothing in it moves the cursor or hides.

Control characters (escape sequences begin with one), bidirectional marks and overrides, and other characters without
a shape of their own are written out as Python and JSON write them: \\x1b, \\u202e. All else stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable


def visible(text: str) -> str:
    """The text with every unsafe character written out, line ends and tabs among them."""
    return text if text.isprintable() else text.translate(_VISIBLE)


def one_line(text: str) -> str:
    """The text on one line, as a field of a table: line ends, paragraphs' ends and tabs become blanks."""
    return visible(text.replace("\n\n", "\n").translate(_BLANKS))


def visible_lines(text: str) -> str:
    """The text with its line ends, each line made visible; a tab becomes a blank."""
    return "\n".join(visible(line.replace("\t", " ")) for line in text.split("\n"))


def visible_json(line: str) -> str:
    """A line of JSON that says the same, with every unsafe character escaped."""
    return line if line.isprintable() else line.translate(_VISIBLE_JSON)


def controlless_json(line: str) -> str:
    """A line of JSON that says the same, with every control character escaped: those that JSON itself allows, too."""
    return line if line.isprintable() else line.translate(_CONTROLLESS_JSON)


def ascii_json(line: str) -> str:
    """A line of JSON that says the same in ASCII."""
    return line if line.isascii() else line.translate(_ASCII_JSON)


class _Translation(dict[int, str]):
    """For `str.translate`: each character that `wanted` tells, written out by `written`; found out once for each."""

    def __init__(self, wanted: Callable[[str], bool], written: Callable[[int], str]) -> None:
        self._wanted = wanted
        self._written = written

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = shown = self._written(code) if self._wanted(char) else char
        return shown


def _is_unsafe(char: str) -> bool:
    import unicodedata

    return unicodedata.category(char) in _UNSAFE and char not in _HARMLESS


# Controls, formats, surrogates, line and paragraph separators. Unassigned characters are left alone: they may
# be newer than this Python's tables.
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})

# Formats that words and emoji are spelt with: zero-width non-joiner and joiner, soft hyphen.
_HARMLESS = "\u200c\u200d\u00ad"


def _as_python(code: int) -> str:
    if char := {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(chr(code)):
        return char
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _as_json(code: int) -> str:
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"


_BLANKS = {ord(char): " " for char in "\t\n\r\v\f\x85\u2028\u2029"}
_VISIBLE = _Translation(_is_unsafe, _as_python)
_VISIBLE_JSON = _Translation(_is_unsafe, _as_json)
_CONTROLLESS_JSON = _Translation(lambda char: "\x7f" <= char <= "\x9f", _as_json)
_ASCII_JSON = _Translation(lambda char: not char.isascii(), _as_json)
