"""Bars on a terminal's standard error, for work that takes longer than a moment; nothing anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING

from koreanews.cli.output import say
from koreanews.cli.safe import visible

if TYPE_CHECKING:
    import rich.progress

PATIENCE = 0.7
"""Seconds that work may take before a bar is drawn."""


class Bar:
    """A bar for a `with` block. `total` gives the work in bytes, 0 where it is not known; asked once it is drawn."""

    def __init__(self, what: str, total: Callable[[], int], *, quiet: bool) -> None:
        self._what = what
        self._total = total
        self._done = 0
        self._drawn_from = monotonic() + PATIENCE
        self._wanted = sys.stderr.isatty() and not quiet
        self._rich: rich.progress.Progress | None = None

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()

    def advance(self, bytes: int) -> None:
        """So many more bytes are done."""
        self.reach(self._done + bytes)

    def reach(self, done: int) -> None:
        """So many bytes are done in all."""
        self._done = done
        if self._wanted and self._rich is None and monotonic() >= self._drawn_from:
            self._rich = _new_progress(self._what, self._total())
        if self._rich is not None:
            self._rich.update(self._rich.task_ids[0], completed=done)

    def say(self, message: str) -> None:
        """A line to standard error, above the bar where there is one."""
        if self._rich is None:
            say(message)
        else:
            self._rich.console.print(visible(message), markup=False, highlight=False, emoji=False, soft_wrap=True)

    def stop(self) -> None:
        """Takes the bar away."""
        if self._rich is not None:
            self._rich.stop()
            self._rich = None


class RebuildBar:
    """A bar for the rebuilding of a search index; takes itself away when that is done."""

    def __init__(self, quiet: bool) -> None:
        self._quiet = quiet
        self._bar: Bar | None = None

    def update(self, done: int, total: int) -> None:
        """For `Index(on_progress=...)`: bytes of records.jsonl."""
        if self._bar is None:
            self._bar = Bar("Rebuilding the search index", lambda: total, quiet=self._quiet)
        self._bar.reach(done)
        if done >= total:
            self._bar.stop()
            self._bar = None


def _new_progress(what: str, total: int) -> rich.progress.Progress:
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    progress.add_task(what, total=total or None)
    progress.start()
    return progress
