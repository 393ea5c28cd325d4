"""What a page says itself that it does not show: boxes and paragraphs, apart from those that its reader can unfold."""

from __future__ import annotations

import re

from bs4 import Tag

from koreanews.cleaner.html.words import IMAGES, within

_NOT_SHOWN = re.compile(r"display\s{0,9}:\s{0,9}none", re.IGNORECASE)
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
    return is_hidden(tag) and _UNFOLDING.isdisjoint(tag.attrs) and not any(within(tag, *IMAGES))
