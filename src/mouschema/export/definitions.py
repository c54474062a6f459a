"""The schema of every class, codelist and scalar.

The shape comes from the annotations, which msgspec reads; the words from the docstrings.
"""

from functools import cache
from typing import Any, Final, get_args

import msgspec

from mouschema import model, schemas
from mouschema.export.lists import closed_codes
from mouschema.export.words import example_in, field_words, sentence, title, without_example
from mouschema.model import codelists
from mouschema.model._plain import json_name
from mouschema.model._record import hints
from mouschema.model.codelists import Codelist
from mouschema.model.scalars import SCALARS, Ref

__all__ = ["definitions", "present"]


def _map(name: str, values: dict[str, Any], **words: Any) -> dict[str, Any]:
    key = SCALARS[schemas.KEYS[name]]
    return {
        "title": name,
        **words,
        "type": "object",
        "patternProperties": {key["pattern"]: values, key["not"]["pattern"]: {"not": {}}},
        "additionalProperties": False,
    }


_VALUES: Final = {
    "Text": _map(
        "Text",
        {"$ref": "#/$defs/Prose"},
        description="A text by language: language tag to words; `und` where the language is not known.",
        examples=[{"en": "Memorandum of Understanding", "lo": "ບົດບັນທຶກຄວາມເຂົ້າໃຈ"}],
        minProperties=1,
    ),
    "Extensions": _map(
        "Extensions",
        {},
        description="Data of your own, under names with your domain: `partner.example:field` or a web address.",
        examples=[{"partner.example:file_number": "2022/117"}],
    ),
}


@cache
def definitions() -> dict[str, Any]:
    """Return the schema of every class, codelist and scalar under its name."""
    _, derived = msgspec.json.schema_components(
        [model.Bundle], schema_hook=lambda cls: {"$ref": f"#/$defs/{cls.__name__}"}, ref_template="#/$defs/{name}"
    )
    scalars = {
        name: {**schema, **({"enum": codes} if (codes := closed_codes(name)) else {})}
        for name, schema in SCALARS.items()
    }
    made: dict[str, Any] = {**scalars, **_VALUES}
    for name, schema in derived.items():
        cls = getattr(codelists, name, None) or getattr(model, name)
        made[name] = _codelist(cls) if issubclass(cls, Codelist) else _record(cls, schema)
    for name in derived:
        for field in made[name].get("properties", {}).values():
            field.setdefault("examples", _examples(field, made))
    return made


def _codelist(cls: type[Codelist]) -> dict[str, Any]:
    return {
        "title": title(cls.__name__),
        "description": sentence(cls.__doc__),
        "examples": [next(iter(cls)).value],
        "type": "string",
        "enum": [member.value for member in cls],
    }


def _record(cls: Any, derived: dict[str, Any]) -> dict[str, Any]:
    words = field_words(cls)
    schema: dict[str, Any] = {
        "title": title(cls.__name__),
        "description": sentence(cls.__doc__),
        "type": "object",
        "properties": {
            json_name(field): _field(
                field.name, derived["properties"][field.name], words[field.name], _reference(cls, field.name)
            )
            for field in cls.__attrs_attrs__
        },
        "required": derived.get("required", []),
        "additionalProperties": False,
    }
    if cls.__at_least_one__:
        schema["anyOf"] = [_present(name, schema["properties"][name]) for name in cls.__at_least_one__]
    return {keyword: value for keyword, value in schema.items() if keyword != "required" or value}


def _present(name: str, field: dict[str, Any]) -> dict[str, Any]:
    """Demand a field; an empty list would be left out when it is written again, so it does not count."""
    filled = {"properties": {name: {"minItems": 1}}} if field.get("type") == "array" else {}
    return {"required": [name], **filled}


def _reference(cls: type, field: str) -> Ref | None:
    """Return what a field refers to, if it holds identifiers of other entries."""
    waiting = [hints(cls)[field]]
    while waiting:
        annotation = waiting.pop()
        found = next((mark for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, Ref)), None)
        if found:
            return found
        waiting += get_args(annotation)
    return None


def _field(name: str, derived: dict[str, Any], words: str, ref: Ref | None) -> dict[str, Any]:
    """Add words to what msgspec derived; absent is not null, so null and the default go, unless it tells something."""
    shape: dict[str, Any] = present(derived)
    if "$ref" in shape:
        shape = {"allOf": [{"$ref": shape["$ref"]}]}
    if "items" in shape:
        shape["items"] = {"$ref": shape["items"]["$ref"]}
    example = example_in(words)
    field: dict[str, Any] = {"title": title(name), "description": without_example(words), **shape}
    if ref:
        field["examples"] = [[ref.example] if "items" in shape else ref.example]
    elif example:
        text = {"en": example} if _target(shape) == "Text" else example
        field["examples"] = [[text] if "items" in shape else text]
    if isinstance(default := derived.get("default"), str):
        field["default"] = default
    return field


def present(derived: dict[str, Any]) -> dict[str, Any]:
    """Return what msgspec derived for a field that is there: neither null nor a default."""
    (only,) = (part for part in derived.get("anyOf", [derived]) if part != {"type": "null"})
    return {keyword: value for keyword, value in only.items() if keyword != "default"}


def _target(shape: dict[str, Any]) -> str:
    return schemas.target(shape.get("items") or shape["allOf"][0])


def _examples(field: dict[str, Any], known: dict[str, Any]) -> list[Any]:
    """Return examples of a field that has none of its own, from the examples of what it holds."""
    if field.get("type") == "boolean":
        return [True]
    found = _examples_of(_target(field), known)
    return [[example] for example in found[:1]] if "items" in field else found


def _examples_of(name: str, known: dict[str, Any]) -> list[Any]:
    schema = known[name]
    if "properties" not in schema:
        return schema["examples"]
    wanted = schema.get("required") or [branch["required"][0] for branch in schema.get("anyOf", ())][:1]
    wanted = wanted + [branch["required"][0] for branch in schema.get("anyOf", ())][:1]
    names = [field for field in schema["properties"] if field in wanted] or list(schema["properties"])[:2]
    fields = {field: schema["properties"][field] for field in names}
    return [{name: (field.get("examples") or _examples(field, known))[0] for name, field in fields.items()}]
