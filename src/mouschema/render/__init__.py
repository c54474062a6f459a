"""Reports in the forms that people and programs read, each a function under its name."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from mouschema.render.to_text import to_text
from mouschema.report import Report

__all__ = ["FORMATS", "Format", "render"]

Format = Callable[[Iterable[Report]], Iterator[str]]
"""Takes the reports of a run, one a document, and yields the rendering in parts.

A form that can be written as the documents come yields a part for each report.
"""

FORMATS: Final[dict[str, Format]] = {"text": to_text}


def render(reports: Report | Iterable[Report], format: str = "text") -> str:
    """Render reports.

    Args:
        reports: One report, or those of several documents.
        format: One of `FORMATS`.

    Raises:
        ValueError: There is no such format.
    """
    if format not in FORMATS:
        raise ValueError(f"there is no format {format!r}; known formats: {', '.join(FORMATS)}")
    return "".join(FORMATS[format]([reports] if isinstance(reports, Report) else reports))
