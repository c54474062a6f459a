"""What several renderings say of a run: its counts, its documents' names, equal findings together."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from mouschema._safe import shortened, uncommanding, visible
from mouschema.render._changes import changed, concealed
from mouschema.reports.report import Finding, Report
from mouschema.reports.ruleset import Change, Code, Severity

__all__ = [
    "LIMITS",
    "MOST_PLACES",
    "Tally",
    "alike",
    "each_untold",
    "gravest",
    "numbers",
    "place",
    "plural",
    "title",
    "untold",
]

LIMITS: Final = "A check tells whether a record is well formed and consistent, not whether it is true."

MOST_PLACES: Final = 3
"""How many places of equal findings a person is shown."""

_LONGEST: Final = 1000
"""How many characters of a file's name a person is shown."""


class Tally:
    """Counts documents and findings as the reports pass by.

    Attributes:
        documents: How many reports there were.
        severities: How many findings of each severity.
        codes: How many findings of each code, with its name.
        changes: Which rules were not held as usual.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.documents = 0
        self.severities: Counter[Severity] = Counter()
        self.codes: Counter[tuple[str, str]] = Counter()
        self.changes: tuple[Change, ...] = ()

    def counting(self, reports: Iterable[Report]) -> Iterator[Report]:
        """Yield the reports, and count them."""
        for report in reports:
            self.documents += 1
            self.severities += report.severities
            self.codes.update((finding.code, finding.name) for finding in report.findings)
            self.codes.update({(code.code, code.name): number for code, number in report.untold.items()})
            if report.ruleset.changes != self.changes:  # they are the same in all reports of a run, mostly
                self.changes = tuple(dict.fromkeys((*self.changes, *report.ruleset.changes)))
            yield report

    def by_code(self) -> Iterator[tuple[str, str, int]]:
        """Yield code, name and number of findings, the most frequent first."""
        for (code, name), number in sorted(self.codes.items(), key=lambda item: (-item[1], item[0])):
            yield visible(code), visible(name), number

    def sentence(self) -> str:
        """Return the counts in words, such as `2 documents checked: 1 error, 3 info.`, and which errors do not count."""
        found = [plural(self.severities[each], each) for each in Severity if self.severities[each]]
        counts = f"{plural(self.documents, 'document')} checked: {', '.join(found) or 'nothing found'}."
        return f"{counts} {self.concealed()}".rstrip()

    def concealed(self) -> str:
        """Return in sentences which errors do not count; empty when all do."""
        return concealed(self.changes)

    def changed(self) -> list[str]:
        """Return in lines which rules were not held as usual; empty when all were."""
        return changed(self.changes)


def title(report: Report) -> str:
    """Return the name of a document: its file, and its line in JSON Lines."""
    name = shortened(uncommanding(visible(report.source or "the document")), _LONGEST)
    return name + (f", line {report.line}" if report.line else "")


def place(finding: Finding) -> str:
    """Return where in its document a finding stands: `line 3, column 5`, as far as that is known."""
    if finding.line and finding.column:
        return f"line {finding.line}, column {finding.column}"
    return f"line {finding.line}" if finding.line else "the document"


def alike(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Put findings together that say the same, in the order of the first of them."""
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.code, finding.message, finding.hint), []).append(finding)
    return list(groups.values())


def untold(report: Report) -> str:
    """Return how much of a report is counted, but not told: `12 errors and 1,501 info`; empty when all is told."""
    return numbers(report.omitted)


def numbers(found: Counter[Severity]) -> str:
    """Return how many findings there are of each severity in words: `2 errors, 3 warnings and 4 info`."""
    *others, last = [plural(found[each], each) for each in Severity if found[each]] or [""]
    return " and ".join([", ".join(others), last]) if others else last


def gravest(report: Report) -> Severity:
    """Return the most serious severity of what is counted, but not told."""
    return max(report.omitted, key=lambda severity: severity.weight)


def each_untold(report: Report) -> Iterator[tuple[Code, int, str]]:
    """Yield each code of which findings are counted, but not told, with their number and a sentence that says so."""
    ordered = sorted(report.untold.items(), key=lambda item: (-item[0].severity.weight, item[0].code))
    for code, number in ordered:
        more = "1 more finding of this code is" if number == 1 else f"{number:,} more findings of this code are"
        yield code, number, f"{more} counted, but not told"


def plural(number: int, noun: str) -> str:
    """Return a number with its noun: `1 error`, `1,200 errors`."""
    return f"{number:,} {noun}{'' if number == 1 or noun == Severity.INFO else 's'}"
