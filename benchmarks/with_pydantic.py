"""The same model in pydantic: classes, patterns, lengths, codelists, and in full also the reference checks.

The classes are derived from those of mouschema to keep them equal; what pydantic makes of them is what it
would make of classes written by hand. Fields that may be left out may not be null, as in mouschema.
"""

from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

import attrs
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    create_model,
    model_validator,
)

from benchmarks.coherence import interval
from benchmarks.references import check_references
from mouschema import model, schemas
from mouschema.model._annotations import hints
from mouschema.model.scalars import SCALARS

__all__ = ["Bundle", "CheckedBundle", "pydantic_model", "scalar"]


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


@cache
def scalar(name: str) -> Any:
    """Return the pydantic type of one of the scalars."""
    about = schemas.definition(name)
    if "enum" in about:
        return Literal[tuple(about["enum"])]
    if name == "Count":
        return Annotated[int, Field(ge=about["minimum"], le=about["maximum"])]
    if name == "FreeJson":
        return Any
    text = Annotated[str, StringConstraints(pattern=_pattern(name), max_length=about["maxLength"])]
    return Annotated[text, AfterValidator(interval)] if name == "Date" else text


def _pattern(name: str) -> str:
    """Return one pattern that says what the pattern and the ban on control characters say together.

    In pydantic `$` matches at the very end only, so that most patterns leave no room for a control character.
    """
    about = SCALARS[name]
    pattern, barred = about["pattern"], about["not"]["pattern"][1:-1]
    if name == "Pointer":
        return pattern.replace("[^~/", f"[^~/{barred}")
    return pattern if pattern.startswith("^") else f"^[^{barred}]*{pattern}[^{barred}]*$"


_VALUES = {
    model.Text: Annotated[dict[scalar("LanguageTag"), scalar("Prose")], Field(min_length=1)],
    model.Extensions: dict[scalar("ExtensionKey"), Any],
    model.Date: scalar("Date"),
    model.Duration: scalar("Duration"),
}


@cache
def pydantic_model(cls: Any) -> type[BaseModel]:
    """Return the pydantic class of one of mouschema's classes."""
    fields: dict[str, Any] = {
        field.name: (_type(hints(cls)[field.name]), _default(field)) for field in attrs.fields(cls)
    }
    needed = cls.__at_least_one__
    checks = {"one_of": model_validator(mode="after")(_one_of(needed))} if needed else {}
    return create_model(cls.__name__, __base__=_Record, __validators__=checks, **fields)


def _default(field: Any) -> Any:
    if field.default is attrs.NOTHING:
        return ...
    return Field(default_factory=dict) if isinstance(field.default, attrs.Factory) else field.default


def _one_of(names: tuple[str, ...]) -> Any:
    def one_of(self: Any) -> Any:
        if all(getattr(self, name) in (None, ()) for name in names):
            raise ValueError(f"needs one of {', '.join(names)}")
        return self

    return one_of


def _type(annotation: Any) -> Any:
    """Return the pydantic type of a field's annotation."""
    if annotation in _VALUES:
        return _VALUES[annotation]
    inner, *more = get_args(annotation) or (None,)
    if hasattr(annotation, "__metadata__"):
        if get_origin(inner) is tuple:
            return Annotated[_type(inner), Field(min_length=1)]
        name = next(schemas.target(mark.extra_json_schema) for mark in more if hasattr(mark, "extra_json_schema"))
        return (
            Annotated[scalar(name), AfterValidator(Decimal), PlainSerializer(str)] if inner is Decimal else scalar(name)
        )
    if get_origin(annotation) is tuple:
        return tuple[_type(inner), ...]
    if NoneType in more:
        return _type(inner)
    return pydantic_model(annotation) if attrs.has(annotation) else annotation


Bundle: Any = pydantic_model(model.Bundle)


class CheckedBundle(Bundle):
    """A bundle whose entries fit together."""

    @model_validator(mode="after")
    def fits_together(self) -> "CheckedBundle":
        """Refuse what mouschema's rules have errors against."""
        return check_references(self)
