"""Near misses: for every constraint of the exported schema, values just outside it, enumerated from the schema."""

import copy
from collections.abc import Iterator
from functools import reduce
from operator import getitem
from typing import Any, NamedTuple

from mouschema import schemas

Path = tuple[str | int, ...]


class NearMiss(NamedTuple):
    """A value that breaks one constraint of one definition.

    Attributes:
        definition: The class or scalar.
        constraint: The keyword, and the field where there is one.
        value: The broken value.
    """

    definition: str
    constraint: str
    value: Any


def smallest(name: str) -> Any:
    """Return the smallest value that a definition accepts."""
    schema = schemas.definition(name)
    if "properties" not in schema:
        return copy.deepcopy(schema["examples"][0])
    needed = [*schema.get("required", ()), *(schema["anyOf"][0]["required"] if "anyOf" in schema else ())]
    return {field: filled(schema["properties"][field]) for field in needed}


def filled(field: dict[str, Any]) -> Any:
    """Return a value that a field accepts, with one entry if it is a list."""
    if field.get("type") == "boolean":
        return True
    return (
        [smallest(schemas.target(field["items"]))] if "items" in field else smallest(schemas.target(field["allOf"][0]))
    )


def constraints(name: str) -> list[str]:
    """Return the keywords of a definition that refuse something."""
    words = {"title", "description", "examples", "$schema", "$id", "$comment", "$defs"}
    return sorted(set(schemas.definition(name)) - words)


def near_misses(name: str) -> Iterator[NearMiss]:
    """Yield near misses for every constraint of a definition."""
    for keyword in constraints(name):
        for detail, value in BREAK[keyword](name, schemas.definition(name)):
            yield NearMiss(name, f"{keyword} {detail}".strip(), value)


def _types(name: str, schema: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    allowed = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    kinds: dict[str, Any] = {"string": "text", "integer": 5, "boolean": True, "array": [], "object": {}, "null": None}
    for kind, value in kinds.items():
        if kind not in allowed and not (kind == "integer" and "number" in allowed):
            yield kind, value


def _not(name: str, schema: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for character in "\x00\x07\x1b\x7f\x85\ufeff":
        yield f"{ord(character):04x} behind", smallest(name) + character
        yield f"{ord(character):04x} before", character + smallest(name)
    if "\\n" not in schema["not"]["pattern"] and name != "Prose":
        yield "line break", smallest(name) + "\n"


def _required(name: str, schema: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for field in schema["required"]:
        value = smallest(name)
        del value[field]
        yield field, value


def _fields(name: str, schema: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Give each field null, and a value of another type than it takes."""
    for field, about in schema["properties"].items():
        yield f"{field} null", {**smallest(name), field: None}
        if "FreeJson" not in str(about):
            yield f"{field} type", {**smallest(name), field: {} if about.get("type") == "array" else [filled(about)]}
        if about.get("type") == "array":
            yield f"{field} entry null", {**smallest(name), field: [None]}
            yield f"{field} entry type", {**smallest(name), field: [[smallest(schemas.target(about["items"]))]]}
        if "minItems" in about:
            yield f"{field} minItems", {**smallest(name), field: []}


def _keys(name: str, schema: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key in ("", "x y", "English", "lo\n", "partner.example:\n", "a.b:c\x00", "ลาว"):
        yield repr(key), {key: "text"}
    yield "barred with a value of another type", {"lo\n": 5}
    if name == "Text":
        yield "empty wording", {"en": ""}


BREAK: dict[str, Any] = {
    "type": _types,
    "pattern": lambda name, schema: [
        ("around", f" {smallest(name)}~~") if schema["pattern"][0] == "^" else ("blank", "\u3000 ")
    ],
    "not": _not,
    "minLength": lambda name, schema: [("", "")],
    "maxLength": lambda name, schema: [("", "a" * (schema["maxLength"] + 1))],
    "enum": lambda name, schema: [("case", schema["enum"][0].swapcase()), ("longer", schema["enum"][0] + "x")],
    "minimum": lambda name, schema: [("", schema["minimum"] - 1)],
    "maximum": lambda name, schema: [("", schema["maximum"] + 1), ("fraction", 0.5)],
    "minProperties": lambda name, schema: [("", {})],
    "patternProperties": _keys,
    "additionalProperties": lambda name, schema: [("", {**smallest(name), "unknown_field": 1})],
    "properties": _fields,
    "required": _required,
    "anyOf": lambda name, schema: [
        (
            "none",
            {
                key: value
                for key, value in smallest(name).items()
                if key not in [each["required"][0] for each in schema["anyOf"]]
            },
        ),
        (
            "empty list",
            {
                **smallest(name),
                **({schema["anyOf"][0]["required"][0]: []} if "properties" in schema["anyOf"][0] else {"unknown": 1}),
            },
        ),
    ],
}


def damaged(document: Any, path: Path, value: Any) -> Any:
    """Return a copy of a document with another value at a path."""
    copied = copy.deepcopy(document)
    reduce(getitem, path[:-1], copied)[path[-1]] = value
    return copied
