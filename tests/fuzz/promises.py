"""What holds of every report, whatever was checked."""

import json
import re
from typing import Any, Final

from mouschema.reports.report import Finding, Report
from mouschema.reports.ruleset import Severity

__all__ = ["UNREAD", "hold", "read_by_python"]

_ACTING: Final = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
UNREAD: Final = {"JSN01", "JSN02", "JSN03"}
MOST_FINDINGS: Final = 1000
LONGEST: Final = {"pointer": 400, "message": 1000, "hint": 1000}


def hold(report: Report, data: bytes) -> None:
    """Hold a report against what it promises.

    Raises:
        AssertionError: It does not keep it.
    """
    codes = report.count()
    assert "RUN02" not in codes, "a fault of ours"
    assert report.ok == (report.severities[Severity.ERROR] == 0)
    assert report.record is not None or not report.ok
    assert report.severities.total() == codes.total() >= len(report.findings) <= MOST_FINDINGS
    told = sum(finding.severity is Severity.ERROR for finding in report.findings)
    assert report.ok or told, "errors, and none told"
    value, readable = read_by_python(data)
    if readable is not None:
        found = [code for code in codes if code in UNREAD or (code.startswith("JSN") and not readable)]
        assert readable != bool(found), "Python's reader says otherwise"
    lines = data.decode(errors="replace").removeprefix("\ufeff").split("\n") if report.findings else []
    for finding in report.findings:
        _hold(finding, lines)
        if readable and len(finding.pointer) < LONGEST["pointer"]:
            _resolve(value, finding.pointer)


def _hold(finding: Finding, lines: list[str]) -> None:
    for name, most in LONGEST.items():
        text = getattr(finding, name)
        assert len(text) <= most, f"{name} of {len(text)} characters"
        assert name == "pointer" or not _ACTING.search(text), f"{name}: {text!r}"
    assert finding.line is not None
    assert finding.column is not None
    assert 1 <= finding.line <= len(lines)
    assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1
    assert finding.excerpt is not None
    assert len(str(finding.excerpt)) <= 80 * len(r"\udbff\udfff")
    assert not _ACTING.search(str(finding.excerpt))


def read_by_python(data: bytes) -> tuple[Any, bool | None]:
    """Return what Python reads, and whether that is JSON; None where it cannot tell."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None, None if data.startswith(b"\xef\xbb\xbf") else False
    try:
        return json.loads(text.lstrip("\ufeff"), parse_constant=lambda _: 1 / 0), True
    except (ZeroDivisionError, RecursionError):
        return None, None
    except ValueError as error:
        return None, None if "digits" in str(error) or "surrogate" in text else False


def _resolve(value: Any, pointer: str) -> None:
    for step in pointer.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        value = value[int(name)] if isinstance(value, list) else value[name]
