"""Follow a JSON Pointer through records."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, reduce
from itertools import accumulate
from typing import Any, Final, cast

from mouschema.model._plain import json_name

__all__ = ["NULL", "follow", "passed", "reached", "steps"]

NULL: Final = object()
"""Stands for a null in a partner's own data, which is a value too."""

_POSITION: Final = re.compile("0|[1-9][0-9]{0,8}")


def steps(pointer: str) -> list[str]:
    """Return the field names and list positions of a JSON Pointer."""
    found = pointer.split("/")[1:]
    return [step.replace("~1", "/").replace("~0", "~") for step in found] if "~" in pointer else found


def follow(root: Any, pointer: str) -> Any:
    """Return what a JSON Pointer leads to; None when it leads nowhere."""
    return reduce(_inside, steps(pointer), root)


def passed(root: Any, way: list[str]) -> Iterator[Any]:
    """Yield what a way leads through: first the root, last what it leads to, and None where it leads nowhere."""
    return accumulate(way, _inside, initial=root)


def reached(root: Any, way: list[str]) -> int:
    """Return how many steps of a way lead to something that the record says."""
    value = root
    for taken, step in enumerate(way):
        value = _inside(value, step)
        if value is None or (value.__class__ is tuple and not value):
            return taken
    return len(way)


def _inside(value: Any, step: str) -> Any:
    cls = value.__class__
    if isinstance(value, tuple | list):
        entries = cast("Sequence[Any]", value)
        position = int(step) if _POSITION.fullmatch(step) else len(entries)
        return entries[position] if position < len(entries) else None
    if step in (fields := _fields(cls)):
        return getattr(value, fields[step])
    if isinstance(value, Mapping) and step in value:
        found: Any = cast("Mapping[str, Any]", value)[step]
        return NULL if found is None else found
    return None


@cache
def _fields(cls: type) -> dict[str, str]:
    """Return the fields of a record by their names in JSON."""
    return {json_name(field): field.name for field in getattr(cls, "__attrs_attrs__", ())}
