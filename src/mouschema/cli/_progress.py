"""Show how far a long run is: on standard error, if that is a terminal."""

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import Final

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from mouschema.checking._walk import expand
from mouschema.checking.batch import STDIN
from mouschema.reports.report import Report

__all__ = ["progress"]

_PATIENCE: Final = 1.0
_PAUSE: Final = 0.1


def progress(reports: Iterable[Report], names: Iterable[str], *, follow_links: bool = False) -> Iterator[Report]:
    """Yield the reports; after a second, show how many have passed, how many a second, and how long it will take.

    Args:
        reports: The reports.
        names: The files, folders and patterns that they are about.
        follow_links: Whether links that lead out of a folder are followed.
    """
    if not sys.stderr.isatty():
        yield from reports
        return
    start = drawn = time.monotonic()
    count, passed = 0, 0
    bar, task = _bar()
    with ExitStack() as stack:
        for report in reports:
            yield report
            count, passed = count + 1, passed + len(report.data or b"")
            now = time.monotonic()
            if now - start > _PATIENCE and not bar.live.is_started:
                bar.update(task, total=_bytes(names, follow_links))
                stack.enter_context(bar)
            if bar.live.is_started and now - drawn > _PAUSE:
                drawn, speed = now, count / (now - start)
                bar.update(task, completed=passed, description=f"{count:,} documents, {speed:,.0f} a second")
                bar.refresh()


def _bar() -> tuple[Progress, TaskID]:
    columns = TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn()
    # Where both streams are one terminal, what is printed has to pass above the bar.
    shared = sys.stdout.isatty()
    # No thread draws it: a process with threads cannot be forked safely.
    screen = Console(stderr=True)
    bar = Progress(*columns, console=screen, transient=True, redirect_stdout=shared, auto_refresh=False)
    return bar, bar.add_task("", total=None)


def _bytes(names: Iterable[str], follow_links: bool) -> int | None:
    """Return how much there is to read; None where one cannot tell."""
    if STDIN in names:
        return None
    try:
        found = [each for name in names for each in expand(name, follow_links=follow_links)]
        files = [each.path for each in found if not each.trouble]
        return None if any(file.lower().endswith(".gz") for file in files) else sum(map(os.path.getsize, files))
    except (OSError, ValueError):
        return None
