"""Write reports as JSON that any reader takes, and that does nothing where it is printed."""

from enum import Enum
from typing import Any, cast

import attrs
import msgspec

from mouschema._safe import printable

__all__ = ["compact", "indented", "plain"]


def plain(said: Any) -> dict[str, Any]:
    """Return what a report says as JSON; fields that hold their default are left out."""
    return attrs.asdict(said, filter=_is_told, value_serializer=_coded)


def _is_told(field: "attrs.Attribute[Any]", value: Any) -> bool:
    factory = getattr(field.default, "factory", None)
    return value != (factory() if factory else field.default)


def _coded(_said: Any, _field: Any, value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value


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
