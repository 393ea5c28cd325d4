"""Characters that a file of text cannot hold or that would hide what it says, in text from pages.

Formats with escapes of their own (JSON, and YAML's quoted strings) write these characters escaped, and lose nothing.
In the others each becomes U+FFFD, which shows that something stood there.
"""

from __future__ import annotations

import re

INSTEAD = "\ufffd"
"""What is written for a character that cannot be."""


def plain(text: str) -> str:
    """The text with its line ends as "\\n", and U+FFFD for each character that is not to stand in a text file.

    Those are the controls but tab and line end, lone surrogates, the two noncharacters that XML forbids, and what
    turns the direction of the text around it (embeddings, overrides, isolates).
    """
    return _UNFIT.sub(INSTEAD, text.replace("\r\n", "\n").replace("\r", "\n"))


def escaped_json(line: str) -> str:
    """A line of JSON that says the same, with characters escaped that are unfit for a file, or end a line somewhere."""
    return _ESCAPED_IN_JSON.sub(_json_escape, line)


def without_surrogates(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which no encoding can hold."""
    return _SURROGATES.sub(INSTEAD, text)


_TURNING = "\u202a-\u202e\u2066-\u2069"
_UNFIT = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_TURNING}\ud800-\udfff\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_ESCAPED_IN_JSON = re.compile(f"[\x7f-\x9f\u2028\u2029{_TURNING}\ufeff\ud800-\udfff\ufffe\uffff]")


def _json_escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
