"""Reports as a table for a spreadsheet: a list of what is to be done."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any, Final

from mouschema._safe import visible
from mouschema.render._tally import LIMITS
from mouschema.report import Finding, Report

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
# A spreadsheet takes a cell that begins so for a formula, and runs it; some take the wide forms, too.
_FORMULA: Final = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")


def to_csv(reports: Iterable[Report]) -> Iterator[str]:
    """Yield a row for each finding, with an empty cell to tick it off.

    The text begins with a byte order mark, without which spreadsheets take other letters than Latin for noise.
    """
    yield "\ufeff" + _row(_COLUMNS)
    for report in reports:
        yield "".join(_row(_cells(report, finding)) for finding in report.findings)
    yield _row(LIMITS if column == "what is wrong" else "" for column in _COLUMNS)


def _cells(report: Report, finding: Finding) -> list[Any]:
    return [
        "",
        report.source or "",
        report.line or "",
        finding.severity.value,
        finding.code,
        finding.line or "",
        finding.column or "",
        finding.pointer,
        finding.message,
        finding.hint,
        finding.help_url,
    ]


def _row(cells: Iterable[Any]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([_safe(visible(str(cell))) for cell in cells])
    return line.getvalue()


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
