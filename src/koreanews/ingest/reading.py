"""Files read and parsed, in this process or by workers; what they give comes in their order either way.

A handful of pages is parsed here: a worker would take longer to start. A file that may be large is read here and
its pages handed out; a small one is read by the worker itself, so that its bytes need not travel.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO, Literal, NamedTuple

from koreanews.captures.capture import Ignored, RecordLine, Skipped
from koreanews.captures.files import Found
from koreanews.captures.page import Page
from koreanews.captures.read import read_file
from koreanews.ingest.known import Known
from koreanews.ingest.parsing import Given, Task, given_by, size_of

if TYPE_CHECKING:
    from koreanews.ingest.pool import Order, Pool

End = Literal["end"]
Wanted = Found | Skipped | Ignored | Known
"""What is to be read: a file, or what stands in the place of one."""


class Event(NamedTuple):
    """Something that a file gave, or "end" after its last; `found` is null for what stands in place of a file."""

    found: Found | None
    given: Given | Known | End


class Work(NamedTuple):
    """A task of a file's, of about so many bytes."""

    found: Found
    task: Task
    size: int


class Reader:
    """Reads for one ingest. `jobs` processes at most beside this one; none where it is 1."""

    def __init__(
        self, jobs: int, all_publishers: bool, stdin: BinaryIO | None, progress: Callable[[int], None] | None
    ) -> None:
        self._jobs = jobs
        self._all_publishers = all_publishers
        self._stdin = stdin
        self._progress = progress
        self._pool: Pool | None = None

    def events(self, wanted: Iterable[Wanted]) -> Iterator[Event]:
        """What the files give. They are looked for ahead of what is given, but never far."""
        pieces = self._pieces(wanted)
        tasks = size = 0
        for piece in pieces:
            if isinstance(piece, Event):
                yield piece
                continue
            tasks, size = tasks + 1, size + piece.size
            if self._jobs > 1 and (tasks > _TASKS_ALONE or size > _BYTES_ALONE):
                yield from self._events_of_pool(piece, pieces)
                return
            yield from self._events_here(piece)

    def events_here(self, found: Found) -> Iterator[Event]:
        """What one file gives, read and parsed in this process."""
        for piece in self._pieces([found]):
            if isinstance(piece, Event):
                yield piece
            else:
                yield from self._events_here(piece)

    def close(self) -> None:
        """Ends the worker processes, if there are any."""
        if self._pool is not None:
            self._pool.close()

    def _pieces(self, wanted: Iterable[Wanted]) -> Iterator[Work | Event]:
        """The files as tasks for others, or read here if they may be large."""
        for thing in wanted:
            if not isinstance(thing, Found):
                yield Event(None, thing)
            elif thing.path != "-" and thing.size <= _SMALL:
                yield Work(thing, thing, thing.size)
            else:
                for read in read_file(
                    thing, stdin=self._stdin, all_publishers=self._all_publishers, progress=self._progress
                ):
                    if isinstance(read, Page):
                        yield Work(thing, read, len(read.data))
                    else:
                        yield Event(thing, read)
                yield Event(thing, "end")

    def _events_here(self, work: Work) -> Iterator[Event]:
        for given in given_by(work.task, self._all_publishers):
            yield Event(work.found, given)
        yield from self._end(work)

    def _end(self, work: Work) -> Iterator[Event]:
        if isinstance(work.task, Found):
            if self._progress and work.size:
                self._progress(work.size)
            yield Event(work.found, "end")

    def _events_of_pool(self, first: Work, pieces: Iterator[Work | Event]) -> Iterator[Event]:
        from koreanews.ingest.pool import Pool

        self._pool = Pool(self._jobs, self._all_publishers)
        ahead = _Ahead(self._pool, _MOST_ORDERS * self._jobs)
        ahead.add(first)
        for piece in pieces:
            ahead.add(piece)
            while ahead.is_full():
                yield from self._next_events(ahead)
        while ahead:
            yield from self._next_events(ahead)

    def _next_events(self, ahead: _Ahead) -> Iterator[Event]:
        assert self._pool is not None
        thing = ahead.pop()
        if isinstance(thing, Event):
            yield thing
            return
        works, order = thing
        place = iter(works)
        work = next(place)
        for given in self._pool.results(order):
            if given is not None:
                yield Event(work.found, given)
                continue
            yield from self._end(work)
            work = next(place, work)


class _Ahead:
    """What has been looked at and is not yet wanted, in its order: orders under way, events that wait their turn."""

    def __init__(self, pool: Pool, most_orders: int) -> None:
        self._pool = pool
        self._most_orders = most_orders
        self._gathered: list[Work] = []
        self._gathered_size = 0
        self._things: deque[tuple[list[Work], Order] | Event] = deque()
        self._orders = 0
        self._bytes = 0

    def __bool__(self) -> bool:
        return bool(self._things or self._gathered)

    def add(self, piece: Work | Event) -> None:
        """Takes the next piece; works are given to the pool some at a time."""
        self._bytes += _bytes_of(piece)
        if isinstance(piece, Event):
            self._give()
            self._things.append(piece)
            return
        self._gathered.append(piece)
        self._gathered_size += piece.size
        if len(self._gathered) >= _TASKS_AN_ORDER or self._gathered_size >= _BYTES_AN_ORDER:
            self._give()

    def is_full(self) -> bool:
        """Whether no more should be added before something is taken."""
        return self._orders >= self._most_orders or len(self._things) >= _MOST_THINGS or self._bytes >= _MOST_BYTES

    def pop(self) -> tuple[list[Work], Order] | Event:
        """The first: an event, or an order that was given, with its works."""
        if not self._things:
            self._give()
        thing = self._things.popleft()
        if isinstance(thing, Event):
            self._bytes -= _bytes_of(thing)
        else:
            self._orders -= 1
            self._bytes -= sum(map(_bytes_of, thing[0]))
        return thing

    def _give(self) -> None:
        from koreanews.ingest.pool import Order

        if self._gathered:
            order = Order([work.task for work in self._gathered])
            self._pool.give(order)
            self._things.append((self._gathered, order))
            self._orders += 1
            self._gathered, self._gathered_size = [], 0


def _bytes_of(piece: Work | Event) -> int:
    """What it holds of this process's memory until it is its turn."""
    if isinstance(piece, Work):
        return piece.size if isinstance(piece.task, Page) else 0
    return size_of(piece.given) if isinstance(piece.given, RecordLine) else 0


_SMALL = 1 << 18
_TASKS_ALONE = 64
_BYTES_ALONE = 1 << 20
_TASKS_AN_ORDER = 32
_BYTES_AN_ORDER = 1 << 18
_MOST_ORDERS = 4
_MOST_THINGS = 1000
_MOST_BYTES = 16 << 20
