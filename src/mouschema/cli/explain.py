"""`mouschema explain`: say what a code of a finding means."""

import sys

import click
from rich.console import Console
from rich.text import Text

from mouschema._show import nearest, visible
from mouschema.check import code_of
from mouschema.cli._complain import complain
from mouschema.codes import STRUCTURAL
from mouschema.rules import RULES

__all__ = ["explain_command"]


@click.command("explain")
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
        complain(
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
