"""The sessions in the README, run anew: `python tests/cli/readme_sessions.py` writes in what they print now."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from running import SEEDS, on_terminal

README = Path(__file__).parents[2] / "README.md"
COLUMNS = 88

_SESSION = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
_STYLES = re.compile(r"\x1b\[[0-9;]*m")

# The command, with a patience that no slow machine wears out: a bar drawn after a while is no part of a session.
_PROGRAM = "from koreanews.cli import main, progress; progress.PATIENCE *= 1e9; main(prog_name='koreanews')"


def rerun(text: str) -> str:
    """The text with each command's output as it is printed on a terminal of 88 columns, beside the seeds."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(SEEDS, folder / "seeds")
        command = folder / "bin" / "koreanews"
        command.parent.mkdir()
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{_PROGRAM}" "$@"\n')
        command.chmod(0o755)
        return _SESSION.sub(lambda session: _session(session[0], folder), text)


def _session(session: str, folder: Path) -> str:
    commands = [line for line in session.splitlines() if line.startswith("$ ")]
    return "".join(f"{command}\n{_output(command.removeprefix('$ '), folder)}" for command in commands)


def _output(command: str, folder: Path) -> str:
    path = f'PATH="{folder / "bin"}:$PATH"'
    output = _STYLES.sub("", on_terminal("bash", "-c", f"{path}; {command}", columns=COLUMNS, cwd=folder).output)
    return "".join(f"{line.rstrip(' ')}\n" for line in output.splitlines())


if __name__ == "__main__":
    README.write_text(rerun(README.read_text("utf-8")), "utf-8")
