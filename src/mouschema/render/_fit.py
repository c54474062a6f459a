"""Keep the report of one document within 4 MB, whatever came in: what has no room is counted, not told."""

from collections import Counter
from collections.abc import Callable
from typing import Final

import attrs

from mouschema.reports.codes import code_of
from mouschema.reports.report import Finding, Report
from mouschema.reports.ruleset import Code, Severity

__all__ = ["MOST_BYTES", "fitted"]

MOST_BYTES: Final = 4_000_000
"""Of the report of one document, in any form."""

_ROOM: Final = 2_500_000  # for findings; the rest is for the text of the document and for what is said of the run
_SURELY: Final = 1_000  # bytes that a finding takes beside its words
_WIDEST: Final = 40  # bytes that a character takes at the most: in HTML, where a pointer is told step by step


def fitted(report: Report, size: Callable[[Finding], int]) -> Report:
    """Return the report with as many of its findings as there is room for, the most serious first.

    Args:
        report: The report.
        size: How many bytes the form needs for a finding.
    """
    characters = sum(map(_length, report.findings)) + len(report.findings) * len(report.source or "")
    if characters * _WIDEST + len(report.findings) * _SURELY <= _ROOM:
        return report
    told, room = set[int](), _ROOM
    for position in sorted(range(len(report.findings)), key=lambda each: -report.findings[each].severity.weight):
        room -= size(report.findings[position])
        if room < 0:
            break
        told.add(position)
    untold = Counter(report.untold)
    untold.update(_code(each, report) for position, each in enumerate(report.findings) if position not in told)
    return attrs.evolve(
        report, findings=tuple(each for position, each in enumerate(report.findings) if position in told), untold=untold
    )


def _length(finding: Finding) -> int:
    """Return how many characters a finding has."""
    excerpt = finding.excerpt
    texts = (finding.message, finding.hint, finding.pointer, finding.help_url, str(finding.values or ""))
    return sum(map(len, texts)) + (len(str(excerpt)) if excerpt else 0)


def _code(finding: Finding, report: Report) -> Code:
    return attrs.evolve(code_of(finding.code, report.ruleset), severity=Severity(finding.severity))
