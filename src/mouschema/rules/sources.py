"""Rules about where values come from."""

from collections.abc import Iterator, Mapping
from typing import Any

from mouschema._show import shown
from mouschema.model import Annotation
from mouschema.report import Severity
from mouschema.rules._index import Index
from mouschema.rules._rule import Hit, rule

__all__: list[str] = []


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
    """Return how many of the steps lead to something."""
    for taken, step in enumerate(steps):
        match value:
            case tuple() | list():
                position = int(step) if step.isascii() and step.isdigit() and len(step) < 10 else -1
                known = step == str(position) and position < len(value)
                value = value[position] if known else None
            case Mapping():
                known = step in value
                value = value.get(step)
            case _:
                value = getattr(value, step, None) if step in _fields(value) else None
                known = value is not None and value != ()
        if not known:
            return taken
    return len(steps)


def _fields(value: Any) -> set[str]:
    return {field.name for field in getattr(value, "__attrs_attrs__", ())}
