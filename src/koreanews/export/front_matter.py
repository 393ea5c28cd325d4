"""YAML front matter: a record's facts above its story, for Markdown tools.

Every text is a double-quoted scalar, so that no value can be read as anything else: not "no" as false, not a date as
a date, not "---" as the end. YAML 1.1 and 1.2 read it alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from koreanews.export.characters import without_surrogates


def front_matter(facts: Mapping[str, Any]) -> str:
    """The facts in their order, between two lines of three hyphens.

    A value is text, a whole number, true, false, null, a list of texts, or an object of such values. Every character
    comes back as it was, but for lone surrogates: U+FFFD.
    """
    return "\n".join(("---", *_lines(facts, ""), "---", ""))


def _lines(facts: Mapping[str, Any], indent: str) -> Iterator[str]:
    for name, value in facts.items():
        if isinstance(value, Mapping):
            yield f"{indent}{name}:"
            yield from _lines(value, f"{indent}  ")
        else:
            yield f"{indent}{name}: {_scalar(value)}"


def _scalar(value: object) -> str:
    if isinstance(value, str):
        return f'"{_ESCAPED.sub(_escape, without_surrogates(value))}"'
    if isinstance(value, list):
        return f"[{', '.join(map(_scalar, value))}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else "null"


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    return f"\\{char}" if char in '"\\' else f"\\u{ord(char):04x}"


# What YAML does not print, what ends a line in it, and what turns the direction of text.
_ESCAPED = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]')
