"""The schema of the JSON report, from the classes that make it."""

from typing import Any, Final

import msgspec

from mouschema import schemas
from mouschema.export.definitions import present
from mouschema.export.words import example_in, field_words, sentence, title, without_example
from mouschema.render import verdict
from mouschema.reports import report, ruleset

__all__ = ["report_schema"]

_EXAMPLES: Final[dict[str, Any]] = {"boolean": True, "integer": 12}


def report_schema() -> dict[str, Any]:
    """Return the schema of what `--format json` writes."""
    (_,), derived = msgspec.json.schema_components([verdict.Verdict], ref_template="#/$defs/{name}")
    defs = {name: _described(name, schema) for name, schema in sorted(derived.items())}
    root = defs.pop(verdict.Verdict.__name__)
    own = {"$schema": {"title": "Schema", "description": "The address of this schema.", "type": "string"}}
    root["properties"] = {**own, **root["properties"]}
    return {"$schema": schemas.DIALECT, "$id": schemas.address("report"), **root, "$defs": defs}


def _described(name: str, derived: dict[str, Any]) -> dict[str, Any]:
    cls: Any = getattr(verdict, name, None) or getattr(report, name, None) or getattr(ruleset, name)
    about = {"title": title(name), "description": sentence(cls.__doc__)}
    if "enum" in derived:
        return {**about, "type": "string", "enum": [member.value for member in cls]}
    words = field_words(cls)
    fields = {
        field.name: _field(title(field.name), words[field.name], present(derived["properties"][field.name]))
        for field in cls.__attrs_attrs__
    }
    return {**about, "type": "object", "properties": fields, "required": derived["required"]}


def _field(name: str, words: str, shape: dict[str, Any]) -> dict[str, Any]:
    example = example_in(words) or _EXAMPLES.get(shape.get("type", ""))
    examples = {"examples": [example]} if example is not None else {}
    described = {"title": name, "description": without_example(words), **examples}
    return {**described, **({"allOf": [shape]} if "$ref" in shape else shape)}
