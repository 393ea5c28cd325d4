"""strace, which sees every call to the kernel: faults put into them, and what they do written down."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep
from typing import NamedTuple

from benchmarks.faults.running import Ran, Running

READING = ("openat", "open", "read", "pread64", "flock", "newfstatat", "fstat", "stat", "lstat", "statx", "getdents64")
WRITING = (
    *("write", "pwrite64", "writev", "ftruncate", "fsync", "fdatasync", "chmod", "fchmod", "fchmodat"),
    *("rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir", "mkdir", "mkdirat"),
)
CHANGING = (*WRITING, "openat", "open", "creat", "lseek", "close")


class Call(NamedTuple):
    """A call: the process or thread, its name, its arguments and what came of it as strace writes them."""

    thread: str
    name: str
    arguments: str
    result: str

    def touches(self, folder: bytes) -> bool:
        """Whether a path below the folder is in it."""
        return _escaped(folder) in self.arguments or _escaped(folder) in self.result

    @property
    def is_injected(self) -> bool:
        return "(INJECTED)" in self.result


def is_there() -> bool:
    """Whether strace is installed."""
    return shutil.which("strace") is not None


def traced(running: Running, calls: tuple[str, ...], injection: str | None = None) -> tuple[Ran, list[Call]]:
    """Runs a command that waits to its end, with a fault put into it; gives how it ended, and these calls of it."""
    with TemporaryDirectory(prefix="koreanews-") as folder:
        log = Path(folder) / "log"
        names = "trace=" + ",".join(f"?{name}" for name in calls)
        words = ["strace", "-f", "-qq", "-y", "-xx", "-s", "100000000", "-o", str(log), "-e", names]
        words += ["-e", f"inject={injection}"] if injection else []
        watching = subprocess.Popen([*words, "-p", str(running.pid)], stderr=subprocess.PIPE)
        while "TracerPid:\t0\n" in Path(f"/proc/{running.pid}/status").read_text():
            if watching.poll() is not None:
                raise RuntimeError(f"strace: {watching.communicate()[1].decode()}")
            sleep(0.001)
        running.go()
        ran = running.end()
        watching.communicate()
        return ran, list(_calls(log.read_text("ascii", "replace")))


class Moment(NamedTuple):
    """A call to be hit: the n-th of its name by some thread, and of which file."""

    name: str
    number: int


def moments(calls: list[Call], folder: Path) -> list[Moment]:
    """The calls that touch a folder, each by its name and number among those of its thread."""
    counts: Counter[tuple[str, str]] = Counter()
    found = []
    for call in calls:
        counts[call.thread, call.name] += 1
        if call.touches(bytes(folder)):
            found.append(Moment(call.name, counts[call.thread, call.name]))
    return found


_LINE = re.compile(r"(\d+) +(?:(\w+)\((.*)|<\.\.\. (\w+) resumed>(.*))")


def _calls(log: str) -> list[Call]:
    """The calls of a log, in the order in which they ended."""
    begun: dict[str, str] = {}
    found = []
    for line in log.splitlines():
        match = _LINE.fullmatch(line)
        if match is None:
            continue
        thread, name, rest, resumed, more = match.groups()
        if resumed:
            name, rest = resumed, begun.pop(thread, "") + more.lstrip()
        elif rest.endswith("<unfinished ...>"):
            begun[thread] = rest.removesuffix("<unfinished ...>").rstrip()
            continue
        # strace pads what ended late with blanks.
        arguments, _, result = rest.rpartition(" = ")
        found.append(Call(thread, name, arguments.rstrip().removesuffix(")"), result.strip()))
    return found


def _escaped(text: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in text)


def unescaped(text: str) -> bytes:
    """The bytes that strace writes as \\x41\\x42."""
    return bytes.fromhex(text.replace("\\x", ""))
