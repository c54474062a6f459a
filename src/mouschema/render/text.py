"""Reports as text for the terminal."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from mouschema._safe import uncommanding, visible
from mouschema.render._fit import fitted
from mouschema.render._tally import LIMITS, MOST_PLACES, Tally, alike, place, title, untold
from mouschema.reports.report import Excerpt, Finding, Report
from mouschema.reports.ruleset import Severity

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

__all__ = ["to_text"]

_STYLES: Final = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def to_text(reports: Iterable[Report], *, color: bool = False) -> Iterator[str]:
    """Yield what each report says, a line when nothing was found, and at last how much was found of which code.

    Nothing of a document is taken as markup, characters that act on a terminal are escaped, and so is what a build
    server would take for a command.

    Args:
        reports: The reports.
        color: Whether the terminal shows colours.
    """
    from rich.console import Console

    console = Console(force_terminal=color, no_color=not color, highlight=False, legacy_windows=False)
    tally = Tally()
    for report in tally.counting(reports):
        yield _printed(console, _report(report)) if report.severities else _clean(report, color)
    if tally.documents:
        yield _printed(console, _summary(tally))


def _printed(console: "Console", lines: Iterable["Text"]) -> str:
    with console.capture() as captured:
        for line in lines:
            console.print(line, soft_wrap=True)
    return captured.get()


def _clean(report: Report, color: bool) -> str:
    """Return the line of a document without findings; there may be millions, and rich takes its time."""
    name = f"\x1b[1m{title(report)}\x1b[0m" if color else title(report)
    return f"{name}: nothing found\n"


def _report(report: Report) -> Iterator["Text"]:
    from rich.text import Text

    yield Text(title(report), "bold")
    told = fitted(report, _size)
    for group in alike(told.findings):
        yield from _group(group)
    if told.omitted:
        yield Text(f"  … and {untold(told)} more")
    yield Text()


def _size(finding: Finding) -> int:
    """Return at least as many bytes as a finding takes when it is told alone, with colours."""
    excerpt = visible(str(finding.excerpt or ""))  # and below it as many blanks and carets
    words = (finding.code, finding.name, finding.message, finding.hint, finding.pointer, excerpt, excerpt)
    return 400 + sum(len(visible(each).encode()) for each in words)


def _group(findings: list[Finding]) -> Iterator["Text"]:
    from rich.text import Text

    first = findings[0]
    times = f", {len(findings):,} times" if len(findings) > 1 else ""
    code = f" {visible(first.code)} {visible(first.name)}{times}"
    yield Text.assemble("  ", (first.severity, _STYLES[first.severity]), code)
    for each in findings[:MOST_PLACES]:
        yield Text(f"    {_place(each)}", "dim")
    if len(findings) > MOST_PLACES:
        yield Text(f"    and in {len(findings) - MOST_PLACES:,} more places", "dim")
    if first.excerpt and first.excerpt.marked not in ("{", "["):
        yield from _source(first.excerpt, str(first.line), _STYLES[first.severity])
    yield Text(f"    {uncommanding(visible(first.message))}")
    if first.hint:
        yield Text(f"    {uncommanding(visible(first.hint))}", "green")


def _source(excerpt: Excerpt, line: str, style: str) -> Iterator["Text"]:
    """Show the line of the source, and carets under what the finding is about."""
    from rich.cells import cell_len
    from rich.text import Text

    parts = [visible(part) for part in (excerpt.before, excerpt.marked, excerpt.after)]
    if uncommanding("".join(parts)) != "".join(parts):  # a command only where the parts meet
        parts = [part.replace("#", r"\u0023") for part in parts]
    before, marked, after = parts
    yield Text.assemble(f"      {line} | {before}", (marked, style), after)
    carets = "^" * max(cell_len(marked), 1)
    yield Text.assemble(f"      {' ' * len(line)} | {' ' * cell_len(before)}", (carets, style))


def _place(finding: Finding) -> str:
    return f"{place(finding)}  {visible(finding.pointer)}".rstrip()


def _summary(tally: Tally) -> Iterator["Text"]:
    from rich.text import Text

    yield Text(tally.sentence())
    for code, name, number in tally.by_code():
        yield Text(f"  {code} {name}: {number:,}", "dim")
    for line in tally.changed():
        yield Text(line, "dim")
    yield Text(LIMITS, "dim")
