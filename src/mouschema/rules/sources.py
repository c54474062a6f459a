"""Rules about where values come from."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final, cast

from mouschema._show import shown
from mouschema.model import Annotation
from mouschema.report import Severity
from mouschema.rules._index import Index
from mouschema.rules._rule import Hit, rule

__all__: list[str] = []

_POSITION: Final = re.compile("0|[1-9][0-9]{0,8}")
_NULL: Final = object()  # a null in a partner's own data is a value too


@rule("SRC01", "annotation-of-nothing", Severity.ERROR)
def annotated_value_exists(index: Index) -> Iterator[Hit]:
    """An annotation points to a value that is there."""
    for annotation in index.of(Annotation):
        steps = [step.replace("~1", "/").replace("~0", "~") for step in annotation.target.split("/")[1:]]
        reached = _follow(index.root, steps)
        if reached < len(steps):
            before, missing = "/" + "/".join(steps[:reached]), steps[reached]
            message = f"the pointer {shown(annotation.target)} leads to nothing"
            why = "list positions count from 0" if missing.isdigit() else f"there is no {shown(missing)} in it"
            yield Hit(annotation, ("target",), message, f"It is right up to {shown(before)}; {why}.")


def _follow(value: Any, steps: list[str]) -> int:
    """Return how many of the steps lead to something that the record says."""
    for taken, step in enumerate(steps):
        value = _inside(value, step)
        if value is None or value == ():
            return taken
    return len(steps)


def _inside(value: Any, step: str) -> Any:
    if step in _fields(value.__class__):
        return getattr(value, step)
    if isinstance(value, tuple | list):
        entries = cast("Sequence[Any]", value)
        position = int(step) if _POSITION.fullmatch(step) else len(entries)
        return entries[position] if position < len(entries) else None
    if isinstance(value, Mapping) and step in value:
        found: Any = cast("Mapping[str, Any]", value)[step]
        return _NULL if found is None else found
    return None


@cache
def _fields(cls: type) -> frozenset[str]:
    return frozenset(field.name for field in getattr(cls, "__attrs_attrs__", ()))
