"""How the time of a check grows with the document: many agreements in one file.

Python's garbage collector is paused, as in the other measurements: it walks over everything that is alive the more
often the more is made, and adds a quarter to the time of the smallest and two thirds to that of the largest document.
"""

import gc
from collections.abc import Iterator
from time import perf_counter

import mouschema
from benchmarks.documents import bundle, compact

__all__ = ["lines"]

AGREEMENTS = (1_250, 2_500, 5_000, 10_000)


def lines(*, quick: bool = False) -> Iterator[str]:
    """Yield for growing documents how long a check takes, whole and for each agreement.

    Args:
        quick: Use documents of a hundredth of the size, to see that everything works.
    """
    yield "check of many agreements in one file, all rules held"
    for number in AGREEMENTS:
        agreements = number // 100 if quick else number
        data = compact(bundle(agreements, in_full=False))
        seconds = _seconds(data)
        each = seconds / agreements * 1e6
        yield f"{agreements:>7,} agreements, {len(data) / 1e6:5.1f} MB: {seconds:6.2f} s, {each:4.0f} µs an agreement"


def _seconds(data: bytes) -> float:
    gc.collect()
    gc.disable()
    begun = perf_counter()
    report = mouschema.check(data, most_bytes=2**30)
    passed = perf_counter() - begun
    gc.enable()
    assert report.ok, report.errors[:3]
    return passed
