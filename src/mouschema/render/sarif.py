"""Reports as SARIF 2.1.0, which code hosts and editors show beside the file."""

import json
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from mouschema._safe import printable
from mouschema.codes import FAULT, UNREADABLE, code_of
from mouschema.render._tally import LIMITS
from mouschema.report import Finding, Report
from mouschema.ruleset import Code, Severity

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
    """Yield one SARIF log with one run for all reports."""
    artifacts, rules = _Table(), _Table()
    results: list[dict[str, Any]] = []
    for report in reports:
        artifact = artifacts.position(_uri(report), lambda: _artifact(report))  # noqa: B023 - called at once
        for finding in report.findings:
            code = code_of(finding.code, report.ruleset)
            rule = rules.position(code.code, lambda: _rule(code))  # noqa: B023 - called at once
            location = {"uri": _uri(report), "index": artifact}
            results.append(_result(finding, rule, location))
    driver = {"name": "mouschema", "version": version("mouschema"), "rules": rules.entries}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": UNREADABLE not in rules and FAULT not in rules}],
        "artifacts": artifacts.entries,
        "results": results,
        "properties": {"limits": LIMITS},
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    yield printable(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _uri(report: Report) -> str:
    if report.source is None:
        return "standard-input"
    path = Path(report.source)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _artifact(report: Report) -> dict[str, Any]:
    whole = report.line is None and report.sha256
    return {"location": {"uri": _uri(report)}, **({"hashes": {"sha-256": report.sha256}} if whole else {})}


def _rule(code: Code) -> dict[str, Any]:
    return {
        "id": code.code,
        "name": code.name,
        "shortDescription": {"text": code.name.replace("-", " ")},
        "fullDescription": {"text": code.explanation},
        "helpUri": code.help_url,
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }


def _result(finding: Finding, rule: int, artifact: dict[str, Any]) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": finding.line, "startColumn": finding.column} if finding.line else {}
    if finding.excerpt:
        region["snippet"] = {"text": str(finding.excerpt)}
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
