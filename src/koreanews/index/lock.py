"""One writer at a time: the lock of an archive, and who holds it."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from koreanews.index.counting import counted
from koreanews.index.disk import explained
from koreanews.index.errors import IndexBusy

LOCK_NAME = ".lock"
HOLDER_NAME = ".lock-holder"


@contextmanager
def write_lock(folder: Path, timeout: float, on_wait: Callable[[str], None] | None) -> Iterator[None]:
    """Holds the folder's lock for the block.

    Where another process holds it, tells `on_wait` which, waits `timeout` seconds, then raises IndexBusy. The
    operating system takes the lock from a process that dies. CannotWrite where the folder takes no lock.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(folder / LOCK_NAME, thread_local=False)
    with explained(folder / LOCK_NAME):
        try:
            lock.acquire(timeout=0)
        except Timeout:
            if on_wait is not None and timeout > 0:
                on_wait(f"Waiting for {_holder(folder)}, which is writing to {folder}.")
            try:
                lock.acquire(timeout=timeout)
            except Timeout as error:
                raise IndexBusy(
                    f"{_holder(folder)} is writing to {folder} and did not finish within "
                    f"{counted(timeout, 'second')}. Try again later."
                ) from error
        holder = folder / HOLDER_NAME
        holder.write_text(json.dumps({"pid": os.getpid(), "host": socket.gethostname()}), encoding="utf-8")
    try:
        yield
    finally:
        # A name that stays is not believed once the lock is free.
        with suppress(OSError):
            holder.unlink()
        lock.release()


def _holder(folder: Path) -> str:
    """The process that holds the lock, for a sentence. A dead one's name may be left: only ask while it is held."""
    try:
        holder = json.loads((folder / HOLDER_NAME).read_text(encoding="utf-8"))
        return f"process {int(holder['pid'])} on {holder['host']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"
