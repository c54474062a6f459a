"""`mouschema check`: check documents and tell everything that is wrong with them."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from mouschema import schemas
from mouschema._show import visible
from mouschema.check import check, check_lines
from mouschema.cli._complain import complain
from mouschema.cli._inputs import LINES, documents
from mouschema.config import named_profile, project_choices
from mouschema.read import MOST_BYTES
from mouschema.render.text import render, render_summary
from mouschema.report import Report, Severity
from mouschema.rules import Profile

__all__ = ["check_command"]


@click.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE… | DIR | -")
@click.option(
    "--as", "kind", type=click.Choice(list(schemas.KINDS)), default="bundle", show_default=True, help="What each is."
)
@click.option(
    "--select", metavar="CODES", help="Only these rules: codes or their beginnings, with commas between them."
)
@click.option("--ignore", metavar="CODES", help="Not these rules.")
@click.option("--severity", "severities", metavar="CODE=LEVEL", multiple=True, help="How much a rule matters here.")
@click.option(
    "--fail-on",
    type=click.Choice([each.value for each in Severity]),
    help="From which severity on to exit with 1. [default: error]",
)
@click.option("--profile", metavar="MODULE:NAME", help="The profile of a programme, to be imported.")
@click.option(
    "--most-bytes",
    type=click.IntRange(1),
    default=MOST_BYTES,
    show_default=True,
    help="The size beyond which a document is not read.",
)
@click.option("--lines", is_flag=True, help="Standard input is JSON Lines, one document a line.")
def check_command(files: tuple[str, ...], lines: bool, fail_on: str | None, **options: Any) -> None:
    """Check documents and tell everything that is wrong with them.

    FILE is JSON, or JSON Lines (.jsonl) with one document a line; of a DIR every such file in it is checked;
    - is standard input. Choices can also stand in [tool.mouschema] of pyproject.toml.

    Exit code: 0 nothing found of the severity of --fail-on or above, 1 something found, 2 something could not be
    checked.
    """
    try:
        project = project_choices(Path.cwd())
        profile = _chosen(project, options)
        least = Severity(fail_on or project.get("fail-on", Severity.ERROR))
    except ValueError as error:
        complain(f"{error}.")
        sys.exit(2)
    console = Console(highlight=False)
    counts: Counter[Severity] = Counter()
    checked, failed = 0, False
    for name in files:
        try:
            for report in _reports(
                name, lines, profile=profile, kind=options["kind"], most_bytes=options["most_bytes"]
            ):
                render(report, console)
                counts.update(finding.severity for finding in report.findings)
                checked += 1
        except OSError as error:
            complain(f"{visible(name)}: {error.strerror or error}.")
            failed = True
    if checked:
        render_summary(checked, counts, console)
    sys.exit(2 if failed else int(any(counts[severity] for severity in Severity if severity.weight >= least.weight)))


def _chosen(project: dict[str, Any], options: dict[str, Any]) -> Profile:
    """Return the profile that the project names, with the choices of the project and of the command on top."""
    pairs = [pair.partition("=") for pair in options["severities"]]
    return named_profile(options["profile"] or project.get("profile")).choose(
        select=_codes(options["select"]) or project.get("select", ()),
        ignore=[*project.get("ignore", ()), *_codes(options["ignore"])],
        severity={**project.get("severity", {}), **{code: level for code, _, level in pairs}},
    )


def _codes(listed: str | None) -> list[str]:
    return [code.strip() for code in (listed or "").split(",") if code.strip()]


def _reports(name: str, lines: bool, **options: Any) -> Iterator[Report]:
    if name == "-":
        yield from check_lines(sys.stdin.buffer, **options) if lines else [check(sys.stdin.buffer, **options)]
        return
    for path in documents(Path(name)):
        yield from check_lines(path, **options) if path.suffix in LINES else [check(path, **options)]
