"""Measure contenders side by side, so that whatever else the machine does falls on all of them alike."""

import gc
import subprocess
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter_ns
from typing import Any

__all__ = ["measure", "start"]

_SAMPLE = 2_000_000  # nanoseconds
_PROGRAM = """
from time import perf_counter
begun = perf_counter()
import mouschema
imported = perf_counter()
assert mouschema.check(b'{"schema_version": "1.0"}').ok
print(imported - begun, perf_counter() - imported)
"""


def measure(contenders: dict[str, Callable[[], Any]], rounds: int) -> dict[str, float]:
    """Return the median of each contender in microseconds.

    They take turns in every round. A sample repeats the call for two milliseconds or more, after half as
    many calls that do not count: whoever has just taken the turn finds the processor's caches full of
    another's code. The garbage collector waits meanwhile.
    """
    times = {name: 1 + _SAMPLE // min(_sample(run, 1) for _ in range(5)) for name, run in contenders.items()}
    samples: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, run in contenders.items():
            _sample(run, times[name] // 2)
            samples[name].append(_sample(run, times[name]) / times[name] / 1000)
        gc.collect()
    return {name: median(taken) for name, taken in samples.items()}


def _sample(run: Callable[[], Any], times: int) -> int:
    """Return how many nanoseconds so many calls last."""
    gc.disable()
    begun = perf_counter_ns()
    for _ in range(times):
        run()
    taken = perf_counter_ns() - begun
    gc.enable()
    return taken


def start(processes: int) -> tuple[float, float]:
    """Return how long importing mouschema and a first check last in milliseconds, the best of some fresh processes."""
    runs = [
        subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, check=True, text=True)
        for _ in range(processes)
    ]
    imports, checks = zip(*(map(float, run.stdout.split()) for run in runs), strict=True)
    return 1000 * min(imports), 1000 * min(checks)
