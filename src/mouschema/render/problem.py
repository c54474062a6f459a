"""Reports as problem details (RFC 9457), for the answer of a web service."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

import msgspec

from mouschema._safe import printable
from mouschema.codes import FAULT, UNREADABLE
from mouschema.model._plain import plain
from mouschema.render._tally import LIMITS, Tally
from mouschema.report import Report
from mouschema.ruleset import HELP

__all__ = ["to_problem"]

# What a status says of the whole request is decided by the first of these codes that is there.
_STATUS: Final = {FAULT: 500, UNREADABLE: 400, "JSN08": 413}
_TYPE: Final = f"{HELP.rpartition('/')[0]}/problems/invalid-document"


def to_problem(reports: Iterable[Report]) -> Iterator[str]:
    """Yield one problem for all reports: of status 200 and type `about:blank` when there is no error.

    Each entry of `errors` has a `pointer` as RFC 9457 shows it, `#` and a JSON Pointer, beside what else a
    finding says. Serve it as `application/problem+json`.
    """
    tally = Tally()
    errors = [
        {"detail": finding.message, **({"source": report.source} if report.source else {}), **_rest(plain(finding))}
        for report in tally.counting(reports)
        for finding in report.errors
    ]
    status = _status({code for code, _ in tally.codes}) if errors else 200
    about = (
        {"type": _TYPE, "title": "The document does not pass the check"}
        if errors
        else {"type": "about:blank", "title": "OK"}
    )
    problem = {**about, "status": status, "detail": f"{tally.sentence()} {LIMITS}", "errors": errors}
    yield printable(msgspec.json.format(msgspec.json.encode(problem), indent=2).decode()) + "\n"


def _rest(finding: dict[str, Any]) -> dict[str, Any]:
    told = {key: value for key, value in finding.items() if key != "message"}
    return {**told, "pointer": f"#{finding['pointer']}"}


def _status(codes: set[str]) -> int:
    known = next((status for code, status in _STATUS.items() if code in codes), None)
    return known or (400 if any(code.startswith("JSN") for code in codes) else 422)
