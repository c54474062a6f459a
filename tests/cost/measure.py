"""Measure one document in a process of its own: processor time, memory of the whole process, size of what is written.

The process is forked from one that has used everything once, so that what first use costs is not counted.
"""

import ctypes
import gc
import io
import math
import re
import resource
import time
from collections.abc import Callable, Collection, Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from cost.bounds import Cost
from mouschema import check
from mouschema.render import FORMATS, render_report
from mouschema.show import render_bundle

__all__ = ["CHECK_ONLY", "STEPS", "Bench", "steps", "warm_up"]

CHECK_ONLY: Final = ("check",)
STEPS: Final = ("check", *(f"report {form}" for form in FORMATS), "show html", "show markdown", "show terminal")
MOST_SECONDS: Final = 20
"""Processor time after which a step is given up."""
LONGEST_WAIT: Final = 120
"""Seconds after which a step is given up that takes no processor time either."""
MOST_ROOM: Final = 4 * 2**30
"""Bytes of memory beyond which a process gets no more, so that the machine goes on."""
MOST_ALLOWED: Final = 2.0
"""How many times slower than it can be the machine is taken to be at most."""

_SMALL: Final = b'{"schema_version": "1.0", "title": {"en": "A"}, "organizations": [{"id": "a", "name": {"en": "A"}, "kind": "other"}]}'
_BAD: Final = b'{"schema_version": "1.0", "title": {"en": 0}, "a": 0, "a": 0}'
_CONTEXT: Final = get_context("forkserver")
_CONTEXT.set_forkserver_preload(["cost.warm"])


class Bench:
    """Measures documents, each in a fresh process, and allows for what else the machine does meanwhile.

    Before and after each step a fixed piece of work is timed. Where it takes longer than it once did in this run,
    the step is taken to have been slowed down alike.
    """

    def __init__(self, folder: Path) -> None:
        """Keep documents for other processes in a folder."""
        self._file = folder / "document"
        self._fastest = math.inf

    def measure(self, document: bytes | str, names: Collection[str]) -> dict[str, Cost]:
        """Measure some steps of a document; after one that fails or does not end there are no more.

        Args:
            document: The document.
            names: Which of `STEPS`.
        """
        self._file.write_bytes(document if isinstance(document, bytes) else document.encode(errors="surrogatepass"))
        here, there = _CONTEXT.Pipe(duplex=False)
        process = _CONTEXT.Process(target=_work, args=(self._file, isinstance(document, str), tuple(names), there))
        process.start()
        there.close()
        costs: dict[str, Cost] = {}
        step = ""
        try:
            while here.poll(LONGEST_WAIT):
                step = here.recv()
                if here.poll(LONGEST_WAIT):
                    costs[step] = self.fair(*here.recv())
        except EOFError:
            process.join()
        if process.exitcode != 0:
            process.kill()
            process.join()
            costs[step] = Cost(MOST_SECONDS, 0, fault=f"did not end, exit {process.exitcode}")
        here.close()
        return costs

    def fair(self, cost: Cost, pace: float) -> Cost:
        """Return what a step would have cost while nothing else ran."""
        self._fastest = min(self._fastest, pace)
        return cost._replace(seconds=cost.seconds * max(self._fastest / pace, 1 / MOST_ALLOWED))


def _work(file: Path, text: bool, names: tuple[str, ...], told: Connection) -> None:
    """Do the steps one after the other, and tell of each when it begins and when it has ended."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_ROOM, MOST_ROOM))
    warm_up(CHECK_ONLY)
    before = _settled()
    data = file.read_bytes()
    for name, run in steps(data.decode(errors="surrogatepass") if text else data):
        if name in names:
            told.send(name)
            cost = _cost(run, before)
            told.send(cost)
            if cost[0].fault:
                return


def _cost(run: Callable[[], int], before: int) -> tuple[Cost, float]:
    """Return what a step costs, and how long the piece of work took before and after it."""
    _settled()
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + MOST_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))
    pace = _pace()
    begun, written, fault = time.process_time(), 0, ""
    try:
        written = run()
    except Exception as error:  # noqa: BLE001  # whatever it is, it is told
        fault = f"raised {type(error).__name__}"
    seconds, memory = time.process_time() - begun, _status("VmHWM") - before
    return Cost(seconds, memory, written, fault), (pace + _pace()) / 2


def _pace() -> float:
    """Return how long a fixed piece of work takes."""
    begun = time.process_time()
    made = {str(number): (number,) for number in range(20_000)}
    sorted(made.values())
    return time.process_time() - begun


def steps(document: Any) -> Iterator[tuple[str, Callable[[], int]]]:
    """Yield each step that the document allows; each returns how many bytes it wrote. The first has to be run."""
    reports: list[Any] = []

    def checked() -> int:
        reports.append(check(document))
        return 0

    yield "check", checked
    if not reports:
        return
    report = reports[0]
    for form in FORMATS:
        yield f"report {form}", lambda form=form: len(render_report(report, form).encode())
    if report.bundle:
        yield "show html", lambda: len(render_bundle(report.bundle, "html"))
        yield "show markdown", lambda: len(render_bundle(report.bundle, "markdown"))
        yield "show terminal", lambda: _terminal(report.bundle)


def warm_up(names: Collection[str] = STEPS) -> None:
    """Take some steps once, with a record that can be shown and with a document that has faults."""
    for document in (_SMALL, _BAD):
        for name, run in steps(document):
            if name in names:
                run()


def _terminal(bundle: Any) -> int:
    from rich.console import Console

    from mouschema.show.terminal import print_page
    from mouschema.show.view import view

    screen = io.StringIO()
    print_page(view(bundle, ("en",)), Console(file=screen, width=100))
    return len(screen.getvalue())


def _settled() -> int:
    """Give back what memory is free, forget the most that was used, and return how much is used now."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return _status("VmRSS")


def _status(field: str) -> int:
    """Return a number of bytes that the kernel keeps about this process."""
    found = re.search(rf"{field}:\s+([0-9]+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    assert found, f"no {field}: this needs Linux"
    return 1024 * int(found[1])
