"""Take documents from wherever callers have them: bytes, text, files, paths, mappings, records.

What is wrong with what is read is told, never raised: text that cannot be decoded, compressed data that is damaged.
Only what keeps it from being read at all is an `OSError`.
"""

import io
import os
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from os import PathLike
from typing import Any, Final, Protocol, cast

import attrs

from mouschema.checking._open import DAMAGE, MOST_TIMES, ExpandsTooFar, Pieces, opened, piece, unready
from mouschema.model._plain import plain
from mouschema.reading.read import Reading, read_bytes, read_text, read_value
from mouschema.reports.catalogue import say
from mouschema.reports.docket import Docket
from mouschema.reports.report import Trouble

__all__ = ["Content", "Readable", "Source", "lines", "name_of", "read", "taken"]


class Readable(Protocol):
    """An open file, binary or text."""

    def read(self, size: int, /) -> bytes | str:
        """Read at most `size` bytes or characters."""
        ...


Source = bytes | bytearray | memoryview | str | PathLike[str] | Readable | Mapping[str, Any]

Content = bytes | str | Trouble
"""A document, or what is wrong where there is none."""

_PIECE: Final = 2**20


def read(data: Any, most_bytes: int) -> Reading:
    """Read one document.

    Args:
        data: A `Source`, or a record; anything else is told to be no document. A path that ends in `.gz` is expanded.
        most_bytes: The size beyond which it is not read, nor expanded.

    Raises:
        OSError: The file cannot be opened or read.
        TypeError: An open file gives neither bytes nor text.
    """
    content = taken(data, most_bytes)
    if isinstance(content, bytes):
        return read_bytes(content, most_bytes)
    if isinstance(content, str):
        return read_text(content, most_bytes)
    if isinstance(content, Trouble):
        docket: Docket[Trouble] = Docket()
        docket.add(content.code, content)
        return Reading(None, docket, readable=False)
    return read_value(plain(content) if attrs.has(content.__class__) else content, most_bytes)


def taken(data: Any, most_bytes: int) -> Any:
    """Return the bytes or the text of a document, or the data itself where it is a value already.

    Args:
        data: As for `read`.
        most_bytes: The size beyond which no more than one byte is taken.

    Returns:
        What `read` reads just as well; a `Trouble` where the bytes or the text cannot be had.

    Raises:
        OSError: The file cannot be opened or read.
        TypeError: An open file gives neither bytes nor text.
    """
    if isinstance(data, bytes | str):
        return data
    if isinstance(data, bytearray | memoryview):
        return bytes(cast("bytearray", data))
    if isinstance(data, PathLike):
        with opened(_path(data)) as file:
            return _content(file, most_bytes)
    return _content(data, most_bytes) if hasattr(data, "read") else data


def name_of(data: Any) -> str | None:
    """Return the name of the file that a document comes from, if it does."""
    if isinstance(data, PathLike):
        return _path(data)
    name = getattr(data, "name", None)
    return name if isinstance(name, str) else None


def lines(data: Any, most_bytes: int) -> Iterator[tuple[int, Content]]:
    """Yield the lines of JSON Lines that are not blank, each with its number, counted from 1.

    The line break is not part of a line. Of a line that is too long only so much is read that it can be told. Where
    decoding or expanding fails, a `Trouble` that says so stands for the line, and is the last. Where there is no line
    that is not blank, an empty one is the first.

    Args:
        data: A `Source`, but no mapping.
        most_bytes: The size beyond which a line is not read whole.

    Raises:
        OSError: The file cannot be opened or read.
        TypeError: The data is no file and no text.
    """
    with _stream(data) as stream:
        number, blank = 0, True
        try:
            for number, line in enumerate(_split(stream, most_bytes + len("\r\n")), 1):
                content = _without_break(line)
                if len(content) > most_bytes or not _is_blank(content):
                    blank = False
                    yield number, content
        except UnicodeDecodeError:
            yield number + 1, Trouble("JSN03", (), say("stream"))
        except DAMAGE:
            yield number + 1, Trouble("RUN01", (), say("damaged"))
        except ExpandsTooFar:
            yield number + 1, Trouble("RUN01", (), say("expands", times=MOST_TIMES))
        else:
            if blank:
                yield 1, b""


def _path(path: Any) -> str:
    return os.fsdecode(cast("PathLike[str]", path))


def _content(stream: Any, most_bytes: int) -> Content:
    """Read until there is no more, or more than may be."""
    pieces: list[Any] = []
    left = most_bytes + 1
    try:
        while left > 0 and (part := piece(stream.read(min(left, _PIECE)))):
            pieces.append(part)
            left -= len(part)
            if _is_terminal(stream):
                break
    except UnicodeDecodeError:
        return Trouble("JSN03", (), say("stream"))
    except DAMAGE:
        return Trouble("RUN01", (), say("damaged"))
    return pieces[0][:0].join(pieces) if pieces else b""


def _stream(data: Any) -> AbstractContextManager[Any]:
    if isinstance(data, str):
        return io.StringIO(data)
    if isinstance(data, bytes | bytearray | memoryview):
        return io.BytesIO(cast("bytes", data))
    if isinstance(data, PathLike):
        return opened(_path(data), bounded=True)
    if not hasattr(data, "read"):
        raise TypeError(f"JSON Lines are bytes, text, a path or an open file, not {type(data).__name__}")
    # What a raw stream inherits reads byte by byte.
    slow = getattr(data.__class__, "readline", io.IOBase.readline) is io.IOBase.readline
    return nullcontext(io.BufferedReader(Pieces(data.read)) if slow else data)


def _split(stream: Any, most: int) -> Iterator[bytes | str]:
    """Yield the lines with their line breaks; of one that is longer, the beginning."""
    while line := _line(stream, most):
        yield line
        while line and not _ended(line):
            line = piece(stream.readline(_PIECE))
    if not _is_terminal(stream) and piece(stream.read(1)):
        raise unready()


def _is_terminal(stream: Any) -> bool:
    """Return whether this is a terminal, which says once only that the text is at its end."""
    return hasattr(stream, "isatty") and stream.isatty()


def _line(stream: Any, most: int) -> Any:
    """Read a line, also where it comes in pieces."""
    line: Any = piece(stream.readline(most))
    while line and len(line) < most and not _ended(line):
        more = piece(stream.readline(most - len(line)))
        if not more:
            break
        line += more
    return line


def _ended(line: bytes | str) -> bool:
    return line.endswith("\n") if isinstance(line, str) else line.endswith(b"\n")


def _without_break(line: bytes | str) -> bytes | str:
    if not _ended(line):
        return line
    return line[:-1].removesuffix("\r") if isinstance(line, str) else line[:-1].removesuffix(b"\r")


def _is_blank(line: bytes | str) -> bool:
    return not (line.strip(" \t\r\n") if isinstance(line, str) else line.strip(b" \t\r\n"))
