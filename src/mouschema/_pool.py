"""Do work in several processes, in the order of the input, whatever happens to a process."""

import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

__all__ = ["in_order"]

T = TypeVar("T")
R = TypeVar("R")
Work = Callable[[list[T]], list[R]]


def in_order(work: Work[T, R], batches: Iterable[list[T]], processes: int, lost: Callable[[T], R]) -> Iterator[R]:
    """Yield the results of work on batches, in order, while a few batches for each process are under way.

    A process may die, killed for want of memory or by a fault in a library. What was under way is then done again,
    one thing at a time, and only that which kills its process once more is given up.

    Args:
        work: Does the work on a batch; it can be pickled.
        batches: The batches; they are read only as they are needed.
        processes: How many processes.
        lost: Makes the result for a thing that was given up.
    """
    waiting = iter(batches)
    while left := (yield from _until_broken(work, waiting, processes)):
        for thing in (thing for batch in left for thing in batch):
            yield from _alone(work, thing) or [lost(thing)]


def _until_broken(work: Work[T, R], batches: Iterator[list[T]], processes: int) -> Generator[R, None, list[list[T]]]:
    """Yield results; return the batches that were under way when a process died, none when all is done."""
    under_way: deque[list[T]] = deque()
    futures: deque[Future[list[R]]] = deque()
    pool = ProcessPoolExecutor(processes, initializer=_leave_interrupts)
    try:
        for batch in batches:
            under_way.append(batch)
            futures.append(pool.submit(work, batch))
            if len(futures) > 2 * processes:
                yield from futures.popleft().result()
                under_way.popleft()
        while futures:
            yield from futures.popleft().result()
            under_way.popleft()
    except BrokenProcessPool:
        return list(under_way)
    finally:
        pool.shutdown(cancel_futures=True)
    return []


def _alone(work: Work[T, R], thing: T) -> list[R]:
    """Return the result of work on one thing; nothing when it kills its process."""
    with ProcessPoolExecutor(1, initializer=_leave_interrupts) as pool:
        try:
            return pool.submit(work, [thing]).result()
        except BrokenProcessPool:
            return []


def _leave_interrupts() -> None:
    """Leave Ctrl-C to the main process, which lets what is under way come to its end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
