"""Show how far a long run is: on standard error, if that is a terminal."""

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import Final

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from mouschema.batch import STDIN, expand
from mouschema.report import Report

__all__ = ["progress"]

_PATIENCE: Final = 1.0


def progress(reports: Iterable[Report], names: Iterable[str]) -> Iterator[Report]:
    """Yield the reports; after a second, show how many have passed, how many a second, and how long it will take.

    Args:
        reports: The reports.
        names: The files, folders and patterns that they are about.
    """
    if not sys.stderr.isatty():
        yield from reports
        return
    start, count, passed = time.monotonic(), 0, 0
    bar, task = _bar()
    with ExitStack() as stack:
        for report in reports:
            yield report
            count, passed = count + 1, passed + len(report.data or b"")
            seconds = time.monotonic() - start
            if seconds > _PATIENCE and not bar.live.is_started:
                bar.update(task, total=_bytes(names))
                stack.enter_context(bar)
            bar.update(task, completed=passed, description=f"{count:,} documents, {count / seconds:,.0f} a second")


def _bar() -> tuple[Progress, TaskID]:
    columns = TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn()
    # Where both streams are one terminal, what is printed has to pass above the bar.
    shared = sys.stdout.isatty()
    bar = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=shared)
    return bar, bar.add_task("", total=None)


def _bytes(names: Iterable[str]) -> int | None:
    """Return how much there is to read; None where one cannot tell."""
    try:
        files = [file for name in names for file in ([name] if name == STDIN else expand(name))]
        return (
            None if any(file == STDIN or file.endswith(".gz") for file in files) else sum(map(os.path.getsize, files))
        )
    except OSError:
        return None
