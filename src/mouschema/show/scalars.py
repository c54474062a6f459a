"""Single values in words, by what their field holds."""

import json
from functools import cache
from typing import Any

from mouschema import schemas
from mouschema.model import Date, Duration
from mouschema.model.codelists import Codelist
from mouschema.show import words as say
from mouschema.show.parts import Words

__all__ = ["as_text", "in_words", "kind_of"]


@cache
def kind_of(cls: type, field: str) -> str:
    """Return the name of the definition that a field holds, or its entries; `boolean` for yes and no."""
    schema = say.schema_of(cls, field)
    if schema.get("type") == "boolean":
        return "boolean"
    return schemas.target(schema["items"] if "items" in schema else schema["allOf"][0])


def in_words(cls: type, field: str, value: Any) -> Words:
    """Return a single value in words.

    Args:
        cls: The class of the record that holds it.
        field: Its field.
        value: The value, no record and no text by language.
    """
    kind = kind_of(cls, field)
    match value:
        case _ if kind == "FreeJson":
            return Words(as_text(value), "und")
        case bool():
            return Words(say.flag(cls, field, value))
        case Codelist():
            return Words(say.code(value), hint=say.meaning(value))
        case Date():
            return Words(say.date(value))
        case Duration():
            return Words(say.duration(value))
        case str():
            return _scalar(kind, value)
        case _:
            return Words(say.number(value))


def as_text(value: Any) -> str:
    """Return free JSON as text; a text without its quotation marks."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _scalar(kind: str, value: str) -> Words:
    match kind:
        case "Url":
            return Words(value, to=value)
        case "Theme":
            return Words(say.theme(value))
        case "CountryCode":
            return Words(say.country(value))
        case "CurrencyCode":
            return Words(value, hint=say.currency(value))
        case "LanguageTag":
            return Words(say.language(value))
        case "Timestamp":
            return Words(say.moment(value))
        case "Line":
            return Words(value, "und")
        case _:
            return Words(value)
