"""The schema of every class, codelist and scalar.

The shape comes from the annotations, which msgspec reads; the words from the docstrings.
"""

from functools import cache
from typing import Any, Final, get_args

import attrs
import msgspec

from mouschema import model, schemas
from mouschema.export.lists import closed_codes
from mouschema.export.words import example_in, field_words, sentence, title, without_example
from mouschema.model._annotations import hints
from mouschema.model._plain import json_name
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
    classes = sorted(_within(msgspec.inspect.type_info(model.Bundle)), key=lambda cls: cls.__name__)
    scalars = {
        name: {**schema, **({"enum": codes} if (codes := closed_codes(name)) else {})}
        for name, schema in SCALARS.items()
    }
    made: dict[str, Any] = {**scalars, **_VALUES}
    made.update((cls.__name__, _codelist(cls) if issubclass(cls, Codelist) else _record(cls)) for cls in classes)
    for cls in classes:
        for field in made[cls.__name__].get("properties", {}).values():
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


def _within(about: Any) -> set[type]:
    """Return the codelists and the classes of records that a type names, at any depth."""
    found: set[Any] = set()
    waiting = [about]
    while waiting:
        about = waiting.pop()
        if isinstance(about, msgspec.inspect.StructType | msgspec.inspect.EnumType):
            if about.cls in found:
                continue
            found.add(about.cls)
        waiting += [field.type for field in getattr(about, "fields", ())] + _inside(about)
    return found


def _inside(about: Any) -> list[Any]:
    return [each for name in ("type", "item_type") if (each := getattr(about, name, None))] + list(
        getattr(about, "types", ())
    )


def _shape(about: Any) -> dict[str, Any]:
    """Return what JSON holds for a field that is there: absent is not null."""
    if known := getattr(about, "extra_json_schema", None):
        return dict(known)
    match about:
        case msgspec.inspect.UnionType():
            (only,) = (each for each in about.types if not isinstance(each, msgspec.inspect.NoneType))
            return _shape(only)
        case msgspec.inspect.VarTupleType():
            least = {"minItems": about.min_length} if about.min_length else {}
            return {"type": "array", "items": _shape(about.item_type), **least}
        case msgspec.inspect.BoolType():
            return {"type": "boolean"}
        case _:
            return {"$ref": f"#/$defs/{about.cls.__name__}"}


def _record(cls: Any) -> dict[str, Any]:
    words = field_words(cls)
    kind: Any = msgspec.inspect.type_info(cls)
    shapes = {about.name: _shape(about.type) for about in kind.fields}
    schema: dict[str, Any] = {
        "title": title(cls.__name__),
        "description": sentence(cls.__doc__),
        "type": "object",
        "properties": {
            json_name(field): _field(field, shapes[field.name], words[field.name], _reference(cls, field.name))
            for field in attrs.fields(cls)
        },
        "required": [json_name(field) for field in attrs.fields(cls) if field.default is attrs.NOTHING],
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


def _field(about: "attrs.Attribute[Any]", shape: dict[str, Any], words: str, ref: Ref | None) -> dict[str, Any]:
    """Add words to the shape of a field, and the code that it holds unless given."""
    if "$ref" in shape:
        shape = {"allOf": [{"$ref": shape["$ref"]}]}
    example = example_in(words)
    field: dict[str, Any] = {"title": title(about.name), "description": without_example(words), **shape}
    if ref:
        field["examples"] = [[ref.example] if "items" in shape else ref.example]
    elif example:
        text = {"en": example} if _target(shape) == "Text" else example
        field["examples"] = [[text] if "items" in shape else text]
    if isinstance(about.default, Codelist):
        field["default"] = about.default.value
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
