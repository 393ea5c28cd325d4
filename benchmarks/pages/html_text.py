"""Text as HTML: escaped, and with the links and emphases that stand within paragraphs."""

from __future__ import annotations

from html import escape

from benchmarks.pages.story import Link, address

__all__ = ["escape", "inline", "link_to"]


def inline(text: str) -> str:
    """A paragraph's text with its first place a link, a number before a no-break space, a name emphasised."""
    marked = escape(text, quote=False)
    for place in ("Pyongyang", "Pjöngjang", "Panmunjom"):
        marked = marked.replace(place, f'<a class="internal-link" href="/en/{place.lower()}/t-17484652">{place}</a>', 1)
    marked = marked.replace("Kim Jong Un", "<strong>Kim Jong Un</strong>", 1)
    return marked.replace(" Seoul ", "&nbsp;Seoul ", 1)


def link_to(link: Link, language: str) -> str:
    """The address that a page links to, as its links have it: without the host."""
    return escape(address(language, link.headline, link.dw).removeprefix("https://www.dw.com"))
