"""Reports as annotations of GitHub Actions, which stand beside the line of the file."""

from collections.abc import Iterable, Iterator
from typing import Final

from mouschema._safe import visible
from mouschema.render._tally import LIMITS, Tally
from mouschema.report import Finding, Report
from mouschema.ruleset import Severity

__all__ = ["to_github"]

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def to_github(reports: Iterable[Report]) -> Iterator[str]:
    """Yield a workflow command for each finding, and at last the counts."""
    tally = Tally()
    for report in tally.counting(reports):
        yield "".join(f"{_command(report, finding)}\n" for finding in report.findings)
    yield f"{tally.sentence()}\n{LIMITS}\n"


def _command(report: Report, finding: Finding) -> str:
    place = {
        "file": report.source,
        "line": finding.line,
        "col": finding.column,
        "title": f"{finding.code} {finding.name}",
    }
    told = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in place.items() if value is not None)
    words = f"{finding.message}\n{finding.hint}".strip()
    return f"::{_COMMANDS[finding.severity]} {told}::{_escaped(words)}"


def _escaped(text: str, more: str = "") -> str:
    """Escape what would end a property or a message, then what acts on a terminal."""
    for character in f"%\r\n{more}":
        text = text.replace(character, f"%{ord(character):02X}")
    return visible(text)
