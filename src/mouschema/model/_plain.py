"""Between records and plain JSON, both ways, for every class of the model at once."""

from decimal import Decimal
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from mouschema.model._value import Value

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["adopt", "build", "plain", "writer"]

_new = object.__new__
_write = vars(Value)["_written"].__set__


@cache
def writer() -> "Converter":
    """Return the converter that writes records; it is made on first use, since most users only check."""
    import cattrs

    converter = cattrs.Converter(omit_if_default=True, unstruct_collection_overrides={tuple: list})
    converter.register_unstructure_hook(Decimal, str)
    converter.register_unstructure_hook(Enum, lambda member: member.value)
    converter.register_unstructure_hook_func(
        lambda cls: isinstance(cls, type) and issubclass(cls, Value), lambda value: value.to_json()
    )
    return converter


def plain(value: Any) -> Any:
    """Return the JSON value of a record, a value or a list of them; fields that hold their default are left out."""
    return writer().unstructure(value)


def build(value: Any, cls: Any) -> Any:
    """Make records from JSON that the schema has accepted; nothing is checked again.

    `strict=False` lets `5.0` be the whole number that JSON Schema says it is; what else it would let
    through, the schema has refused before.
    """
    return msgspec.convert(value, cls, strict=False, dec_hook=_value)


def adopt(value: Any, cls: Any) -> Any:
    """Bring what a caller of a constructor gave into the type of its field; records and values in it stay as they are.

    Raises:
        msgspec.ValidationError: It is of another class.
    """
    return msgspec.convert(value, cls, strict=False, dec_hook=_same_or_value)


def _value(cls: type[Value], written: Any) -> Value:
    value = _new(cls)  # what Value.from_json does, without two calls for each of hundreds of values
    _write(value, written)
    return value


def _same_or_value(cls: type[Value], given: Any) -> Value:
    return given if isinstance(given, cls) else cls.from_json(given)
