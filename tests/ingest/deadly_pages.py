"""Pages that do to a worker process, once it is given them, what the worst of real pages could."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from typing import Any

from koreanews.captures import Page


class _Deadly(Page):
    __slots__ = ()


class Killing(_Deadly):
    """As when the system is out of memory."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return die, (signal.SIGKILL,)


class Crashing(_Deadly):
    """As when a library written in C has a fault."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return die, (signal.SIGSEGV,)


class Leaving(_Deadly):
    """As when something ends the process by its own will."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return sys.exit, (3,)


class Endless(_Deadly):
    """As when a page takes for ever."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return time.sleep, (10_000,)


def die(how: int) -> None:
    """What a worker does with a page when it takes it out of its batch."""
    os.kill(os.getpid(), how)
