"""Do work in processes of its own, in the order of the input, whatever happens to a process.

Each process has a pipe of its own, so that one that dies, killed for want of memory or by a fault in a library, takes
nothing along but what it was doing. There are no threads, which could not be forked safely.
"""

import logging
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from pickle import PickleError
from typing import Any, Final, Generic, TypeVar

__all__ = ["Aside", "can_fork", "in_order"]

T = TypeVar("T")
R = TypeVar("R")
Work = Callable[[list[T]], list[R]]

# What the main process meets when a process has died, has been cut short, or sends more than there is memory for.
_DEAD: Final = (EOFError, OSError, MemoryError, PickleError)

_log = logging.getLogger(__name__)


def can_fork() -> bool:
    """Return whether a process can be split off quickly and safely: on Linux, from a program without threads."""
    return sys.platform == "linux" and threading.active_count() == 1


def in_order(work: Work[T, R], batches: Iterable[list[T]], processes: int, lost: Callable[[T], R]) -> Iterator[R]:
    """Yield the results of work on batches, in order, while a few batches for each process are under way.

    A process may die. What it was doing is then done again, one thing at a time, and only that which kills its
    process once more is given up. Where no process can be started, the work is done here.

    Args:
        work: Does the work on a batch; it can be pickled.
        batches: The batches; they are read only as they are needed.
        processes: How many processes.
        lost: Makes the result for a thing that was given up.
    """
    crew = _Crew(work, processes)
    aside = Aside(work, lost)
    under_way: deque[_Task[T, R]] = deque()
    left = iter(batches)
    try:
        batch = next(left, None)
        while batch or under_way:
            while batch and len(under_way) <= 2 * processes and (worker := crew.idle()):
                under_way.append(_Task(batch))
                worker.give(under_way[-1])
                batch = next(left, None)
            if not under_way:
                yield from work(batch or [])
                batch = next(left, None)
            elif under_way[0].died:
                yield from map(aside.again, under_way.popleft().things)
            elif under_way[0].results is not None:
                yield from under_way.popleft().results or ()
            else:
                crew.wait()
    finally:
        aside.end()
        crew.end()


class Aside(Generic[T, R]):
    """Does work on one thing at a time, in another process, while this one waits for it.

    Args:
        work: Does the work on a batch; it can be pickled.
        lost: Makes the result for a thing that has killed its process twice.
    """

    def __init__(self, work: Work[T, R], lost: Callable[[T], R]) -> None:
        """Begin without a process."""
        self._work = work
        self._lost = lost
        self._crew = _Crew(work, 1)

    def do(self, thing: T) -> R:
        """Return the result of work on one thing; where no process can be started, the work is done here."""
        worker = self._crew.idle()
        if worker is None:
            return self._work([thing])[0]
        done = self._with(worker, thing)
        return done[0] if done else self.again(thing)

    def again(self, thing: T) -> R:
        """Return the result of work on one thing that has killed a process before."""
        self.end()
        worker = self._crew.idle()
        done = self._with(worker, thing) if worker else None
        return done[0] if done else self._lost(thing)

    def end(self) -> None:
        """End the process; the next thing has a fresh one."""
        self._crew.end()

    def _with(self, worker: "_Worker[T, R]", thing: T) -> list[R] | None:
        task: _Task[T, R] = _Task([thing])
        worker.give(task)
        while not task.died and task.results is None:
            self._crew.wait()
        return task.results


class _Task(Generic[T, R]):
    """A batch that is under way: without results, with them, or with none because its process died."""

    def __init__(self, things: list[T]) -> None:
        self.things = things
        self.results: list[R] | None = None
        self.died = False


class _Worker(Generic[T, R]):
    """A process that does work on one batch after the other."""

    def __init__(self, work: Work[T, R]) -> None:
        context: Any = multiprocessing.get_context("fork" if can_fork() else None)
        self.pipe, theirs = context.Pipe()
        self.task: _Task[T, R] | None = None
        self._process = context.Process(target=_serve, args=(work, theirs, self.pipe), daemon=True)
        try:
            with _without_interrupts():
                self._process.start()
        except BaseException:
            self.pipe.close()
            raise
        finally:
            theirs.close()

    def give(self, task: _Task[T, R]) -> None:
        """Begin with a task."""
        self.task = task
        try:
            self.pipe.send(task.things)
        except _DEAD:
            self.end()

    def take(self) -> None:
        """Take the results of the task, which have come."""
        try:
            results = self.pipe.recv()
        except _DEAD:
            self.end()
        else:
            if self.task:  # pragma: no branch - who has none is not asked
                self.task.results, self.task = results, None

    def end(self) -> None:
        """End the process at once; a task that it has is left to others."""
        if self.task:
            self.task.died, self.task = True, None
        self.pipe.close()
        self._process.kill()
        self._process.join()


class _Crew(Generic[T, R]):
    """Some processes that do the same work; those that died are replaced, as long as others can be started."""

    def __init__(self, work: Work[T, R], most: int) -> None:
        self._work = work
        self._most = most
        self._workers: list[_Worker[T, R]] = []

    def idle(self) -> _Worker[T, R] | None:
        """Return a process that has nothing to do, if there is one or can be."""
        self._workers = [each for each in self._workers if not each.pipe.closed]
        if found := next((each for each in self._workers if not each.task), None):
            return found
        if len(self._workers) < self._most:
            try:
                self._workers.append(_Worker(self._work))
            except (OSError, MemoryError) as error:
                _log.warning("mouschema goes on with %d processes: %s", len(self._workers), error)
                self._most = len(self._workers)
            else:
                return self._workers[-1]
        return None

    def wait(self) -> None:
        """Wait until one process or more have done what they had, or died."""
        busy = {each.pipe: each for each in self._workers if each.task}
        for pipe in wait(list(busy)):
            busy[pipe].take()  # pyright: ignore[reportArgumentType] - it is one of those that were given

    def end(self) -> None:
        """End all processes at once."""
        while self._workers:
            self._workers.pop().end()


def _serve(work: Work[T, R], pipe: "Connection[Any, Any]", theirs: "Connection[Any, Any]") -> None:
    """Do work until the main process is gone, or there is no memory left."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the main process, which ends this one
    os.environ["RUST_BACKTRACE"] = "0"  # a library that dies for want of memory would hang while it looks for one
    theirs.close()
    with suppress(EOFError, OSError, MemoryError):
        while True:
            pipe.send(work(pipe.recv()))


@contextmanager
def _without_interrupts() -> Generator[None]:
    """Keep Ctrl-C waiting, so that a process that begins does not meet it before it can leave it to the main one."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
