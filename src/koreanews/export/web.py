"""Addresses of pages, fit to be followed from a citation or a link."""

from __future__ import annotations

from urllib.parse import quote


def web_address(url: object) -> str | None:
    """The address in ASCII, all but a URL's own characters percent-encoded; None for anything but http and https."""
    if not isinstance(url, str) or not url.lower().startswith(("http://", "https://")):
        return None
    return quote(url, safe=_OWN, errors="replace")


_OWN = "%:/?#[]@!$&'()*+,;="
