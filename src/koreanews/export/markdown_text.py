"""Plain text written as Markdown that means just that text: no emphasis, no link, no HTML, no list."""

from __future__ import annotations

import re

from koreanews.export.web import web_address


def as_text(line: str) -> str:
    """A line of plain text, to stand within a line of Markdown."""
    return _SPECIAL.sub(r"\\\g<0>", line)


def as_line(line: str) -> str:
    """A line of plain text, to stand as a paragraph, or after the mark of a heading or of a list item."""
    made = as_text(line)
    if made.startswith(_OPENINGS):
        return f"\\{made}"
    if number := _NUMBERED.match(made):
        return f"{made[: number.end() - 1]}\\{made[number.end() - 1 :]}"
    return made


def as_link(text: str, url: object) -> str:
    """A line of plain text, linked where the address is one of the web."""
    address = web_address(url)
    return f"[{as_text(text)}](<{address}>)" if address else as_text(text)


# By CommonMark a backslash before ASCII punctuation is that punctuation. Beside CommonMark's own these are what GitHub
# (| ~), Pandoc (^ ~ $ @) and Obsidian (# $ == %%) give a meaning.
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~^$@]|&(?=[#\w])|=(?==)|%(?=%)")
_OPENINGS = ("-", "+", "=", ":", "%")
_NUMBERED = re.compile(r"\(?(?:[0-9]{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]{1,9})[.)](?= |$)")
