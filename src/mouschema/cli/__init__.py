"""The command `mouschema`, a file for each of its commands. It needs the extra `cli`."""

import click

from mouschema.cli._group import Group
from mouschema.cli.check import check_command
from mouschema.cli.explain import explain_command
from mouschema.cli.new import new_command
from mouschema.cli.schema import schema_command
from mouschema.cli.show import show_command

__all__ = ["cli"]


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mouschema", prog_name="mouschema")
def cli() -> None:
    """Check records of memoranda of understanding and other agreements."""


for command in (check_command, explain_command, new_command, schema_command, show_command):
    cli.add_command(command)
