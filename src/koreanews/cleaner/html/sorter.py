"""The walk through a page's content: each visible line becomes a block, by the rules of the page's layout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from urllib.parse import urljoin

from bs4 import Tag

from koreanews.captures.address import canonical
from koreanews.cleaner.blocks import Block, Kind
from koreanews.cleaner.html.hidden import is_hidden_box
from koreanews.cleaner.html.open_line import OpenLine
from koreanews.cleaner.html.part import AS_BEFORE, Part, Rule
from koreanews.cleaner.html.words import (
    APART,
    BOLD,
    BREAKING,
    UNSEEN,
    first_link,
    flat,
    is_visible,
    visible,
)
from koreanews.cleaner.text.lines import clean_text


class Sorter:
    """The blocks of one page, as they are made.

    `base` is the address that links are relative to, `language` the page's own word for its language. A handler
    finds in `link` the link that encloses its element, in `item` the number of the thing at hand; it says in `listed`
    what the links below a label are, and in `notes` what a later element of the same thing has to know.

    Text in hidden boxes of the story is none of the story's, unless the sorter `unfolds` them; `hidden` counts its
    characters.
    """

    def __init__(self, base: str | None, language: str | None, listed: Part, *, unfolds: bool = False) -> None:
        self.blocks: list[Block] = []
        self.base = base
        self.language = language
        self.listed = listed
        self.notes: dict[int, str] = {}
        self.item = 0
        self.link: str | None = None
        self.unfolds = unfolds
        self.hidden = 0
        self._items = 0
        self._line = 1
        self._seen: set[tuple[int, Kind, str]] = set()
        self._open = OpenLine()
        self._addresses: dict[str, str] = {}

    def sort(self, root: Tag, part: Part) -> list[Block]:
        """Sorts all that is in `root`; the blocks in the page's order."""
        frames = [_Frame(iter(root.contents), part, self._item_of(part, 0), link=None, breaks=True, bold=False)]
        while frames:
            frame = frames[-1]
            child = next(frame.children, None)
            if child is None:
                if frame.breaks:
                    self._close_line(frame)
                frames.pop()
            elif isinstance(child, Tag):
                if entered := self._enter(child, frame):
                    frames.append(entered)
            elif is_visible(child):
                self._open.add(flat(str(child)), frame.link, frame.bold)
        return self.blocks

    def add(self, kind: Kind, raw: str, text: str | None = None, url: str | None = None) -> None:
        """Makes a block of what the reader sees (`raw`); `text` where it says something else than that.

        A page may show a thing twice, for narrow screens and for wide ones: its second print is no second thing.
        """
        said = clean_text(raw if text is None else text)
        if text is None and raw and not said:
            # Zero-width blanks, which editors leave behind: a paragraph to the page, nothing to its reader.
            kind = Kind.BLANK
        if self.item:
            if (self.item, kind, said) in self._seen:
                if not raw:
                    return
                kind = Kind.NAVIGATION
            self._seen.add((self.item, kind, said))
        if not raw and not said:
            return
        self.blocks.append(
            Block(kind, said, f"{raw}\n" if raw else "", self._line, self.item, self.address(url or self.link))
        )
        self._line += raw.count("\n") + 1 if raw else 0

    def amend(self, kind: Kind, text: str) -> bool:
        """Adds `text` to the last block of the thing at hand that is of that kind; False if there is none."""
        for block in reversed(self.blocks):
            if block.item != self.item:
                return False
            if block.kind is kind:
                block.text = clean_text(f"{block.text} {text}")
                return True
        return False

    def of_item(self) -> Iterator[Block]:
        """The blocks so far of the thing at hand, the last first."""
        return takewhile(lambda block: block.item == self.item, reversed(self.blocks))

    def new_item(self) -> int:
        """A number for the blocks of one thing, not yet used on this page; it is the number at hand until then."""
        self._items += 1
        self.item = self._items
        return self.item

    def address(self, href: str | None) -> str | None:
        """Where a link leads: absolute where the page's address is known, DW's own without mirror or proxy."""
        if not href or href.startswith(("#", "javascript:", "mailto:", "data:")):
            return None
        if href not in self._addresses:
            self._addresses[href] = self._resolved(href.strip())
        return self._addresses[href]

    def _resolved(self, href: str) -> str:
        """As `address`, worked out."""
        base = _WAYBACK if href.startswith("/web/") else self.base
        try:
            url = urljoin(base, href) if base else href
        except ValueError:
            # No address at all ("http://[x"): as it stands.
            return href
        return canonical(url) or url

    def _enter(self, tag: Tag, frame: _Frame) -> _Frame | None:
        """Sorts `tag` where it is one block or nothing; else gives the frame in which to go through it."""
        name = tag.name
        if name == "br":
            self._open.add("\n", None)
            return None
        if name in UNSEEN and name not in frame.part.rules:
            return None
        rule = frame.part.rule_for(tag)
        if tag.attrs and frame.part.line and not self.unfolds and name in _BOXES and is_hidden_box(tag):
            rule = rule or self._hidden_in(frame.part, tag)
        link = str(tag.attrs.get("href") or "") or frame.link if name == "a" else frame.link
        if rule is None:
            if name in BREAKING:
                self._close_line(frame)
                return _Frame(iter(tag.contents), frame.part, frame.item, link, breaks=True, bold=frame.bold)
            if name in APART:
                self._open.add_cell()
            is_bold = frame.bold or name in BOLD
            return _Frame(iter(tag.contents), frame.part, frame.item, link, breaks=False, bold=is_bold)
        self._close_line(frame)
        self.item, self.link = frame.item, link
        part = None
        if isinstance(rule, Kind):
            self.add(rule, visible(tag), url=first_link(tag) if rule in _LINKED and not link else None)
        elif isinstance(rule, Part):
            part = rule
        else:
            part = rule(tag, self)
            if part is AS_BEFORE:
                return _Frame(iter(tag.contents), frame.part, frame.item, link, breaks=True, bold=frame.bold)
        if part is None:
            return None
        return _Frame(iter(tag.contents), part, self._item_of(part, self.item), link, breaks=True, bold=False)

    def _hidden_in(self, part: Part, tag: Tag) -> Part:
        """What a hidden box is in `part`: pictures and galleries as elsewhere, but no text of the story's."""
        self.hidden += len(visible(tag))
        return replace(part.extended(_HIDDEN, rest=Kind.NAVIGATION), line=None)

    def _item_of(self, part: Part, item: int) -> int:
        """The number of the thing that an element of `part` belongs to, in one that belongs to `item`."""
        return self.new_item() if part.item else item

    def _close_line(self, frame: _Frame) -> None:
        """Sorts the line at hand, which ends here, as what no rule claims in `frame`."""
        if not self._open.parts:
            self._open.cells = False
            return
        if (sort_line := frame.part.line) and not self._open.cells:
            for parts in self._open.lines():
                self.item, self.link = frame.item, frame.link
                sort_line(parts, self)
            return
        raw, link = self._open.close()
        for line in filter(None, raw.split("\n")):
            self.item, self.link = frame.item, link or frame.link
            self.add(frame.part.rest, line)


_WAYBACK = "https://web.archive.org"
"""Where a link that begins with "/web/" leads: the Internet Archive writes its pages' links so, DW none."""

_BOXES = frozenset({"div", "section", "aside", "article", "blockquote", "ul", "ol", "table"})
"""Elements of the story that are looked at for whether they are hidden."""

_HIDDEN: dict[str, Rule] = dict.fromkeys(("p", "li", "h2", "h3", "h4", "h5", "h6"), Kind.NAVIGATION)

_LINKED = frozenset(
    {
        Kind.SECTION_LABEL,
        Kind.RECOMMENDS_HEADLINE,
        Kind.RECOMMENDS_TEASER,
        Kind.RELATED_HEADLINE,
        Kind.RELATED_TEASER,
        Kind.LINK,
        Kind.MEDIA,
    }
)
"""Kinds of block that a link in them is about; one in a paragraph is about a word of it."""


@dataclass(slots=True)
class _Frame:
    """An element on the way to the one at hand: what is left of its children, and what holds within it.

    `breaks` says that it stands on lines of its own, `link` where the link leads that encloses it.
    """

    children: Iterator[object]
    part: Part
    item: int
    link: str | None
    breaks: bool
    bold: bool
