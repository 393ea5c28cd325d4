"""Bytes to text."""

from __future__ import annotations


def decode(data: bytes, is_html: bool, declared: str | None = None) -> str:
    """The text that `data` spells, without byte order mark, its line ends as they stand.

    `declared` is the encoding that the container names. UnicodeDecodeError where no encoding fits.
    """
    raise NotImplementedError
