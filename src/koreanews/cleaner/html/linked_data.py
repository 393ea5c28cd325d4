"""JSON-LD: which of the objects in a page's scripts describes the page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from koreanews.captures.address import dw_id


def story_of(scripts: list[str], page: str | None) -> dict[str, Any]:
    """The object that describes the page, of those in its `scripts`; empty where there is none that can be read.

    Beside a story stand the page that shows it, its videos and pictures: an article goes before these, and of
    equals the first; but before others of its kind one that does not name another page than `page`, which is
    DW's id of this one where it is known.
    """
    found = (each for script in scripts if len(script) <= _LONGEST_DATA for each in _objects(script))
    return min(found, key=lambda each: (_rank(each), page and _page_of(each) not in (page, None)), default={})


def address_of(found: dict[str, Any]) -> list[str]:
    """The address of the page that an object describes."""
    page = found.get("mainEntityOfPage")
    return strings(page.get("@id") if isinstance(page, dict) else page) or strings(found.get("url"))


def _page_of(found: dict[str, Any]) -> str | None:
    return next(filter(None, map(dw_id, address_of(found))), None)


def strings(value: Any) -> list[str]:
    """The strings of a JSON-LD value, which may be one thing or a list of them."""
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)]


_LONGEST_DATA = 1 << 20
"""Characters of a script that is read: as objects it takes thirty times the memory."""

_NOT_STORIES = frozenset(
    {"Organization", "NewsMediaOrganization", "WebSite", "BreadcrumbList", "ImageObject", "ItemList", "Person"}
)
_ARTICLES = ("Article", "Posting", "Report")
"""How the names of types end that are stories themselves."""


def _objects(script: str) -> Iterator[dict[str, Any]]:
    """The objects of one script that may tell of the story: it holds one, a list of them, or a graph of them."""
    try:
        # Line ends within strings, which JSON forbids, are common in templates filled by hand.
        found = json.loads(_unwrapped(script), strict=False)
    except (ValueError, RecursionError):
        # Evidence that cannot be read is none; the page still has its text.
        return
    for each in found if isinstance(found, list) else [found]:
        if isinstance(each, dict):
            graph = each.get("@graph")
            for one in graph if isinstance(graph, list) else [each]:
                if isinstance(one, dict) and not _NOT_STORIES.intersection(strings(one.get("@type"))):
                    yield one


def _unwrapped(script: str) -> str:
    """A script without the marks by which authors of XHTML hide it from old browsers: "//<![CDATA[", "<!--"."""
    inner = script.strip().removeprefix("//").removeprefix("/*").lstrip().removeprefix("<![CDATA[").removeprefix("<!--")
    inner = inner.removeprefix("*/").removesuffix("*/").rstrip().removesuffix("]]>").removesuffix("-->")
    return inner.rstrip().removesuffix("//").removesuffix("/*")


def _rank(found: dict[str, Any]) -> int:
    types = strings(found.get("@type"))
    if any(each.endswith(_ARTICLES) for each in types):
        return 0
    return 2 if not types or "WebPage" in types else 1
