"""Print how fast mouschema is beside others: `python -m benchmarks [--quick] [--seed N]`."""

import argparse
from collections.abc import Iterator
from functools import partial

from benchmarks import contenders, growth, timing
from benchmarks.contenders import BEFORE_RULES, CATTRS, CHECK, FAIR, LOAD, OURS, PYDANTIC, READING
from benchmarks.documents import SIZES, compact, of_size, with_own_data

Table = dict[str, dict[str, float]]


def main() -> None:
    """Measure and print: verdicts, one table for each operation, what was expected, how long starting lasts."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a few rounds, to see that everything works")
    parser.add_argument("--seed", type=int, default=0, help="what the made-up documents are drawn from (default 0)")
    given = parser.parse_args()
    made = {name: of_size(name, given.seed) for name in SIZES} | {"7 KB*": with_own_data(of_size("7 KB", given.seed))}
    documents = {name: compact(document) for name, document in made.items()}
    print("Every contender accepts the documents. Of a document with one thing wrong,")
    print(*contenders.compare_verdicts(made["7 KB"]), sep="\n")
    tables = _measure(documents, 3 if given.quick else 60)
    for operation, table in tables.items():
        print("", *_lines(operation, table, documents), sep="\n")
    print(
        "* with a partner's own data under `extensions`",
        "",
        *_expectations(tables["load"]["7 KB"], tables["dump"]["7 KB"]),
        sep="\n",
    )
    print("", *growth.lines(quick=given.quick), sep="\n")
    imported, checked = timing.start(2 if given.quick else 10)
    print(f"\nIn a fresh process importing mouschema lasts {imported:.0f} ms, the first check {checked:.0f} ms more.")


def _measure(documents: dict[str, bytes], rounds: int) -> dict[str, Table]:
    """Return the medians by operation, document and contender, in microseconds."""
    tables: dict[str, Table] = {"load": {}, "check": {}, "dump": {}}
    for name, data in documents.items():
        tables["load"][name] = timing.measure({each: partial(run, data) for each, run in LOAD.items()}, rounds)
        tables["check"][name] = timing.measure({each: partial(run, data) for each, run in CHECK.items()}, rounds)
        tables["dump"][name] = timing.measure(contenders.dump(data), rounds)
    return tables


def _lines(operation: str, table: Table, documents: dict[str, bytes]) -> Iterator[str]:
    """Yield one table: a row for each document, a column for each contender."""
    names = list(next(iter(table.values())))
    yield f"{operation}: median in µs, and how many times what mouschema takes"
    yield " | ".join([f"{'document':>16}", *(f"{name:>{_width(name)}}" for name in names)])
    for document, row in table.items():
        cells = (f"{f'{row[name]:,.0f} ({row[name] / row[OURS]:.2f})':>{_width(name)}}" for name in names)
        yield " | ".join([f"{f'{document} ({len(documents[document]):,})':>16}", *cells])


def _width(name: str) -> int:
    return max(len(name), 15)


def _expectations(load: dict[str, float], dump: dict[str, float]) -> Iterator[str]:
    """Yield what is wanted for a valid document of 7 KB, with what was measured and whether it holds."""
    dumped = next(time for name, time in dump.items() if name.startswith("pydantic"))
    yield from (
        _wanted(
            "load ÷ pydantic with the same reference checks and the same duplicate check", load[OURS] / load[FAIR], 0.75
        ),
        _wanted("load ÷ pydantic with the reference checks", load[OURS] / load[PYDANTIC], 0.95),
        _wanted("structure with records ÷ reading alone", load[BEFORE_RULES] / load[READING], 2),
        _wanted("load ÷ jsonschema and cattrs", load[OURS] / load[CATTRS], 1 / 45),
        _wanted("dump ÷ pydantic's", dump[OURS] / dumped, 0.4),
    )


def _wanted(what: str, measured: float, most: float) -> str:
    return f"{what}: {measured:.3f}, wanted at most {most:.3f}. {_verdict(measured <= most)}"


def _verdict(holds: bool) -> str:
    return "It holds." if holds else "It does not hold."


if __name__ == "__main__":
    main()
