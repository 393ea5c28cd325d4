"""How long a page may take, and ending what takes longer, in this very process.

A worker process that hangs is killed from outside. Where there is none (a handful of pages, `--jobs 1`, `clean`), the
operating system's timer interrupts: whatever Python is at, a regular expression too, but not a single long call into a
library written in C; those that are made here take time linear in their input.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

Made = TypeVar("Made")

TAKES_TOO_LONG = "takes too long to read, and was given up"
"""Why a page is skipped, to follow its name."""


class TooLong(BaseException):
    """The time is over. No `Exception`: a library's own handlers must not take it for one of theirs."""


def seconds_for(size: int) -> float:
    """How long a page of so many bytes may take: some hundred times as long as pages do."""
    return _SECONDS + size / (1 << 20) * _SECONDS_A_MIB


def within(seconds: float, work: Callable[[], Made]) -> Made:
    """What `work` gives; TooLong once it has taken so many seconds of the processor's time.

    Not limited where that cannot be done: see `can_limit`.
    """
    if not can_limit():
        return work()
    is_over = False

    def interrupt(number: int, frame: FrameType | None) -> None:
        if not is_over:
            raise TooLong

    tell = sys.unraisablehook

    def tell_others(ignored: sys.UnraisableHookArgs) -> None:
        if ignored.exc_type is not TooLong:
            tell(ignored)

    # A finalizer takes no exception: Python would print it with its traceback, and go on.
    sys.unraisablehook = tell_others
    before = signal.signal(signal.SIGVTALRM, interrupt)
    try:
        # Again and again, should the first be lost in such a place.
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
        return work()
    finally:
        is_over = True
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
        sys.unraisablehook = tell


def can_limit() -> bool:
    """Whether `within` can keep the time: not on Windows, nor beside the main thread, nor where the timer is in use."""
    return (
        hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGVTALRM) is signal.SIG_DFL
        and signal.getitimer(signal.ITIMER_VIRTUAL)[0] == 0
    )


_SECONDS = 20.0
_SECONDS_A_MIB = 10.0
_AGAIN = 0.5
