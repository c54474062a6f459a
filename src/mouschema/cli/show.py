"""`mouschema show`: a record as a document for people, a folder of records as a site."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from mouschema._safe import visible
from mouschema._writing import opened, save
from mouschema.checking._walk import Found, expand, is_lines
from mouschema.checking.check import check, check_lines
from mouschema.cli._apart import keep_apart
from mouschema.cli._complain import complain
from mouschema.model import Bundle
from mouschema.reports.report import Report
from mouschema.reports.ruleset import Severity
from mouschema.rules import ERRORS

__all__ = ["show_command"]


@click.command("show")
@click.argument("source", metavar="FILE | DIR | -")
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "html", "markdown"]),
    default="terminal",
    show_default=True,
    help="What to write.",
)
@click.option("--output", type=click.Path(path_type=Path), help="The file to write; for a DIR, the folder of the site.")
@click.option(
    "--language",
    "languages",
    multiple=True,
    default=("en",),
    show_default=True,
    help="A language to prefer; the first has precedence.",
)
@click.option("--follow-links", is_flag=True, help="Follow links that lead out of a DIR.")
@click.option(
    "--templates",
    type=click.Path(exists=True, file_okay=False),
    help="A folder with Jinja2 templates of yours, for HTML.",
)
def show_command(source: str, form: str, output: Path | None, follow_links: bool, **options: Any) -> None:
    """Show a record as a document that people can read.

    Of a DIR, or of JSON Lines, a site is written to --output: a page for each record, and an index to search.

    Exit code: 0 shown, 1 a document has errors and is not shown, 2 something could not be read or written.
    """
    try:
        _keep_apart(source, output, options["templates"], follow_links)
        if Path(source).is_dir() or is_lines(source):
            code = _site(source, form, output, follow_links, **options)
        else:
            code = _document(source, form, output, **options)
    except (_Refused, ModuleNotFoundError) as refused:
        complain(f"{visible(source)}: {visible(str(refused))}.")
        code = 2
    sys.exit(code)


class _Refused(Exception):
    """Why nothing can be shown."""


def _keep_apart(source: str, output: Path | None, templates: str | None, follow_links: bool) -> None:
    """Refuse to write over what is read: the records, and the templates."""
    read = map(str, Path(templates).rglob("*")) if templates else ()
    try:
        keep_apart([str(output) if output else None], [source, *read], follow_links=follow_links)
    except ValueError as error:
        raise _Refused(error) from None


def _document(source: str, form: str, output: Path | None, **options: Any) -> int:
    try:
        report = check(sys.stdin.buffer if source == "-" else Path(source), profile=ERRORS)
    except OSError as error:
        raise _Refused(error.strerror or error) from None
    bundle = _without_errors(report, source)
    if bundle is None:
        return 1
    if form == "terminal":
        _on_terminal(bundle, output, options["languages"])
        return 0
    from mouschema.show import render_bundle

    text = render_bundle(bundle, form, **options)  # pyright: ignore[reportArgumentType] - click has the choices
    if output:
        save(output, text)
    else:
        click.echo(text, nl=False)
    return 0


def _on_terminal(bundle: Bundle, output: Path | None, languages: tuple[str, ...]) -> None:
    from mouschema.show.terminal import print_page
    from mouschema.show.view import view

    if output is None:
        print_page(view(bundle, languages), Console(highlight=False))
        return
    with opened(output) as file:
        print_page(view(bundle, languages), Console(file=file, width=100, highlight=False))


def _site(source: str, form: str, output: Path | None, follow_links: bool, **options: Any) -> int:
    if output is None:
        raise _Refused("many records become a site; say with --output in which folder to write it")
    if form == "markdown":
        raise _Refused("a site is HTML; Markdown is made of one FILE")
    from mouschema.show.site import write_site

    try:
        inputs = expand(source, follow_links=follow_links)
    except OSError as error:
        raise _Refused(error.strerror or error) from None
    failed: list[int] = []
    written = write_site(_records(inputs, failed), output, **options)
    click.echo(f"{written} record{'' if written == 1 else 's'} written: {visible(str(output / 'index.html'))}")
    return max(failed, default=0)


def _records(inputs: list[Found], failed: list[int]) -> Iterator[tuple[str, Bundle]]:
    """Yield the records that can be shown, each with a name for its page; tell of the others and note the exit code."""
    for found in inputs:
        path = Path(found.path)
        try:
            if found.trouble:
                raise found.trouble
            for report in check_lines(path, profile=ERRORS) if is_lines(path.name) else [check(path, profile=ERRORS)]:
                place = f"{path}, line {report.line}" if report.line else str(path)
                if bundle := _without_errors(report, place):
                    yield (bundle.id or f"{path.stem}-{report.line}") if report.line else path.stem, bundle
                else:
                    failed.append(1)
        except OSError as error:
            complain(f"{visible(str(path))}: {error.strerror or error}.")
            failed.append(2)


def _without_errors(report: Report, place: str) -> Bundle | None:
    """Return the bundle of a report; of one with errors say how many there are."""
    if report.ok:
        return report.bundle
    count = report.severities[Severity.ERROR]
    complain(
        f"{visible(place)}: {count:,} error{'' if count == 1 else 's'}, so it is not shown; "
        "`mouschema check` tells what is wrong."
    )
    return None
