"""Reports as JUnit XML, which build servers show as tests: each document is one."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from mouschema._safe import uncommanding, visible
from mouschema.render._fit import fitted
from mouschema.render._tally import LIMITS, Tally, title, untold
from mouschema.reports.codes import FAULT, UNREADABLE
from mouschema.reports.report import Finding, Report
from mouschema.reports.ruleset import Severity

__all__ = ["to_junit"]

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'


def to_junit(reports: Iterable[Report]) -> Iterator[str]:
    """Yield one suite in which a document with errors is a test that failed; other findings are its output.

    Errors that are counted, but not told, are a failure of their own.
    """
    from junitparser import JUnitXml, SystemOut, TestSuite

    tally = Tally()
    suite: Any = TestSuite("mouschema")
    suite.add_testcases(_case(report) for report in tally.counting(reports))
    suite.add_property("limits", LIMITS)
    for line in tally.changed():
        suite.add_property("rules", line)
    output: Any = SystemOut()
    output.text = tally.sentence()
    suite.append(output)
    whole: Any = JUnitXml("mouschema")
    whole.add_testsuite(suite)
    whole.update_statistics()
    yield f"{_HEAD}{whole.tostring().decode()}\n"


def _case(report: Report) -> Any:
    from junitparser import Failure, SystemOut, TestCase

    told = fitted(report, lambda finding: len(_result(finding).tostring()))
    case: Any = TestCase(title(report), classname=f"mouschema.{report.kind}")
    case.result = [_result(finding) for finding in told.errors]
    said = [_line(finding) for finding in told.findings if finding.severity is not Severity.ERROR]
    if told.omitted:
        said.append(f"and {untold(told)} more")
    if told.omitted[Severity.ERROR]:
        case.result = [*case.result, Failure(f"and {untold(told)} more, which are not told", "omitted")]
    if said:
        output: Any = SystemOut()
        output.text = "\n".join(said)
        case.append(output)
    return case


def _result(finding: Finding) -> Any:
    from junitparser import Error, Failure

    kind: Any = Error if finding.code in (UNREADABLE, FAULT) else Failure
    result = kind(visible(finding.message), visible(f"{finding.code} {finding.name}"))
    result.text = _line(finding)
    return result


def _line(finding: Finding) -> str:
    return uncommanding(visible(str(finding)))
