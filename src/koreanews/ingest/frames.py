"""What passes between the ingest and a worker process: batches of tasks there, frames of what they gave back.

Each is a header and a pickle of the length that it tells. The header of a frame tells all that must be known of it
before it is its turn to be unpickled.
"""

from __future__ import annotations

import struct
from typing import BinaryIO, NamedTuple

READY = b"koreanews"
"""What a worker says once it can be given batches."""


class Frame(NamedTuple):
    """Part of what a batch gave: `data` pickles a list of what tasks gave, in order, None after each task's last.

    `tasks` tasks end in it, and `since` things are given after the last end in it (after its start, without one).
    `ahead` is the size in bytes of the page that the worker turns to next, where that is a large one; 0 else.
    """

    tasks: int
    since: int
    ahead: int
    data: bytes


def write_batch(stream: BinaryIO, data: bytes) -> None:
    """Sends a pickled batch. BrokenPipeError where the worker is gone."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read_batch(stream: BinaryIO) -> bytes | None:
    """The next pickled batch; null where there will be none."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    return stream.read(*_LENGTH.unpack(head))


def write_frame(stream: BinaryIO, frame: Frame) -> None:
    """Sends a frame. BrokenPipeError where the ingest is gone."""
    stream.write(_HEADER.pack(frame.tasks, frame.since, frame.ahead, len(frame.data)))
    stream.write(frame.data)
    stream.flush()


def read_frame(stream: BinaryIO) -> Frame:
    """The next frame. EOFError where the worker died before it was whole."""
    head = stream.read(_HEADER.size)
    if len(head) < _HEADER.size:
        raise EOFError
    tasks, since, ahead, length = _HEADER.unpack(head)
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return Frame(tasks, since, ahead, data)


_LENGTH = struct.Struct("<Q")
_HEADER = struct.Struct("<IQQQ")
