"""Derive the JSON Schemas and the codelists from the model. Only needed in a checkout.

The shape comes from the annotations (read by msgspec), the words from the docstrings: the first
paragraph of a class, and the string under each field, whose closing "Example: `…`" becomes the
field's example.
"""

import ast
import inspect
import json
import re
from functools import cache
from textwrap import dedent
from typing import Any, Final, get_args

import msgspec

from mouschema import model, schemas
from mouschema.model import codelists
from mouschema.model.codelists import Codelist
from mouschema.model._record import hints
from mouschema.model.scalars import SCALARS, Ref

__all__ = ["exports", "write"]

_NOTE: Final = "Generated from the model by `mouschema schema --write`. Edit src/mouschema/model, not this file."
_EXAMPLE: Final = re.compile(r"\s*Example: `(?P<example>[^`]+)`$")
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


def exports() -> dict[str, str]:
    """Return every file of the `schemas/` folder that is derived: its name and its text."""
    files = {f"{kind}.schema.json": _root(kind) for kind in schemas.KINDS}
    return {name: _json(content) for name, content in {**files, "codelists.json": _codelists()}.items()}


def write() -> list[str]:
    """Bring the `schemas/` folder of the checkout up to date.

    Returns:
        The names of the files that changed.

    Raises:
        FileNotFoundError: There is no checkout around this package.
    """
    folder = schemas.checkout()
    changed: list[str] = []
    for name, text in exports().items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            changed.append(name)
    return changed


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _root(kind: str) -> dict[str, Any]:
    name = schemas.KINDS[kind]
    definitions = _definitions()
    own = definitions[name]
    used = sorted(_reachable(own, definitions))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{schemas.BASE}/{schemas.VERSION}/{kind}.schema.json",
        "$comment": _NOTE,
        **own,
        "$defs": {used_name: definitions[used_name] for used_name in used},
    }


def _reachable(schema: dict[str, Any], definitions: dict[str, Any]) -> set[str]:
    found: set[str] = set()
    waiting = [schema]
    while waiting:
        named = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(waiting.pop())))
        for name in (named | {schemas.KEYS[each] for each in named & set(schemas.KEYS)}) - found:
            found.add(name)
            waiting.append(definitions[name])
    return found


@cache
def _definitions() -> dict[str, Any]:
    """Return the schema of every class, codelist and scalar under its name."""
    _, derived = msgspec.json.schema_components(
        [model.Bundle], schema_hook=lambda cls: {"$ref": f"#/$defs/{cls.__name__}"}, ref_template="#/$defs/{name}"
    )
    scalars = {name: {**schema, **_iso_codes(name)} for name, schema in SCALARS.items()}
    definitions: dict[str, Any] = {**scalars, **_VALUES}
    for name, schema in derived.items():
        cls = getattr(codelists, name, None) or getattr(model, name)
        definitions[name] = _codelist(cls) if issubclass(cls, Codelist) else _record(cls, schema, definitions)
    for name in derived:
        for field in definitions[name].get("properties", {}).values():
            field.setdefault("examples", _examples(field, definitions))
    return definitions


def _codelist(cls: type[Codelist]) -> dict[str, Any]:
    return {
        "title": _title(cls.__name__),
        "description": _sentence(cls.__doc__),
        "examples": [next(iter(cls)).value],
        "type": "string",
        "enum": [member.value for member in cls],
    }


def _record(cls: Any, derived: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    words = _field_words(cls)
    schema: dict[str, Any] = {
        "title": _title(cls.__name__),
        "description": _sentence(cls.__doc__),
        "type": "object",
        "properties": {
            field.name: _field(field.name, derived["properties"][field.name], words[field.name], _reference(cls, field.name))
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
    parts = [part for part in derived.get("anyOf", [derived]) if part != {"type": "null"}]
    (shape,) = parts
    shape = {keyword: value for keyword, value in shape.items() if keyword != "default"}
    if "$ref" in shape:
        shape = {"allOf": [{"$ref": shape["$ref"]}]}
    if "items" in shape:
        shape["items"] = {"$ref": shape["items"]["$ref"]}
    example = _EXAMPLE.search(words)
    field = {"title": _title(name), "description": _EXAMPLE.sub("", words), **shape}
    if ref:
        field["examples"] = [[ref.example] if "items" in shape else ref.example]
    elif example:
        text = {"en": example["example"]} if _target(shape) == "Text" else example["example"]
        field["examples"] = [[text] if "items" in shape else text]
    if isinstance(default := derived.get("default"), str):
        field["default"] = default
    return field


def _target(shape: dict[str, Any]) -> str:
    return schemas.target(shape.get("items") or shape["allOf"][0])


def _examples(field: dict[str, Any], definitions: dict[str, Any]) -> list[Any]:
    """Return examples of a field that has none of its own, from the examples of what it holds."""
    if field.get("type") == "boolean":
        return [True]
    found = _examples_of(_target(field), definitions)
    return [[example] for example in found[:1]] if "items" in field else found


def _examples_of(name: str, definitions: dict[str, Any]) -> list[Any]:
    schema = definitions[name]
    if "properties" not in schema:
        return schema["examples"]
    wanted = schema.get("required") or [branch["required"][0] for branch in schema.get("anyOf", ())][:1]
    wanted = wanted + [branch["required"][0] for branch in schema.get("anyOf", ())][:1]
    names = [field for field in schema["properties"] if field in wanted] or list(schema["properties"])[:2]
    fields = {field: schema["properties"][field] for field in names}
    return [{name: (field.get("examples") or _examples(field, definitions))[0] for name, field in fields.items()}]


def _title(name: str) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ")
    return words[0].upper() + words[1:].lower()


def _sentence(docstring: str | None) -> str:
    return " ".join(inspect.cleandoc(docstring or "").split("\n\n")[0].split())


def _field_words(cls: type) -> dict[str, str]:
    """Return the string that stands under each field in the source."""
    (body,) = ast.parse(dedent(inspect.getsource(cls))).body
    assert isinstance(body, ast.ClassDef)  # noqa: S101 - narrows for the type checker
    words: dict[str, str] = {}
    for statement, following in zip(body.body, body.body[1:], strict=False):
        match statement, following:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                words[name] = " ".join(text.split())
            case _:
                pass
    return words


def _iso_codes(name: str) -> dict[str, list[str]]:
    return {"enum": sorted(_CLOSED[name]())} if name in _CLOSED else {}


def _countries() -> dict[str, str]:
    import pycountry

    return {
        country.alpha_2: "; ".join(
            dict.fromkeys(
                text
                for field in ("name", "common_name", "official_name", "alpha_3")
                if (text := getattr(country, field, None))
            )
        )
        for country in pycountry.countries
    }


def _currencies() -> dict[str, str]:
    from babel import Locale

    return dict(Locale("en").currencies)


def _languages() -> dict[str, str]:
    from babel import Locale

    names = Locale("en").languages
    return {tag: name for tag, name in names.items() if re.search(SCALARS["LanguageTag"]["pattern"], tag)}


_CLOSED: Final = {"CountryCode": _countries, "CurrencyCode": _currencies}
_NAMED: Final = {**_CLOSED, "LanguageTag": _languages}


def _codelists() -> dict[str, Any]:
    own = {name: getattr(codelists, name) for name in codelists.__all__ if name != "Codelist"}
    meanings = {name: {member.value: member.meaning for member in cls} for name, cls in own.items()}
    return {**meanings, **{name: dict(sorted(read().items())) for name, read in _NAMED.items()}}
