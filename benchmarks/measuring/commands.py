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

    Pages that processes share count once (the kernel's PSS, where it tells that). `own` is the memory that no file
    stands behind, at its highest: what else is in `peak` are files of the page cache that are mapped, which the kernel
    takes back whenever it needs to. `cpu` is the time in seconds that processors worked for all its processes.
    """

    seconds: float
    cpu: float = 0.0
    peak: int = 0
    own: int = 0
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

    began, worked = perf_counter(), _cpu_of_ended()
    process = subprocess.Popen(_words(command), env=environment(), stdout=subprocess.DEVNULL)
    watched = psutil.Process(process.pid)
    peak = own = 0
    while process.poll() is None:
        total, anonymous = _memory(watched)
        peak, own = max(peak, total), max(own, anonymous)
        try:
            process.wait(_EVERY)
        except subprocess.TimeoutExpired:
            continue
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, _words(command))
    return Finished(perf_counter() - began, _cpu_of_ended() - worked, peak, own)


def environment() -> dict[str, str]:
    """The environment of commands: the package from its source where it is not installed, no archive of one's own."""
    kept = {
        name: value for name, value in os.environ.items() if name not in ("KOREANEWS_INDEX", "PYTHONDONTWRITEBYTECODE")
    }
    kept["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT / "src"), str(ROOT), kept.get("PYTHONPATH", "")]))
    return kept


def _words(command: Sequence[str | Path]) -> list[str]:
    return [str(word) for word in command]


def _cpu_of_ended() -> float:
    """The processor time of all processes below this one that have ended."""
    times = os.times()
    return times.children_user + times.children_system


def _memory(process: psutil.Process) -> tuple[int, int]:
    """All and anonymous memory of a process and all below it; those that end meanwhile count nothing."""
    import psutil

    total = own = 0
    try:
        processes = [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return 0, 0
    for each in processes:
        try:
            counted = _of_rollup(each.pid) or _of_psutil(each)
        except (psutil.NoSuchProcess, psutil.AccessDenied, FileNotFoundError, ProcessLookupError):
            continue
        total, own = total + counted[0], own + counted[1]
    return total, own


def _of_rollup(pid: int) -> tuple[int, int] | None:
    """What Linux tells of a process's memory, in bytes; null elsewhere."""
    if not Path("/proc/self/smaps_rollup").exists():
        return None
    lines = (line.partition(":") for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines())
    kilobytes = {name: int(value.split()[0]) for name, _, value in lines if name in ("Pss", "Pss_Anon")}
    return kilobytes.get("Pss", 0) * 1024, kilobytes.get("Pss_Anon", 0) * 1024


def _of_psutil(process: psutil.Process) -> tuple[int, int]:
    info = process.memory_full_info()
    return info.rss, info.uss
