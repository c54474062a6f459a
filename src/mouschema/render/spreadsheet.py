"""Reports as a table for a spreadsheet: a list of what is to be done."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from mouschema._safe import visible
from mouschema.render._fit import fitted
from mouschema.render._tally import LIMITS, Tally, plural
from mouschema.reports.report import Finding, Report
from mouschema.reports.ruleset import Severity

__all__ = ["to_csv"]

_COLUMNS: Final = (
    "done",
    "file",
    "document line",
    "severity",
    "code",
    "line",
    "column",
    "place",
    "what is wrong",
    "what would be right",
    "help",
)
# A spreadsheet takes a cell that begins so for a formula, and runs it; some take the wide forms, too, and some leave
# out blanks and quotation marks before. Where `;` parts the cells, as in much of Europe, one begins behind each `;`.
_FORMULA: Final = re.compile(r"""((?:^|;)[\s"]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])""")


def to_csv(reports: Iterable[Report]) -> Iterator[str]:
    """Yield a row for each finding, with an empty cell to tick it off; at last what is not told, and the counts.

    The text begins with a byte order mark, without which spreadsheets take other letters than Latin for noise.
    """
    tally = Tally()
    yield "\ufeff" + _row({column: column for column in _COLUMNS})
    for report in tally.counting(reports):
        told = fitted(report, lambda finding: len(_row(_cells(report, finding)).encode()))  # noqa: B023 - called at once
        rows = [_cells(report, finding) for finding in told.findings]
        rows += [_omitted(report, each, told.omitted[each]) for each in Severity if told.omitted[each]]
        yield "".join(map(_row, rows))
    for line in (*tally.changed(), f"{tally.sentence()} {LIMITS}"):
        yield _row({"what is wrong": line})


def _cells(report: Report, finding: Finding) -> dict[str, Any]:
    return {
        **_document(report),
        "severity": finding.severity.value,
        "code": finding.code,
        "line": finding.line,
        "column": finding.column,
        "place": finding.pointer,
        "what is wrong": finding.message,
        "what would be right": finding.hint,
        "help": finding.help_url,
    }


def _omitted(report: Report, severity: Severity, number: int) -> dict[str, Any]:
    words = f"and {plural(number, severity)} more, which are not told"
    return {**_document(report), "severity": severity.value, "what is wrong": words}


def _document(report: Report) -> dict[str, Any]:
    return {"file": report.source, "document line": report.line}


def _row(cells: dict[str, Any]) -> str:
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow([_safe(visible(str(cells.get(column) or ""))) for column in _COLUMNS])
    return line.getvalue()


def _safe(text: str) -> str:
    return _FORMULA.sub(r"\1'", text)
