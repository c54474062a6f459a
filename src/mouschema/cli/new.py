"""`mouschema new`: a bundle to begin with."""

import sys
from pathlib import Path

import click

from mouschema import judge, schemas
from mouschema._safe import visible
from mouschema.cli._complain import complain
from mouschema.starter import starter

__all__ = ["new_command"]


@click.command("new")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option(
    "--language", default="en", show_default=True, metavar="TAG", help="The language in which you will write: lo, fr, …"
)
@click.option("--comments/--no-comments", default=True, help="Say in the record what belongs into each field.")
def new_command(file: Path | None, language: str, comments: bool) -> None:
    """Write a record to begin with: fill in every "", then check it.

    With FILE the schema is put beside it, so that an editor completes the names of fields and codes while you type.
    """
    if not judge.accepts("LanguageTag", language):
        complain(f"{visible(language)} is not a language tag, such as en, lo or zh-Hant.")
        sys.exit(2)
    if file is None:
        click.echo(starter(language=language, comments=comments), nl=False)
        return
    schema = file.parent / "bundle.schema.json"
    try:
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(starter(address=f"./{schema.name}", language=language, comments=comments))
        schema.write_text(schemas.schema_text("bundle"), encoding="utf-8", newline="\n")
    except OSError as error:
        complain(f"{visible(str(error.filename))}: {error.strerror}.")
        sys.exit(2)
    click.echo(
        f'Written: {visible(str(file))}, and {visible(str(schema))} for your editor. Fill in every "", then run:'
    )
    click.echo(f"  mouschema check {visible(str(file))}")
