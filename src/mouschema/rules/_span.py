"""The time within which several dates lie: what is certain of all of them follows from the first and the last day."""

import datetime
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from mouschema.model import Date
from mouschema.model.date import reach

__all__ = ["Span", "span", "within"]


class Span(NamedTuple):
    """The time within which dates lie, be they one or a hundred thousand.

    Attributes:
        start: The first day that one of them may be; None when that is open.
        end: The last day that one of them may be; None when that is open.
        certain: Whether none of them is doubtful, or an interval that ends before it starts.
        earliest: The one that begins first, for a message; of several, the one that sorts first.
        several: Whether they differ.
    """

    start: datetime.date | None
    end: datetime.date | None
    certain: bool
    earliest: Date
    several: bool

    def before(self, other: "Span") -> bool:
        """Tell whether every date in this is certainly before every date in `other`."""
        if not (self.certain and other.certain and self.end and other.start):
            return False
        return self.end < other.start


def span(dates: Iterable[Date]) -> Span | None:
    """Return the time within which dates lie; None when there are none."""
    return within(_alone(str(date)) for date in dates)


def within(spans: Iterable[Span]) -> Span | None:
    """Return the time that holds all the times given; None when there are none."""
    whole: Span | None = None
    for each in spans:
        whole = each if whole is None or whole == each else _both(whole, each)
    return whole


@lru_cache(maxsize=4096)  # as many as `reach` remembers
def _alone(written: str) -> Span:
    return Span(*reach(written), Date.from_json(written), several=False)


def _both(one: Span, other: Span) -> Span:
    return Span(
        min(one.start, other.start) if one.start and other.start else None,
        max(one.end, other.end) if one.end and other.end else None,
        one.certain and other.certain,
        min(one.earliest, other.earliest, key=_first),
        one.several or other.several or one.earliest != other.earliest,
    )


def _first(date: Date) -> tuple[datetime.date, str]:
    return date.earliest or datetime.date.min, str(date)
