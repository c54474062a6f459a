"""Read records from documents and write them again, in one canonical form."""

import io
from os import PathLike
from pathlib import Path
from typing import Any, Literal, Protocol, overload

import msgspec

from mouschema._writing import save
from mouschema.checking.check import check
from mouschema.checking.inputs import Readable, Source
from mouschema.model import Bundle
from mouschema.model._plain import encoded
from mouschema.reading.read import MOST_BYTES
from mouschema.rules import ERRORS

__all__ = ["dump", "dumps", "load", "loads"]


class Writable(Protocol):
    """A file open for writing, binary or text."""

    def write(self, data: Any, /) -> Any:
        """Write bytes, or text if it is an `io.TextIOBase`."""
        ...


@overload
def load(source: str | PathLike[str] | Readable, *, kind: Literal["bundle"] = ..., most_bytes: int = ...) -> Bundle: ...
@overload
def load(source: str | PathLike[str] | Readable, *, kind: str, most_bytes: int = ...) -> Any: ...
def load(source: str | PathLike[str] | Readable, *, kind: str = "bundle", most_bytes: int = MOST_BYTES) -> Any:
    """Read records from a file.

    Args:
        source: The file's name, or the open file.
        kind: What it holds: `bundle`, `agreement`, `party`, `ceremony` or `commitment`.
        most_bytes: The size beyond which it is not read.

    Returns:
        The record, a `Bundle` unless another kind is asked for.

    Raises:
        InvalidDocument: The check has findings of severity error; the exception carries the report.
        OSError: The file cannot be opened or read.
    """
    return loads(Path(source) if isinstance(source, str) else source, kind=kind, most_bytes=most_bytes)


@overload
def loads(data: Source, *, kind: Literal["bundle"] = ..., most_bytes: int = ...) -> Bundle: ...
@overload
def loads(data: Source, *, kind: str, most_bytes: int = ...) -> Any: ...
def loads(data: Source, *, kind: str = "bundle", most_bytes: int = MOST_BYTES) -> Any:
    """Read records from a document at hand: JSON as bytes or text, or a mapping.

    Args:
        data: The document.
        kind: What it holds: `bundle`, `agreement`, `party`, `ceremony` or `commitment`.
        most_bytes: The size beyond which it is not read.

    Returns:
        The record, a `Bundle` unless another kind is asked for.

    Raises:
        InvalidDocument: The check has findings of severity error; the exception carries the report.
    """
    return check(data, kind=kind, most_bytes=most_bytes, profile=ERRORS).require()


def dumps(record: Any, *, compact: bool = False) -> str:
    """Write a record as JSON: fields in the order of the schema, what holds its default left out.

    Args:
        record: A bundle or any other record.
        compact: One line without spaces, as for JSON Lines; indented by two spaces otherwise.

    Returns:
        The text, ending with a line break.
    """
    return _encoded(record, compact).decode()


def dump(record: Any, target: str | PathLike[str] | Writable, *, compact: bool = False) -> None:
    """Write a record to a file, as `dumps` does, in UTF-8.

    A file of that name is replaced in one step at the end: until then, and whatever happens, the older one is whole.

    Args:
        record: A bundle or any other record.
        target: The file's name, or a file open for writing. A name that is a link is refused.
        compact: One line without spaces, as for JSON Lines.

    Raises:
        OSError: The file cannot be written.
    """
    content = _encoded(record, compact)
    if isinstance(target, str | PathLike):
        save(target, content)
    else:
        target.write(content.decode() if isinstance(target, io.TextIOBase) else content)


def _encoded(record: Any, compact: bool) -> bytes:
    content = encoded(record)
    return (content if compact else msgspec.json.format(content, indent=2)) + b"\n"
