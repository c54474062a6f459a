"""The command `mouschema`. It needs the extra `cli`."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from mouschema import schemas
from mouschema._show import nearest, visible
from mouschema.check import check, check_lines, code_of
from mouschema.codes import STRUCTURAL
from mouschema.config import named_profile, project_choices
from mouschema.read import MOST_BYTES
from mouschema.render.text import render, render_summary
from mouschema.report import Report, Severity
from mouschema.rules import RULES, Profile

__all__ = ["cli"]

LINES = (".jsonl", ".ndjson")
SUFFIXES = (".json", *LINES)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mouschema", prog_name="mouschema")
def cli() -> None:
    """Check records of memoranda of understanding and other agreements."""


@cli.command("check")
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
        _complain(f"{error}.")
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
            _complain(f"{visible(name)}: {error.strerror or error}.")
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


@cli.command("schema")
@click.argument("name", type=click.Choice(list(schemas.KINDS)), default="bundle", metavar="[NAME]")
@click.option("--write", is_flag=True, help="Bring the schemas/ folder of a checkout up to date with the model.")
def schema_command(name: str, write: bool) -> None:
    """Print the JSON Schema of a kind: bundle, agreement, party, ceremony or commitment."""
    if not write:
        click.echo(schemas.schema_text(name), nl=False)
        return
    if not schemas.checkout().is_dir():
        _complain("--write works in a checkout of mouschema only: there is no schemas/ folder beside the source.")
        sys.exit(2)
    from mouschema.export import write as write_exports

    changed = write_exports()
    click.echo(f"Written: {', '.join(changed)}." if changed else "Everything is up to date.")


@cli.command("explain")
@click.argument("code", required=False)
def explain_command(code: str | None) -> None:
    """Say what a code of a finding means; without CODE, list them all."""
    codes = [*STRUCTURAL, *RULES]
    if code is None:
        for each in map(code_of, codes):
            click.echo(f"{each.code}  {each.severity:7}  {each.name}")
        return
    if code.upper() not in codes:
        near = nearest(code, codes)
        _complain(
            f"there is no code {visible(code)}."
            + (f" Did you mean {near}?" if near else " `mouschema explain` lists them all.")
        )
        sys.exit(2)
    found = code_of(code.upper())
    Console(highlight=False).print(
        Text.assemble(
            (f"{found.code} {found.name}", "bold"), f" ({found.severity})\n\n{found.explanation}\n\n{found.help_url}"
        )
    )


def _reports(name: str, lines: bool, **options: Any) -> Iterator[Report]:
    if name == "-":
        yield from check_lines(sys.stdin.buffer, **options) if lines else [check(sys.stdin.buffer, **options)]
        return
    for path in _files(Path(name)):
        yield from check_lines(path, **options) if path.suffix in LINES else [check(path, **options)]


def _files(path: Path) -> Iterable[Path]:
    """Return the file itself, or of a folder the JSON files in it and below, in the order of their names."""
    if not path.is_dir():
        return [path]
    found = sorted(each for each in path.rglob("*") if each.suffix in SUFFIXES and each.is_file())
    if not found:
        raise OSError("no .json or .jsonl files in this folder")
    return found


def _complain(message: str) -> None:
    click.echo(f"mouschema: {message}", err=True)
