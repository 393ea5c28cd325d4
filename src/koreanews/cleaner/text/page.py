"""A text dump on its way through the sorter: the lines still to come, the blocks made of those that were read."""

from __future__ import annotations

from itertools import islice

from koreanews.cleaner.blocks import Block, Kind
from koreanews.cleaner.text.lines import Line, cut, split_lines
from koreanews.cleaner.titles import Title

_MOST_CUTS = 100


class Page:
    """The lines of one text dump, read from top to bottom; every line that is read becomes blocks.

    `line` is the line to sort next, None at the end of the page, `at` its place among the lines. `title` is DW's own
    title line once it was met, `publisher` another publisher's name where the page shows one. `live` says that the
    text is a live blog's entries, `interview` that the interviewer has spoken. `own_video` is the item of the video
    that a media page itself is, `headline_at` the headline's place among the lines while the head is sorted.
    """

    def __init__(self, text: str) -> None:
        leading, self.lines = split_lines(text)
        self.at = 0
        self._below = iter(self.lines)
        self.line = next(self._below, None)
        self.blocks: list[Block] = []
        self.title: Title | None = None
        self.publisher: str | None = None
        self.live = False
        self.interview = False
        self.own_video = 0
        self.headline_at: int | None = None
        self._items = 0
        self._cuts = 0
        if leading:
            self.blocks.append(Block(Kind.BLANK, "", leading, 1))

    def ahead(self, distance: int = 1) -> Line | None:
        """The line `distance` lines below the next one."""
        place = self.at + distance
        return self.lines[place] if place < len(self.lines) else None

    def new_item(self) -> int:
        """A number for the blocks of one thing, not yet used on this page."""
        self._items += 1
        return self._items

    def take(self, kind: Kind, text: str | None = None, item: int = 0) -> None:
        """Makes the next line a block of `kind`; `text` where the block says less than the line."""
        line = self.line
        assert line is not None
        # Most blocks are made here: the tuple's own constructor takes half as long as the named one.
        fields = (kind, line.text if text is None else text, line.raw, line.number, item, None)
        self.blocks.append(tuple.__new__(Block, fields))
        self.at += 1
        self.line = next(self._below, None)

    def take_part(self, kind: Kind, length: int, text: str | None = None, item: int = 0) -> None:
        """Makes the first `length` characters of the next line a block; what is left is the next line.

        A page has few lines to which several things are glued; one that goes on and on is hostile, and is taken whole.
        """
        line = self.lines[self.at]
        part, rest = cut(line, length) if length < len(line.text) and self._cuts < _MOST_CUTS else (line, None)
        if rest is None:
            self.take(kind, text, item)
            return
        self._cuts += 1
        self.blocks.append(Block(kind, part.text if text is None else text, part.raw, part.number, item))
        self.lines[self.at] = self.line = rest

    def take_two(
        self,
        kind: Kind,
        length: int,
        rest_kind: Kind,
        *,
        text: str | None = None,
        rest_text: str | None = None,
        item: int = 0,
    ) -> None:
        """Makes the next line two blocks: its first `length` characters, and the rest of it."""
        part, rest = cut(self.lines[self.at], length)
        assert rest is not None
        self.blocks.append(Block(kind, part.text if text is None else text, part.raw, part.number, item))
        self.lines[self.at] = self.line = rest
        self.take(rest_kind, rest_text, item)

    def join_last(self, count: int) -> None:
        """Adds the next `count` lines to the last block: a paragraph that the dump broke into lines."""
        last, lines = self.blocks[-1], self.lines[self.at : self.at + count]
        text = " ".join([last.text, *(line.text for line in lines)])
        raw = "".join([last.raw, *(line.raw for line in lines)])
        self.blocks[-1] = last._replace(text=text, raw=raw)
        self.at += count
        self.line = next(islice(self._below, count - 1, None), None)
