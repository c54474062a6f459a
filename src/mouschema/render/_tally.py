"""What several renderings say of a run: its counts, its documents' names, equal findings together."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from mouschema._safe import visible
from mouschema.report import Finding, Report
from mouschema.ruleset import Severity

__all__ = ["LIMITS", "MOST_PLACES", "Tally", "alike", "plural", "title", "untold"]

LIMITS: Final = "A check tells whether a record is well formed and consistent, not whether it is true."


MOST_PLACES: Final = 3
"""How many places of equal findings a person is shown."""


class Tally:
    """Counts documents and findings as the reports pass by.

    Attributes:
        documents: How many reports there were.
        severities: How many findings of each severity.
        codes: How many findings of each code, with its name.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.documents = 0
        self.severities: Counter[Severity] = Counter()
        self.codes: Counter[tuple[str, str]] = Counter()

    def counting(self, reports: Iterable[Report]) -> Iterator[Report]:
        """Yield the reports, and count them."""
        for report in reports:
            self.documents += 1
            self.severities += report.severities
            self.codes.update((finding.code, finding.name) for finding in report.findings)
            self.codes.update({(code.code, code.name): number for code, number in report.untold.items()})
            yield report

    def by_code(self) -> Iterator[tuple[str, str, int]]:
        """Yield code, name and number of findings, the most frequent first."""
        for (code, name), number in sorted(self.codes.items(), key=lambda item: (-item[1], item[0])):
            yield code, name, number

    def sentence(self) -> str:
        """Return the counts in words, such as `2 documents checked: 1 error, 3 info.`, as one sentence."""
        found = [plural(self.severities[each], each) for each in Severity if self.severities[each]]
        return f"{plural(self.documents, 'document')} checked: {', '.join(found) or 'nothing found'}."


def title(report: Report) -> str:
    """Return the name of a document: its file, and its line in JSON Lines."""
    return visible(report.source or "the document") + (f", line {report.line}" if report.line else "")


def alike(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Put findings together that say the same, in the order of the first of them."""
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.code, finding.message, finding.hint), []).append(finding)
    return list(groups.values())


def untold(report: Report) -> str:
    """Return how much of a report is counted, but not told: `12 errors and 1,501 info`; empty when all is told."""
    omitted = report.omitted
    return " and ".join(plural(omitted[each], each) for each in Severity if omitted[each])


def plural(number: int, noun: str) -> str:
    """Return a number with its noun: `1 error`, `1,200 errors`."""
    return f"{number:,} {noun}{'' if number == 1 or noun == Severity.INFO else 's'}"
