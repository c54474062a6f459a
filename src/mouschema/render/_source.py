"""The text of a document as a page shows it: in rows with line numbers, with what the findings are about marked."""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from html import escape
from itertools import islice
from typing import Final, NamedTuple

from mouschema._safe import printable, visible
from mouschema.reading import locate
from mouschema.reports.report import Finding, Report
from mouschema.reports.ruleset import Severity

__all__ = ["Mark", "Piece", "Row", "Shown", "anchors", "shown", "written_size"]

_WIDTH: Final = 160
_WIDEST: Final = _WIDTH * 4 + 2  # bytes of a row that is a line, with its line break
_AROUND: Final = 2
_ROOM: Final = 1_000_000  # bytes of the rows of one document on the page
_FRAME: Final = 200  # bytes of a row beside its characters

# As many characters as fit, up to the last comma or blank among them where there is one.
_PART: Final = re.compile(rf"(?s).{{1,{_WIDTH}}}(?<=[,\s])|.{{1,{_WIDTH}}}")


class Mark(NamedTuple):
    """What a finding is about: a line, and where in it that begins and ends, in characters counted from 0."""

    line: int
    start: int
    end: int
    finding: Finding


class Piece(NamedTuple):
    """Some characters of a row; with a severity where they are marked."""

    text: str
    severity: Severity | None = None


class Row(NamedTuple):
    """A line of the text, or a part of one that is too long to be read on one row.

    Attributes:
        line: The number of the line.
        start: How many characters of the line stand before this part.
        text: The characters.
        last: Whether the line ends here.
        marks: What is marked in it, in order.
    """

    line: int
    start: int
    text: str
    last: bool
    marks: tuple[Mark, ...] = ()

    @property
    def end(self) -> int:
        """How many characters of the line stand before the end of this part."""
        return self.start + len(self.text)

    @property
    def anchor(self) -> str:
        """A name that no other row of the text has."""
        return f"{self.line}-{self.start}" if self.start else f"{self.line}"

    @property
    def findings(self) -> list[Finding]:
        """The findings whose marks begin here."""
        return [mark.finding for mark in self.marks if mark.start >= self.start]

    @property
    def size(self) -> int:
        """At least as many bytes as the row takes on a page."""
        return _FRAME + written_size(self.text)

    @property
    def pieces(self) -> Iterator[Piece]:
        """The text, cut where marks begin and end."""
        at = self.start
        for mark in self.marks:
            if mark.end > at:
                start = max(mark.start, at)
                yield Piece(self._between(at, start))
                yield Piece(self._between(start, mark.end), mark.finding.severity)
                at = mark.end
        yield Piece(self._between(at, self.end))

    def follows(self, other: "Row") -> bool:
        """Whether nothing stands between the other row and this one."""
        return (self.line, self.start) == ((other.line + 1, 0) if other.last else (other.line, other.end))

    def _between(self, start: int, end: int) -> str:
        return self.text[start - self.start : max(end - self.start, 0)]


class Shown(NamedTuple):
    """What a page shows of a text: rows, and whether that is all of them."""

    rows: list[Row]
    whole: bool


def shown(report: Report, room: int) -> Shown:
    """Choose what to show of a document's text. Only that is looked at, however long the text is.

    Args:
        report: The report.
        room: How many rows there is room for. Of a longer text only what stands around its findings is shown, or its
            beginning when it has none; and of that as much as a page can hold.

    Returns:
        The rows; none when the document was no text, or too large.
    """
    if report.data is None:
        return Shown([], whole=True)
    lines = _Lines(report)
    wanted = {finding.line for finding in report.findings if finding.line and finding.column}
    found = lines.at(wanted)
    marks = _marks(report, found)
    if lines.number <= room and len(lines.data) <= room * _WIDEST:
        rows = [*_marked(lines.at(range(lines.first, lines.first + lines.number)), marks)]
        if len(rows) <= room and _fitting(rows) == len(rows):
            return Shown(rows, whole=True)
    rows = [*_around(lines, marks)] if marks else [*islice(_rows(lines.beginning(room)), room)]
    return Shown(rows[: _fitting(rows)], whole=False)


