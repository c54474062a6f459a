"""Reports in the forms that people and programs read, each a function under its name."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from mouschema.render._tally import Tally
from mouschema.render.github import to_github
from mouschema.render.junit import to_junit
from mouschema.render.markdown import to_markdown
from mouschema.render.problem import to_problem
from mouschema.render.sarif import to_sarif
from mouschema.render.spreadsheet import to_csv
from mouschema.render.text import to_text
from mouschema.render.verdict import to_json, to_jsonl
from mouschema.render.webpage import to_html
from mouschema.reports.report import Report

__all__ = ["FORMATS", "Format", "Tally", "render_report"]

Format = Callable[[Iterable[Report]], Iterator[str]]
"""Takes the reports of a run, one a document, and yields the rendering in parts.

A form that can be written as the documents come yields a part for each report.
"""

FORMATS: Final[dict[str, Format]] = {
    "text": to_text,
    "json": to_json,
    "jsonl": to_jsonl,
    "sarif": to_sarif,
    "junit": to_junit,
    "github": to_github,
    "markdown": to_markdown,
    "csv": to_csv,
    "problem": to_problem,
    "html": to_html,
}


def render_report(reports: Report | Iterable[Report], format: str = "text") -> str:
    """Render reports.

    Args:
        reports: One report, or those of several documents.
        format: One of `FORMATS`.

    Raises:
        ValueError: There is no such format.
        ModuleNotFoundError: The format needs a package that is not installed.
    """
    if format not in FORMATS:
        raise ValueError(f"there is no format {format!r}; known formats: {', '.join(FORMATS)}")
    try:
        return "".join(FORMATS[format]([reports] if isinstance(reports, Report) else reports))
    except ModuleNotFoundError as missing:
        raise ModuleNotFoundError(
            f"{format} needs the package {missing.name}: pip install 'mouschema[render]'", name=missing.name
        ) from None
