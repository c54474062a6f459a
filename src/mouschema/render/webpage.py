"""Reports as one page for a browser, a phone or paper: what to mend, where it stands, and what each code means."""

import re
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import Final, NamedTuple

from mouschema.render._page import called, page, steps
from mouschema.render._tally import LIMITS, MOST_PLACES, numbers, plural, untold
from mouschema.reports.report import Report
from mouschema.reports.ruleset import Severity

__all__ = ["to_html"]

_MEANINGS: Final = {
    Severity.ERROR: "to be mended; as long as they stand, the record is not accepted",
    Severity.WARNING: "nearly always a slip: look at each, and mend it unless it is right",
    Severity.INFO: "unusual, but it may be right: if it is, leave it as it is",
}

_QUOTED: Final = re.compile(r'[^"]+')
_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def to_html(reports: Iterable[Report]) -> Iterator[str]:
    """Yield one HTML page for all reports, in parts: a single file that needs neither network nor script.

    What comes from a document is escaped, and characters that act on the reading direction are made visible. Of a
    long document the page shows what stands around its findings; of very many documents the last are only counted.

    Args:
        reports: The reports.

    Raises:
        ModuleNotFoundError: The extra `render` is not installed.
    """
    from mouschema._html import environment

    yield from (
        environment()
        .get_template("report.html.jinja")
        .generate(
            page=page(reports),
            meanings=_MEANINGS,
            limits=LIMITS,
            version=version("mouschema"),
            plural=plural,
            most_places=MOST_PLACES,
            called=called,
            runs=_runs,
            steps=steps,
            numbers=numbers,
            untold=untold,
        )
    )


class _Run(NamedTuple):
    """Some characters; whether they have to be set apart, lest they turn what stands around them."""

    text: str
    apart: bool


def _runs(text: str) -> Iterator[_Run]:
    """Cut a text, such as a line of JSON, around what stands in quotation marks and runs from right to left."""
    at = 0
    for found in _QUOTED.finditer(text):
        if _RIGHT_TO_LEFT.search(found[0]):
            yield _Run(text[at : found.start()], apart=False)
            yield _Run(found[0], apart=True)
            at = found.end()
    yield _Run(text[at:], apart=False)
