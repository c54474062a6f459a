"""Reports as JSON: one object for a run, and one finding a line."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from typing import Any, Final

import attrs

from mouschema import schemas
from mouschema.render._changes import RuleChange, changed, in_full
from mouschema.render._fit import fitted
from mouschema.render._tally import LIMITS, Tally, each_untold
from mouschema.render._written import compact, indented, plain
from mouschema.reports.report import Finding, Report
from mouschema.reports.ruleset import HELP, Ruleset, Severity

__all__ = ["DocumentVerdict", "Verdict", "to_json", "to_jsonl"]

REPORT_VERSION: Final = "1.0"


@attrs.frozen(kw_only=True)
class DocumentVerdict:
    """What a check says of one document."""

    source: str | None = None
    """The name of the file; absent when it came from elsewhere. Example: `partner.json`"""
    document_line: int | None = None
    """The line that is the document, counted from 1, in a file of JSON Lines; absent elsewhere."""
    kind: str
    """What the document was checked as. Example: `bundle`"""
    schema_id: str
    """The `$id` of the schema that judged it. Example: `https://mouschema.example/schema/1.0/bundle.schema.json`"""
    schema_sha256: str
    """The SHA-256 of that schema's file, as 64 hexadecimal digits."""
    sha256: str | None = None
    """The SHA-256 of the document, expanded if it was compressed; absent when it was too large to be read."""
    ok: bool
    """True when no finding is an error."""
    findings: tuple[Finding, ...]
    """The findings in the order of the document; of very much the 1,000 that matter most."""
    omitted: Mapping[Severity, int]
    """How many findings of each severity are counted, but not told."""


@attrs.frozen(kw_only=True)
class Verdict:
    """What a run of mouschema says of the documents that it checked, and what it held them against."""

    report_version: str
    """The version of this form of report. Example: `1.0`"""
    mouschema: str
    """The version of the library. Example: `0.1.0`"""
    profile: str
    """The name of the profile of rules. Example: `standard`"""
    rules: Mapping[str, Severity]
    """The rules that were held, each with its severity."""
    changes: tuple[RuleChange, ...]
    """Which rules were off, lowered, raised or added; empty when all were held as mouschema holds them."""
    most_bytes: int
    """The size in bytes beyond which a document was not read."""
    counts: Mapping[Severity, int]
    """How many findings there are of each severity."""
    documents: tuple[DocumentVerdict, ...]
    """The documents in the order in which they were given."""
    summary: str
    """What was found, in a sentence, and which errors were not counted. Example: `1 document checked: 1 error.`"""
    limits: str
    """What a check cannot tell."""


def _verdict(reports: Iterable[Report]) -> Verdict:
    """Return what reports say, as one value.

    Raises:
        ValueError: There are no reports, or they were held against different rules.
    """
    tally = Tally()
    documents: list[DocumentVerdict] = []
    held: list[tuple[Ruleset, int]] = []
    for report in tally.counting(reports):
        documents.append(_document(report))
        if (report.ruleset, report.most_bytes) not in held:
            held.append((report.ruleset, report.most_bytes))
    if len(held) != 1:
        raise ValueError("a JSON report is about one or more documents that were held against the same rules")
    ruleset, most_bytes = held[0]
    return Verdict(
        report_version=REPORT_VERSION,
        mouschema=version("mouschema"),
        profile=ruleset.profile,
        rules={code: about.severity for code, about in ruleset.codes.items()},
        most_bytes=most_bytes,
        counts={severity: tally.severities[severity] for severity in Severity},
        changes=tuple(in_full(each) for each in ruleset.changes),
        documents=tuple(documents),
        summary=tally.sentence(),
        limits=LIMITS,
    )


def _document(report: Report) -> DocumentVerdict:
    told = fitted(report, lambda finding: len(indented([[[plain(finding)]]]).encode()))
    return DocumentVerdict(
        source=report.source,
        document_line=report.line,
        kind=report.kind,
        schema_id=schemas.address(report.kind),
        schema_sha256=_digest(report.kind),
        sha256=report.sha256,
        ok=report.ok,
        findings=told.findings,
        omitted={severity: told.omitted[severity] for severity in Severity},
    )


@cache
def _digest(kind: str) -> str:
    return sha256(schemas.schema_text(kind).encode()).hexdigest()


def to_json(reports: Iterable[Report]) -> Iterator[str]:
    """Yield one JSON object for all reports; `schemas/report.schema.json` describes it."""
    yield indented({"$schema": schemas.address("report"), **plain(_verdict(reports))}) + "\n"


def to_jsonl(reports: Iterable[Report]) -> Iterator[str]:
    """Yield a line of JSON for each finding, with the name of its file.

    Every line has what a finding has, so that a program may treat all lines alike. One with `omitted` stands for as
    many findings of its code that are counted, but not told; one with `change`, at the end, for a rule that was not
    held as usual: a warning where errors of it do not count.
    """
    tally = Tally()
    for report in tally.counting(reports):
        where = {"source": report.source, "document_line": report.line}
        known = {key: value for key, value in where.items() if value is not None}
        told = fitted(report, lambda finding: len(compact({**known, **plain(finding)}).encode()))  # noqa: B023 - called at once
        lines = [plain(finding) for finding in told.findings]
        for code, number, words in each_untold(told):
            about = _line(code.code, code.name, code.severity, words, code.help_url)
            lines.append({**about, "omitted": number})
        yield "".join(f"{compact({**known, **line})}\n" for line in lines)
    for change in tally.changes:
        severity = Severity.WARNING if change.hides_errors else Severity.INFO
        line = _line(change.code, change.name, severity, changed([change])[0], f"{HELP}/{change.code}")
        yield f"{compact({**line, 'change': plain(in_full(change))})}\n"


def _line(code: str, name: str, severity: Severity, message: str, help_url: str) -> dict[str, Any]:
    """Return a line in the shape of a finding about a whole document or run."""
    about = {"code": code, "name": name, "severity": severity.value, "pointer": ""}
    return {**about, "message": message, "help_url": help_url}
