"""The real commands in processes of their own, forked from one that has everything loaded: each starts at once."""

from __future__ import annotations

import atexit
import fcntl
import importlib
import os
import pickle
import pkgutil
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from typing import Any, NamedTuple


class Ran(NamedTuple):
    """How a command ended: its exit status, negative for the signal that killed it; what it said."""

    status: int
    output: str
    errors: str


class Running:
    """A command that waits for `go`, so that it can be watched from its first call on."""

    def __init__(self, words: tuple[str, ...], place: Path, prepare: Callable[[], None] | None = None) -> None:
        """`words` are those after `koreanews`, `place` the folder to run it in; `prepare` is called before it."""
        # Pipes, which no limit on the size of files stops.
        (out, its_out), (errors, its_errors), (its_gate, gate) = os.pipe(), os.pipe(), os.pipe()
        for end in (out, errors):
            fcntl.fcntl(end, fcntl.F_SETPIPE_SZ, _MOST_SAID)
        self.pid = os.fork()
        if self.pid == 0:
            os.close(gate)
            _take_streams(its_out, its_errors)
            os.read(its_gate, 1)
            _become(words, place, prepare)
        for end in (its_out, its_errors, its_gate):
            os.close(end)
        self._gate, self._ends = gate, (out, errors)

    def go(self) -> None:
        """Lets it begin."""
        os.close(self._gate)

    def end(self, seconds: float = 120.0) -> Ran:
        """Waits for its end. TimeoutError where it takes longer."""
        give_up = monotonic() + seconds
        while not (ended := os.waitpid(self.pid, os.WNOHANG))[0]:
            if monotonic() > give_up:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
                raise TimeoutError(f"not done within {seconds:g} seconds: {self._said()}")
            sleep(0.002)
        return Ran(os.waitstatus_to_exitcode(ended[1]), *self._said())

    def _said(self) -> list[str]:
        said = []
        for end in self._ends:
            with os.fdopen(end, "rb") as channel:
                said.append(channel.read().decode(errors="replace"))
        return said


def run(words: tuple[str, ...], place: Path, prepare: Callable[[], None] | None = None) -> Ran:
    """Runs a command to its end."""
    running = Running(words, place, prepare)
    running.go()
    return running.end()


def ask(question: Callable[[], Any]) -> Any:
    """The answer to a question that is put in a process of its own, so that this one stays fit to fork."""
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(ours)
        try:
            answer: Any = question()
        except Exception:
            answer = RuntimeError(traceback.format_exc())
        with os.fdopen(theirs, "wb") as channel:
            pickle.dump(answer, channel)
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, "rb") as channel:
        data = channel.read()
    os.waitpid(pid, 0)
    answer = pickle.loads(data)
    if isinstance(answer, RuntimeError):
        raise answer
    return answer


def load_everything() -> None:
    """Loads all that commands load when they need it: a fault is to hit the archive, not the loading of Python."""
    import koreanews
    from koreanews.index.lines import misfit

    for module in pkgutil.walk_packages(koreanews.__path__, "koreanews."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    misfit({})
    koreanews.parse("A bridge opens\n\nMarch 22, 2019\n\nThe bridge was opened on Friday.\n", id="0")
    for name in ask(_loaded_by_commands):
        with suppress(ImportError):
            importlib.import_module(name)


def _loaded_by_commands() -> list[str]:
    """The modules that are loaded once an archive was made, looked into and mended."""
    from click.testing import CliRunner

    from koreanews.cli import main

    with TemporaryDirectory(prefix="koreanews-") as folder:
        page = Path(folder) / "page.txt"
        page.write_text("A bridge opens\n\nMarch 22, 2019\n\nThe bridge was opened on Friday.\n")
        (Path(folder) / "wrong.html").write_text("<html>")
        for words in (
            "ingest --jobs 1 " + folder,
            "list",
            "search bridge",
            "show page",
            "stats --json",
            "remove --yes page",
        ):
            CliRunner().invoke(main, ["--index", f"{folder}/index", *words.split()])
        (Path(folder) / "index" / "records.jsonl").write_text("oops\n")
        for words in (
            "list",
            "check --repair",
            "compact",
            f"ingest --rehash --jobs 1 {folder}",
            "export --format json",
        ):
            CliRunner().invoke(main, ["--index", f"{folder}/index", *words.split()])
    return [name for name in sys.modules if not name.startswith("_")]


_MOST_SAID = 1 << 20
"""Bytes of output that a command can leave before anyone reads them."""


def _take_streams(out: int, errors: int) -> None:
    """Gives this process nothing to read, and channels for what it says."""
    for number, descriptor in enumerate((os.open(os.devnull, os.O_RDONLY), out, errors)):
        os.dup2(descriptor, number)
    sys.stdin = open(0)  # noqa: SIM115
    sys.stdout, sys.stderr = open(1, "w", closefd=False), open(2, "w", closefd=False)  # noqa: SIM115


def _become(words: tuple[str, ...], place: Path, prepare: Callable[[], None] | None) -> None:
    """Turns this process into the command. Does not return."""
    status = 1
    try:
        os.chdir(place)
        if prepare is not None:
            prepare()
        from koreanews.cli import main

        main([str(word) for word in words], prog_name="koreanews")
        status = 0
    except SystemExit as error:
        status = error.code if isinstance(error.code, int) else int(error.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        try:
            atexit._run_exitfuncs()
            sys.stdout.flush()
            sys.stderr.flush()
        except OSError:
            status = status or 120
        os._exit(status)
