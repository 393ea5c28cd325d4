"""Ways to run the real command: within this process, as a process on pipes, and as a process on a terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner, Result

from koreanews.cli import main

SEEDS = Path(__file__).parents[2] / "seeds"
SOURCE = Path(__file__).parents[2] / "src"
KOREANEWS = [sys.executable, "-m", "koreanews"]

# Neither the tester's pager nor their taste in colours.
ENVIRONMENT = {
    **{
        name: value
        for name, value in os.environ.items()
        if name not in ("NO_COLOR", "LESS", "KOREANEWS_INDEX", "COLUMNS", "LINES")
    },
    "PYTHONPATH": str(SOURCE),
    "PAGER": "cat",
    "TERM": "xterm-256color",
}


def koreanews(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    """The command run within this process, its output a pipe."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)


def piped(
    *arguments: str | Path, cwd: Path | None = None, stdin: bytes = b"", env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """The command as a process of its own, on pipes."""
    return subprocess.run(
        [*KOREANEWS, *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        env={**ENVIRONMENT, **(env or {})},
        capture_output=True,
        check=False,
        timeout=60,
    )


class Screen(NamedTuple):
    """What came out on a terminal, both streams together, with "\\n" line ends; and the exit status."""

    exit_code: int
    output: str


def on_terminal(
    *command: str | Path,
    columns: int = 80,
    lines: int = 500,
    keys: bytes = b"",
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> Screen:
    """A command as a process on a terminal of its own, on which `keys` are typed."""
    terminal, other_side = pty.openpty()
    fcntl.ioctl(other_side, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    running = subprocess.Popen(
        [str(part) for part in command],
        stdin=other_side,
        stdout=other_side,
        stderr=other_side,
        cwd=cwd,
        env={**ENVIRONMENT, **(env or {})},
        start_new_session=True,
    )
    os.close(other_side)
    os.write(terminal, keys)
    pieces: list[bytes] = []
    # Linux reports the end of the other side as an error.
    with suppress(OSError):
        while piece := os.read(terminal, 65536):
            pieces.append(piece)
    os.close(terminal)
    return Screen(running.wait(60), b"".join(pieces).decode().replace("\r\n", "\n"))
