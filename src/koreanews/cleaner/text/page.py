"""A text dump on its way through the sorter: the lines still to come, the blocks made of those that were read."""

from __future__ import annotations

from typing import Final

from koreanews.cleaner.blocks import Block, Kind
from koreanews.cleaner.sections import is_section_label
from koreanews.cleaner.text.lines import Line, cut, split_lines
from koreanews.cleaner.text.shapes import is_prose, is_spoken
from koreanews.cleaner.text.spacing import even_out_gaps
from koreanews.cleaner.text.wrapping import unwrap
from koreanews.cleaner.titles import Title

_MOST_CUTS: Final = 100
_HEAD: Final = 60
"""Blocks among which those of a page's head are, navigation and all."""
_OF_IMAGE: Final = frozenset({Kind.IMAGE, Kind.IMAGE_CAPTION, Kind.IMAGE_CREDIT})


class Page:
    """The lines of one text dump, read from top to bottom; every line that is read becomes blocks.

    `line` is the line to sort next, None at the end of the page; those below it hang on it (`Line.below`). `text` is
    the whole dump, `copy` what of it is the same page once more, which is not sorted. `title` is DW's own title line
    once it was met, `publisher` another publisher's name where the page shows one. `live` says that the text is a live
    blog's entries, `interview` that the interviewer has spoken. `own_video` is the item of the video that a media page
    itself is, `headline_at` the headline's place among the lines while the head is sorted, `told_at` where an HTML page
    shows the headline that its <title> tells, `listing_at` where the list begins that a topic page has instead of a
    story.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.copy: list[Line] = []
        leading, lines = split_lines(text)
        even_out_gaps(lines)
        self.lines = unwrap(lines)
        self.line: Line | None = self.lines[0] if self.lines else None
        self.blocks: list[Block] = []
        self.title: Title | None = None
        self.publisher: str | None = None
        self.live = False
        self.interview = False
        self.own_video = 0
        self.headline_at: int | None = None
        self.told_at: int | None = None
        self.listing_at: int | None = None
        self._items = 0
        self._cuts = 0
        self._places: dict[str, int] | None = None
        self._speakers: int | None = None
        self._images: list[Block] = []
        self._named: set[str] = set()
        self._credited = False
        self._looked = 0
        if leading:
            self.blocks.append(Block(Kind.BLANK, "", leading, 1))

    @property
    def at(self) -> int:
        """The place of the next line among the lines; their number at the end of the page."""
        return self.line.place if self.line else len(self.lines)

    @property
    def last_kind(self) -> Kind | None:
        """The kind of the last block made; None where there is none yet."""
        return self.blocks[-1].kind if self.blocks else None

    def last_place(self, text: str) -> int:
        """The place of the last line with this text; -1 where there is none. The page is looked through once."""
        if self._places is None:
            self._places = {line.text: line.place for line in self.lines}
        return self._places.get(text, -1)

    def speakers(self) -> int:
        """How many sentences have a name and a colon before them, as in an interview. Counted once."""
        if self._speakers is None:
            self._speakers = sum(line.is_plain and is_prose(line.text) and is_spoken(line.text) for line in self.lines)
        return self._speakers

    def images(self) -> list[Block]:
        """The blocks of images made so far. However often it is asked, the blocks are gone through once."""
        if new := [block for block in self.blocks[self._looked :] if block.kind in _OF_IMAGE]:
            self._images += new
            self._named.update(block.text for block in new)
            self._credited = self._credited or any(block.kind is Kind.IMAGE_CREDIT for block in new)
        self._looked = len(self.blocks)
        return self._images

    def has_image(self, text: str) -> bool:
        """Whether an image with this alt text or caption was made so far."""
        return bool(self.images()) and text in self._named

    def has_credits(self) -> bool:
        """Whether an image made so far has its credit behind a mark, "Image: AP"."""
        return bool(self.images()) and self._credited

    @property
    def is_dated_above(self) -> bool:
        """Whether the story has its date above it, as since 2022."""
        return any(block.kind is Kind.DATELINE for block in self.blocks[:_HEAD])

    def headline(self) -> str:
        """What the page's headline says, as far as it was met; empty where it was not."""
        if self.title:
            return self.title.headline
        return next((block.text for block in self.blocks if block.kind is Kind.HEADLINE), "")

    def is_section(self, text: str) -> bool:
        """Whether `text` is a section's name, one that the data files know or the title line's."""
        return is_section_label(text) or (self.title is not None and text == self.title.section)

    def new_item(self) -> int:
        """A number for the blocks of one thing, not yet used on this page."""
        self._items += 1
        return self._items

    def take(self, kind: Kind, text: str | None = None, item: int = 0) -> None:
        """Makes the next line a block of `kind`; `text` where the block says less than the line."""
        line = self.line
        assert line is not None
        line.kind = kind
        line.item = item
        if text is not None:
            line.text = text
        self.blocks.append(line)
        self.line = line.below

    def take_part(self, kind: Kind, length: int, text: str | None = None, item: int = 0) -> None:
        """Makes the first `length` characters of the next line a block; what is left is the next line.

        A page has few lines to which several things are glued; one that goes on and on is hostile, and is taken whole.
        """
        line = self.line
        assert line is not None
        parts = cut(line, length) if length < len(line.text) and self._cuts < _MOST_CUTS else None
        if parts is None:
            self.take(kind, text, item)
            return
        self._cuts += 1
        self._put(*parts, kind, text, item)

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
        line = self.line
        assert line is not None
        parts = cut(line, length)
        assert parts is not None
        self._put(*parts, kind, text, item)
        self.take(rest_kind, rest_text, item)

    def join_last(self, count: int) -> None:
        """Adds the next `count` lines to the last block: a paragraph that the dump broke into lines."""
        last, lines = self.blocks[-1], self.lines[self.at : self.at + count]
        last.text = " ".join([last.text, *(line.text for line in lines)])
        last.raw = "".join([last.raw, *(line.raw for line in lines)])
        self.line = lines[-1].below

    def _put(self, part: Block, rest: Line, kind: Kind, text: str | None, item: int) -> None:
        """Makes a part of a line a block, and the rest the next line in its place."""
        part.kind, part.item = kind, item
        if text is not None:
            part.text = text
        self.blocks.append(part)
        self.lines[rest.place] = self.line = rest
