"""The command: near misses first, then as many damaged examples as asked for."""

# ruff: noqa: T201 - a command prints

import argparse
import sys
import time
from collections import Counter
from itertools import chain, islice

from verdict.cases import damaged, near
from verdict.compare import compare
from verdict.engines import missing, node


def main() -> int:
    """Compare, print what was found, and return 1 where anyone disagrees."""
    parser = argparse.ArgumentParser(prog="python -m verdict", description="Let many validators judge the same values.")
    parser.add_argument("--count", type=int, default=2000, help="how many damaged values (default: 2000)")
    parser.add_argument("--seed", type=int, default=1, help="which ones (default: 1)")
    asked = parser.parse_args()
    if reason := missing():
        print(f"without ajv, Hyperjump and cfworker: {reason}", file=sys.stderr)
    tally: Counter[str] = Counter()
    judges: Counter[str] = Counter()
    begun, number = time.monotonic(), 0
    with node() as judge:
        for number, verdict in enumerate(compare(chain(near(), islice(damaged(asked.seed), asked.count)), judge), 1):
            tally["beyond bounds" if verdict.beyond else "accepted" if any(verdict.said.values()) else "refused"] += 1
            judges.update(list(verdict.said))
            if not verdict.agreed:
                tally["disagreements"] += 1
                print(verdict, flush=True)
            if number % 50_000 == 0:
                print(f"{number:,} in {time.monotonic() - begun:.0f} s: {dict(tally)}", file=sys.stderr, flush=True)
    seconds = time.monotonic() - begun
    print(
        f"{sum(judges.values()):,} verdicts in {seconds:.0f} s: "
        + ", ".join(f"{name} {number:,}" for name, number in judges.items())
    )
    print(
        f"{number:,} values: "
        + ", ".join(f"{tally[name]:,} {name}" for name in ("accepted", "refused", "beyond bounds", "disagreements"))
    )
    return int(tally["disagreements"] > 0)


if __name__ == "__main__":
    sys.exit(main())
