"""The constructors: what the schema refuses cannot be made in Python, and what it accepts can."""

from enum import Enum
from typing import Any

import attrs

from mouschema import InvalidValue, model
from mouschema.judging import judge
from mouschema.model._plain import json_name, plain

__all__ = ["constructs"]


def constructs(name: str, value: Any) -> bool | None:
    """Tell whether the class of that name can be made of a JSON value, and writes what the schema accepts.

    None where there is no such class, or where Python cannot even say the value.
    Whatever else is raised than what the class promises goes on.
    """
    cls = getattr(model, name, None)
    if cls is None:
        return None
    try:
        if attrs.has(cls):
            fields = _as_fields(cls, value)
            if fields is None:
                return None
            made = cls(**fields)
        else:
            made = cls(value)
    except (InvalidValue, TypeError):
        return False
    except ValueError:
        if issubclass(cls, Enum):
            return False
        raise
    return judge.accepts(name, plain(made))


def _as_fields(cls: Any, value: Any) -> dict[str, Any] | None:
    """Return the arguments for a record: None means absent there, and fields are given by name."""
    if not isinstance(value, dict) or None in value.values():
        return None
    spelled = {json_name(field): field.name for field in attrs.fields(cls)}
    if any(key not in spelled and key in spelled.values() for key in value):
        return None  # a name in Python that is not the name in JSON
    return {spelled.get(key, key): inner for key, inner in value.items()}
