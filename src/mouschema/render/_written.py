"""Write reports as JSON that any reader takes, and that does nothing where it is printed."""

from typing import Any, cast

import msgspec

from mouschema._safe import printable

__all__ = ["compact", "indented"]


def compact(value: Any) -> str:
    """Return a JSON value on one line."""
    return printable(_encoded(value).decode())


def indented(value: Any) -> str:
    """Return a JSON value on many lines."""
    return printable(msgspec.json.format(_encoded(value), indent=2).decode())


def _encoded(value: Any) -> bytes:
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return msgspec.json.encode(_whole(value))


def _whole(value: Any) -> Any:
    """Return a value in which halves of pairs, as in names of files that are not UTF-8, are written as escapes."""
    match value:
        case str():
            return value.encode("utf-8", "backslashreplace").decode()
        case dict():
            return {_whole(key): _whole(each) for key, each in cast("dict[str, Any]", value).items()}
        case list() | tuple():
            return [_whole(each) for each in cast("list[Any]", value)]
        case _:
            return value
