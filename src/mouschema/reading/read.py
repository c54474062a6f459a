"""Read bytes as one JSON value, within bounds that hold for every document.

What is wrong with the bytes is told, never raised. Where reading can go on (a byte order mark, a
field written twice, a number out of range), it does, so that all failures come at once.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import Any, Final, NamedTuple

import jiter
import msgspec

from mouschema._safe import LONGEST, shown
from mouschema.reading import locate
from mouschema.reading.bounds import bounds
from mouschema.reading.copied import copied
from mouschema.reports.catalogue import Say, say
from mouschema.reports.docket import Docket
from mouschema.reports.report import Trouble

__all__ = ["MOST_BYTES", "Reading", "read_bytes", "read_text", "read_value"]

MOST_BYTES: Final = 32 * 2**20

_HALF: Final = re.compile(rb"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])")
_BEGINNING: Final = 64  # bytes, enough for the first field
_NEEDLESS: Final = re.compile(rb"\\[u/]")
_NEAR: Final = 16  # bytes, enough for the longest escape and the longest word of JavaScript
_PLACE: Final = re.compile(r"(?P<what>.*) at line (?P<line>\d+) column (?P<column>\d+)$", re.DOTALL)


class Reading(NamedTuple):
    """What became of the bytes.

    Attributes:
        value: The JSON value; None when there is none.
        docket: What is wrong with the bytes.
        readable: Whether there is a value to judge.
        source: The bytes as they came; None for a mapping, and for what is too large.
    """

    value: Any
    docket: Docket[Trouble]
    readable: bool = True
    source: bytes | None = None


def read_bytes(data: bytes, most_bytes: int = MOST_BYTES) -> Reading:
    """Read a document.

    Args:
        data: The whole document.
        most_bytes: The size beyond which it is not read.
    """
    docket: Docket[Trouble] = Docket()
    if len(data) > most_bytes:
        docket.add("JSN08", Trouble("JSN08", (), say(size=len(data), most=most_bytes)))
        return Reading(None, docket, readable=False)
    marks = locate.marks(data)
    if marks:
        docket.add("JSN04", Trouble("JSN04", (), say(), where=(0, marks)))
    # Blanks in the place of the marks keep every offset what it is.
    value, broken = _parsed(b" " * marks + data[marks:] if marks else data, docket)
    if broken:
        docket.add(broken.code, broken)
    return Reading(value, docket, readable=not broken, source=data)


def read_text(text: str, most_bytes: int = MOST_BYTES) -> Reading:
    """Read a document that has been decoded already.

    Args:
        text: The whole document.
        most_bytes: The size in UTF-8 beyond which it is not read.
    """
    try:
        return read_bytes(text.encode(), most_bytes)
    except UnicodeEncodeError as wrong:
        data = text.encode(errors="surrogatepass")
        if len(data) > most_bytes:
            return read_bytes(data, most_bytes)
        start = len(text[: wrong.start].encode())
        docket: Docket[Trouble] = Docket()
        docket.add("JSN09", _unreadable("JSN09", say("half"), start))
        return Reading(None, docket, readable=False, source=data)


def read_value(given: Any, most_bytes: int = MOST_BYTES, plain: Callable[[Any], Any] | None = None) -> Reading:
    """Take a document that is a Python value already; it is copied, so that it cannot change meanwhile.

    Args:
        given: The value.
        most_bytes: How large it may be, about as large as it would be in JSON.
        plain: Makes JSON of what is no JSON, such as a record.
    """
    value, docket = copied(given, most_bytes, plain)
    if not docket:
        for trouble in bounds(value):
            docket.add(trouble.code, trouble)
    return Reading(value, docket, readable=not docket)


def _parsed(data: bytes, docket: Docket[Trouble]) -> tuple[Any, Trouble | None]:
    """Return the value, or why there is none. This is the one place where reading can fail."""
    try:
        if value := _as_written(data):
            return value, None
        return jiter.from_json(data, allow_inf_nan=False, catch_duplicate_keys=True), None
    except ValueError as error:
        if not str(error).startswith("Detected duplicate key"):
            return None, _why(data, str(error))
    try:
        value = jiter.from_json(data, allow_inf_nan=False)
    except ValueError as error:
        return None, _why(data, str(error))
    for path, where in locate.duplicates(data):
        docket.add("JSN05", Trouble("JSN05", path, partial(_twice, path[-1]), at_key=True, where=where))
    return value, None


def _as_written(data: bytes) -> Any:
    """Return the object that a text is, if it is that to the byte when it is written again; else None.

    No field was lost in reading then, so none stands twice. That is sooner seen than by looking at each name.

    Raises:
        ValueError: The text is no JSON.
    """
    if not _is_compact(data):
        return None
    value = jiter.from_json(data, allow_inf_nan=False)
    try:
        again = msgspec.json.encode(value)
    except (OverflowError, RecursionError, ValueError):  # a number too large to write; called from very deep
        return None
    return value if again == data.rstrip() else None


def _is_compact(data: bytes) -> bool:
    """Tell whether a text looks like an object written without blanks, and without escapes for what needs none."""
    if not data.startswith(b'{"') or b'": ' in data[:_BEGINNING]:
        return False
    return b"\\" not in data or not _NEEDLESS.search(data)


def _twice(field: str | int) -> Say:
    return say(field=shown(field))


def _unreadable(code: str, said: Say, offset: int | None = None) -> Trouble:
    return Trouble(code, (), said, where=None if offset is None else (offset, offset + 1))


def _why(data: bytes, error: str) -> Trouble:
    """Say why the reader refused."""
    if not data.strip():
        return _unreadable("JSN01", say())
    try:
        data.decode()
    except UnicodeDecodeError as wrong:
        wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
        return _unreadable("JSN03", say("utf-16" if wide else ""), wrong.start)
    return _not_json(data, error)


def _not_json(data: bytes, error: str) -> Trouble:
    found = _PLACE.match(error)
    what, line, byte = (found["what"], int(found["line"]), int(found["column"])) if found else (error, 1, 1)
    line_start = _start_of_line(data, line)
    # A line break in a text is byte 0 of the line that it begins; so is the end of what is cut off behind one.
    at_break = byte == 0 and what.startswith("control character")
    offset = min(line_start - 1 if at_break else line_start + max(byte - 1, 0), len(data))
    offset = next(at for at in range(offset, -1, -1) if data[at : at + 1] < b"\x80" or data[at] >= 0xC0)
    before, rest = data[max(line_start, offset - _NEAR) : offset], data[offset : offset + _NEAR]
    if what.startswith("recursion limit"):
        return _unreadable("JSN07", say("unreadable"), offset)
    if what.startswith("number out of range"):
        start = len(data[line_start:offset].rstrip(b"-0123456789")) + line_start
        return _unreadable("JSN06", say("large", number=shown(10 ** (LONGEST + 1))), start)
    if re.match(rb"-?(NaN|Inf)", rest) or (before.endswith(b"-") and rest.startswith(b"I")):
        return _unreadable("JSN06", say("nan"), offset)
    if "surrogate" in what or (what.endswith("hex escape") and _HALF.search(before)):
        return _unreadable("JSN09", say("half"), offset)
    variant = next((variant for complaint, variant in _SYNTAX.items() if complaint in what), "")
    return _unreadable("JSN02", say(variant), offset)


def _start_of_line(data: bytes, line: int) -> int:
    """Return where a line begins, counted from 1."""
    at = 0
    for _ in range(line - 1):
        at = data.find(b"\n", at) + 1
    return at


# What jiter says, and which variant of the code it is.
_SYNTAX: Final = {
    "EOF": "cut-off",
    "trailing comma": "comma-too-many",
    "trailing characters": "more-text",
    "key must be a string": "field-name",
    "expected `:`": "colon-missing",
    "expected `,`": "comma-missing",
    "control character": "line-break",
    "invalid number": "number",
    "escape": "backslash",
}
