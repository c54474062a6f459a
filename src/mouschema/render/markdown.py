"""Reports as Markdown, for an issue, a pull request or a mail."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from mouschema._safe import uncommanding, visible
from mouschema.render._fit import fitted
from mouschema.render._tally import LIMITS, MOST_PLACES, Tally, alike, place, title, untold
from mouschema.reports.report import Finding, Report

__all__ = ["code_span", "escaped", "to_markdown"]

_SPECIAL: Final = (
    (re.compile(r"([\\`*_\[\]<>#|~&$])"), r"\\\1"),
    (re.compile(r"^(\s*)((?=[-+=])|[0-9]+(?=[.)]))", re.MULTILINE), r"\1\2\\"),
    # What looks like an address is made a link by many readers of Markdown, even `partner.example` alone.
    (re.compile(r"(?<=/)/|(?<=\S)[.:](?=\S)"), r"\\\g<0>"),
    (re.compile(r"([@#])(?=\S)"), "\\1\u200b"),
)
_ADDRESS: Final = re.compile(r"https?://[\w./~%:?=&#-]+", re.ASCII)


def to_markdown(reports: Iterable[Report]) -> Iterator[str]:
    """Yield a section for each document that has findings, and at last the counts."""
    tally = Tally()
    yield "# Check of records\n\n"
    for report in tally.counting(reports):
        yield _section(report) if report.severities else ""
    yield f"{escaped(tally.sentence())}\n\n"
    codes = [f"| {escaped(code)} | {escaped(name)} | {number:,} |\n" for code, name, number in tally.by_code()]
    if codes:
        yield "| code | name | findings |\n| --- | --- | --- |\n" + "".join(codes) + "\n"
    if changes := tally.changed():
        yield "".join(f"- {escaped(line)}\n" for line in changes) + "\n"
    yield f"{LIMITS}\n"


def _section(report: Report) -> str:
    told = fitted(report, lambda finding: len(_group([finding]).encode()))
    groups = "".join(_group(findings) for findings in alike(told.findings))
    more = f"- … and {untold(told)} more\n" if told.omitted else ""
    return f"## {escaped(title(report))}\n\n{groups}{more}\n"


def _group(findings: list[Finding]) -> str:
    first = findings[0]
    times = f", {len(findings):,} times" if len(findings) > 1 else ""
    about = f"{first.severity} {_code(first)} {escaped(visible(first.name))}"
    lines = [f"- **{about}**{times}: {escaped(visible(first.message))}"]
    if first.hint:
        lines.append(escaped(visible(first.hint)))
    lines += (f"at {_place(each)}" for each in findings[:MOST_PLACES])
    if len(findings) > MOST_PLACES:
        lines.append(f"and in {len(findings) - MOST_PLACES:,} more places")
    if first.excerpt:
        lines.append(code_span(visible(str(first.excerpt))))
    return uncommanding("  \n  ".join(lines) + "\n")


def _code(finding: Finding) -> str:
    code = escaped(visible(finding.code))
    return f"[{code}]({finding.help_url})" if _ADDRESS.fullmatch(finding.help_url) else code


def _place(finding: Finding) -> str:
    return f"{place(finding)}: {code_span(visible(finding.pointer))}" if finding.pointer else place(finding)


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
