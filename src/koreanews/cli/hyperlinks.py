"""Headlines that a terminal opens the page of: OSC 8, for addresses that can do no harm in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text


def linked(text: Text, url: str | None) -> Text:
    """The text as a link to a page's address; as it is where it has none, or one that is not safe to send."""
    if url is not None and _is_safe(url):
        from rich.style import Style

        text.stylize(Style(link=url))
    return text


def _is_safe(url: str) -> bool:
    """Whether nothing in it could end the sequence, or be anything but an address on the web."""
    return (
        url.startswith(("http://", "https://"))
        and len(url) <= _LONGEST
        and url.isascii()
        and url.isprintable()
        and " " not in url
    )


_LONGEST = 2083
"""Terminals take no longer one."""
