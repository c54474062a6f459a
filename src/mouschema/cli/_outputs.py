"""Where reports go, and in which form: standard output, and files."""

import os
import sys
from collections.abc import Iterable
from contextlib import ExitStack
from functools import partial
from itertools import tee, zip_longest
from typing import Final, NamedTuple

from mouschema._safe import choices, visible
from mouschema._writing import opened
from mouschema.cli._apart import keep_apart
from mouschema.render import FORMATS, Format
from mouschema.render.text import to_text
from mouschema.reports.report import Report

__all__ = ["Output", "outputs", "write"]

_BY_ENDING: Final = {
    ".problem.json": "problem",
    ".json": "json",
    ".jsonl": "jsonl",
    ".sarif": "sarif",
    ".xml": "junit",
    ".md": "markdown",
    ".csv": "csv",
    ".html": "html",
    ".txt": "text",
}


class Output(NamedTuple):
    """A form of report, and the file that it goes to; None for standard output."""

    format: str
    file: str | None


def outputs(
    format: str | None, files: tuple[str, ...], inputs: tuple[str, ...] = (), *, follow_links: bool = False
) -> list[Output]:
    """Return the outputs that the options --format and --output ask for.

    One file is written in the form of --format. Each of several, or one where no form is named, is written in that
    of its ending, or as `FORM=FILE` says; then --format is about standard output.

    Args:
        format: The value of --format.
        files: The values of --output.
        inputs: The files, folders and patterns that are to be read.
        follow_links: Whether links that lead out of a folder are followed.

    Raises:
        ValueError: The ending of a file tells no form, or an output is also an input or another output.
    """
    made = _outputs(format, files)
    keep_apart([each.file for each in made], inputs, follow_links=follow_links)
    return made


def write(wanted: list[Output], reports: Iterable[Report]) -> None:
    """Write reports to all outputs, as they come.

    Raises:
        OSError: A file cannot be opened or written.
    """
    with ExitStack() as stack:
        files = [stack.enter_context(opened(output.file)) if output.file else None for output in wanted]
        copies = tee(reports, len(wanted))
        parts = [_form(output)(copy) for output, copy in zip(wanted, copies, strict=True)]
        for row in zip_longest(*parts, fillvalue=""):
            for file, part in zip(files, row, strict=True):
                (file or sys.stdout).write(part)
        for file in filter(None, files):
            file.flush()  # where one has no room, none takes the place of an older one


def _outputs(format: str | None, files: tuple[str, ...]) -> list[Output]:
    if format and len(files) == 1 and not _named(files[0]):
        return [Output(format, files[0])]
    made = [_named(file) or _by_ending(file) for file in files]
    return [*([Output(format or "text", None)] if format or not files else []), *made]


def _named(file: str) -> Output | None:
    form, sign, path = file.partition("=")
    return Output(form, path) if sign and form in FORMATS else None


def _by_ending(file: str) -> Output:
    form = next((form for ending, form in _BY_ENDING.items() if file.endswith(ending)), None)
    if form is None:
        known = choices(f"{ending} ({form})" for ending, form in _BY_ENDING.items())
        raise ValueError(
            f"the ending of {visible(file)} tells no form of report; known are {known}; or write FORM={visible(file)}"
        )
    return Output(form, file)


def _form(output: Output) -> Format:
    if output.format == "text" and not output.file:
        return partial(to_text, color=sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
    return FORMATS[output.format]
