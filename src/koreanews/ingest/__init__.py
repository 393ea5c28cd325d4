"""Filling an archive: saved pages to records on every core, in the order in which they stand, whatever befalls one.

- filling: `ingest` itself; outcome: what it says of each thing that was read
- reading: files read and parsed, here or by workers; parsing: one of them, wherever; limit: its time
- pool: work given out and its results in order; process: a worker from outside; worker: from inside; frames: what
  passes between
- known: files that need not be read again; fingerprint: which parser read them
- merging: another index's records; standing_lines: which of its lines are kept there
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from koreanews.ingest.filling import ingest
    from koreanews.ingest.outcome import Outcome, Result

__all__ = ["Outcome", "Result", "ingest"]


def __getattr__(name: str) -> Any:
    # A worker process imports its own module of this package, and must not load the others'.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    module = "filling" if name == "ingest" else "outcome"
    return getattr(import_module(f"{__name__}.{module}"), name)
