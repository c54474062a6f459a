"""Take documents from wherever callers have them: bytes, text, files, paths, mappings, records."""

import gzip
import io
import os
import zlib
from collections.abc import Generator, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from os import PathLike
from typing import Any, Protocol, cast

import attrs

from mouschema.model._plain import plain
from mouschema.read import Reading, read_bytes, read_text, read_value

__all__ = ["Readable", "Source", "lines", "name_of", "read"]


class Readable(Protocol):
    """An open file, binary or text."""

    def read(self, size: int, /) -> bytes | str:
        """Read at most `size` bytes or characters."""
        ...


Source = bytes | bytearray | memoryview | str | PathLike[str] | Readable | Mapping[str, Any]


def read(data: Any, most_bytes: int) -> Reading:
    """Read one document.

    Args:
        data: A `Source`, or a record; anything else is told to be no document. A path that ends in `.gz` is expanded.
        most_bytes: The size beyond which it is not read, nor expanded.

    Raises:
        OSError: The file cannot be opened, read or expanded.
    """
    if isinstance(data, bytes):
        return read_bytes(data, most_bytes)
    if isinstance(data, str):
        return read_text(data, most_bytes)
    if isinstance(data, bytearray | memoryview):
        return read_bytes(bytes(cast("bytearray", data)), most_bytes)
    if isinstance(data, PathLike):
        with _opened(data) as file:
            return read_bytes(file.read(most_bytes + 1), most_bytes)
    if hasattr(data, "read"):
        return read(data.read(most_bytes + 1), most_bytes)
    return read_value(plain(data) if attrs.has(data.__class__) else data, most_bytes)


def name_of(data: Any) -> str | None:
    """Return the name of the file that a document comes from, if it does."""
    if isinstance(data, PathLike):
        return os.fspath(cast("PathLike[str]", data))
    name = getattr(data, "name", None)
    return name if isinstance(name, str) else None


def lines(data: Any, most_bytes: int) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of JSON Lines that are not blank, each with its number, counted from 1.

    Of a line that is too long only so much is read that it can be told.

    Args:
        data: A `Source`, but no mapping.
        most_bytes: The size beyond which a line is not read whole.

    Raises:
        OSError: The file cannot be opened or read.
    """
    with _opened(data) as stream:
        number = 0
        while line := stream.readline(most_bytes + 1):
            number += 1
            content = line.encode("utf-8", "surrogatepass") if isinstance(line, str) else line
            if content.strip():
                yield number, content
            while len(line) > most_bytes and line[-1:] not in ("\n", b"\n"):
                line = stream.readline(most_bytes + 1)


def _opened(data: Any) -> AbstractContextManager[Any]:
    if isinstance(data, str):
        return io.StringIO(data)
    if isinstance(data, bytes | bytearray | memoryview):
        return io.BytesIO(cast("bytes", data))
    if isinstance(data, PathLike):
        path = os.fspath(cast("PathLike[str]", data))
        return _expanded(path) if path.endswith(".gz") else open(path, "rb")
    return nullcontext(data)


@contextmanager
def _expanded(path: str) -> Generator[Any]:
    try:
        with gzip.open(path) as stream:
            yield stream
    except (EOFError, zlib.error) as error:
        raise OSError(f"the compressed data is damaged ({error})") from None
