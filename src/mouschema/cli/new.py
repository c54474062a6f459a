"""`mouschema new`: a bundle to begin with."""

import os
import sys
from contextlib import ExitStack
from pathlib import Path

import click

from mouschema import schemas
from mouschema._safe import visible
from mouschema._writing import opened
from mouschema.cli._complain import complain
from mouschema.judging import judge
from mouschema.schemas.starter import starter

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
    Nothing that is there already is overwritten.
    """
    if not judge.accepts("LanguageTag", language):
        complain(f"{visible(language)} is not a language tag, such as en, lo or zh-Hant.")
        sys.exit(2)
    if file is None:
        click.echo(starter(language=language, comments=comments), nl=False)
        return
    schema = file.parent / "bundle.schema.json"
    if file.name.lower() == schema.name:
        complain(f"{visible(str(file))} is the name of the schema beside the record; give the record another one.")
        sys.exit(2)
    said = _write(file, schema, starter(address=f"./{schema.name}", language=language, comments=comments))
    click.echo(f'Written: {said}. Fill in every "", then run:')
    click.echo(f"  mouschema check {visible(str(file))}")


def _write(file: Path, schema: Path, record: str) -> str:
    """Write a record and its schema, both or none of them, and say what there is now and what to do with it.

    Raises:
        OSError: The record is there already, or something cannot be written.
    """
    there = os.path.lexists(schema)
    with ExitStack() as stack:
        opened_record = stack.enter_context(opened(file, new=True))
        opened_record.write(record)
        opened_record.flush()
        if not there:
            stack.enter_context(opened(schema, new=True)).write(schemas.schema_text("bundle"))
    name, beside = visible(str(file)), visible(str(schema))
    if not there:
        return f"{name}, and {beside} for your editor"
    if _is_current(schema):
        return f"{name}; {beside} was there already"
    return (
        f"{name}; {beside} was there already, is another one and was left as it is. "
        f"For the one of this version, move it away and run `mouschema schema > {beside}`"
    )


def _is_current(schema: Path) -> bool:
    """Whether a file holds the schema of this version, to the letter."""
    ours = schemas.schema_text("bundle").encode()
    try:
        return schema.is_file() and schema.stat().st_size == len(ours) and schema.read_bytes() == ours
    except OSError:
        return False
