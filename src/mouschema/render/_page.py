"""What a page of reports says, and in which order; a bounded part of it, however much was found."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby
from typing import Final

import attrs

from mouschema import schemas
from mouschema.render._fit import fitted
from mouschema.render._source import Row, Shown, anchors, shown, written_size
from mouschema.render._tally import Tally, alike, plural, title
from mouschema.reports.codes import STRUCTURAL, code_of
from mouschema.reports.report import Finding, Report
from mouschema.reports.ruleset import Code, Severity

__all__ = ["Document", "Group", "Page", "called", "page", "steps"]

MOST_ROWS: Final = 3000
"""Of the texts of all documents."""
MOST_GROUPS: Final = 2000
"""Of findings; a document is told whole, or only counted."""
MOST_NAMES: Final = 500
"""Of documents in which nothing was found."""
_PLACES: Final = 10  # places of equal findings take the room of one more


@attrs.frozen
class Group:
    """Findings that say the same.

    Attributes:
        number: By which page and reader refer to it, counted from 1 in the document.
        findings: The findings, in the order of the document.
    """

    number: int
    findings: list[Finding]

    @property
    def first(self) -> Finding:
        """The first of them, to say what they all say."""
        return self.findings[0]


@attrs.frozen
class Document:
    """What a page says of one document.

    Attributes:
        number: Counted from 1 in the page.
        report: The report, without the document itself, and with as many findings as there is room for.
        groups: What was found, the most serious first, then by code, then in the order of the document.
        shown: What is shown of its text.
        sha256: Of the bytes that were checked, where they were text.
        refused: Whether it is not built as it should be, so that it could not be held against the rules.
    """

    number: int
    report: Report
    groups: list[Group]
    shown: Shown
    sha256: str | None
    refused: bool

    @property
    def title(self) -> str:
        """The name of the document."""
        return title(self.report)

    @property
    def schema(self) -> str:
        """The identifier of the schema that judged it."""
        return schemas.schema(self.report.kind)["$id"]

    @property
    def rows(self) -> list[Row]:
        """The rows that are shown of its text."""
        return self.shown.rows

    @property
    def severities(self) -> Iterator[tuple[Severity, int, list[tuple[Code, list[Group]]]]]:
        """Each severity that occurs, how many findings have it, told or not, and its groups by code."""
        groups = {each: list(found) for each, found in groupby(self.groups, lambda group: group.first.severity)}
        for severity in Severity:
            if number := self.report.severities[severity]:
                yield severity, number, list(self._by_code(groups.get(severity, [])))

    @cached_property
    def anchors(self) -> dict[tuple[int | None, int | None], str]:
        """The rows where findings stand, by line and column."""
        return anchors(self.rows)

    @cached_property
    def numbers(self) -> dict[Finding, int]:
        """The group of each finding."""
        return {finding: group.number for group in self.groups for finding in group.findings}

    def _by_code(self, groups: list[Group]) -> Iterator[tuple[Code, list[Group]]]:
        for code, found in groupby(groups, lambda group: group.first.code):
            yield code_of(code, self.report.ruleset), list(found)


@attrs.frozen
class Page:
    """What a page says of a run.

    Attributes:
        tally: The counts.
        documents: What is told, document by document.
        broken: How many documents have errors.
        clean: The names of documents in which nothing was found.
        unlisted: How many findings of each severity the reports do not list.
        untold: How many documents with findings the page has no room for.
    """

    tally: Tally
    documents: list[Document]
    broken: int
    clean: list[str]
    unlisted: Counter[Severity]
    untold: int

    @property
    def names(self) -> list[str]:
        """As many names of documents in which nothing was found as there is room for."""
        return self.clean[:MOST_NAMES]

    @property
    def targets(self) -> dict[str, str]:
        """The first place on the page that tells of a code, by code."""
        told: dict[str, str] = {}
        for document in self.documents:
            for group in document.groups:
                told.setdefault(group.first.code, f"d{document.number}-{group.first.code}")
        return told

    @property
    def verdict(self) -> str:
        """Whether the documents can be used, in a sentence."""
        number = self.tally.documents
        errors, warnings = (self.tally.severities[each] for each in (Severity.ERROR, Severity.WARNING))
        records = "this record" if number == 1 else f"these {number:,} records"
        if not number:
            return "No document was checked."
        if not errors:
            look = f", but look at {plural(warnings, Severity.WARNING)} first" if warnings else ""
            return f"{records.capitalize()} can be used{look}. {self.concealed}".rstrip()
        which = records if self.broken == number else f"{self.broken:,} of {records}"
        return f"{plural(errors, Severity.ERROR)} must be mended before {which} can be used. {self.concealed}".rstrip()

    @property
    def concealed(self) -> str:
        """Which errors do not count, in sentences; empty when all do."""
        return self.tally.concealed()


def page(reports: Iterable[Report]) -> Page:
    """Take in the reports of a run; the documents themselves are let go, so that a long run needs little memory."""
    tally, documents, clean = Tally(), list[Document](), list[str]()
    broken = untold = 0
    unlisted: Counter[Severity] = Counter()
    room, space = MOST_ROWS, MOST_GROUPS
    for report in tally.counting(reports):
        broken += not report.ok
        if not report.severities:
            clean.append(title(report))
        if report.severities or tally.documents == 1:
            told = fitted(report, _size)
            unlisted += told.omitted
            groups = _groups(told)
            if space < len(groups) and documents:
                untold += 1
                continue
            documents.append(_document(len(documents) + 1, told, groups, room))
            room -= len(documents[-1].rows)
            space -= len(groups) + len(told.findings) // _PLACES
    if tally.documents > 1:
        documents = [each for each in documents if each.report.severities]
    return Page(tally, documents, broken, clean, unlisted, untold)


def called(name: str) -> str:
    """Return the name of a code as words: `wrong-type` is `Wrong type`."""
    words = name.replace("utf-8", "UTF\u20118").replace("json", "JSON").replace("-", " ")
    return words[:1].upper() + words[1:]


def steps(pointer: str) -> list[str]:
    """Return a JSON Pointer in words: names of fields, and entries of lists counted from 1."""
    names = [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]
    return [f"entry {int(name) + 1}" if name.isascii() and name.isdigit() else name for name in names]


def _document(number: int, report: Report, groups: list[Group], room: int) -> Document:
    return Document(
        number=number,
        report=attrs.evolve(report, data=None, record=None),
        groups=groups,
        shown=shown(report, room) if room > 0 else Shown([], whole=False),
        sha256=report.sha256,
        refused=any(finding.code in STRUCTURAL for finding in report.findings),
    )


def _size(finding: Finding) -> int:
    """Return at least as many bytes as a finding takes on the page when it is told alone."""
    words = [finding.message, finding.hint, finding.code, finding.name, finding.pointer]
    if excerpt := finding.excerpt:
        words += [excerpt.before, excerpt.marked, excerpt.after]
    # Each step of a pointer is set apart.
    return 1000 + 75 * finding.pointer.count("/") + sum(map(written_size, words))


def _groups(report: Report) -> list[Group]:
    ordered = sorted(report.findings, key=lambda finding: (-finding.severity.weight, finding.code))
    return [Group(number, findings) for number, findings in enumerate(alike(ordered), 1)]
