"""A page for each code that a report can hold, with the broken examples and what the check says about them."""

import io
from collections.abc import Iterable
from pathlib import Path
from textwrap import dedent

import attrs
from rich.console import Console

from mouschema import check
from mouschema._show import visible
from mouschema.check import code_of
from mouschema.codes import STRUCTURAL
from mouschema.render.text import render
from mouschema.report import Code, Report
from mouschema.rules import RULES

__all__ = ["pages"]

_EXAMPLES = Path(__file__).parents[2] / "tests" / "examples" / "bad"
_BEFORE, _AFTER, _WIDEST = 3, 1, 100


def pages() -> dict[str, str]:
    """Return every page: its name and its text."""
    return {"index.md": _index(), **{f"{code}.md": _page(code_of(code)) for code in [*STRUCTURAL, *RULES]}}


def _index() -> str:
    return f"""# Codes

Everything that a report can hold has a code.
A code never changes its meaning; the wording of messages may improve.
`mouschema explain CODE` says the same on the command line.

## What the file and the schema refuse

Found before there are records: `JSN` is about the file, `SCH` about the schema, `VER` about its version.

{_table(STRUCTURAL)}

## What the rules find

An *error* is what no honest record can break, a *warning* what is nearly always a slip, an *info* what is unusual.

{_table(RULES)}
"""


def _table(codes: Iterable[str]) -> str:
    rows = (f"| [{code.code}]({code.code}.md) | {code.severity} | {code.explanation} |" for code in map(code_of, codes))
    return "\n".join(["| code | severity | meaning |", "| --- | --- | --- |", *rows])


def _page(code: Code) -> str:
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
    report = check(path)
    if code not in report.count():  # a document beyond the default size would not fit into a repository
        report = check(path, most_bytes=path.stat().st_size - 1)
    return f"{_excerpt(path, report)}\n````text\n{_said(report)}\n````\n"


def _said(report: Report) -> str:
    """Return what `mouschema check` prints of a report."""
    printed = io.StringIO()
    render(attrs.evolve(report, source=Path(report.source or "").name), Console(file=printed, width=80))
    return printed.getvalue().strip()


def _excerpt(path: Path, report: Report) -> str:
    """Return the lines around the first place, if the file has lines."""
    place = report.findings[0].line
    if place is None or not path.stat().st_size:
        return ""
    lines = path.read_bytes().decode("utf-8", "backslashreplace").splitlines()
    first = max(place - _BEFORE, 1)
    shown = dedent("\n".join(lines[first - 1 : place + _AFTER]).rstrip()).splitlines()
    cut = "\n".join(visible(line if len(line) <= _WIDEST else f"{line[:_WIDEST]}…") for line in shown)
    language = "json" if report.findings[0].code not in STRUCTURAL else "text"
    return (
        f"````{{code-block}} {language}\n:lineno-start: {first}\n:emphasize-lines: {place - first + 1}\n\n{cut}\n````\n"
    )
