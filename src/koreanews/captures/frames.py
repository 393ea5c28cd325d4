"""What lies in the folder of a page in a stream of files: a browser saves frames there, which are pages by content.

A zip file tells all of its names at once. A tar file may bring the folder before its page: what is in such a folder
waits then until the page comes, as much of it as memory may be used for.
"""

from __future__ import annotations

from collections.abc import Iterator

from koreanews.captures.capture import RecordLine
from koreanews.captures.page import Page, Read
from koreanews.captures.resources import is_page, pages_above


class Frames:
    """The pages of a stream of files, by name, and what waits for one of them."""

    def __init__(self) -> None:
        self._pages: dict[str, None] = {}
        # What was read of each file that waits, by its number; and the numbers of those that wait for a page.
        self._waiting: dict[int, list[Read]] = {}
        self._waiting_for: dict[str, list[int]] = {}
        self._size = self._number = 0

    def announce(self, name: str) -> int:
        """Notes that the file of this name is next; gives how many files that waited are its frames and pictures."""
        if not is_page(name):
            return 0
        self._pages[name] = None
        if len(self._pages) > _REMEMBERED:
            del self._pages[next(iter(self._pages))]
        found = [self._waiting.pop(number, None) for number in self._waiting_for.pop(name, ())]
        its_own = [reads for reads in found if reads is not None]
        self._size -= sum(_SMALL + sum(map(_size_of, reads)) for reads in its_own)
        return len(its_own)

    def has_page_of(self, name: str) -> bool:
        """Whether the file of this name lies in the folder of a page that came before it."""
        return any(page in self._pages for page in pages_above(name))

    def hold_back(self, name: str, reads: Iterator[Read]) -> Iterator[Read]:
        """What is read of a file; nothing yet where it may turn out to be a frame of a page."""
        pages = list(pages_above(name))
        if not pages:
            yield from reads
            return
        self._number += 1
        for page in pages:
            self._waiting_for.setdefault(page, []).append(self._number)
        self._waiting[self._number] = held = []
        self._size += _SMALL
        for read in reads:
            held.append(read)
            self._size += _size_of(read)
            if self._size > _MOST_HELD:
                yield from self.release()
                yield from reads

    def release(self) -> Iterator[Read]:
        """All that waits for pages that have not come: it is nobody's frame."""
        waiting = list(self._waiting.values())
        self._waiting.clear()
        self._waiting_for.clear()
        self._size = 0
        for reads in waiting:
            yield from reads


def _size_of(read: Read) -> int:
    """About how many bytes of memory it takes."""
    return _SMALL + (len(read.data) if isinstance(read, Page | RecordLine) else 0)


_REMEMBERED = 1000
"""Pages whose folder may still come: as a rule it follows at once."""
_MOST_HELD = 16 << 20
"""Bytes of memory that may wait; with more, all of it is given as it stands."""
_SMALL = 1000
"""Bytes that something without a page's bytes takes, its names included."""
