"""The house decorator: what makes a class of the model a record."""

from collections.abc import Callable
from functools import cache, wraps
from typing import Any, TypeVar, dataclass_transform, get_type_hints, overload

import attrs
import msgspec

from mouschema._safe import shown
from mouschema.errors import InvalidValue
from mouschema.model._checks import require
from mouschema.model._plain import JSON_NAME, adopt, json_name, plain

__all__ = ["hints", "record", "spelled"]

C = TypeVar("C", bound=type)


@overload
def record(cls: C, /) -> C: ...
@overload
def record(*, at_least_one: tuple[str, ...]) -> Callable[[C], C]: ...
@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(attrs.field,))
def record(cls: Any = None, /, *, at_least_one: tuple[str, ...] = ()) -> Any:
    """Make a class a frozen, keyword-only, slotted attrs class that refuses bad values when it is made in Python.

    Documents that the schema has judged become records without passing through `__init__`, so they
    are not checked a second time.

    Args:
        cls: The class; each of its fields is annotated and followed by a string that says what it means.
        at_least_one: Fields of which at least one must be given.
    """

    def decorate(cls: type) -> type:
        made: Any = attrs.frozen(kw_only=True)(cls)
        made.__at_least_one__ = at_least_one
        made.__init__ = _checked(made.__init__)
        return made

    return decorate if cls is None else decorate(cls)


def spelled(name: str) -> Any:
    """Declare an optional field whose name in JSON is no name in Python."""
    return attrs.field(default=None, metadata={JSON_NAME: name})


@cache
def hints(cls: type) -> dict[str, Any]:
    """Return the annotations of a record's fields, with what `Annotated` adds."""
    annotations = get_type_hints(cls, include_extras=True)
    return {field.name: annotations[field.name] for field in attrs.fields(cls)}


def _checked(init: Callable[..., None]) -> Callable[..., None]:
    @wraps(init)
    def checked(self: Any, **given: Any) -> None:
        init(self, **given)
        cls = self.__class__
        told = {
            field: value
            for field in attrs.fields(cls)
            if (value := getattr(self, field.name)) is not None and value != field.default
        }
        require(cls.__name__, {json_name(field): value for field, value in told.items()}, plain)
        for field, value in told.items():
            object.__setattr__(self, field.name, _typed(cls, field.name, value))

    return checked


def _typed(cls: type, name: str, value: Any) -> Any:
    try:
        return adopt(value, hints(cls)[name], cls)
    except msgspec.ValidationError as error:
        where = f"{cls.__name__}.{name}"
        raise InvalidValue(where, (f"{where}: {error}, given {shown(value)}",)) from None
