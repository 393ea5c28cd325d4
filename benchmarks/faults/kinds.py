"""The kinds of faults, each a way to let operations of a script go wrong at random moments."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from benchmarks.faults import tracing
from benchmarks.faults.calls import failing, killed, refused
from benchmarks.faults.cases import Tried
from benchmarks.faults.losses import powerless
from benchmarks.faults.operations import Script
from benchmarks.faults.room import full, limited, read_only
from benchmarks.faults.spoiling import garbled, missing

Kind = Callable[[Script, Path, Random, int], Iterator[Tried]]
"""Tries a number of faults on a script, with archives in a folder of their own."""

KINDS: dict[str, tuple[str, Kind]] = {
    "kill": ("SIGKILL at a call that changes the archive", killed),
    "power": ("power lost: what was not synced is dropped, in part or not", powerless),
    "full": ("disk full: a small file system", full),
    "refused": ("disk full: ENOSPC from one call", refused),
    "limit": ("disk full: a limit on the size of files", limited),
    "read-only": ("folder or file that may not be written to", read_only),
    "error": ("EIO from a call that touches the archive", failing),
    "derived": ("files of search/ gone, empty, cut or of an earlier time", missing),
    "garbled": ("files of search/ with garbage or a bit turned round", garbled),
}


def cannot(kind: str) -> str | None:
    """Why a kind of fault cannot be tried here; null where it can."""
    if kind in ("kill", "power", "refused", "error") and not tracing.is_there():
        return "strace is not installed"
    if kind in ("full", "read-only") and os.getuid():
        return "only root may do this"
    return None
