"""The same with the usual parts: jsonschema for the verdict, cattrs for the records; and the parts alone.

cattrs makes twins of mouschema's classes, plain attrs classes that check nothing when they are made: what
the schema has accepted need not be checked twice.
"""

import json
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin

import attrs
import cattrs
import jiter
import jsonschema_rs
from jsonschema import Draft202012Validator
from referencing import Registry

from mouschema import model, schemas
from mouschema.model._annotations import hints
from mouschema.model._value import Value

__all__ = ["accepted_by_jsonschema", "accepted_by_jsonschema_rs", "load", "read"]

_JSONSCHEMA = Draft202012Validator(schemas.schema(), registry=Registry())
_JSONSCHEMA_RS = jsonschema_rs.validator_for(schemas.schema(), validate_formats=False, offline=True)


def read(data: bytes) -> Any:
    """Read alone, as strictly as mouschema does."""
    return jiter.from_json(data, catch_duplicate_keys=True, allow_inf_nan=False)


def accepted_by_jsonschema_rs(data: bytes) -> bool:
    """Read and let jsonschema-rs judge by the exported schema."""
    return _JSONSCHEMA_RS.is_valid(read(data))


def accepted_by_jsonschema(data: bytes) -> bool:
    """Read and let jsonschema judge by the exported schema."""
    return _JSONSCHEMA.is_valid(json.loads(data))


def load(data: bytes) -> Any:
    """Read, let jsonschema judge by the exported schema, and let cattrs make the records; references are not checked.

    Raises:
        ValueError: The schema refuses the document.
    """
    value = json.loads(data)
    if not _JSONSCHEMA.is_valid(value):
        raise ValueError("the schema refuses the document")
    return _converter().structure(value, twin(model.Bundle))


@cache
def twin(cls: Any) -> type:
    """Return a plain attrs class with the fields of one of mouschema's classes."""
    annotations = hints(cls)
    fields = {
        field.name: attrs.field(default=field.default, type=_type(annotations[field.name]))
        for field in attrs.fields(cls)
    }
    return attrs.make_class(cls.__name__, fields, frozen=True, kw_only=True, slots=True)


def _type(annotation: Any) -> Any:
    inner, *more = get_args(annotation) or (None,)
    if hasattr(annotation, "__metadata__"):
        return _type(inner)
    if get_origin(annotation) is tuple:
        return tuple[_type(inner), ...]
    if NoneType in more:
        return _type(inner) | None
    return twin(annotation) if attrs.has(annotation) else annotation


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(detailed_validation=False)
    converter.register_structure_hook(Decimal, lambda written, _: Decimal(written))
    converter.register_structure_hook_func(lambda cls: isinstance(cls, type) and issubclass(cls, Value), _value)
    return converter


def _value(written: Any, cls: type[Value]) -> Value:
    return cls.from_json(written)
