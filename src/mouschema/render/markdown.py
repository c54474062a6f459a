"""Reports as Markdown, for an issue, a pull request or a mail."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from mouschema._safe import visible
from mouschema.render._tally import LIMITS, MOST_PLACES, Tally, alike, title, untold
from mouschema.report import Finding, Report

__all__ = ["code_span", "escaped", "to_markdown"]

_SPECIAL: Final = (
    (re.compile(r"([\\`*_\[\]<>#|~&$])"), r"\\\1"),
    (re.compile(r"^(\s*)((?=[-+=])|[0-9]+(?=[.)]))", re.MULTILINE), r"\1\2\\"),
    (re.compile(r"(?<=[A-Za-z])(:)(?=/)|(?<=www)(\.)", re.IGNORECASE), r"\\\g<0>"),
    (re.compile(r"([@#])(?=[A-Za-z0-9])"), "\\1\u200b"),
)


def to_markdown(reports: Iterable[Report]) -> Iterator[str]:
    """Yield a section for each document that has findings, and at last the counts."""
    tally = Tally()
    yield "# Check of records\n\n"
    for report in tally.counting(reports):
        yield _section(report) if report.findings else ""
    yield f"{tally.sentence()}\n\n"
    codes = [f"| {code} | {name} | {number:,} |\n" for code, name, number in tally.by_code()]
    if codes:
        yield "| code | name | findings |\n| --- | --- | --- |\n" + "".join(codes) + "\n"
    yield f"{LIMITS}\n"


def _section(report: Report) -> str:
    groups = "".join(_group(findings) for findings in alike(report.findings))
    more = f"- … and {untold(report)} more\n" if report.omitted else ""
    return f"## {escaped(title(report))}\n\n{groups}{more}\n"


def _group(findings: list[Finding]) -> str:
    first = findings[0]
    times = f", {len(findings):,} times" if len(findings) > 1 else ""
    lines = [f"- **{first.severity} [{first.code}]({first.help_url}) {first.name}**{times}: {escaped(first.message)}"]
    if first.hint:
        lines.append(escaped(first.hint))
    lines += (f"at {_place(each)}" for each in findings[:MOST_PLACES])
    if len(findings) > MOST_PLACES:
        lines.append(f"and in {len(findings) - MOST_PLACES:,} more places")
    if first.excerpt:
        lines.append(code_span(str(first.excerpt)))
    return "  \n  ".join(lines) + "\n"


def _place(finding: Finding) -> str:
    place = f"line {finding.line}, column {finding.column}" if finding.line else "the document"
    return f"{place}: {code_span(visible(finding.pointer))}" if finding.pointer else place


def escaped(text: str) -> str:
    """Return text in which nothing is Markdown, HTML, a link or a mention."""
    for special, written in _SPECIAL:
        text = special.sub(written, text)
    return text


def code_span(text: str) -> str:
    """Return text as code, whatever backticks are in it."""
    longest = max((len(list(run)) for mark, run in groupby(text) if mark == "`"), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {text} {fence}" if "`" in text else f"`{text}`"
