"""Between records and plain JSON, both ways, for every class of the model at once."""

from contextlib import suppress
from threading import Lock
from typing import Any, Final

import attrs
import msgspec

from mouschema.model._value import Value

__all__ = ["JSON_NAME", "adopt", "build", "build_from_text", "encoded", "json_name", "plain"]

JSON_NAME: Final = "json"

_new = object.__new__
_write = vars(Value)["_written"].__set__

_known: Final[set[type]] = set()
_one_at_a_time: Final = Lock()


def json_name(about: "attrs.Attribute[Any]") -> str:
    """Return how JSON spells a field: as Python does, or as `field(name=…)` declares."""
    return about.metadata.get(JSON_NAME, about.name)


def plain(value: Any) -> Any:
    """Return the JSON value of a record, a value or a list of them; fields that hold their default are left out."""
    return msgspec.json.decode(encoded(value))


def encoded(value: Any) -> bytes:
    """Return the JSON text of a record, a value or a list of them, on one line."""
    return _encoder.encode(value)


def build(value: Any, cls: Any) -> Any:
    """Make records from JSON that the schema has accepted; nothing is checked again.

    `strict=False` lets `5.0` be the whole number that JSON Schema says it is; what else it would let
    through, the schema has refused before.
    """
    _get_to_know(cls)
    return msgspec.convert(value, cls, strict=False, dec_hook=_value)


def build_from_text(text: bytes, cls: Any) -> Any:
    """Make records from a JSON text whose value the schema has accepted, without the value: for large documents."""
    _get_to_know(cls)
    return msgspec.json.decode(text, type=cls, strict=False, dec_hook=_value)


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


def _value(cls: type[Value], written: Any) -> Value:
    if not written:
        return cls.from_json(written)
    value = _new(cls)  # what Value.from_json does, without two calls for each of hundreds of values
    _write(value, written)
    return value


def _same_or_value(cls: type[Value], given: Any) -> Value:
    return given if isinstance(given, cls) else cls.from_json(given)


def _written(value: Any) -> Any:
    if isinstance(value, Value):
        return value.written
    raise NotImplementedError(f"{type(value).__name__} is no JSON")


_encoder: Final = msgspec.json.Encoder(enc_hook=_written)
