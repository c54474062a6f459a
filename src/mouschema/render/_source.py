"""The text of a document as a page shows it: in rows with line numbers, with what the findings are about marked."""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final, NamedTuple

from mouschema import locate
from mouschema._safe import visible
from mouschema.report import Finding, Report
from mouschema.ruleset import Severity

__all__ = ["Mark", "Piece", "Row", "Shown", "anchors", "shown"]

_WIDTH: Final = 160
_AROUND: Final = 2

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
    """Choose what to show of a document's text.

    Args:
        report: The report.
        room: How many rows there is room for. Of a longer text only what stands around its findings is shown, all
            of that; or its beginning when it has none.

    Returns:
        The rows; none when the document was no text, or too large.
    """
    if report.data is None:
        return Shown([], whole=True)
    lines = _lines(report)
    every = partial(_marked, lines, report.line or 1, _marks(report, lines))
    marked = [bool(row.marks) for row in every()]
    whole = len(marked) <= room
    wanted = range(len(marked)) if whole else _around(marked) or range(room)
    return Shown([row for position, row in enumerate(every()) if position in wanted], whole)


def anchors(found: Iterable[Row]) -> dict[tuple[int | None, int | None], str]:
    """Return the anchors of the rows where findings stand, by line and column."""
    return {(each.line, each.column): row.anchor for row in found for each in row.findings}


def _lines(report: Report) -> list[str]:
    """Return the lines that `locate` counts; a line of JSON Lines ends before its line break."""
    data = report.data or b""
    text = data[locate.marks(data) :].decode(errors="replace")
    if report.line:
        text = text.removesuffix("\n")
    return [line.removesuffix("\r") for line in text.split("\n")]


def _around(marked: list[bool]) -> set[int]:
    """Return the positions that are marked, and those of their neighbours."""
    hits = (position for position, hit in enumerate(marked) if hit)
    return {near for hit in hits for near in range(hit - _AROUND, hit + _AROUND + 1)}


def _marked(lines: list[str], first: int, marks: list[Mark]) -> Iterator[Row]:
    """Yield every row with its marks; one that goes on in the next row is in both."""
    waiting, here = deque(marks), list[Mark]()
    for row in _rows(lines, first):
        stop = (row.line + 1, 0) if row.last else (row.line, row.end)
        while waiting and waiting[0][:2] < stop:
            here.append(waiting.popleft())
        yield row._replace(marks=tuple(here))
        here = [mark for mark in here if mark.end > row.end and not row.last]


def _rows(lines: list[str], first: int) -> Iterator[Row]:
    for number, line in enumerate(lines, first):
        if len(line) <= _WIDTH:
            yield Row(number, 0, line, last=True)
            continue
        for part in _PART.finditer(line):
            yield Row(number, part.start(), part[0], last=part.end() == len(line))


def _marks(report: Report, lines: list[str]) -> list[Mark]:
    """Return what to mark, in the order of the text; of two in one place the more serious first."""
    first = report.line or 1
    made: list[Mark] = []
    for finding in report.findings:
        if finding.line and finding.column and first <= finding.line < first + len(lines):
            start = finding.column - 1
            length = _length(lines[finding.line - first][start:], finding)
            made.append(Mark(finding.line, start, start + length, finding))
    return sorted(made, key=lambda mark: (mark.line, mark.start, -mark.finding.severity.weight))


def _length(text: str, finding: Finding) -> int:
    """Return how many characters the finding's excerpt marks, where escapes took the place of some; at least one."""
    shown = finding.excerpt.marked.removesuffix("…") if finding.excerpt else ""
    length = 1
    while length < len(shown) and len(visible(text[:length])) < len(shown):
        length += 1
    return length
