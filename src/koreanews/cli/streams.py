"""Standard error for what koreanews itself says to a person, and not for libraries written in C or Rust.

Tantivy prints where in its source it met a damaged file, with a trace of its calls, before anyone can mend the file
or say in a sentence what is wrong. Where a library ends the whole process, nothing of koreanews runs any more that
could make a sentence of it: Python's own faulthandler says then what ended it, and which lines of Python were at work.
"""

from __future__ import annotations

import faulthandler
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO


@contextmanager
def silent_libraries() -> Iterator[None]:
    """Within the block, what is not said by way of `sys.stderr`, or by faulthandler, goes nowhere.

    Nothing is changed where that is not the process's own standard error. Where there is none, or no standard output,
    one that leads nowhere is made: else the next file to be opened would take its number, and what libraries print
    would be written to it.
    """
    if sys.stdout is None:
        sys.stdout = _leading_nowhere(_STDOUT)
    if sys.stderr is None:
        sys.stderr = _leading_nowhere(_STDERR)
    nowhere = _nowhere() if _descriptor() == _STDERR else None
    if nowhere is None:
        yield
        return
    before = sys.stderr
    before.flush()
    sys.stderr = os.fdopen(os.dup(_STDERR), "w", 1, before.encoding, before.errors)
    try:
        with _leading(nowhere), _faults_told(before):
            yield
    finally:
        # What could not be said to a pipe that was closed has nobody to hear it.
        with suppress(BrokenPipeError):
            sys.stderr.close()
        sys.stderr = before


@contextmanager
def for_another_program() -> Iterator[None]:
    """For a block that starts another program: it has the standard error that koreanews has. Pagers read keys there."""
    descriptor = _descriptor()
    if descriptor is None:
        yield
        return
    sys.stderr.flush()
    with _leading(os.dup(descriptor)):
        yield


_STDOUT, _STDERR = 1, 2


def _leading_nowhere(number: int) -> TextIO:
    """A stream with this file number, to which whatever is written is lost."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    if nowhere != number:
        os.dup2(nowhere, number)
        os.close(nowhere)
    return os.fdopen(number, "w", closefd=False)


@contextmanager
def _faults_told(before: TextIO) -> Iterator[None]:
    """Within the block, a fault that ends the process is told on `sys.stderr`; afterwards, if it was before, there."""
    was_told = faulthandler.is_enabled()
    faulthandler.enable(sys.stderr)
    try:
        yield
    finally:
        if was_told:
            faulthandler.enable(before)
        else:
            faulthandler.disable()


def _nowhere() -> int | None:
    """A file that leads nowhere; None where the system refuses it, and libraries are heard then."""
    try:
        return os.open(os.devnull, os.O_WRONLY)
    except OSError:
        return None


def _descriptor() -> int | None:
    """The file that `sys.stderr` writes to; None where it is none."""
    try:
        return sys.stderr.fileno()
    except (AttributeError, OSError, ValueError):
        return None


@contextmanager
def _leading(descriptor: int) -> Iterator[None]:
    """Within the block, standard error leads where `descriptor` does, which is closed."""
    before = os.dup(_STDERR)
    os.dup2(descriptor, _STDERR)
    os.close(descriptor)
    try:
        yield
    finally:
        os.dup2(before, _STDERR)
        os.close(before)
