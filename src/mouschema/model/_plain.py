"""Between records and plain JSON, both ways, for every class of the model at once."""

from contextlib import suppress
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

import attrs
import msgspec

from mouschema.model._value import Value

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["JSON_NAME", "adopt", "build", "json_name", "plain", "writer"]

JSON_NAME: Final = "json"

_new = object.__new__
_write = vars(Value)["_written"].__set__

_known: Final[set[type]] = set()
_one_at_a_time: Final = Lock()


@cache
def writer() -> "Converter":
    """Return the converter that writes records; it is made on first use, since most users only check."""
    import cattrs

    converter = cattrs.Converter(omit_if_default=True, unstruct_collection_overrides={tuple: list})
    converter.register_unstructure_hook(Decimal, str)
    converter.register_unstructure_hook(Enum, lambda member: member.value)
    converter.register_unstructure_hook_factory(attrs.has, partial(_unstructure, converter=converter))
    converter.register_unstructure_hook_func(
        lambda cls: isinstance(cls, type) and issubclass(cls, Value), lambda value: value.to_json()
    )
    return converter


def json_name(field: "attrs.Attribute[Any]") -> str:
    """Return how JSON spells a field: as Python does, or as `_record.spelled` declares."""
    return field.metadata.get(JSON_NAME, field.name)


def plain(value: Any) -> Any:
    """Return the JSON value of a record, a value or a list of them; fields that hold their default are left out."""
    return writer().unstructure(value)


def build(value: Any, cls: Any) -> Any:
    """Make records from JSON that the schema has accepted; nothing is checked again.

    `strict=False` lets `5.0` be the whole number that JSON Schema says it is; what else it would let
    through, the schema has refused before.
    """
    _get_to_know(cls)
    record = msgspec.convert(value, cls, strict=False, dec_hook=_value)
    if value.__class__ is dict and "$schema" in value:  # msgspec knows fields by their names in Python only
        object.__setattr__(record, "schema", value["$schema"])
    return record


def adopt(value: Any, field: Any, cls: type) -> Any:
    """Bring what a caller of a constructor gave into the type of its field; records and values in it stay as they are.

    Args:
        value: What was given.
        field: The type of the field.
        cls: The record whose field it is.

    Raises:
        msgspec.ValidationError: It is of another class.
    """
    _get_to_know(cls)
    return msgspec.convert(value, field, strict=False, dec_hook=_same_or_value)


def _get_to_know(cls: type) -> None:
    """Let msgspec learn a class, and all that its fields name, before it is used.

    msgspec learns a class on first use and puts what it has learnt so far where other threads find and
    follow it, into memory that is not theirs. So each class is learnt by one thread while the others wait.
    """
    if cls not in _known:
        with _one_at_a_time:
            if cls not in _known:  # pragma: no branch - unless another thread was first; see tests/threads.py
                with suppress(msgspec.ValidationError):
                    msgspec.convert(None, cls, dec_hook=_value)
                _known.add(cls)


def _unstructure(cls: Any, *, converter: "Converter") -> Any:
    """Return the function that writes a record; cattrs puts fields without a default first, we keep their order."""
    from cattrs.gen import make_dict_unstructure_fn, override

    order = {field.name: json_name(field) for field in attrs.fields(cls)}
    spelled: Any = {name: override(rename=spelling) for name, spelling in order.items()}
    write = make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=True, **spelled)
    optional = [field.default is not attrs.NOTHING for field in attrs.fields(cls)]
    if optional == sorted(optional):
        return write

    def write_in_order(record: Any) -> dict[str, Any]:
        written = write(record)
        return {name: written[name] for name in order.values() if name in written}

    return write_in_order


def _value(cls: type[Value], written: Any) -> Value:
    value = _new(cls)  # what Value.from_json does, without two calls for each of hundreds of values
    _write(value, written)
    return value


def _same_or_value(cls: type[Value], given: Any) -> Value:
    return given if isinstance(given, cls) else cls.from_json(given)
