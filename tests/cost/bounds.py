"""What is promised of time, memory and the size of reports, and what breaks it."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final, Literal, NamedTuple

__all__ = ["LARGEST_REPORT", "MB", "MICRO", "Broken", "Cost", "Run", "broken", "memory_bound", "share", "time_bound"]

MICRO: Final = 1e-6
MB: Final = 10**6

MOST_TIME: Final = {"check": 2e-6, "report": 2e-6, "show": 20e-6}
"""Seconds of processor time for each byte of the document, by what is done with it."""
FIXED_TIME: Final = {"check": 0.2, "report": 0.5, "show": 0.2}
"""Seconds that do not depend on the document: up to 1,000 findings are put in words, and written."""
MOST_MEMORY: Final = 40
"""Bytes of memory for each byte of the document."""
FIXED_MEMORY: Final = 20 * MB
"""Bytes of memory for whatever else is needed, up to 1,000 findings that are told included."""
LARGEST_REPORT: Final = 4 * MB
"""Bytes of a report in any form, whatever the document."""
MOST_GROWTH: Final = 1.5
"""How many times as long twice the document may take for each byte."""
MEASURABLE: Final = 0.5
"""How much of the time that it may take a step has to take before growth counts: below, what is fixed hides it."""


class Cost(NamedTuple):
    """What one step cost at one size.

    Attributes:
        seconds: Processor time.
        memory: The most memory at any moment beyond what the process had before it read the document.
        written: How many bytes it wrote.
        fault: The exception that it raised, or how it ended instead of ending well.
    """

    seconds: float
    memory: int
    written: int = 0
    fault: str = ""

    def least(self, other: "Cost") -> "Cost":
        """Return the least of each of two measurements of one step."""
        seconds, memory, written = map(min, self[:3], other[:3])
        return Cost(seconds, int(memory), int(written), max(self.fault, other.fault))


class Broken(NamedTuple):
    """A promise that is broken: what it is about, and how in words."""

    what: Literal["fault", "time", "memory", "size", "growth"]
    how: str


Row = Mapping[str, Cost]
Run = Mapping[int, Row]
"""What was measured of one shape: by the size of the document in bytes, and by step."""


def time_bound(step: str, size: int) -> float:
    """Return how many seconds a step may take."""
    what = step.partition(" ")[0]
    return FIXED_TIME[what] + MOST_TIME[what] * size


def memory_bound(size: int) -> float:
    """Return how much memory may be in use."""
    return FIXED_MEMORY + MOST_MEMORY * size


def share(step: str, size: int, cost: Cost) -> float:
    """Return how much of what it may take a step takes, of time, memory or size, whichever is most: over 1 is too much."""
    written = cost.written / LARGEST_REPORT if step.startswith("report") else 0.0
    fault = 100.0 if cost.fault else 0.0
    return max(cost.seconds / time_bound(step, size), cost.memory / memory_bound(size), written, fault)


def broken(run: Run) -> list[Broken]:
    """Return what breaks a promise: each kind of fault once for each step, where it is worst."""
    sizes = sorted(run)
    found: dict[tuple[str, str], Broken] = {}
    for size in sizes:
        already = 0
        for step, cost in run[size].items():
            found.update({(step, each.what): each for each in _too_much(step, size, cost, already)})
            already = max(already, cost.memory)
    for small, large in (pair for pair in pairwise(sizes) if pair[1] > 1.5 * pair[0]):
        for step in run[large].keys() & run[small].keys():
            grown = _too_fast(step, (small, run[small][step]), (large, run[large][step]))
            found.update({(step, each.what): each for each in grown})
    return list(found.values())


def _too_much(step: str, size: int, cost: Cost, already: int) -> Iterator[Broken]:
    """Yield what is beyond its bound; memory that an earlier step took already is told there."""
    at = f"{step} at {size / 1000:,.0f} KB"
    if cost.fault:
        yield Broken("fault", f"{at}: {cost.fault}")
    if cost.seconds > (most := time_bound(step, size)):
        each = cost.seconds / size / MICRO
        yield Broken("time", f"{at}: {cost.seconds:,.2f} s, {each:,.1f} µs a byte; at most {most:.2f} s")
    if cost.memory > max(room := memory_bound(size), already):
        times = cost.memory / size
        told = f"{at}: {cost.memory / MB:,.0f} MB, {times:,.0f} times the document; at most {room / MB:,.0f} MB"
        yield Broken("memory", told)
    if step.startswith("report") and cost.written > LARGEST_REPORT:
        yield Broken("size", f"{at}: wrote {cost.written / MB:,.1f} MB; at most {LARGEST_REPORT / MB:,.0f} MB")


def _too_fast(step: str, small: tuple[int, Cost], large: tuple[int, Cost]) -> Iterator[Broken]:
    """Yield where time grows faster than the document, and where memory would leave its bound in a larger one."""
    times = large[0] / small[0]
    at = f"{step} from {small[0] / 1000:,.0f} to {large[0] / 1000:,.0f} KB"
    longer = large[1].seconds / max(small[1].seconds, MICRO)
    if large[1].seconds > MEASURABLE * time_bound(step, large[0]) and longer > MOST_GROWTH * times:
        yield Broken("growth", f"{at}: {longer:.1f} times the time for {times:.1f} times the document")
    more = (large[1].memory - small[1].memory) / (large[0] - small[0])
    if step == "check" and more > MOST_MEMORY and large[1].memory > FIXED_MEMORY:
        yield Broken("memory", f"{at}: {more:,.0f} bytes of memory more for each byte more; at most {MOST_MEMORY}")
