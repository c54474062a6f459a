"""The exported JSON Schemas as data: they are the judge of every document.

They ship inside the package; in a checkout the files of the `schemas/` folder are used.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, Final

__all__ = [
    "BASE",
    "DIALECT",
    "KEYS",
    "KINDS",
    "VERSION",
    "address",
    "class_name",
    "codelists",
    "definition",
    "folder",
    "parts",
    "schema",
    "schema_text",
    "subschema",
    "target",
]

BASE: Final = "https://mouschema.example/schema"
VERSION: Final = "1.0"
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
KINDS: Final = {
    "bundle": "Bundle",
    "agreement": "Agreement",
    "party": "Party",
    "ceremony": "Ceremony",
    "commitment": "Commitment",
}

KEYS: Final = {"Text": "LanguageTag", "Extensions": "ExtensionKey"}
"""The scalars that the keys of maps are; they say how a key is written."""


def folder() -> Path:
    """Return the folder that holds the exported schemas."""
    packaged = Path(__file__).parent / "exported"
    return packaged if packaged.is_dir() else checkout()


def checkout() -> Path:
    """Return the `schemas/` folder of a checkout; it exists only there."""
    return Path(__file__).parents[3] / "schemas"


def address(name: str) -> str:
    """Return the `$id` of a schema: of a kind, or of the JSON report."""
    return f"{BASE}/{VERSION}/{name}.schema.json"


def schema_text(kind: str) -> str:
    """Return the exported schema of a kind, to the letter.

    Raises:
        ValueError: There is no such kind.
    """
    class_name(kind)
    return (folder() / f"{kind}.schema.json").read_text(encoding="utf-8")


@cache
def schema(kind: str = "bundle") -> dict[str, Any]:
    """Return the exported schema of a kind as a dict, which is shared: do not change it."""
    return json.loads(schema_text(kind))


@cache
def codelists() -> dict[str, dict[str, str]]:
    """Return every codelist: its codes, each with its meaning."""
    return json.loads((folder() / "codelists.json").read_text(encoding="utf-8"))


def class_name(kind: str) -> str:
    """Return the class of a kind.

    Raises:
        ValueError: There is no such kind.
    """
    if kind not in KINDS:
        raise ValueError(f"there is no kind {kind!r}; known kinds: {', '.join(KINDS)}")
    return KINDS[kind]


def target(reference: dict[str, Any]) -> str:
    """Return the name of the definition that a `$ref` leads to."""
    return reference["$ref"].rpartition("/")[2]


def definition(name: str) -> dict[str, Any]:
    """Return the schema of a class or scalar by its name."""
    root = schema()
    return root if name == KINDS["bundle"] else root["$defs"][name]


@cache
def parts(name: str) -> list[str]:
    """Return the definitions that a class's fields hold, directly."""
    fields = definition(name).get("properties", {}).values()
    held = (field.get("items") or field.get("allOf", [{}])[0] for field in fields)
    return list(dict.fromkeys(target(each) for each in held if "$ref" in each))


def subschema(name: str, path: tuple[str | int, ...]) -> tuple[str, dict[str, Any]]:
    """Return the schema that governs a place.

    Args:
        name: The class or scalar that governs the root.
        path: The field names and list positions from the root to the place.

    Returns:
        The name of the nearest definition around the place and the schema of the place itself.
    """
    current = definition(name)
    for step in path:
        current = _inside(current, step)
        for part in [current, *current.get("allOf", [])]:
            if "$ref" in part:
                name = target(part)
                current = definition(name)
    return name, current


def _inside(schema: dict[str, Any], step: str | int) -> dict[str, Any]:
    """Return the part of a schema that governs one step further down; an empty one where none does."""
    nothing: dict[str, Any] = {}
    if isinstance(step, int):
        return schema.get("items", nothing)
    if "properties" in schema:
        return schema["properties"].get(step, nothing)
    patterns: dict[str, dict[str, Any]] = schema.get("patternProperties", nothing)
    matching = [inner for pattern, inner in patterns.items() if re.search(pattern, step)]
    return matching[-1] if matching else nothing
