"""Find places in JSON text: byte ranges, lines and columns, and the words around. Only done for documents with findings.

The text has been read as JSON before, so it is only scanned: nothing is kept of what is passed over.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from mouschema._safe import shortened, visible
from mouschema._types import Json, Path
from mouschema.reports.report import Excerpt

__all__ = ["DocumentOrder", "Range", "Span", "duplicates", "excerpt", "marks", "places", "spans"]

Position = tuple[int, int]
Range = tuple[int, int]
"""Where something begins and ends, in bytes."""

_BOMS: Final = re.compile(rb"(?:\xef\xbb\xbf)+")
_BEFORE: Final = 40
_LENGTH: Final = 80
_WIDEST: Final = 4  # bytes of a character in UTF-8

# Possessive, so that a string of a million escapes needs no memory to go back to.
_STRING: Final = rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_TOKEN: Final = re.compile(rb"[\s,:]*+(%b|[\[{]|[\]}]|[^\s,:\[{\]}\"]++)" % _STRING, re.DOTALL)
_BRACKET: Final = re.compile(rb"%b|[\[{\]}]" % _STRING, re.DOTALL)
_OPENING: Final = (b"{", b"[")
_CLOSING: Final = (b"}", b"]")


class Span(NamedTuple):
    """The ranges of a value and of the name of the field that holds it."""

    key: Range | None
    value: Range

    def place(self, *, at_key: bool) -> Range:
        """Return the range of the name, if asked for and there is one, or else that of the value."""
        return self.key if at_key and self.key else self.value


def marks(data: bytes) -> int:
    """Return the length in bytes of the byte order marks with which a text begins."""
    found = _BOMS.match(data)
    return found.end() if found else 0


def spans(data: bytes, paths: Iterable[Path]) -> dict[Path, Span]:
    """Look up where the values at `paths` stand in a JSON document; paths that lead nowhere are left out.

    Of a field that is there twice the last one counts, as it does for whoever reads JSON.
    """
    scan = _Scan(data)
    scan.value(marks(data), list(set(paths)), 0, None)
    return scan.found


def duplicates(data: bytes) -> Iterator[tuple[Path, Range]]:
    """Yield the path and the range of the name of each field that stands in its object already."""
    opened: list[_Opened] = []
    for token in _TOKEN.finditer(data, marks(data)):
        text = token[1]
        if text in _CLOSING:
            opened.pop()
            continue
        around = opened[-1] if opened else _Opened(b"")
        if around.names is not None and not around.named:
            name = json.loads(text)
            if name in around.names:
                yield (*(each.step for each in opened[:-1]), name), token.span(1)
            around.names.add(name)
            around.step, around.named = name, True
            continue
        around.named = False
        if around.names is None:
            around.step += 1
        if text in _OPENING:
            opened.append(_Opened(text))


def places(data: bytes, offsets: Iterable[int]) -> dict[int, Position]:
    """Return line and column, counted from 1 and in characters, of byte offsets. The text is read once."""
    found: dict[int, Position] = {}
    at, line, column = marks(data), 1, 1
    for offset in sorted(set(offsets)):
        passed = data[at:offset]
        lines = passed.count(b"\n")
        behind = len(passed[passed.rfind(b"\n") + 1 :].decode(errors="replace"))
        line, column = (line + lines, behind + 1) if lines else (line, column + behind)
        at = max(at, offset)
        found[offset] = line, column
    return found


def excerpt(data: bytes, where: Range) -> Excerpt:
    """Return what stands in a range of the text, and on the same line around it, in at most 80 characters."""
    start, end = where
    line_start = data.rfind(b"\n", 0, start) + 1
    line_end = data.find(b"\n", start)
    line_end = len(data) if line_end < 0 else line_end - (data[max(line_end - 1, start) : line_end] == b"\r")
    end = _whole(data, min(max(end, start + 1), line_end))
    before = _text(data, max(line_start, start - _BEFORE * _WIDEST), start).lstrip("\ufffd \ufeff")[-_BEFORE:]
    marked = shortened(_text(data, start, end), _LENGTH - len(before))
    room = _LENGTH - len(before) - len(marked)
    after = shortened(_text(data, end, line_end).rstrip(), room) if room > 0 else ""
    return Excerpt(visible(before), visible(marked), visible(after))


def _whole(data: bytes, end: int) -> int:
    """Return the end of the character that a range ends in."""
    return next((at for at in range(end, len(data)) if data[at] & 0xC0 != 0x80), len(data))


def _text(data: bytes, start: int, end: int) -> str:
    """Decode at least as much of a range as can be shown."""
    return data[start : min(end, start + (_LENGTH + 1) * _WIDEST)].decode(errors="replace").replace("\t", " ")


class _Opened:
    """An object or a list that the scan is in."""

    __slots__ = ("named", "names", "step")

    def __init__(self, bracket: bytes) -> None:
        self.names: set[str] | None = set() if bracket == b"{" else None
        self.step: Any = -1
        self.named = False


class _Scan:
    """Goes through the text once, and into what is wanted only.

    Wanted is a list of the paths that lead to a value or through it. They are parted by their next step where the scan
    goes in, so that no more is held than one way down.
    """

    def __init__(self, data: bytes) -> None:
        self.found: dict[Path, Span] = {}
        self._data = data

    def value(self, at: int, wanted: list[Path], depth: int, key: Range | None) -> int:
        """Note where the value stands that follows at an offset, and what is wanted in it; return where it ends."""
        start, after = self._token(at)
        opening = self._data[start : start + 1]
        inner = _by_step(wanted, depth) if opening in _OPENING else {}
        if not inner:
            end = self._passed(start, after)
        elif opening == b"{":
            end = self._fields(after, inner, depth + 1)
        else:
            end = self._entries(after, inner, depth + 1)
        for path in wanted:
            if len(path) == depth:
                self.found[path] = Span(key, (start, end))
        return end

    def _fields(self, at: int, wanted: dict[Any, list[Path]], depth: int) -> int:
        while True:
            start, after = self._token(at)
            if self._data[start : start + 1] == b"}":
                return after
            inner = wanted.get(self._name(start, after))
            at = self.value(after, inner, depth, (start, after)) if inner else self._passed(*self._token(after))

    def _entries(self, at: int, wanted: dict[Any, list[Path]], depth: int) -> int:
        position = 0
        while True:
            start, after = self._token(at)
            if self._data[start : start + 1] == b"]":
                return after
            inner = wanted.get(position)
            at = self.value(start, inner, depth, None) if inner else self._passed(start, after)
            position += 1

    def _name(self, start: int, after: int) -> str:
        """Return the name of a field; most are written without escapes."""
        text = self._data[start:after]
        return json.loads(text) if b"\\" in text else text[1:-1].decode()

    def _token(self, at: int) -> Range:
        """Return where the next bracket, text, number or word begins and ends."""
        found = _TOKEN.match(self._data, at)
        assert found, "only what has been read as JSON is scanned"
        return found.span(1)

    def _passed(self, start: int, after: int) -> int:
        """Return where a value ends that begins with a token."""
        return self._behind(after) if self._data[start : start + 1] in _OPENING else after

    def _behind(self, at: int) -> int:
        """Return where the object or list ends whose opening bracket stands before an offset."""
        depth = 1
        for found in _BRACKET.finditer(self._data, at):
            bracket = found[0]
            if bracket in _OPENING:
                depth += 1
            elif bracket in _CLOSING:
                depth -= 1
                if not depth:
                    return found.end()
        raise AssertionError("only what has been read as JSON is scanned")


def _by_step(paths: list[Path], depth: int) -> dict[Any, list[Path]]:
    """Part the paths that lead on from a depth by their next step."""
    parted: dict[Any, list[Path]] = {}
    for path in paths:
        if len(path) > depth:
            parted.setdefault(path[depth], []).append(path)
    return parted


class DocumentOrder:
    """Sorts paths the way a document is written that is no text, but a value."""

    def __init__(self, document: Json) -> None:
        """Take the JSON value in which the paths lead."""
        self._document = document
        self._positions: dict[int, dict[str, int]] = {}

    def of(self, path: Path) -> tuple[int, ...]:
        """Return a key that sorts a path among others."""
        order: list[int] = []
        value = self._document
        for step in path:
            match value, step:
                case dict(), _:
                    order.append(self._fields(value).get(str(step), -1))
                    value = value.get(str(step))
                case list(), int() if step < len(value):
                    order.append(step)
                    value = value[step]
                case _:
                    break
        return tuple(order)

    def _fields(self, value: dict[str, Json]) -> dict[str, int]:
        if id(value) not in self._positions:
            self._positions[id(value)] = {key: position for position, key in enumerate(value)}
        return self._positions[id(value)]
