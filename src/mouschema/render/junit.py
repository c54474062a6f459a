"""Reports as JUnit XML, which build servers show as tests: each document is one."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from mouschema.codes import FAULT, UNREADABLE
from mouschema.render._tally import LIMITS, title, untold
from mouschema.report import Finding, Report
from mouschema.ruleset import Severity

__all__ = ["to_junit"]

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'


def to_junit(reports: Iterable[Report]) -> Iterator[str]:
    """Yield one suite in which a document with errors is a test that failed; other findings are its output."""
    from junitparser import JUnitXml, TestSuite

    suite: Any = TestSuite("mouschema")
    suite.add_testcases(_case(report) for report in reports)
    suite.add_property("limits", LIMITS)
    whole: Any = JUnitXml("mouschema")
    whole.add_testsuite(suite)
    whole.update_statistics()
    yield f"{_HEAD}{whole.tostring().decode()}\n"


def _case(report: Report) -> Any:
    from junitparser import SystemOut, TestCase

    case: Any = TestCase(title(report), classname=f"mouschema.{report.kind}")
    case.result = [_result(finding) for finding in report.errors]
    said = [str(finding) for finding in report.findings if finding.severity is not Severity.ERROR]
    if report.omitted:
        said.append(f"and {untold(report)} more")
    if said:
        output: Any = SystemOut()
        output.text = "\n".join(said)
        case.append(output)
    return case


def _result(finding: Finding) -> Any:
    from junitparser import Error, Failure

    kind: Any = Error if finding.code in (UNREADABLE, FAULT) else Failure
    result = kind(finding.message, f"{finding.code} {finding.name}")
    result.text = str(finding)
    return result
