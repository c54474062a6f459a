"""The life of an agreement as a drawing: a row for each date, from what came first to the end of the term."""

import datetime
from collections.abc import Iterator
from typing import Final

import attrs

from mouschema.model import Agreement
from mouschema.show.events import Event, events
from mouschema.show.lettering import lines
from mouschema.show.parts import Figure, Words
from mouschema.show.teller import Teller

__all__ = ["Row", "Timeline", "timeline"]

WIDTH: Final = 360.0
_EDGE: Final = 10.0
_LETTER: Final = 11.0
_LEADING: Final = 15.0
_TRACK: Final = 22.0
_TOP: Final = 26.0
_MOST_TICKS: Final = 6
_MOST_EVENTS: Final = 60
_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500)


@attrs.frozen
class Row:
    """An event in its place.

    Attributes:
        event: The event.
        y: The height of the line on which it stands.
        left: Where it begins.
        right: Where it ends; at the same place for a day.
        letters: The lines of its words, each with its height.
    """

    event: Event
    y: float
    left: float
    right: float
    letters: tuple[tuple[float, str], ...]

    @property
    def is_point(self) -> bool:
        """Whether it is one day, or too short to be seen as more."""
        return self.right - self.left < 3


@attrs.frozen
class Timeline:
    """The whole drawing.

    Attributes:
        width: Its width.
        height: Its height.
        ticks: What is written on the axis, each with its place.
        rows: The events.
    """

    width: float
    height: float
    ticks: tuple[tuple[float, str], ...]
    rows: tuple[Row, ...]


def timeline(teller: Teller, agreement: Agreement, anchor: str) -> Figure | None:
    """Draw the dates of an agreement; None when all are the same.

    Args:
        teller: Knows the bundle.
        agreement: The agreement.
        anchor: The anchor of the figure.
    """
    found = sorted(events(teller, agreement), key=lambda event: event.first or event.last or datetime.date.min)
    if len({(event.first, event.last) for event in found}) < 2:
        return None
    title = f"Timeline: the first {_MOST_EVENTS} of {len(found):,} dates" if len(found) > _MOST_EVENTS else "Timeline"
    found = found[:_MOST_EVENTS]
    scale = _scale(found)
    rows: list[Row] = []
    y = _TOP
    for event in found:
        rows.append(_row(event, scale, y))
        y = rows[-1].y + _TRACK / 2
    return Figure(
        name="timeline",
        anchor=anchor,
        title=title,
        drawing=Timeline(WIDTH, y, tuple(_ticks(scale)), tuple(rows)),
        lines=tuple((Words(f"{event.date}: "), event.words) for event in found),
    )


@attrs.frozen
class _Scale:
    first: datetime.date
    last: datetime.date

    def place(self, day: datetime.date) -> float:
        """Return where a day is; in the middle when it is the only one."""
        days = (self.last - self.first).days
        part = (day - self.first).days / days if days else 0.5
        return _EDGE + part * (WIDTH - 2 * _EDGE)


def _scale(found: list[Event]) -> _Scale:
    """Return a scale with room for all days, and beside them for what began before or goes on."""
    days = [day for event in found for day in (event.first, event.last) if day]
    first, last = min(days).toordinal(), max(days).toordinal()
    room = (last - first) // 8 + 30
    before, after = any(event.first is None for event in found), any(event.last is None for event in found)
    earliest, latest = datetime.date.min.toordinal(), datetime.date.max.toordinal()
    return _Scale(
        datetime.date.fromordinal(max(first - room * before, earliest)),
        datetime.date.fromordinal(min(last + room * after, latest)),
    )


def _row(event: Event, scale: _Scale, y: float) -> Row:
    text = f"{event.date} · {event.words.text}"
    broken = lines(text, (WIDTH - 2 * _EDGE) / _LETTER, 2)
    letters = tuple((y + _LEADING * (number + 0.8), line) for number, line in enumerate(broken))
    left = scale.place(event.first) if event.first else 0.0
    right = scale.place(event.last) if event.last else WIDTH
    left, right = sorted((left, right))
    return Row(event, y + _LEADING * len(broken) + _TRACK / 2, left, right, letters)


def _ticks(scale: _Scale) -> Iterator[tuple[float, str]]:
    """Yield the years on the axis, not more than there is room for; the first and the last month of a short time."""
    years = range(scale.first.year + 1, scale.last.year + 1)
    if len(years) < 2:
        yield from ((scale.place(day), f"{day:%m/%Y}") for day in dict.fromkeys((scale.first, scale.last)))
        return
    step = next(step for step in _STEPS if len(years) / step <= _MOST_TICKS)
    yield from ((scale.place(datetime.date(year, 1, 1)), str(year)) for year in years if year % step == 0)
