"""Leave a sample of a session's mutants to be run, the same for the same seed: `python tests/mutation/sample.py SESSION`.

Of all the ways in which one expression can be changed at most one is taken, so that no operator with many
replacements fills the sample. Annotations are left alone: no test can, and a type checker does, tell what they say.
"""

import argparse
import ast
import random
from functools import cache
from pathlib import Path
from typing import Any

from cosmic_ray.tools.filters.filter_app import FilterApp  # pyright: ignore[reportMissingImports]
from cosmic_ray.work_item import WorkerOutcome, WorkResult  # pyright: ignore[reportMissingImports]

Span = tuple[tuple[int, int], tuple[int, int]]


class Sample(FilterApp):
    """Skips every mutant that is not in the sample."""

    def description(self) -> str:
        """Return what the command's help says."""
        return "Leave a sample of the mutants of a session to be run."

    def add_args(self, parser: argparse.ArgumentParser) -> None:
        """Ask how many, and where chance begins."""
        parser.add_argument("--mutants", type=int, default=150, help="how many (default: 150)")
        parser.add_argument("--seed", type=int, default=1, help="where chance begins (default: 1)")

    def filter(self, work_db: Any, args: argparse.Namespace) -> None:
        """Mark as skipped what is not in the sample."""
        chance = random.Random(args.seed)
        places: dict[Any, list[Any]] = {}
        items = list(work_db.pending_work_items)
        for item in sorted(items, key=_order):
            (mutation,) = item.mutations
            if not _annotated(mutation):
                places.setdefault((mutation.module_path, mutation.start_pos, mutation.end_pos), []).append(item)
        each = [chance.choice(choices) for choices in places.values()]
        kept = {item.job_id for item in chance.sample(each, min(args.mutants, len(each)))}
        work_db.set_multiple_results(
            [item.job_id for item in items if item.job_id not in kept],
            WorkResult(output="not in the sample", worker_outcome=WorkerOutcome.SKIPPED),
        )
        print(f"{len(items)} mutants of {len(places)} places, {len(kept)} in the sample")  # noqa: T201 - a command


def _order(item: Any) -> Any:
    (mutation,) = item.mutations
    return str(mutation.module_path), mutation.start_pos, mutation.end_pos, mutation.operator_name, mutation.occurrence


def _annotated(mutation: Any) -> bool:
    return any(first <= mutation.start_pos < last for first, last in _annotations(mutation.module_path))


@cache
def _annotations(path: Path) -> list[Span]:
    found: list[ast.expr | None] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            found.append(node.returns)
        elif isinstance(node, ast.arg | ast.AnnAssign):
            found.append(node.annotation)
    return [
        ((each.lineno, each.col_offset), (each.end_lineno or 0, each.end_col_offset or 0)) for each in found if each
    ]


if __name__ == "__main__":
    Sample().main()
