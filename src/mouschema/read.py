"""Read bytes as one JSON value, within bounds that hold for every document.

What is wrong with the bytes is told, never raised. Where reading can go on (a byte order mark, a
field written twice, a number out of range), it does, so that all failures come at once.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final, NamedTuple, cast

import jiter

from mouschema import locate
from mouschema._safe import shown
from mouschema._types import Json, Path
from mouschema.catalogue import Say, say
from mouschema.report import MOST_FINDINGS, Trouble

__all__ = ["DEEPEST", "MOST_BYTES", "Reading", "bounds", "read_bytes", "read_text", "read_value"]

MOST_BYTES: Final = 32 * 2**20
DEEPEST: Final = 64
LARGEST: Final = 2**53 - 1

_BROKEN: Final = re.compile("[\x00\ud800-\udfff]")
_PLACE: Final = re.compile(r"(?P<what>.*) at line (?P<line>\d+) column (?P<column>\d+)$", re.DOTALL)


class Reading(NamedTuple):
    """What became of the bytes.

    Attributes:
        value: The JSON value; None when there is none.
        troubles: What is wrong with the bytes.
        readable: Whether there is a value to judge.
        source: The bytes as they came; None for a mapping, and for what is too large.
    """

    value: Any
    troubles: tuple[Trouble, ...] = ()
    readable: bool = True
    source: bytes | None = None


def read_bytes(data: bytes, most_bytes: int = MOST_BYTES) -> Reading:
    """Read a document.

    Args:
        data: The whole document.
        most_bytes: The size beyond which it is not read.
    """
    if len(data) > most_bytes:
        return _unreadable("JSN08", say(size=len(data), most=most_bytes))
    try:
        value = jiter.from_json(data, allow_inf_nan=False, catch_duplicate_keys=True)
    except ValueError as error:
        return _explain(data, str(error))
    return Reading(value, source=data)


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
        start = len(text[: wrong.start].encode())
        return _unreadable("JSN09", say("half"), data, start)


def read_value(given: Any) -> Reading:
    """Take a document that is a Python value already; it is copied, so that it cannot change meanwhile."""
    troubles: list[Trouble] = []
    value = _copy(given, (), troubles)
    troubles = troubles or list(islice(bounds(value), MOST_FINDINGS))
    return Reading(value, tuple(troubles), readable=not troubles)


def bounds(value: Json, path: Path = ()) -> Iterator[Trouble]:
    """Yield what no document may hold, wherever it stands: deep nesting, numbers and characters out of range.

    Args:
        value: The JSON value.
        path: Where it stands in the document.
    """
    waiting: list[tuple[Json, Path]] = [(value, path)]
    while waiting:
        inside, path = waiting.pop()
        if len(path) > DEEPEST:
            yield _too_deep(path)
        elif isinstance(inside, dict):
            for key in inside:
                if wrong := _out_of_range(key):
                    yield Trouble(wrong[0], (*path, key), wrong[1], at_key=True)
            waiting += [(inner, (*path, key)) for key, inner in inside.items()]
        elif isinstance(inside, list):
            waiting += [(inner, (*path, position)) for position, inner in enumerate(inside)]
        elif wrong := _out_of_range(inside):
            yield Trouble(wrong[0], path, wrong[1])


def _too_deep(path: Path) -> Trouble:
    return Trouble("JSN07", path, say(most=DEEPEST))


def _out_of_range(value: Json) -> tuple[str, Say] | None:
    """Return code and what to say of a scalar that no document may hold."""
    if isinstance(value, str):
        return ("JSN09", say(text=shown(value))) if _BROKEN.search(value) else None
    if isinstance(value, float) and not math.isfinite(value):
        return "JSN06", say()
    if isinstance(value, int) and abs(value) > LARGEST:
        return "JSN06", say("large", number=shown(value))
    return None


def _unreadable(code: str, said: Say, data: bytes | None = None, offset: int | None = None) -> Reading:
    where = None if offset is None else (offset, offset + 1)
    return Reading(None, (Trouble(code, (), said, where=where),), readable=False, source=data)


def _explain(data: bytes, error: str) -> Reading:
    """Say why the reader refused, or read on where only the form was wrong."""
    if not data.strip():
        return _unreadable("JSN01", say(), data)
    if marks := locate.marks(data):
        return _without_marks(data, marks)
    try:
        data.decode()
    except UnicodeDecodeError as wrong:
        wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
        return _unreadable("JSN03", say("utf-16" if wide else ""), data, wrong.start)
    if error.startswith("Detected duplicate key"):
        value = jiter.from_json(data, allow_inf_nan=False)
        return Reading(value, tuple(_duplicates(data)), source=data)
    return _not_json(data, error)


def _duplicates(data: bytes) -> Iterator[Trouble]:
    for path, where in locate.duplicates(data):
        yield Trouble("JSN05", path, say(field=shown(path[-1])), at_key=True, where=where)


def _without_marks(data: bytes, marks: int) -> Reading:
    """Read on behind byte order marks; spaces in their place keep every offset what it is."""
    rest = read_bytes(b" " * marks + data[marks:])
    mark = Trouble("JSN04", (), say(), where=(0, marks))
    return rest._replace(troubles=(mark, *rest.troubles), source=data)


def _not_json(data: bytes, error: str) -> Reading:
    found = _PLACE.match(error)
    what, line, byte = (found["what"], int(found["line"]), int(found["column"])) if found else (error, 1, 1)
    line_start = sum(len(each) + 1 for each in data.split(b"\n")[: line - 1])
    offset = min(line_start + max(byte - 1, 0), len(data))
    offset = next(at for at in range(offset, -1, -1) if data[at : at + 1] < b"\x80" or data[at] >= 0xC0)
    start, rest = data[line_start:offset], data[offset : offset + 10]
    if what.startswith("recursion limit"):
        return _unreadable("JSN07", say("unreadable"), data, offset)
    if re.match(rb"-?(NaN|Inf)", rest) or (start.endswith(b"-") and rest.startswith(b"I")):
        return _unreadable("JSN06", say("nan"), data, offset)
    if "surrogate" in what or (what.endswith("hex escape") and re.search(rb"\\u[dD][89abAB]", start)):
        return _unreadable("JSN09", say("half"), data, offset)
    variant = next((variant for complaint, variant in _SYNTAX.items() if complaint in what), "")
    return _unreadable("JSN02", say(variant), data, offset)


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


def _copy(given: Any, path: Path, troubles: list[Trouble]) -> Json:
    if len(path) > DEEPEST:
        troubles.append(_too_deep(path))
        return None
    if given is None or isinstance(given, bool | str | int | float):
        return given
    if isinstance(given, Mapping):
        mapping = cast("Mapping[Any, Any]", given)
        odd = [key for key in mapping if not isinstance(key, str)]
        troubles += (Trouble("SCH01", path, say("key", key=shown(key))) for key in odd)
        return {key: _copy(inner, (*path, key), troubles) for key, inner in mapping.items() if isinstance(key, str)}
    if isinstance(given, list | tuple):
        entries = cast("Sequence[Any]", given)
        return [_copy(inner, (*path, position), troubles) for position, inner in enumerate(entries)]
    troubles.append(Trouble("SCH01", path, say("python", type=type(given).__name__)))
    return None
