"""`python -m cost`: measure every shape, print what is worst, and end with 1 where a promise is broken."""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import cost
from cost.bounds import MB, MICRO, Broken, Cost, broken, share
from cost.measure import CHECK_ONLY, STEPS, Bench
from cost.shapes import SHAPES, Shape

LONG: Final = {32_000: CHECK_ONLY, 64_000: STEPS, 128_000: STEPS, 1_000_000: CHECK_ONLY}
"""How many bytes the documents of the long form have, and what is done with them."""
QUICK: Final = {48_000: ("check", "report json", "report html", "show html"), 250_000: CHECK_ONLY}
TRIES: Final = 3
"""How often what fails is measured; the least counts."""
HOPELESS: Final = 5.0
"""Seconds after which a larger document of the same shape is not tried."""
CERTAIN: Final = 3.0
"""How many times beyond its bound a shape is not measured again."""


class Result(NamedTuple):
    """What became of a shape."""

    shape: Shape
    run: dict[int, dict[str, Cost]]
    wrong: list[Broken]

    @property
    def worst(self) -> tuple[float, str, int, Cost]:
        """How much of its bound the costliest step takes, and which it is."""
        return max(
            (share(step, size, each), step, size, each) for size, row in self.run.items() for step, each in row.items()
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        prog="python -m cost", description=cost.__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--quick",
        action="store_true",
        help="two sizes instead of four, few forms of report, and not every pair of what is crossed",
    )
    parser.add_argument(
        "--only", default="", metavar="WORDS", help="shapes with these letters in their name or description"
    )
    parser.add_argument("--list", action="store_true", help="name the shapes and measure nothing")
    parser.add_argument("--top", type=int, default=40, help="how many lines the table has (default 40)")
    given = parser.parse_args()
    wanted = given.only.lower()
    named = [each for each in SHAPES.values() if wanted in f"{each.name} {each.about}".lower()]
    chosen = [each for each in named if not (given.quick and each.long)]
    if given.list:
        _say(*(f"{each.name}: {each.about}" for each in chosen))
        return
    begun = time.monotonic()
    plan = QUICK if given.quick else LONG
    results: list[Result] = []
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        for each in chosen:
            results.append(_measured(each, bench, plan))
            _say(*(f"{each.name}: {wrong.what}: {wrong.how}" for wrong in results[-1].wrong))
    failed = [each for each in results if each.wrong]
    lasted = time.monotonic() - begun
    _say("", *_table(results, given.top), "")
    _say(f"{len(results)} shapes, {len(failed)} of them beyond what is promised, in {lasted:.0f} s")
    sys.exit(bool(failed))


def _measured(shape: Shape, bench: Bench, plan: Mapping[int, tuple[str, ...]]) -> Result:
    """Measure a shape, and again while it fails a little: what the machine does beside must not count."""
    run: dict[int, dict[str, Cost]] = {}
    result = Result(shape, run, [])
    made = cache(shape.of_size)
    for _ in range(TRIES):
        for size, names in plan.items():
            document = made(size)
            best = run.setdefault(len(document), {})
            for step, each in bench.measure(document, names).items():
                best[step] = each.least(best.get(step, each))
            if any(cost.fault or cost.seconds > HOPELESS for cost in best.values()):
                break
        result = Result(shape, run, broken(run))
        if not any(each.what in ("time", "growth") for each in result.wrong) or result.worst[0] > CERTAIN:
            break
    return result


def _table(results: list[Result], most: int) -> Iterator[str]:
    yield f"{'shape':44} {'costliest step':16} {'KB':>6} {'ms':>8} {'µs/byte':>8} {'MB':>7} {'times':>6} {'report KB':>9} {'bound':>7}"
    ordered = sorted(results, key=lambda each: -each.worst[0])
    for result in ordered[:most]:
        part, step, size, each = result.worst
        yield (
            f"{result.shape.name[:44]:44} {step:16} {size / 1000:6.0f} {1000 * each.seconds:8.0f} "
            f"{each.seconds / size / MICRO:8.2f} {each.memory / MB:7.1f} {each.memory / size:6.0f} "
            f"{each.written / 1000:9.0f} {part:7.0%}"
        )


def _say(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()
