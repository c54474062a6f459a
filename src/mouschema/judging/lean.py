"""The exported schema as jsonschema-rs judges it fastest: fewer keywords, the same verdict.

The exported schema says for every engine what is wrong with a value. Rust's engine needs less for a yes or a no:

- A definition that refers to no other stands in the place of the `$ref` to it. Any other stays a `$ref`, so also what
  leads back to itself.
- What a `not` bars is barred by the pattern beside it. One that lists its characters has no room for them anyway: the
  `not` is there for engines in which `$` also matches before a final line break, and in Rust it is the very end. One
  that says which characters may not stand somewhere is told of more of them.
- Keys are barred by the pattern that they have to match.

What has another form stays as it is. The patterns keep to what can be matched in linear time.
"""

import re
from functools import cache
from typing import Any, Final

from mouschema import schemas

__all__ = ["lean"]

Schema = dict[str, Any]

_TOLD: Final = {"$comment", "$defs", "$id", "default", "description", "examples", "title"}
_ALONE: Final = {*_TOLD, "enum", "maxLength", "maximum", "minLength", "minimum", "not", "pattern", "type"}

_PRINTABLE: Final = "".join(map(chr, range(0x20, 0x7F)))
_BARRED: Final = re.compile(r"\[(?!\^)([^\[\]]+)\]")
_EXCLUDED: Final = re.compile(r"\[\^(?!-)(?:\\.|[^\\\[\]])+\]")

# From `^` to `$`, each character listed and printable: no point, no class of all but some, no flag that changes `$`.
_ESCAPED: Final = r"\\(?:x[2-6][0-9a-f]|(?![0-9A-Za-z])[ -~])"
_CLASS: Final = rf"\[(?!\^)(?:{_ESCAPED}|(?![\\\[\]])[ -~])+\]"
_LISTED: Final = re.compile(rf"\^((?:{_CLASS}|{_ESCAPED}|\((?!\?[^:])|(?![\\\[\].^$(])[ -~])*)\$")
_UNIT: Final = re.compile(rf"{_CLASS}|{_ESCAPED}")
_GROUP: Final = re.compile(r"\([^()]*\)")


def lean(schema: Schema) -> Schema:
    """Return what jsonschema-rs judges by in the place of a schema, whose references lead into the exported one."""
    others = [] if schema.keys() <= _ALONE else [each for each in schemas.schema()["$defs"] if not _is_alone(each)]
    return {"$schema": schemas.DIALECT, **_lean(schema), "$defs": {each: _definition(each) for each in others}}


@cache
def _definition(name: str) -> Schema:
    return _lean(schemas.definition(name))


def _is_alone(name: str) -> bool:
    """Tell whether a definition certainly refers to no other, nor to itself."""
    return schemas.definition(name).keys() <= _ALONE


def _lean(schema: Schema) -> Schema:
    schema = {word: value for word, value in schema.items() if word not in _TOLD}
    parts: list[Schema] = schema.get("allOf", [schema]) if len(schema) == 1 else []
    if len(parts) == 1 and parts[0].keys() == {"$ref"}:
        name = schemas.target(parts[0])
        return _definition(name) if _is_alone(name) else parts[0]
    for word, about in schema.items():
        if word == "properties":
            schema[word] = {field: _lean(inner) for field, inner in about.items()}
        elif word == "items":
            schema[word] = _lean(about)
        elif word == "patternProperties" and schema.get("additionalProperties") is False:
            schema[word] = {form: _lean(inner) for form, inner in _without_barred(about).items()}
    return _without_not(schema) if "not" in schema and "pattern" in schema else schema


def _without_not(schema: Schema) -> Schema:
    """Let the pattern bar what the `not` beside it bars, where that can be done."""
    form = schema["not"].get("pattern", "")
    merged = _merged(schema["pattern"], form) if schema["not"] == {"type": "string", "pattern": form} else None
    return {word: value for word, value in schema.items() if word != "not"} | {"pattern": merged} if merged else schema


def _without_barred(forms: dict[str, Schema]) -> dict[str, Schema]:
    """Leave out the forms of keys that are barred, where those that may be there have no room for them."""
    barred = [form for form, about in forms.items() if about == {"not": {}}]
    allowed = {form: about for form, about in forms.items() if form not in barred}
    needless = all(_merged(each, form) == each for each in allowed for form in barred)
    return allowed if needless else forms


def _merged(pattern: str, barred: str) -> str | None:
    """Return a pattern that also bars what another one finds; None where that is not certain."""
    characters = _BARRED.fullmatch(barred)
    if not characters or re.search(barred, _PRINTABLE):
        return None
    narrowed = pattern.replace("[^", f"[^{characters[1]}")
    if _EXCLUDED.fullmatch(pattern):
        return f"^[^{characters[1]}]*{narrowed}[^{characters[1]}]*$"
    return narrowed if _is_listed(_EXCLUDED.sub("_", pattern)) else None


def _is_listed(pattern: str) -> bool:
    """Tell whether a pattern holds for whole texts only, and names each character that may be in them."""
    found = _LISTED.fullmatch(pattern)
    return bool(found) and "|" not in _without_groups(_UNIT.sub("_", found[1]))


def _without_groups(pattern: str) -> str:
    """Return what stands in no group: an alternative there would end before `$`, or begin behind `^`."""
    shorter = _GROUP.sub("_", pattern)
    return shorter if shorter == pattern else _without_groups(shorter)
