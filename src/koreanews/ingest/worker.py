"""A worker process: reads batches of tasks from standard input, writes what they give to standard output.

It ends when its input does, as it does when the ingest ends in any way whatever.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
from typing import BinaryIO

from koreanews.index.memory import keep_large_blocks_apart
from koreanews.ingest.frames import READY, Frame, read_batch, write_frame
from koreanews.ingest.parsing import Given, Task, given_by, size_of


def main() -> None:
    """Serves until there are no more batches."""
    # What a library might print must not be taken for a frame.
    channel = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    # A page's text and its tree's are large and short-lived: cut out of the heap, they would leave holes in it.
    keep_large_blocks_apart()
    # What is loaded by now stays: the collector of cycles need not look through it again and again.
    gc.freeze()
    try:
        channel.write(READY)
        channel.flush()
        while (data := read_batch(sys.stdin.buffer)) is not None:
            _serve(channel, *pickle.loads(data))
    except BrokenPipeError:
        # Nobody is there to be told; the buffer must not be flushed once more on the way out.
        os._exit(1)


def _serve(channel: BinaryIO, tasks: list[Task], skip: int, all_publishers: bool) -> None:
    """Does a batch; leaves out the first `skip` things that its first task gives, which another has sent."""
    sender = _Sender(channel)
    for task in tasks:
        for number, given in enumerate(given_by(task, all_publishers, sender.announce)):
            if number >= skip:
                sender.send(given)
        skip = 0
        sender.end()
    sender.flush()


class _Sender:
    """Gathers what is given into frames of some size."""

    def __init__(self, channel: BinaryIO) -> None:
        self._channel = channel
        self._clear()

    def announce(self, size: int) -> None:
        """A page of so many bytes is next."""
        if size >= LARGE:
            self.flush(size)

    def send(self, given: Given) -> None:
        """A task has given this."""
        self._given.append(given)
        self._since += 1
        self._size += size_of(given)
        if self._size >= _FRAME:
            self.flush()

    def end(self) -> None:
        """A task has given all."""
        self._given.append(None)
        self._tasks += 1
        self._since = 0

    def flush(self, ahead: int = 0) -> None:
        """Sends what there is, at once; `ahead` as in `Frame`."""
        data = pickle.dumps(self._given, pickle.HIGHEST_PROTOCOL)
        write_frame(self._channel, Frame(self._tasks, self._since, ahead, data))
        self._clear()

    def _clear(self) -> None:
        self._given: list[Given | None] = []
        self._tasks = self._since = self._size = 0


LARGE = 1 << 18
"""Bytes of a page that is announced."""
_FRAME = 1 << 18
