"""Watch a run: count what passes, and end it early when asked to."""

import signal
from collections.abc import Iterator
from types import FrameType
from typing import Any, Self

from mouschema.render import Tally
from mouschema.reports.codes import FAULT, UNREADABLE
from mouschema.reports.report import Report
from mouschema.reports.ruleset import Severity

__all__ = ["Watch"]


class Watch:
    """Passes reports on, and remembers what they say; in a `with` block Ctrl-C lets what is written come to its end.

    Attributes:
        tally: What has passed.
        stopped: Whether Ctrl-C ended the run.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.tally = Tally()
        self.stopped = False
        self._inside = False
        self._before: Any = None

    def __enter__(self) -> Self:
        """Remember what Ctrl-C does."""
        self._before = signal.getsignal(signal.SIGINT)
        return self

    def __exit__(self, *_raised: object) -> None:
        """Let Ctrl-C do again what it did."""
        signal.signal(signal.SIGINT, self._before)

    def over(self, reports: Iterator[Report]) -> Iterator[Report]:
        """Yield the reports until there are no more, or Ctrl-C is pressed."""
        if self._before is not signal.SIG_IGN:  # a job in the background is left alone
            signal.signal(signal.SIGINT, self._interrupt)
        yield from self.tally.counting(self._until_stopped(reports))

    def exit_code(self, least: Severity) -> int:
        """Return 3 for a fault of ours, 2 for what could not be read, 1 for findings, else 0; 130 after Ctrl-C."""
        codes = {code for code, _ in self.tally.codes}
        found = any(self.tally.severities[each] for each in Severity if each.weight >= least.weight)
        if FAULT in codes:
            return 3
        if self.stopped:
            return 130
        return 2 if UNREADABLE in codes else int(found)

    def _until_stopped(self, reports: Iterator[Report]) -> Iterator[Report]:
        while not self.stopped:
            self._inside = True
            try:
                report = next(reports, None)
            except KeyboardInterrupt:
                if not self.tally.documents:
                    raise  # there is nothing to report, so an older report stays
                return
            finally:
                self._inside = False
            if report is None:
                return
            yield report

    def _interrupt(self, _signal: int, _frame: FrameType | None) -> None:
        """Stop the check that is under way at once, but let what is being written come to its end."""
        again = self.stopped
        self.stopped = True
        if self._inside or again:
            raise KeyboardInterrupt
