"""A report as text for the terminal."""

from collections import Counter
from typing import Final

from rich.console import Console
from rich.text import Text

from mouschema._show import visible
from mouschema.report import Finding, Report, Severity

__all__ = ["render", "render_summary"]

_STYLES: Final = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_LIMITS: Final = "A check tells whether a record is well formed and consistent, not whether it is true."


def render(report: Report, console: Console) -> None:
    """Print what one document's report says: a line when nothing was found, else every finding.

    Nothing of the document is taken as markup, and characters that act on a terminal are escaped.

    Args:
        report: The report.
        console: Where to print it.
    """
    name = visible(report.source or "input") + (f", line {report.line}" if report.line else "")
    if not report.findings:
        console.print(Text.assemble((name, "bold"), ": nothing found"), soft_wrap=True)
        return
    console.print(Text(name, "bold"), soft_wrap=True)
    for finding in report.findings:
        console.print(_finding(finding), soft_wrap=True)
    if report.omitted:
        console.print(Text(f"  … and {report.omitted:,} more findings"), soft_wrap=True)
    console.print()


def render_summary(reports: int, counts: Counter[Severity], console: Console) -> None:
    """Print how many documents were checked and how many findings there are.

    Args:
        reports: The number of documents.
        counts: The number of findings by severity.
        console: Where to print it.
    """
    found = (
        ", ".join(_plural(counts[severity], severity) for severity in Severity if counts[severity]) or "nothing found"
    )
    console.print(Text(f"{_plural(reports, 'document')} checked: {found}."), soft_wrap=True)
    console.print(Text(_LIMITS, "dim"), soft_wrap=True)


def _finding(finding: Finding) -> Text:
    place = f"line {finding.line}, column {finding.column}" if finding.line else "the document"
    lines = [
        Text.assemble("  ", (finding.severity, _STYLES[finding.severity]), f" {finding.code} {finding.name}"),
        Text(f"    {place}  {visible(finding.pointer)}", "dim"),
        Text(f"    {finding.message}"),
    ]
    if finding.hint:
        lines.append(Text(f"    {finding.hint}", "green"))
    return Text("\n").join(lines)


def _plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 or noun == Severity.INFO else 's'}"
