"""Reports as problem details (RFC 9457), for the answer of a web service."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final
from urllib.parse import quote

from mouschema.render._changes import in_full
from mouschema.render._fit import fitted
from mouschema.render._tally import LIMITS, Tally
from mouschema.render._written import indented, plain
from mouschema.reports.codes import FAULT, UNREADABLE
from mouschema.reports.report import Finding, Report
from mouschema.reports.ruleset import HELP, Severity

__all__ = ["to_problem"]

# What a status says of the whole request is decided by the first of these codes that is there.
_STATUS: Final = {FAULT: 500, UNREADABLE: 400, "JSN08": 413}
_PLAIN: Final = "/?:@!$&'()*+,;=~"  # beside letters, digits and -._, what a fragment may hold as it is (RFC 3986)
_TYPE: Final = f"{HELP.rpartition('/')[0]}/problems/invalid-document"


def to_problem(reports: Iterable[Report]) -> Iterator[str]:
    """Yield one problem for all reports: of status 200 and type `about:blank` when there is no error.

    Each entry of `errors` has a `pointer` as RFC 9457 shows it, a JSON Pointer as fragment of an address, beside what
    else a finding says. `omitted` says how many findings of each severity are counted, but not told, and `changes`
    which rules were not held as usual. Serve it as `application/problem+json`.
    """
    tally = Tally()
    omitted: Counter[Severity] = Counter()
    errors: list[dict[str, Any]] = []
    for report in tally.counting(reports):
        told = fitted(report, lambda finding: len(indented([_error(report, finding)]).encode()))  # noqa: B023 - called at once
        errors += (_error(report, finding) for finding in told.errors)
        omitted += told.omitted
    wrong = bool(tally.severities[Severity.ERROR])
    status = _status({code for code, _ in tally.codes}) if wrong else 200
    about = (
        {"type": _TYPE, "title": "The document does not pass the check"}
        if wrong
        else {"type": "about:blank", "title": "OK"}
    )
    problem = {
        **about,
        "status": status,
        "detail": f"{tally.sentence()} {LIMITS}",
        "errors": errors,
        "omitted": {severity.value: omitted[severity] for severity in Severity},
        "changes": [plain(in_full(change)) for change in tally.changes],
    }
    yield indented(problem) + "\n"


def _error(report: Report, finding: Finding) -> dict[str, Any]:
    told = {key: value for key, value in plain(finding).items() if key != "message"}
    source = {"source": report.source} if report.source else {}
    return {"detail": finding.message, **source, **told, "pointer": _fragment(finding.pointer)}


def _fragment(pointer: str) -> str:
    """Return a JSON Pointer as the fragment of an address (RFC 6901, section 6)."""
    return "#" + quote(pointer.encode("utf-8", "backslashreplace"), safe=_PLAIN)


def _status(codes: set[str]) -> int:
    known = next((status for code, status in _STATUS.items() if code in codes), None)
    return known or (400 if any(code.startswith("JSN") for code in codes) else 422)
