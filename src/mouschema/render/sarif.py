"""Reports as SARIF 2.1.0, which code hosts and editors show beside the file."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from mouschema._safe import visible
from mouschema.render._fit import fitted
from mouschema.render._tally import LIMITS, Tally, each_untold, gravest, untold
from mouschema.render._written import indented
from mouschema.reports.codes import FAULT, UNREADABLE, code_of
from mouschema.reports.report import Finding, Report
from mouschema.reports.ruleset import HELP, Change, Code, Severity

__all__ = ["to_sarif"]

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


class _Table:
    """Entries that are written once, and elsewhere meant by their position."""

    def __init__(self) -> None:
        self.entries: list[dict[str, Any]] = []
        self._positions: dict[str, int] = {}

    def position(self, key: str, make: Callable[[], dict[str, Any]]) -> int:
        """Return the position of an entry, which is made if it is not there."""
        if key not in self._positions:
            self._positions[key] = len(self.entries)
            self.entries.append(make())
        return self._positions[key]

    def __contains__(self, key: str) -> bool:
        return key in self._positions


def to_sarif(reports: Iterable[Report]) -> Iterator[str]:
    """Yield one SARIF log with one run for all reports.

    What is counted, but not told, is one result for each code, with its number as `occurrenceCount`, and in words a
    notification. Rules that were not held as usual are the overrides of the invocation, and in words notifications.
    """
    tally, artifacts, rules = Tally(), _Table(), _Table()
    results: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    for report in tally.counting(reports):
        uri = _uri(report)
        location = {"uri": uri, "index": artifacts.position(uri, lambda: _artifact(report))}  # noqa: B023 - called at once
        told = fitted(report, lambda finding: len(indented([[[_result(finding, 0, location)]]]).encode()))  # noqa: B023
        results += _results(told, rules, location)
        if told.omitted:
            notes.append(_note(f"and {untold(told)} more, which are not told", gravest(told), location))
    driver = {"name": "mouschema", "version": version("mouschema"), "rules": rules.entries}
    invocation = {
        "executionSuccessful": UNREADABLE not in rules and FAULT not in rules,
        "ruleConfigurationOverrides": [_override(change, rules) for change in tally.changes if change.usual],
        "toolExecutionNotifications": notes,
        "toolConfigurationNotifications": _changes(tally),
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [invocation],
        "artifacts": artifacts.entries,
        "results": results,
        "properties": {"limits": LIMITS, "summary": tally.sentence()},
    }
    yield indented({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _uri(report: Report) -> str:
    """Return the name of a document as a reference to a resource (RFC 3986), whatever bytes are in it."""
    if not report.source:
        return "standard-input"
    path = Path(report.source)
    try:
        return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))
    except UnicodeEncodeError:  # a name that no file can have
        return f"{'file://' if path.is_absolute() else ''}{quote(visible(path.as_posix()))}"


def _artifact(report: Report) -> dict[str, Any]:
    whole = report.line is None and report.sha256
    return {"location": {"uri": _uri(report)}, **({"hashes": {"sha-256": report.sha256}} if whole else {})}


def _rule(code: Code, usual: Mapping[str, Severity]) -> dict[str, Any]:
    return {
        "id": code.code,
        "name": code.name,
        "shortDescription": {"text": code.name.replace("-", " ")},
        "fullDescription": {"text": code.explanation},
        "helpUri": code.help_url,
        "defaultConfiguration": {"level": _LEVELS[usual.get(code.code, code.severity)]},
    }


def _results(report: Report, rules: _Table, artifact: dict[str, Any]) -> Iterator[dict[str, Any]]:
    usual = {change.code: change.usual for change in report.ruleset.changes if change.usual}
    for finding in report.findings:
        code = code_of(finding.code, report.ruleset)
        yield _result(finding, rules.position(code.code, lambda: _rule(code, usual)), artifact)  # noqa: B023
    for code, number, words in each_untold(report):
        rule = rules.position(code.code, lambda: _rule(code, usual))  # noqa: B023 - called at once
        yield _of_many(code, number, words, rule, artifact)


def _result(finding: Finding, rule: int, artifact: dict[str, Any]) -> dict[str, Any]:
    known = {"startLine": finding.line, "startColumn": finding.line and finding.column}
    region: dict[str, Any] = {key: value for key, value in known.items() if value}
    if region and finding.excerpt:
        region["snippet"] = {"text": visible(str(finding.excerpt))}
    physical = {"artifactLocation": artifact, **({"region": region} if region else {})}
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}. {finding.hint}".strip()},
        "locations": [
            {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": finding.pointer or "/"}]}
        ],
    }


def _of_many(code: Code, number: int, words: str, rule: int, artifact: dict[str, Any]) -> dict[str, Any]:
    """Return what stands for all findings of a code that are not told."""
    return {
        "ruleId": code.code,
        "ruleIndex": rule,
        "level": _LEVELS[code.severity],
        "message": {"text": f"{words}."},
        "locations": [{"physicalLocation": {"artifactLocation": artifact}}],
        "occurrenceCount": number,
    }


def _override(change: Change, rules: _Table) -> dict[str, Any]:
    """Return how a rule of ours was held in this run."""
    held = {"enabled": True, "level": _LEVELS[change.here]} if change.here else {"enabled": False}
    rule = rules.position(change.code, lambda: _unheld(change))
    return {
        "descriptor": {"id": change.code, "index": rule},
        "configuration": held,
        "properties": {"by": change.by, "what": change.what},
    }


def _unheld(change: Change) -> dict[str, Any]:
    """Return what is known of a rule of which nothing was found."""
    words = {"text": change.name.replace("-", " ")}
    level = _LEVELS[change.usual or Severity.INFO]
    named = {"id": change.code, "name": change.name, "shortDescription": words}
    return {**named, "helpUri": f"{HELP}/{change.code}", "defaultConfiguration": {"level": level}}


def _changes(tally: Tally) -> list[dict[str, Any]]:
    notes = [_note(line, Severity.INFO) for line in tally.changed()]
    return [*notes, _note(tally.concealed(), Severity.WARNING)] if tally.concealed() else notes


def _note(words: str, severity: Severity, artifact: dict[str, Any] | None = None) -> dict[str, Any]:
    place = {"locations": [{"physicalLocation": {"artifactLocation": artifact}}]} if artifact else {}
    return {"level": _LEVELS[severity], "message": {"text": words}, **place}
