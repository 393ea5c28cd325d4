"""Orders of work given to worker processes, their results in the order in which they were given.

A thread serves each process: it waits for frames, and hands them on. What is under way is bounded in bytes, what
has come back and is not yet wanted as well: only the worker whose results are wanted next may always hand them on.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from threading import Condition, Thread

from koreanews.captures.capture import Skipped
from koreanews.captures.page import Page
from koreanews.ingest.frames import Frame
from koreanews.ingest.limit import seconds_for
from koreanews.ingest.parsing import Given, Task, given_by, path_of
from koreanews.ingest.process import Died, NeverStarted, WorkerProcess


class Order:
    """Tasks that one worker does, one after the other, and what has come back of them."""

    def __init__(self, tasks: list[Task]) -> None:
        self.tasks = tasks
        self.frames: deque[bytes] = deque()
        self.is_done = False
        # How far it has come: so many tasks whole, and so many things given by the next.
        self.whole = 0
        self.given = 0
        self.is_left = False

    def advance(self, frame: Frame) -> None:
        """Notes what a frame holds."""
        self.given = frame.since if frame.tasks else self.given + frame.since
        self.whole += frame.tasks

    def dropping(self, reason: str) -> Frame:
        """The frame that says why the next task is given up."""
        data = pickle.dumps([Skipped(path_of(self.tasks[self.whole]), reason), None])
        return Frame(1, 0, 0, data)


class Pool:
    """At most `jobs` worker processes, started as there is work that nobody else has time for."""

    def __init__(self, jobs: int, all_publishers: bool) -> None:
        self._jobs = jobs
        self._all_publishers = all_publishers
        self._changed = Condition()
        self._waiting: deque[Order] = deque()
        self._threads: list[Thread] = []
        self._processes: list[WorkerProcess] = []
        self._is_starting = False
        self._held = 0
        self._wanted: Order | None = None
        self._is_closed = False
        self._is_broken = False

    def give(self, order: Order) -> None:
        """Has an order done, after those given before."""
        with self._changed:
            self._waiting.append(order)
            self._changed.notify_all()
        if not self._threads:
            self._start()

    def results(self, order: Order) -> Iterator[Given | None]:
        """What an order gives, in the order of its tasks, None after each task's last."""
        while frame := self._next_frame(order):
            yield from pickle.loads(frame)
        if order.is_left:
            yield from self._done_here(order)

    def close(self) -> None:
        """Ends all processes at once, whatever they are at."""
        self._is_closed = True
        for process in list(self._processes):
            process.kill()
        with self._changed:
            self._changed.notify_all()
        for thread in self._threads:
            thread.join()

    def _next_frame(self, order: Order) -> bytes | None:
        with self._changed:
            self._wanted = order
            self._changed.notify_all()
            while not order.frames:
                if order.is_done:
                    return None
                if self._waiting and not self._is_starting and len(self._threads) < self._jobs:
                    self._start()
                self._changed.wait(_EVERY)
                for process in self._processes:
                    process.kill_if_overdue()
            frame = order.frames.popleft()
            self._held -= len(frame)
            self._changed.notify_all()
            return frame

    def _done_here(self, order: Order) -> Iterator[Given | None]:
        """Does in this process what no worker could be started for."""
        for task in order.tasks[order.whole :]:
            for number, given in enumerate(given_by(task, self._all_publishers)):
                if number >= order.given:
                    yield given
            order.given = 0
            yield None

    def _start(self) -> None:
        self._is_starting = True
        thread = Thread(target=self._serve, name="koreanews ingest", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _serve(self) -> None:
        """A thread's work: order after order, by a process that is replaced where it dies."""
        process: WorkerProcess | None = None
        try:
            with suppress(NeverStarted, OSError):
                process = self._new_process()
            self._is_starting = False
            while (order := self._next_order()) is not None:
                process = self._do(order, process)
        finally:
            if process is not None:
                self._let_go(process)

    def _do(self, order: Order, process: WorkerProcess | None) -> WorkerProcess | None:
        """Does an order; gives the process that did, if it lives.

        After a death the tasks are done one by one, to see which of them is to blame.
        """
        at_once, has_died = len(order.tasks), False
        while order.whole < len(order.tasks) and not self._is_closed:
            batch = order.tasks[order.whole : order.whole + at_once]
            try:
                process = process or self._new_process()
                seconds = sum(seconds_for(_size(task)) for task in batch)
                for frame in process.frames(batch, order.given, self._all_publishers, seconds):
                    self._hand_on(order, frame)
            except Died as death:
                if process is not None:
                    self._let_go(process)
                process = None
                if len(batch) == 1:
                    self._hand_on(order, order.dropping(str(death)))
                at_once, has_died = 1, True
            except (NeverStarted, OSError):
                if not has_died:
                    order.is_left = True
                    break
                # One of these tasks has ended a worker: it must not end the ingest itself.
                self._hand_on(order, order.dropping("was not read: no process could be started to read it"))
        with self._changed:
            order.is_done = True
            self._changed.notify_all()
        return process

    def _next_order(self) -> Order | None:
        with self._changed:
            while not self._waiting and not self._is_closed:
                self._changed.wait()
            return None if self._is_closed else self._waiting.popleft()

    def _hand_on(self, order: Order, frame: Frame) -> None:
        with self._changed:
            while self._held + len(frame.data) > _MOST_HELD and self._wanted is not order and not self._is_closed:
                self._changed.wait()
            order.advance(frame)
            order.frames.append(frame.data)
            self._held += len(frame.data)
            self._changed.notify_all()

    def _new_process(self) -> WorkerProcess:
        """A process that can be given batches. NeverStarted, OSError."""
        if self._is_broken:
            raise NeverStarted
        process = WorkerProcess()
        self._processes.append(process)
        try:
            # Whoever closes the pool has either seen the process, or is seen here.
            if self._is_closed:
                process.kill()
            process.wait_until_ready()
        except NeverStarted:
            self._is_broken = True
            self._let_go(process)
            raise
        return process

    def _let_go(self, process: WorkerProcess) -> None:
        with self._changed:
            self._processes.remove(process)
        process.close()


_MOST_HELD = 32 << 20
_EVERY = 0.25
"""Seconds between two looks at whether a worker takes too long."""


def _size(task: Task) -> int:
    return len(task.data) if isinstance(task, Page) else task.size