def written_size(text: str) -> int:
    """Return at least as many bytes as a page needs for a text; what stands in quotation marks may be set apart."""
    apart = 0 if text.isascii() else 12 * (text.count('"') + 1)
    return apart + len(escape(printable(text)).encode())


def anchors(found: Iterable[Row]) -> dict[tuple[int | None, int | None], str]:
    """Return the anchors of the rows where findings stand, by line and column."""
    return {(each.line, each.column): row.anchor for row in found for each in row.findings}


class _Lines:
    """The lines that `locate` counts; a line of JSON Lines ends before its line break.

    Attributes:
        data: The text, in bytes.
        first: The number of its first line.
        number: How many lines there are.
    """

    def __init__(self, report: Report) -> None:
        data = report.data or b""
        self.data = data[locate.marks(data) :]
        if report.line:
            self.data = self.data.removesuffix(b"\n")
        self.first = report.line or 1
        self.number = self.data.count(b"\n") + 1

    def at(self, wanted: Iterable[int]) -> dict[int, str]:
        """Return lines by their numbers, in order; numbers that no line has are left out."""
        found: dict[int, str] = {}
        start, here = 0, self.first
        for line in sorted(each for each in wanted if self.first <= each < self.first + self.number):
            while here < line:
                start, here = self.data.index(b"\n", start) + 1, here + 1
            end = self.data.find(b"\n", start)
            found[line] = _text(self.data[start : end if end >= 0 else None])
        return found

    def beginning(self, rows: int) -> dict[int, str]:
        """Return lines that have more than so many rows together, or all."""
        parts = self.data[: (rows + 1) * _WIDEST].split(b"\n")
        return {line: _text(part) for line, part in enumerate(parts, self.first)}


def _text(line: bytes) -> str:
    return line.removesuffix(b"\r").decode(errors="replace")


def _fitting(rows: list[Row]) -> int:
    """Return how many of the rows a page can hold."""
    room = _ROOM
    for position, row in enumerate(rows):
        room -= row.size
        if room < 0:
            return position
    return len(rows)


def _around(lines: _Lines, marks: list[Mark]) -> Iterator[Row]:
    """Yield the rows that are marked, and those next to them."""
    near = {mark.line + distance for mark in marks for distance in range(-_AROUND, _AROUND + 1)}
    every = partial(_marked, lines.at(near), marks)
    hits = (position for position, row in enumerate(every()) if row.marks)
    wanted = {hit + distance for hit in hits for distance in range(-_AROUND, _AROUND + 1)}
    return (row for position, row in enumerate(every()) if position in wanted)


def _marked(lines: Mapping[int, str], marks: list[Mark]) -> Iterator[Row]:
    """Yield the rows of lines with their marks; one that goes on in the next row is in both."""
    waiting, here = deque(marks), list[Mark]()
    for row in _rows(lines):
        stop = (row.line + 1, 0) if row.last else (row.line, row.end)
        while waiting and waiting[0][:2] < stop:
            here.append(waiting.popleft())
        yield row._replace(marks=tuple(here))
        here = [mark for mark in here if mark.end > row.end and not row.last]


def _rows(lines: Mapping[int, str]) -> Iterator[Row]:
    for number, line in lines.items():
        if len(line) <= _WIDTH:
            yield Row(number, 0, line, last=True)
            continue
        for part in _PART.finditer(line):
            yield Row(number, part.start(), part[0], last=part.end() == len(line))


def _marks(report: Report, lines: Mapping[int, str]) -> list[Mark]:
    """Return what to mark, in the order of the text; of two in one place the more serious first."""
    made: list[Mark] = []
    for finding in report.findings:
        if finding.line and finding.column and finding.line in lines:
            start = finding.column - 1
            length = _length(lines[finding.line][start : start + _WIDTH], finding)
            made.append(Mark(finding.line, start, start + length, finding))
    return sorted(made, key=lambda mark: (mark.line, mark.start, -mark.finding.severity.weight))


def _length(text: str, finding: Finding) -> int:
    """Return how many characters the finding's excerpt marks, where escapes took the place of some; at least one."""
    shown = finding.excerpt.marked.removesuffix("…") if finding.excerpt else ""
    return 1 + bisect_left(range(1, len(shown)), len(shown), key=lambda length: len(visible(text[:length])))
