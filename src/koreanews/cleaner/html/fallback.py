"""A page of no known layout as a text dump: what its reader sees, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from bs4 import BeautifulSoup, Tag

from koreanews.cleaner.html.hidden import is_hidden_box
from koreanews.cleaner.html.lean import Lean
from koreanews.cleaner.html.words import APART, BREAKING, IMAGES, UNSEEN, alt_text, collapse, flat, is_visible
from koreanews.cleaner.text.lines import clean_text

_BULLET = "  • "


class Shown(NamedTuple):
    """A line, with its end and the blank line below it, and the number of the picture whose it is, 0 for none.

    Of a picture `is_alt` is its alternative text, the rest what stands in a box of its own with it. `hidden` says that
    the page does not show the line, `is_top` that it is an <h1>.
    """

    text: str
    picture: int = 0
    is_alt: bool = False
    hidden: bool = False
    is_top: bool = False


def shown_lines(page: Lean) -> list[Shown]:
    """The text of a page as text dumps have it: a blank line between blocks, "  • " before the items of a list,
    the alternative text of an image on a line of its own. Never raises."""
    lines = _Lines()
    # A tag at the beginning, for the library takes a page without any for a file's name that was meant.
    soup = BeautifulSoup(f"<body>{page.text}", "lxml", multi_valued_attributes=None, attribute_dict_class=dict)
    stack: list[tuple[Iterator[object], bool, Tag | None]] = [(iter(soup.contents), False, None)]
    while stack:
        children, breaks, parent = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            if breaks or (parent is not None and parent is lines.box):
                lines.close()
                lines.leave(parent)
        elif isinstance(child, Tag):
            if entered := lines.enter(child):
                stack.append((iter(child.contents), entered == "breaks", child))
        elif is_visible(child):
            lines.words.append(flat(str(child)))
    lines.close()
    return lines.done


class _Lines:
    """The lines made so far, and the words of the one at hand; `box` is that of the picture at hand, `hidden` the box
    at hand that the page does not show, `top` the <h1> at hand."""

    def __init__(self) -> None:
        self.done: list[Shown] = []
        self.words: list[str] = []
        self.bullet = False
        self.box: Tag | None = None
        self.hidden: Tag | None = None
        self.top: Tag | None = None
        self.pictures = 0

    def enter(self, tag: Tag) -> str:
        """How to go through `tag`: "" not at all, "breaks" on lines of its own, "within" the line at hand."""
        name = tag.name
        if name in UNSEEN:
            return ""
        if name == "pre":
            # A text dump as a browser shows it and saves it: its lines are lines.
            self.close()
            self.done.append(Shown("".join(str(each) for each in tag.descendants if is_visible(each)) + "\n\n"))
            return ""
        if name == "br":
            self.words.append("\n")
            return ""
        if name in IMAGES:
            self._picture(tag)
            return ""
        if name in BREAKING:
            self.close()
            if self.hidden is None and tag.attrs and is_hidden_box(tag):
                self.hidden = tag
            self.top = tag if name == "h1" else self.top
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
            last = self.done[-1] if self.done else None
            if last and last.text.startswith(_BULLET):
                self.done[-1] = last._replace(text=last.text.removesuffix("\n"))
            text = _BULLET + text.replace("\n", " ")
        picture = self.pictures if self.box is not None else 0
        hidden, is_top = self.hidden is not None, self.top is not None
        self.done.append(Shown(f"{text}\n\n", picture, hidden=hidden, is_top=is_top))
        self.bullet = False

    def leave(self, tag: Tag | None) -> None:
        """All that `tag` holds has been gone through."""
        if tag is self.box:
            self.box = None
        if tag is self.hidden:
            self.hidden = None
        if tag is self.top:
            self.top = None

    def _picture(self, tag: Tag) -> None:
        """Adds an image's alternative text; in a list it is the item's, which is a gallery's slide."""
        self.close()
        alt = clean_text(alt_text(tag))
        if self.bullet:
            # A slide of a gallery: the bullet is its mark.
            self.words.append(alt)
            self.close()
            return
        self.pictures += 1
        self.box = _box_of(tag)
        if alt:
            self.done.append(Shown(f"{alt}\n\n", self.pictures, True, self.hidden is not None))


_LONGEST_CAPTION = 300
"""Characters of all text beside a picture; with more, it is no caption."""
_HIGHEST_BOX = 5
"""Elements around a picture that are looked at for a caption."""
_MOST_NODES = 60
"""Elements and texts of one of them that are looked at, which bounds the cost."""
_NO_BOXES = frozenset({"body", "html", "li", "article", "main", "[document]"})


def _box_of(image: Tag) -> Tag | None:
    """The element that holds a picture and its caption and nothing else; None where the picture stands alone."""
    for box in islice(image.parents, _HIGHEST_BOX):
        if box.name in _NO_BOXES:
            return None
        length = 0
        for node in islice(box.descendants, _MOST_NODES):
            if isinstance(node, Tag):
                if node is not image and (node.name in IMAGES or node.name in _OF_STORIES):
                    return None
            elif is_visible(node):
                length += len(str(node).strip())
        if length > _LONGEST_CAPTION:
            return None
        if length:
            return None if box.name == "a" else box
    return None


_OF_STORIES = frozenset({"h1", "h2", "h3", "h4", "li"})
