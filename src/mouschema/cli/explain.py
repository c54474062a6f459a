"""`mouschema explain`: say what a code of a finding means."""

import sys
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from mouschema._safe import nearest, visible
from mouschema.checking.config import Choices
from mouschema.cli._complain import complain
from mouschema.cli._configured import configured, settings_of
from mouschema.reports.codes import STRUCTURAL

__all__ = ["explain_command"]


@click.command("explain")
@click.argument("code", required=False)
@click.option("--profile", metavar="MODULE:NAME", help="The profile of a programme, for codes of its own.")
@configured
def explain_command(code: str | None, profile: str | None, **options: Any) -> None:
    """Say what a code of a finding means; without CODE, list them all."""
    try:
        project = settings_of(options).choices
        theirs = profile is None
        held = Choices(profile=project.profile if theirs else profile, folder=project.folder if theirs else None).held
    except ValueError as error:
        complain(f"{error}.")
        sys.exit(2)
    known = {each.code.code: each.code for each in held.rules}  # also those that are off
    codes = {**STRUCTURAL, **known, **held.ruleset.codes}
    if code is None:
        for each in codes.values():
            click.echo(f"{each.code}  {each.severity:7}  {each.name}")
        return
    if code.upper() not in codes:
        near = nearest(code, codes)
        complain(
            f"there is no code {visible(code)}."
            + (f" Did you mean {near}?" if near else " `mouschema explain` lists them all.")
        )
        sys.exit(2)
    found = codes[code.upper()]
    Console(highlight=False).print(
        Text.assemble(
            (f"{found.code} {found.name}", "bold"), f" ({found.severity})\n\n{found.explanation}\n\n{found.help_url}"
        )
    )
