"""`mouschema explain`: say what a code of a finding means."""

import sys
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from mouschema._safe import nearest, visible
from mouschema.cli._complain import complain
from mouschema.codes import STRUCTURAL
from mouschema.config import named_profile, project_choices

__all__ = ["explain_command"]


@click.command("explain")
@click.argument("code", required=False)
@click.option("--profile", metavar="MODULE:NAME", help="The profile of a programme, for codes of its own.")
def explain_command(code: str | None, profile: str | None) -> None:
    """Say what a code of a finding means; without CODE, list them all."""
    try:
        rules = named_profile(profile or project_choices(Path.cwd()).get("profile")).ruleset.codes
    except ValueError as error:
        complain(f"{error}.")
        sys.exit(2)
    codes = {**STRUCTURAL, **rules}
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
