"""The cattrs converter for projects whose own classes hold records of ours."""

from decimal import Decimal
from enum import Enum
from typing import Any, Final

import cattrs

from mouschema import schemas
from mouschema.checking.files import loads
from mouschema.model._checks import require
from mouschema.model._plain import build, plain
from mouschema.model._value import Value

__all__ = ["converter"]

_KIND_OF: Final = {name: kind for kind, name in schemas.KINDS.items()}


def _is_ours(cls: Any) -> bool:
    return isinstance(cls, type) and (hasattr(cls, "__definition__") or issubclass(cls, Value))


def _structure(value: Any, cls: type) -> Any:
    if isinstance(value, cls):
        return value
    if cls.__name__ in _KIND_OF:
        return loads(value, kind=_KIND_OF[cls.__name__])
    require(cls.__name__, value)
    return build(value, cls)


def _strictly(value: Any, cls: type) -> Any:
    """Take a plain value only as what it is: cattrs alone would make `'None'` of None and `'5'` of 5."""
    if issubclass(cls, Enum):
        return cls(value)
    if type(value) is not cls:
        raise TypeError(f"expected {cls.__name__}, given {value!r:.80}")
    return value


def _number(value: Any, _cls: type) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"expected a number, given {value!r:.80}")
    return float(value)


def _make() -> cattrs.Converter:
    made = cattrs.Converter(omit_if_default=True, unstruct_collection_overrides={tuple: list})
    made.register_unstructure_hook(Decimal, str)
    made.register_unstructure_hook_func(_is_ours, plain)
    made.register_structure_hook_func(_is_ours, _structure)
    for cls in (str, int, bool):
        made.register_structure_hook(cls, _strictly)
    made.register_structure_hook(float, _number)
    return made


converter: Final = _make()
"""Structures and unstructures every class of the model, alone or inside classes of yours.

`converter.structure(value, Bundle)` refuses what `loads` refuses. Other plain values are taken as they
are and never turned into text or numbers.
"""
