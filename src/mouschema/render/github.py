"""Reports as annotations of GitHub Actions, which stand beside the line of the file."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from mouschema._safe import visible
from mouschema.render._fit import fitted
from mouschema.render._tally import LIMITS, Tally, gravest, untold
from mouschema.reports.report import Finding, Report
from mouschema.reports.ruleset import Severity

__all__ = ["to_github"]

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def to_github(reports: Iterable[Report]) -> Iterator[str]:
    """Yield a workflow command for each finding, one for what is not told and for changed rules, and the counts."""
    tally = Tally()
    for report in tally.counting(reports):
        told = fitted(report, lambda finding: len(_of_finding(report, finding).encode()))  # noqa: B023 - called at once
        yield "".join(_of_finding(report, finding) for finding in told.findings)
        if told.omitted:
            yield _command(gravest(told), {"file": report.source}, f"and {untold(told)} more, which are not told")
    if changes := tally.changed():
        severity = Severity.WARNING if tally.concealed() else Severity.INFO
        yield _command(severity, {"title": "Rules"}, "\n".join([*changes, tally.concealed()]))
    yield f"{tally.sentence()}\n{LIMITS}\n"


def _of_finding(report: Report, finding: Finding) -> str:
    title = f"{finding.code} {finding.name}"
    place = {"file": report.source, "line": finding.line, "col": finding.column, "title": title}
    return _command(finding.severity, place, f"{finding.message}\n{finding.hint}")


def _command(severity: Severity, place: Mapping[str, Any], words: str) -> str:
    told = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in place.items() if value is not None)
    return f"::{_COMMANDS[severity]} {told}::{_escaped(words.strip())}\n"


def _escaped(text: str, more: str = "") -> str:
    """Escape what would end a property or a message, then what acts on a terminal."""
    for character in f"%\r\n{more}":
        text = text.replace(character, f"%{ord(character):02X}")
    return visible(text)
