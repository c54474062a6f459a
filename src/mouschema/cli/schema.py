"""`mouschema schema`: print an exported schema, or bring the exports up to date."""

import sys

import click

from mouschema import schemas
from mouschema.cli._complain import complain

__all__ = ["schema_command"]


@click.command("schema")
@click.argument("name", type=click.Choice(list(schemas.KINDS)), default="bundle", metavar="[NAME]")
@click.option("--write", is_flag=True, help="Bring the schemas/ folder of a checkout up to date with the model.")
def schema_command(name: str, write: bool) -> None:
    """Print the JSON Schema of a kind: bundle, agreement, party, ceremony or commitment."""
    if not write:
        click.echo(schemas.schema_text(name), nl=False)
        return
    if not schemas.checkout().is_dir():
        complain("--write works in a checkout of mouschema only: there is no schemas/ folder beside the source.")
        sys.exit(2)
    from mouschema.export import write as write_exports

    changed = write_exports()
    click.echo(f"Written: {', '.join(changed)}." if changed else "Everything is up to date.")
