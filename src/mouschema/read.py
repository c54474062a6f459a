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
from mouschema._show import shown
from mouschema._types import Json, Path
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
        return _unreadable(
            "JSN08",
            f"the document has {len(data):,} bytes, {most_bytes:,} is the most",
            "Send it in parts, or ask for a higher limit.",
        )
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
        return _unreadable("JSN09", "half of a character pair", _RETYPE, data, start)


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
                if said := _out_of_range(key):
                    yield Trouble(said[0], (*path, key), said[1], said[2], at_key=True)
            waiting += [(inner, (*path, key)) for key, inner in inside.items()]
        elif isinstance(inside, list):
            waiting += [(inner, (*path, position)) for position, inner in enumerate(inside)]
        elif said := _out_of_range(inside):
            yield Trouble(said[0], path, said[1], said[2])


def _too_deep(path: Path) -> Trouble:
    return Trouble("JSN07", path, f"more than {DEEPEST} levels deep", "Store the inner part as text or as a file.")


def _out_of_range(value: Json) -> tuple[str, str, str] | None:
    """Return code, message and hint for a scalar that no document may hold."""
    if isinstance(value, str):
        return ("JSN09", f"{shown(value)} holds a broken character", _RETYPE) if _BROKEN.search(value) else None
    if isinstance(value, float) and not math.isfinite(value):
        return "JSN06", "the number is not finite", "Leave the field out when nothing is known."
    if isinstance(value, int) and abs(value) > LARGEST:
        return "JSN06", f"{shown(value)} is too large to be exact everywhere", "Write it as text."
    return None


_RETYPE: Final = "Type the text again; the character is left over from a conversion."


def _unreadable(code: str, message: str, hint: str, data: bytes | None = None, offset: int | None = None) -> Reading:
    where = None if offset is None else (offset, offset + 1)
    return Reading(None, (Trouble(code, (), message, hint, where=where),), readable=False, source=data)


def _explain(data: bytes, error: str) -> Reading:
    """Say why the reader refused, or read on where only the form was wrong."""
    if not data.strip():
        return _unreadable("JSN01", "the document is empty", "Send the file again; perhaps saving it failed.", data)
    if marks := locate.marks(data):
        return _without_marks(data, marks)
    try:
        data.decode()
    except UnicodeDecodeError as wrong:
        wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
        found = "UTF-16" if wide else "another encoding"
        return _unreadable(
            "JSN03", f"the bytes are not UTF-8 but {found}", "Save the file with the encoding UTF-8.", data, wrong.start
        )
    if error.startswith("Detected duplicate key"):
        value = jiter.from_json(data, allow_inf_nan=False)
        return Reading(value, tuple(_duplicates(data)), source=data)
    return _not_json(data, error)


def _duplicates(data: bytes) -> Iterator[Trouble]:
    for path, where in locate.duplicates(data):
        message = f"the field {shown(path[-1])} stands twice in one object"
        yield Trouble("JSN05", path, message, "Keep one of the two.", at_key=True, where=where)


def _without_marks(data: bytes, marks: int) -> Reading:
    """Read on behind byte order marks; spaces in their place keep every offset what it is."""
    rest = read_bytes(b" " * marks + data[marks:])
    mark = Trouble(
        "JSN04", (), "the file begins with a byte order mark", "Save it as UTF-8 without BOM.", where=(0, marks)
    )
    return rest._replace(troubles=(mark, *rest.troubles), source=data)


def _not_json(data: bytes, error: str) -> Reading:
    found = _PLACE.match(error)
    what, line, byte = (found["what"], int(found["line"]), int(found["column"])) if found else (error, 1, 1)
    line_start = sum(len(each) + 1 for each in data.split(b"\n")[: line - 1])
    offset = min(line_start + max(byte - 1, 0), len(data))
    offset = next(at for at in range(offset, -1, -1) if data[at : at + 1] < b"\x80" or data[at] >= 0xC0)
    start, rest = data[line_start:offset], data[offset : offset + 10]
    if what.startswith("recursion limit"):
        hint = "Store the inner part as text or as a file."
        return _unreadable("JSN07", "far too many levels", hint, data, offset)
    if re.match(rb"-?(NaN|Inf)", rest) or (start.endswith(b"-") and rest.startswith(b"I")):
        hint = "Leave the field out when nothing is known."
        return _unreadable("JSN06", "JSON has no NaN and no Infinity", hint, data, offset)
    if "surrogate" in what or (what.endswith("hex escape") and re.search(rb"\\u[dD][89abAB]", start)):
        return _unreadable("JSN09", "half of a character pair", _RETYPE, data, offset)
    message, hint = next((words for key, words in _SYNTAX.items() if key in what), _SYNTAX[""])
    return _unreadable("JSN02", message, hint, data, offset)


_SYNTAX: Final = {
    "EOF": (
        "the text ends before the document does",
        "The end is missing, or a bracket or quotation mark is not closed.",
    ),
    "trailing comma": ("a comma with nothing after it", "Delete the comma."),
    "trailing characters": (
        "there is more text after the end of the document",
        "Delete what follows, or use JSON Lines (.jsonl) for several documents, one a line.",
    ),
    "key must be a string": (
        "a field name is expected here",
        'Field names stand in straight double quotation marks: "title".',
    ),
    "expected `:`": ("a colon is missing after the field name", 'Write "title": and then the value.'),
    "expected `,`": ("a comma or the closing bracket is missing", "Put a comma between two entries."),
    "control character": ("a line break or tab stands inside a text", r"Write \n for a line break and \t for a tab."),
    "invalid number": (
        "this is not a JSON number",
        "Write 0.5, not .5 or 0,5, with no zero in front; or put it in quotation marks.",
    ),
    "escape": ("a backslash begins something that JSON does not know", r"Write \\ for a backslash."),
    "": (
        "this is not JSON",
        "Texts stand in straight double quotation marks, lists in [ ], objects in { }; there are no comments.",
    ),
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
        troubles += (
            Trouble("SCH01", path, f"the key {shown(key)} is not text", "Keys are text in JSON.") for key in odd
        )
        return {key: _copy(inner, (*path, key), troubles) for key, inner in mapping.items() if isinstance(key, str)}
    if isinstance(given, list | tuple):
        entries = cast("Sequence[Any]", given)
        return [_copy(inner, (*path, position), troubles) for position, inner in enumerate(entries)]
    what = f"a Python {type(given).__name__} is not a JSON value"
    troubles.append(Trouble("SCH01", path, what, "Give text, numbers, lists and dicts; dates as text."))
    return None
