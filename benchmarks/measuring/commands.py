"""Whole commands as processes, their time and their peak memory."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import psutil

ROOT = Path(__file__).resolve().parents[2]
KOREANEWS = (sys.executable, "-m", "koreanews")
_EVERY = 0.05


class Finished(NamedTuple):
    """How a command ran. `peak` is its memory, and that of all its processes together, at its highest, in bytes.

    Pages that processes share count once (the kernel's PSS, where it tells that), files of the page cache that are
    mapped count too; `private` is the part that no file stands behind.
    """

    seconds: float
    peak: int = 0
    private: int = 0
    output: str = ""


def run(command: Sequence[str | Path]) -> Finished:
    """Runs a command to its end. CalledProcessError where it fails."""
    began = perf_counter()
    done = subprocess.run(_words(command), env=environment(), capture_output=True, text=True, check=True)
    return Finished(perf_counter() - began, output=done.stdout)


def processor_seconds(command: Sequence[str | Path]) -> float:
    """Runs a command to its end; gives the processor's time for it, of which others that wait are no part."""
    before = getrusage(RUSAGE_CHILDREN)
    run(command)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def run_watched(command: Sequence[str | Path]) -> Finished:
    """Runs a command to its end with an eye on its memory. CalledProcessError where it fails."""
    import psutil

    began = perf_counter()
    process = subprocess.Popen(_words(command), env=environment(), stdout=subprocess.DEVNULL)
    watched = psutil.Process(process.pid)
    peak = private = 0
    while process.poll() is None:
        total, own = _memory(watched)
        peak, private = max(peak, total), max(private, own)
        try:
            process.wait(_EVERY)
        except subprocess.TimeoutExpired:
            continue
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, _words(command))
    return Finished(perf_counter() - began, peak, private)


def environment() -> dict[str, str]:
    """The environment of commands: the package from its source where it is not installed, no archive of one's own."""
    kept = {
        name: value for name, value in os.environ.items() if name not in ("KOREANEWS_INDEX", "PYTHONDONTWRITEBYTECODE")
    }
    kept["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT / "src"), str(ROOT), kept.get("PYTHONPATH", "")]))
    return kept


def _words(command: Sequence[str | Path]) -> list[str]:
    return [str(word) for word in command]


def _memory(process: psutil.Process) -> tuple[int, int]:
    """PSS and USS of a process and all below it; those that end meanwhile count nothing."""
    import psutil

    total = own = 0
    try:
        processes = [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return 0, 0
    for each in processes:
        try:
            info = each.memory_full_info()
        except (psutil.NoSuchProcess, psutil.AccessDenied, FileNotFoundError):
            continue
        total += getattr(info, "pss", info.rss)
        own += info.uss
    return total, own
