"""A report as text for the terminal."""

from collections import Counter
from typing import Final

from rich.console import Console
from rich.text import Text

from mouschema._show import visible
from mouschema.report import Finding, Report, Severity

__all__ = ["render", "render_summary"]

_STYLES: Final = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_MOST_PLACES: Final = 3
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
    for alike in _grouped(report.findings):
        console.print(_group(alike), soft_wrap=True)
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


def _grouped(findings: tuple[Finding, ...]) -> list[list[Finding]]:
    """Put equal findings together, in the order of the first of them."""
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.code, finding.message, finding.hint), []).append(finding)
    return list(groups.values())


def _group(alike: list[Finding]) -> Text:
    first = alike[0]
    times = f", {len(alike):,} times" if len(alike) > 1 else ""
    lines = [Text.assemble("  ", (first.severity, _STYLES[first.severity]), f" {first.code} {first.name}{times}")]
    lines += (Text(f"    {_place(each)}", "dim") for each in alike[:_MOST_PLACES])
    if len(alike) > _MOST_PLACES:
        lines.append(Text(f"    and in {len(alike) - _MOST_PLACES:,} more places", "dim"))
    lines.append(Text(f"    {first.message}"))
    if first.hint:
        lines.append(Text(f"    {first.hint}", "green"))
    return Text("\n").join(lines)


def _place(finding: Finding) -> str:
    place = f"line {finding.line}, column {finding.column}" if finding.line else "the document"
    return f"{place}  {visible(finding.pointer)}"


def _plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 or noun == Severity.INFO else 's'}"
