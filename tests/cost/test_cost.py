"""The short form of the cost harness: every shape once, small, in this process. `python -m cost` measures all of it."""

import time
from pathlib import Path

import pytest

from cost.bounds import LARGEST_REPORT, Cost, broken, time_bound
from cost.measure import Bench
from cost.run import TRIES
from cost.shapes import SHAPES, Shape
from mouschema import check
from mouschema.render import render_report

SIZE = 8_000
SMALLEST = 0.8
SHORT = [each for each in SHAPES.values() if not each.long]


def cost(document: object) -> Cost:
    """Return what a check costs and how long its report is as JSON: the least of a few tries where it takes too much time."""
    best: Cost | None = None
    for _ in range(TRIES):
        begun = time.process_time()
        report = check(document)
        seconds = time.process_time() - begun
        tried = Cost(seconds, 0, len(render_report(report, "json")))
        best = tried.least(best or tried)
        if best.seconds < time_bound("check", SIZE):
            break
    assert best
    return best


@pytest.mark.parametrize("shape", SHORT, ids=[each.name for each in SHORT])
def test_checking_takes_no_longer_than_promised(shape: Shape) -> None:
    """A small document of any shape is checked in the time that is promised, and its report has the size that is promised."""
    document = shape.of_size(SIZE)
    assert len(document) > SMALLEST * SIZE, "the shape does not grow as it is asked to"
    measured = cost(document)
    assert measured.seconds < time_bound("check", SIZE)
    assert measured.written < LARGEST_REPORT


def row(seconds: float, memory: int, written: int = 0, fault: str = "") -> dict[str, Cost]:
    """Return the measurement of one step."""
    return {"report json": Cost(seconds, memory, written, fault)}


@pytest.mark.parametrize(
    ("run", "wrong"),
    [
        ({100_000: row(0.1, 10**6), 200_000: row(0.2, 2 * 10**6)}, []),
        ({100_000: row(2.0, 10**6)}, ["time"]),
        ({100_000: row(0.1, 25 * 10**6)}, ["memory"]),
        ({100_000: row(0.1, 0, 5 * 10**6)}, ["size"]),
        ({100_000: row(0.1, 0, fault="raised ValueError")}, ["fault"]),
        ({100_000: row(0.2, 0), 200_000: row(0.8, 0)}, ["growth"]),
        ({100_000: row(0.05, 0), 200_000: row(0.2, 0)}, []),
    ],
)
def test_what_breaks_a_promise_is_told(run: dict[int, dict[str, Cost]], wrong: list[str]) -> None:
    """Time, memory, size and growth beyond what is promised are each told, and what is within is not."""
    assert [each.what for each in broken(run)] == wrong


def test_memory_that_grows_beyond_the_bound_is_seen_before_it_gets_there() -> None:
    """A check that takes 200 bytes more for each byte more fails while the fixed part of the bound still hides it."""
    run = {size: {"check": Cost(0.01, 200 * size)} for size in (50_000, 120_000)}
    assert [each.what for each in broken(run)] == ["memory"]


@pytest.mark.parametrize("name", ["valid.library", "mistakes.kind_near", "reading.cut_off"])
def test_a_process_of_its_own_measures_each_step(name: str, tmp_path: Path) -> None:
    """Each step has processor time and memory; a record that is accepted is shown as well."""
    document = SHAPES[name].of_size(50_000)
    costs = Bench(tmp_path).measure(document, ("check", "report html", "show markdown"))
    assert list(costs) == ["check", "report html", *(["show markdown"] if name == "valid.library" else [])]
    assert all(cost.seconds < 5 for cost in costs.values())
    assert 20_000 < max(cost.memory for cost in costs.values()) < 50_000_000
    assert costs["report html"].written > 5_000


def test_time_is_put_right_for_what_else_the_machine_does(tmp_path: Path) -> None:
    """A step beside which the fixed work took twice as long as it once did counts half of its time."""
    bench = Bench(tmp_path)
    assert bench.fair(Cost(1.0, 0), 0.01).seconds == 1.0
    assert bench.fair(Cost(1.0, 0), 0.02).seconds == 0.5
    assert bench.fair(Cost(1.0, 0), 0.10).seconds == 0.5
