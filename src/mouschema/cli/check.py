"""`mouschema check`: check documents and tell everything that is wrong with them."""

import sys
from typing import Any

import attrs
import click

from mouschema import schemas
from mouschema.checking.batch import check_files
from mouschema.checking.config import Choices
from mouschema.cli._complain import complain
from mouschema.cli._configured import configured, settings_of
from mouschema.cli._outputs import outputs, write
from mouschema.cli._progress import progress
from mouschema.cli._watch import Watch
from mouschema.reading.read import MOST_BYTES
from mouschema.render import FORMATS
from mouschema.reports.ruleset import Severity

__all__ = ["check_command"]


@click.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE… | DIR | -")
@click.option(
    "--as", "kind", type=click.Choice(list(schemas.KINDS)), default="bundle", show_default=True, help="What each is."
)
@click.option("--format", type=click.Choice(list(FORMATS)), help="The form of the report. [default: text]")
@click.option(
    "--output",
    multiple=True,
    metavar="[FORM=]FILE",
    help="Write the report to a file, in the form of --format or of the ending of its name; several times, if you like.",
)
@click.option(
    "--jobs",
    type=click.IntRange(0),
    default=1,
    show_default=True,
    help="How many documents to check at the same time; 0 for one a core.",
)
@click.option(
    "--select", metavar="CODES", help="Only these rules: codes or their beginnings, with commas between them."
)
@click.option("--ignore", metavar="CODES", help="Not these rules.")
@click.option("--severity", metavar="CODE=LEVEL", multiple=True, help="How much a rule matters here.")
@click.option(
    "--fail-on",
    type=click.Choice([each.value for each in Severity]),
    help="From which severity on to exit with 1. [default: error]",
)
@click.option("--profile", metavar="MODULE:NAME", help="The profile of a programme, to be imported.")
@configured
@click.option(
    "--most-bytes",
    type=click.IntRange(1),
    default=MOST_BYTES,
    show_default=True,
    help="The size beyond which a document is not read, nor expanded.",
)
@click.option("--follow-links", is_flag=True, help="Follow links that lead out of a DIR.")
@click.option("--lines", is_flag=True, help="Standard input is JSON Lines, one document a line.")
def check_command(
    files: tuple[str, ...], format: str | None, output: tuple[str, ...], fail_on: str | None, **options: Any
) -> None:
    """Check documents and tell everything that is wrong with them.

    FILE is JSON, or JSON Lines (.jsonl) with one document a line, each also compressed (.gz); of a DIR every such
    file in it is checked; a pattern such as "2024/*.json" stands for the files that fit; - is standard input.
    Choices of rules can also stand in [tool.mouschema] of a pyproject.toml; the report says what they change.

    Exit code: 0 nothing found of the severity of --fail-on or above, 1 something found, 2 wrong usage or something
    that could not be read, 3 a fault of mouschema, 130 stopped by Ctrl-C.
    """
    watch = Watch()
    try:
        project = settings_of(options)
        least = Severity(fail_on or project.fail_on)
        wanted = outputs(format, output, files, follow_links=options["follow_links"])
        found = check_files(files, choices=_choices(project.choices, options), **_settings(options))
        with watch:
            write(wanted, watch.over(progress(found, files, follow_links=options["follow_links"])))
    except ValueError as error:
        complain(f"{error}.")
        sys.exit(2)
    if watch.stopped or all(each.file for each in wanted):
        complain(("Stopped. " if watch.stopped else "") + watch.tally.sentence())
    sys.exit(watch.exit_code(least))


def _settings(options: dict[str, Any]) -> dict[str, Any]:
    return {name: options[name] for name in ("kind", "jobs", "lines", "follow_links", "most_bytes")}


def _choices(project: Choices, options: dict[str, Any]) -> Choices:
    """Return what the project chooses, with the choices of the command on top, each under the name of its option."""
    made = project
    if (profile := options["profile"]) is not None:
        made = attrs.evolve(project, profile=None, on=Choices(profile=profile, by=f"--profile {profile}"))
    if select := _codes(options["select"]):
        made = Choices(select=select, by="--select", on=made)
    if ignore := _codes(options["ignore"]):
        made = Choices(ignore=ignore, by="--ignore", on=made)
    if severity := {code: level for code, _, level in (pair.partition("=") for pair in options["severity"])}:
        made = Choices(severity=severity, by="--severity", on=made)
    return made


def _codes(listed: str | None) -> list[str]:
    return [code.strip() for code in (listed or "").split(",") if code.strip()]
