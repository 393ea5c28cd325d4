"""Filling an archive: saved pages to records on every core, in the order in which they stand, whatever befalls one."""

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
