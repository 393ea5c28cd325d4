"""What a page says itself that it does not show: boxes and paragraphs, apart from those that its reader can unfold."""

from __future__ import annotations

import re
from itertools import islice

from bs4 import Tag

from koreanews.cleaner.html.words import IMAGES

_NOT_SHOWN = re.compile(r"display\s{0,9}:\s{0,9}none", re.IGNORECASE)
_MOST_NODES = 1000
"""Elements and texts of a box that are looked at for a picture, which bounds the cost of boxes in boxes."""
_UNFOLDING = frozenset({"role", "aria-labelledby"})


def is_hidden(tag: Tag) -> bool:
    """Whether an element says that it is not shown. What is only kept from screen readers (aria-hidden) is shown."""
    attrs = tag.attrs
    if "hidden" in attrs:
        return str(attrs["hidden"]).casefold() != "until-found"
    style = attrs.get("style")
    return bool(style) and _NOT_SHOWN.search(str(style)) is not None


def is_hidden_box(tag: Tag) -> bool:
    """Whether a box is hidden that nothing is known to unfold: a panel names what it is the panel of, and what holds a
    picture may be one of the slides that are shown in turn."""
    if not is_hidden(tag) or not _UNFOLDING.isdisjoint(tag.attrs):
        return False
    return not any(getattr(node, "name", None) in IMAGES for node in islice(tag.descendants, _MOST_NODES))
