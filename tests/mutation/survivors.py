"""Say how many mutants of a session survived, and show what each changed: `python tests/mutation/survivors.py SESSION`."""

# ruff: noqa: T201 - a command prints

import argparse
from typing import Any

from cosmic_ray.tools.filters.filter_app import FilterApp  # pyright: ignore[reportMissingImports]
from cosmic_ray.work_item import WorkerOutcome  # pyright: ignore[reportMissingImports]


class Survivors(FilterApp):
    """Filters nothing; the base reads the command line and opens the session."""

    def description(self) -> str:
        """Return what the command's help says."""
        return "Say how many mutants of a session survived, and show what each changed."

    def filter(self, work_db: Any, args: argparse.Namespace) -> None:  # noqa: ARG002 - the form of the base
        """Print the changes, and then the numbers."""
        run = [result for _, result in work_db.results if result.worker_outcome is not WorkerOutcome.SKIPPED]
        survived = [result for result in run if not result.is_killed]
        for result in survived:
            print(result.diff.partition("\n")[2], end="\n\n")
        print(f"{len(run)} mutants were run, {len(run) - len(survived)} killed, {len(survived)} survived")


if __name__ == "__main__":
    Survivors().main()
