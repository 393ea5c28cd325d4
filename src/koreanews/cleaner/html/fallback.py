"""A page of no known layout as a text dump: what its reader sees, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from koreanews.cleaner.html.lean import lean
from koreanews.cleaner.html.words import APART, BREAKING, UNSEEN, collapse, flat, is_visible
from koreanews.cleaner.text.lines import clean_text

_BULLET = "  • "


def visible_text(html: str) -> str:
    """The text of `html` as text dumps have it: a blank line between blocks, "  • " before the items of a list,
    the alternative text of an image on a line of its own. Never raises."""
    lines = _Lines()
    # A tag at the beginning, for the library takes a page without any for a file's name that was meant.
    soup = BeautifulSoup(f"<body>{lean(html).text}", "lxml", multi_valued_attributes=None, attribute_dict_class=dict)
    stack: list[tuple[Iterator[object], bool]] = [(iter(soup.contents), False)]
    while stack:
        children, breaks = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            if breaks:
                lines.close()
        elif isinstance(child, Tag):
            if entered := lines.enter(child):
                stack.append((iter(child.contents), entered == "breaks"))
        elif is_visible(child):
            lines.words.append(flat(str(child)))
    lines.close()
    return "".join(lines.done)


class _Lines:
    """The lines made so far, and the words of the one at hand."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.words: list[str] = []
        self.bullet = False

    def enter(self, tag: Tag) -> str:
        """How to go through `tag`: "" not at all, "breaks" on lines of its own, "within" the line at hand."""
        name = tag.name
        if name in UNSEEN:
            return ""
        if name == "pre":
            # A text dump as a browser shows it and saves it: its lines are lines.
            self.close()
            self.done.append("".join(str(each) for each in tag.descendants if is_visible(each)) + "\n\n")
            return ""
        if name == "br":
            self.words.append("\n")
            return ""
        if name in ("img", "amp-img"):
            self.close()
            self.words.append(clean_text(str(tag.attrs.get("alt") or "")))
            self.close()
            return ""
        if name in BREAKING:
            self.close()
            self.bullet = self.bullet or name == "li"
            return "breaks"
        if name in APART:
            self.words.append(" ")
        return "within"

    def close(self) -> None:
        """Ends the line at hand, with a blank line after it; items of one list stand line on line."""
        text = collapse("".join(self.words))
        self.words.clear()
        if not text:
            return
        if self.bullet:
            if self.done and self.done[-1].startswith(_BULLET):
                self.done[-1] = self.done[-1].removesuffix("\n")
            text = _BULLET + text.replace("\n", " ")
        self.done.append(f"{text}\n\n")
        self.bullet = False
