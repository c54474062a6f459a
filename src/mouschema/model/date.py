"""Dates as far as they are known, and lengths of time."""

import calendar
import datetime
import re
from functools import lru_cache
from typing import Final

from mouschema.model._value import Value

__all__ = ["Date", "Duration", "Reach", "reach"]

Reach = tuple[datetime.date | None, datetime.date | None, bool]

_PARTS: Final = re.compile(r"([0-9]+)([YMWD])")


class Date(Value):
    """A day, a month, a year or an interval: a part of EDTF (ISO 8601-2).

    `Date("2022-06")` is some day in June 2022. Comparing gives True or False only when it is certain
    and None when one cannot tell; a date marked `?`, `~` or `%` is never certain.
    """

    __slots__ = ()

    _written: str

    @property
    def is_interval(self) -> bool:
        """Whether two ends are written, with `/` between them."""
        return "/" in self._written

    @property
    def is_doubtful(self) -> bool:
        """Whether the source or the recorder doubts it: `?`, `~` or `%`."""
        return any(mark in self._written for mark in "?~%")

    @property
    def start(self) -> "Date | None":
        """The first end of an interval; the date itself when it is none; None when open."""
        return _end(self._written.partition("/")[0])

    @property
    def end(self) -> "Date | None":
        """The last end of an interval; the date itself when it is none; None when open."""
        return _end(self._written.rpartition("/")[2])

    @property
    def earliest(self) -> datetime.date | None:
        """The first day that it may be; None when the start is open."""
        return reach(self._written)[0]

    @property
    def latest(self) -> datetime.date | None:
        """The last day that it may be; None when the end is open."""
        return reach(self._written)[1]

    def before(self, other: "Date") -> bool | None:
        """Tell whether this is certainly before `other` (True), certainly not (False), or one cannot tell (None)."""
        first, last, certain = reach(self._written)
        others_first, others_last, others_certain = reach(other._written)
        if not (certain and others_certain):
            return None
        if last and others_first and last < others_first:
            return True
        if first and others_last and first >= others_last:
            return False
        return None

    def after(self, other: "Date") -> bool | None:
        """Tell whether this is certainly after `other` (True), certainly not (False), or one cannot tell (None)."""
        return other.before(self)


class Duration(Value):
    """A length of time as the source states it (ISO 8601): `Duration("P3Y")`, `P18M`, `P2W`, `P120D`."""

    __slots__ = ()

    _written: str

    @property
    def years(self) -> int:
        """The years written."""
        return self._part("Y")

    @property
    def months(self) -> int:
        """The months written, beside the years."""
        return self._part("M")

    @property
    def days(self) -> int:
        """The days written, a week counting seven."""
        return self._part("D") + 7 * self._part("W")

    def added_to(self, day: datetime.date) -> datetime.date | None:
        """Return the day that lies this much later; None when it comes after the year 9999.

        31 January and a month is the last of February.
        """
        months = 12 * (day.year + self.years) + day.month - 1 + self.months
        year, month = divmod(months, 12)
        if year > datetime.MAXYEAR:
            return None
        last = calendar.monthrange(year, month + 1)[1]
        then = datetime.date(year, month + 1, min(day.day, last))
        days = datetime.timedelta(days=self.days)
        return then + days if days <= datetime.date.max - then else None

    def _part(self, unit: str) -> int:
        return next((int(number) for number, letter in _PARTS.findall(self._written) if letter == unit), 0)


def _end(written: str) -> Date | None:
    return None if written == ".." else Date.from_json(written)


@lru_cache(maxsize=4096)  # documents repeat their dates, and rules compare each many times
def reach(written: str) -> Reach:
    """Return the first and the last day of a date as written, None where it is open, and whether it is certain.

    What is doubted is not, nor an interval that ends before it starts.
    """
    first, _, last = written.rpartition("/")
    start, end = _day(first or last, last=False), _day(last, last=True)
    doubtful = any(mark in written for mark in "?~%")
    return start, end, not (doubtful or (start and end and end < start))


def _day(written: str, *, last: bool) -> datetime.date | None:
    if written == "..":
        return None
    year, *rest = (int(part) for part in written.rstrip("?~%").split("-"))
    month = rest[0] if rest else (12 if last else 1)
    day = rest[1] if len(rest) > 1 else (calendar.monthrange(year, month)[1] if last else 1)
    return datetime.date(year, month, day)
