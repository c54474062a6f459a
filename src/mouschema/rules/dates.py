"""Rules about dates. One that cannot be compared for certain breaks no rule; today's date is never read."""

from collections.abc import Iterator
from typing import Any, Final

from mouschema._show import shown
from mouschema.model import Date, Party, Post, Term
from mouschema.report import Severity
from mouschema.rules._index import Index
from mouschema.rules._rule import Hit, rule

__all__: list[str] = []

_ENDS: Final[tuple[tuple[type[Any], str, str], ...]] = (
    (Term, "effective", "end"),
    (Post, "start", "end"),
    (Party, "joined", "left"),
)


@rule("DAT01", "end-before-start", Severity.ERROR)
def ends_after_start(index: Index) -> Iterator[Hit]:
    """What has a start and an end does not certainly end before it starts: an interval, a term, a post, a party."""
    for owner, field, date in index.dates:
        if date.is_interval and date.start and date.end and date.end.before(date.start):
            message = f"the interval {shown(str(date))} ends before it starts"
            yield Hit(owner, (field,), message, f"Perhaps {shown(f'{date.end}/{date.start}')}?")
    for cls, first, last in _ENDS:
        for record in index.of(cls):
            start: Date | None = getattr(record, first)
            end: Date | None = getattr(record, last)
            if start and end and end.before(start):
                message = f"{last} {shown(str(end))} is before {first} {shown(str(start))}"
                yield Hit(record, (last,), message, "One of the two is wrong, or they stand in the wrong fields.")
