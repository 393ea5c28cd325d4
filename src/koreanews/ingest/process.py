"""One worker process, seen from the ingest: starting it, giving it batches, telling how it died."""

from __future__ import annotations

import contextlib
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import BinaryIO, cast

from koreanews.ingest.frames import READY, Frame, read_frame, write_batch
from koreanews.ingest.limit import TAKES_TOO_LONG, seconds_for
from koreanews.ingest.parsing import Task


class Died(Exception):
    """The worker ended in the middle of a batch; the message says how, to follow the name of what it was at."""


class NeverStarted(Exception):
    """The worker ended before it could be given anything."""


class WorkerProcess:
    """A Python of its own that imports the parser and nothing else.

    Not one of `multiprocessing`'s: those import the caller's main program anew, or fork a process that has threads,
    and keep processes of their own beside. It has a session of its own, so that Ctrl-C reaches the ingest alone.
    """

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-X", f"utf8={sys.flags.utf8_mode}", "-c", _program()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._input = cast(BinaryIO, self._process.stdin)
        self._output = cast(BinaryIO, self._process.stdout)
        self._overdue: float | None = None
        self._deadline: float | None = None

    def wait_until_ready(self) -> None:
        """NeverStarted."""
        if self._output.read(len(READY)) != READY:
            self.kill()
            raise NeverStarted

    def frames(self, tasks: Sequence[Task], skip: int, all_publishers: bool, seconds: float) -> Iterator[Frame]:
        """What the worker gives for a batch; it may take so many seconds until each frame. Died.

        The first `skip` things of the first task are left out.
        """
        done, limit = 0, seconds
        try:
            self._deadline = monotonic() + limit
            write_batch(self._input, pickle.dumps((list(tasks), skip, all_publishers), pickle.HIGHEST_PROTOCOL))
            while done < len(tasks):
                self._deadline = monotonic() + limit
                frame = read_frame(self._output)
                # Who takes the frame may let the worker wait, for which it is not to blame.
                self._deadline = None
                done += frame.tasks
                limit = seconds + seconds_for(frame.ahead)
                yield frame
        except (EOFError, BrokenPipeError) as error:
            raise Died(self._last_words()) from error

    def kill_if_overdue(self) -> None:
        """Ends it, if it has taken longer than it may."""
        deadline = self._deadline
        if deadline is not None and monotonic() > deadline:
            self._overdue = deadline
            self.kill()

    def kill(self) -> None:
        """Ends it at once; nothing of it remains."""
        self._process.kill()
        self._process.wait()

    def close(self) -> None:
        """Lets go of a worker that was killed."""
        self.kill()
        for stream in (self._input, self._output):
            with contextlib.suppress(BrokenPipeError):
                stream.close()

    def _last_words(self) -> str:
        status = self._process.wait()
        if self._overdue is not None:
            return TAKES_TOO_LONG
        if status < 0:
            name = signal.Signals(-status).name if -status in set(signal.Signals) else f"signal {-status}"
            why = "; perhaps there was not enough memory" if name == "SIGKILL" else ""
            return f"ended the process that read it ({name}{why})"
        return f"ended the process that read it (exit status {status})"


def _program() -> str:
    """What the worker runs: it finds modules where this process does, however they were put there."""
    return f"import sys; sys.path[:] = {sys.path!r}; from koreanews.ingest.worker import main; main()"
