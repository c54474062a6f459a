"""What a constructor was given, held against the schema and brought into the types of the fields.

Records and values among it were checked when they were made. So a shallow form of the definition judges, in which they
may be anything; only what that refuses, or what is of another type than the field's, goes the long way, which finds words.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Final, NamedTuple

import attrs
import msgspec

from mouschema import schemas
from mouschema._safe import first, shown
from mouschema.errors import InvalidValue
from mouschema.judging import judge
from mouschema.model._annotations import hints, parts
from mouschema.model._checks import require
from mouschema.model._plain import adopt, json_name, plain
from mouschema.model._value import Value

__all__ = ["adopted"]

_PLAIN: Final = (str, int, bool)


class _Field(NamedTuple):
    """What a field takes.

    Attributes:
        json: How JSON spells it.
        default: What it holds unless given.
        part: The class of the records or values in it; None where it holds none.
        codes: The codelist that it takes its codes from; None where it holds none.
        exact: Whether it holds decimal numbers, which JSON writes as texts.
        many: Whether it holds a list.
    """

    json: str
    default: Any
    part: type | None
    codes: type[Enum] | None
    exact: bool
    many: bool

    def taken(self, value: Any) -> tuple[Any, Any] | None:
        """Return a value as the field holds it, and what the shallow definition is to see of it; None when in doubt."""
        if not self.many:
            return self._one(value)
        if value.__class__ is not tuple and value.__class__ is not list:
            return None
        if self.part:
            return (tuple(value), [None] * len(value)) if all(isinstance(each, self.part) for each in value) else None
        taken = [self._one(each) for each in value]
        return (tuple(each[0] for each in taken if each), [each[1] for each in taken if each]) if all(taken) else None

    def _one(self, value: Any) -> tuple[Any, Any] | None:
        if self.part:
            return (value, None) if isinstance(value, self.part) else None
        if self.codes:
            code = value if value.__class__ is self.codes else self._code(value)
            return (code, code.value) if code else None
        if self.exact:
            return (value, str(value)) if value.__class__ is Decimal else None
        return (value, value) if value.__class__ in _PLAIN else None

    def _code(self, value: Any) -> Enum | None:
        known: dict[Any, Enum] = getattr(self.codes, "_value2member_map_", {})
        return known.get(value) if value.__class__ is str else None


class _Definition(NamedTuple):
    """What a class of records takes: its fields, those that are needed, and whether the shallow form accepts an object."""

    fields: Mapping[str, _Field]
    needed: frozenset[str]
    accepts: Callable[[Any], bool]


def adopted(cls: Any, given: dict[str, Any]) -> dict[str, Any]:
    """Return what a record of a class holds that is made with some arguments.

    Raises:
        TypeError: A field is unknown or missing.
        InvalidValue: The schema refuses the record, or a value is of another class.
    """
    about = _definition(cls)
    if unknown := given.keys() - about.fields.keys():
        names, more = first(sorted(map(shown, unknown)))
        raise TypeError(f"{cls.__name__} has no field {', '.join(names)}" + (f" and {more} more" if more else ""))
    if missing := about.needed - given.keys():
        raise TypeError(f"{cls.__name__} needs {', '.join(sorted(missing))}")
    held: dict[str, Any] = {}
    seen: dict[str, Any] = {}
    for name, value in given.items():
        field = about.fields[name]
        if value is field.default or (isinstance(value, Value) and value == field.default):
            continue
        if not (taken := field.taken(value)):
            return _searched(cls, given, about)
        held[name], seen[field.json] = taken
    return held if about.accepts(seen) else _searched(cls, given, about)


def _searched(cls: Any, given: dict[str, Any], about: _Definition) -> dict[str, Any]:
    """Hold all that was given against the whole definition, and say what is wrong."""
    told = {name: value for name, value in given.items() if not _same(value, about.fields[name].default)}
    require(cls.__definition__, {about.fields[name].json: value for name, value in told.items()}, plain)
    return {name: _typed(cls, name, value) for name, value in told.items()}


def _same(value: Any, default: Any) -> bool:
    return value is default or (value.__class__ is default.__class__ and value == default)


def _typed(cls: Any, name: str, value: Any) -> Any:
    try:
        return adopt(value, hints(cls)[name], cls)
    except msgspec.ValidationError as error:
        where = f"{cls.__name__}.{name}"
        raise InvalidValue(where, (f"{where}: {error}, given {shown(value)}",)) from None


@cache
def _definition(cls: Any) -> _Definition:
    fields = {about.name: _field(about, hints(cls)[about.name]) for about in attrs.fields(cls)}
    whole = schemas.definition(cls.__definition__)
    shallow = {
        field.json: _shallow(whole["properties"][field.json]) if field.part else whole["properties"][field.json]
        for field in fields.values()
        if field.json in whole["properties"]
    }
    needed = frozenset(name for name, field in fields.items() if field.default is attrs.NOTHING)
    return _Definition(fields, needed, judge.compiled({**whole, "properties": shallow}))


def _field(about: Any, annotation: Any) -> _Field:
    classes = [part for part in parts(annotation) if isinstance(part, type)]
    part = next((each for each in classes if hasattr(each, "__definition__") or issubclass(each, Value)), None)
    codes = next((each for each in classes if issubclass(each, Enum)), None)
    return _Field(json_name(about), about.default, part, codes, Decimal in classes, tuple in classes)


def _shallow(about: dict[str, Any]) -> dict[str, Any]:
    """Return what the schema says of a field that holds records or values, but not of these."""
    return {word: value for word, value in about.items() if word in ("minItems", "maxItems")}
