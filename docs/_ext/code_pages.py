"""A page for each code that a report can hold, with the broken examples and what the check says about them."""

from collections.abc import Iterable
from pathlib import Path
from textwrap import dedent

import attrs

from mouschema._safe import visible
from mouschema.checking.batch import check_files
from mouschema.render.text import to_text
from mouschema.reports.codes import FAULT, STRUCTURAL
from mouschema.reports.report import Report
from mouschema.reports.ruleset import Code
from mouschema.rules import RULES

__all__ = ["pages"]

_EXAMPLES = Path(__file__).parents[2] / "tests" / "examples" / "bad"
_FINDINGS = {code: each.code for code, each in RULES.items()}
_BEFORE, _AFTER, _WIDEST = 3, 1, 100


def pages() -> dict[str, str]:
    """Return every page: its name and its text."""
    return {"index.md": _index(), **{f"{code}.md": _page(each) for code, each in {**STRUCTURAL, **_FINDINGS}.items()}}


def _index() -> str:
    return f"""# Codes

Everything that a report can hold has a code.
A code never changes its meaning; the wording of messages may improve.
`mouschema explain CODE` says the same on the command line.

## What the file and the schema refuse

Found before there are records: `JSN` is about the file, `SCH` about the schema, `VER` about its version, `RUN` about the check itself.

{_table(STRUCTURAL.values())}

## What the rules find

An *error* is what no honest record can break, a *warning* what is nearly always a slip, an *info* what is unusual.

{_table(_FINDINGS.values())}
"""


def _table(codes: Iterable[Code]) -> str:
    rows = (f"| [{code.code}]({code.code}.md) | {code.severity} | {code.explanation} |" for code in codes)
    return "\n".join(["| code | severity | meaning |", "| --- | --- | --- |", *rows])


def _page(code: Code) -> str:
    if code.code == FAULT:
        examples = (
            "There is no example: a document that shows a fault of ours is a reason to mend it, so send it to us.\n"
        )
    else:
        examples = "\n".join(_example(code.code, path) for path in sorted((_EXAMPLES / code.code).iterdir()))
    return f"""---
orphan: true  # sixty more entries beside every page would take half of the build and help nobody
---
# {code.code} {code.name}

{code.explanation}

Severity: **{code.severity}**. [All codes](index.md)

## What breaks it, and what the check says

{examples}"""


def _example(code: str, path: Path) -> str:
    (report,) = check_files([path])
    if code not in report.count():  # a document beyond the default size would not fit into a repository
        (report,) = check_files([path], most_bytes=path.stat().st_size - 1)
    return f"{_excerpt(path, report)}\n````text\n{_said(report)}\n````\n"


def _said(report: Report) -> str:
    """Return what `mouschema check` prints of a report, without the counts at its end."""
    return next(to_text([attrs.evolve(report, source=Path(report.source or "").name)])).strip()


def _excerpt(path: Path, report: Report) -> str:
    """Return the lines around the first place, if the file has lines."""
    place = report.findings[0].line
    lines = path.read_bytes().decode("utf-8", "backslashreplace").splitlines()
    if place is None or not any(lines):
        return ""
    first = max(place - _BEFORE, 1)
    shown = dedent("\n".join(lines[first - 1 : place + _AFTER]).rstrip()).splitlines()
    cut = "\n".join(visible(line if len(line) <= _WIDEST else f"{line[:_WIDEST]}…") for line in shown)
    language = "json" if report.findings[0].code not in STRUCTURAL else "text"
    return (
        f"````{{code-block}} {language}\n:lineno-start: {first}\n:emphasize-lines: {place - first + 1}\n\n{cut}\n````\n"
    )
