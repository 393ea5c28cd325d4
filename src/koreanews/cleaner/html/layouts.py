"""Which layout a page has, and the stretch of it that holds its content."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import islice

from koreanews.captures.address import is_dw
from koreanews.cleaner.html.amp import AMP, AMP_LIST
from koreanews.cleaner.html.article2023 import ARTICLE_2023, LIST_2023
from koreanews.cleaner.html.article2024 import ARTICLE, ARTICLE_2024
from koreanews.cleaner.html.classic import CLASSIC
from koreanews.cleaner.html.lean import Lean, squeezed, tag_at
from koreanews.cleaner.html.mobile import MOBILE, MOBILE_LIST
from koreanews.cleaner.html.part import Layout, selectors
from koreanews.cleaner.html.reader import READER

LAYOUTS: tuple[Layout, ...] = (READER, CLASSIC, ARTICLE_2023, ARTICLE_2024, LIST_2023, MOBILE, MOBILE_LIST)
"""The layouts known by their signs, in the order in which they are tried: the surest first."""

_AMP_ROOT = frozenset({"amp", "⚡"})
"""What the root of a page in AMP says of it: "<html amp>"."""

_LONGEST_TAG = 4000
"""Characters of a start tag in which a class or an id is found."""


def layout_of(page: Lean, source: str) -> Layout | None:
    """The layout of `page`, None where it has none of those known. `source` is the whole page as it was saved."""
    root = tag_at(next((tag for tag in page.head if tag[:5].lower() == "<html"), ""))
    has = cache(lambda sign: find_tag(page.text, sign) >= 0)
    if root and not _AMP_ROOT.isdisjoint(root[1]):
        return AMP_LIST if not has("article") and _shows(AMP_LIST, has) else AMP
    for layout in LAYOUTS:
        if layout.source and not any(mark in source for mark in layout.source):
            continue
        if _shows(layout, has):
            return layout
    return ARTICLE if all(map(has, ARTICLE.needs)) and any(map(_is_address_of_dws, page.head)) else None


def _is_address_of_dws(tag: str) -> bool:
    """Whether a tag of the head tells the page's own address, and that it is DW's."""
    if "canonical" not in tag and "og:url" not in tag:
        return False
    found = tag_at(tag)
    return found is not None and is_dw(found[1].get("href") or found[1].get("content") or "")


def _shows(layout: Layout, has: Callable[[str], bool]) -> bool:
    found = filter(has, layout.signs)
    return all(map(has, layout.needs)) and len(list(islice(found, layout.enough))) == layout.enough


def content(layout: Layout, page: Lean) -> str:
    """The stretch of the page that holds its content, as HTML."""
    starts = (find_tag(page.text, selector) for selector in layout.begins)
    start = next((place for place in starts if place >= 0), 0)
    ends = (find_tag(page.text, selector, start + 1) for selector in layout.ends)
    return squeezed(page.text[start : min((place for place in ends if place >= 0), default=len(page.text))])


def find_tag(html: str, selector: str, start: int = 0) -> int:
    """Where the first start tag at or after `start` stands that `selector` selects, -1 if there is none."""
    word = selector.lstrip("#.@").replace("#", ".").rpartition(".")[2]
    by_name = selector == word
    needle = f"<{word}" if by_name else word
    place, last = html.find(needle, start), -1
    if by_name and place < 0:
        # Some servers and proxies write tags in capitals.
        needle = needle.upper()
        place = html.find(needle, start)
    while place >= 0:
        opened = place if by_name else html.rfind("<", max(start, place - _LONGEST_TAG), place)
        if opened > last:
            last = opened
            if (tag := tag_at(html, opened)) and selector in selectors(*tag):
                return opened
        place = html.find(needle, place + 1)
    return -1
