"""Find out what is to be said of a failure of the schema, and the values that it is said with.

Everything follows from the keyword, the value and the exported schema: titles, descriptions and
examples are read there, so that a field is described in one place. The words are in the catalogue.
"""

import json
from collections.abc import Callable
from functools import partial
from itertools import islice
from typing import Any, Final

from mouschema import schemas
from mouschema._safe import first, nearest, shown
from mouschema._types import Json
from mouschema.judging.failures import Failure, failures
from mouschema.judging.suggest import Meant, suggest_code, suggest_dates, suggest_homes
from mouschema.reports.catalogue import Say, Value, say
from mouschema.reports.codes import BY_KEYWORD
from mouschema.reports.docket import Docket
from mouschema.reports.report import Trouble

__all__ = ["objections"]

_MOST_KEYS: Final = 100  # of the fields of one object that are compared with a missing one


def objections(kind: str, document: Json) -> Docket[Trouble]:
    """Return all that the bounds and the schema have against a JSON value, mostly not in words yet.

    Args:
        kind: The class or scalar that it is to be.
        document: The JSON value.
    """
    docket: Docket[Failure | Trouble] = Docket()
    for each in failures(kind, document):
        docket.add(each.code if isinstance(each, Trouble) else _code(each), each)
    return docket.each(partial(_trouble, kind))


def _trouble(kind: str, code: str, found: Failure | Trouble) -> Trouble:
    if isinstance(found, Trouble):
        return found
    unknown = found.keyword == "additionalProperties"
    path = (*found.path, found.field or "") if unknown else found.path
    at_key = unknown or code == "SCH12"
    return Trouble(code, path, partial(_said, kind, found), at_key=at_key)


def _code(found: Failure) -> str:
    match found.keyword:
        case "pattern" if found.name == "SchemaVersion":
            return "VER01"
        case "not" if found.schema == {"not": {}}:
            return "SCH12"
        case "additionalProperties" if found.name in schemas.KEYS:
            return "SCH12"
        case keyword:
            return BY_KEYWORD[keyword]


def _said(kind: str, found: Failure) -> Say:
    return _SPEAKERS[found.keyword](kind, found)


def _title(found: Failure) -> str:
    return schemas.definition(found.name).get("title", found.name)


def _how(found: Failure) -> str:
    return found.schema.get("description", "")


def _missing(_kind: str, found: Failure) -> Say:
    known, field = found.schema["properties"], found.field or ""
    about = known[field]["description"]
    examples = tuple(json.dumps(each, ensure_ascii=False) for each in known[field]["examples"][:2])
    near = nearest(field, islice((key for key in found.value if key not in known), _MOST_KEYS))
    rest: dict[str, Value] = {"near": shown(near)} if near else {}
    return say("near" if near else "", title=_title(found), field=field, about=about, examples=examples, **rest)


def _unknown(kind: str, found: Failure) -> Say:
    field = found.field or ""
    if "properties" not in found.schema:
        return _wrong_key(found.name, field)
    known, title = found.schema["properties"], _title(found)
    if homes := suggest_homes(kind, found.path, field):
        return say("elsewhere", title=title, field=shown(field), homes=homes)
    if near := nearest(field, known):
        return say("near", title=title, field=shown(field), near=near)
    fields, more = first(known)
    return say(title=title, field=shown(field), fields=fields, more=more)


def _wrong_key(map: str, key: str) -> Say:
    name = schemas.KEYS[map]
    about = schemas.definition(name)
    meant = _meant(suggest_code(name, key))
    return say("code" if meant else "", key=shown(key), title=about["title"], how=about["description"], **meant)


def _meant(code: Meant | None) -> dict[str, Value]:
    return code._asdict() if code else {}


def _wrong_form(_kind: str, found: Failure) -> Say:
    value, title, how = shown(found.value), _title(found), _how(found)
    if found.name == "SchemaVersion":
        return say(version=value, known=schemas.VERSION)
    if dates := suggest_dates(found.value) if found.name == "Date" else ():
        return say("date", value=value, title=title, how=how, dates=dates)
    meant = _meant(suggest_code(found.name, found.value))
    return say("code" if meant else "", value=value, title=title, how=how, **meant)


def _not_a_code(_kind: str, found: Failure) -> Say:
    codes = found.schema["enum"]
    known, more = first(codes, 30)
    meant = _meant(suggest_code(found.name, found.value, codes))
    rest: dict[str, Value] = meant or {"codes": known, "more": more}
    return say("code" if meant else "", value=shown(found.value), title=_title(found), **rest)


def _wrong_type(kind: str, found: Failure) -> Say:
    expected = found.schema["type"] if isinstance(found.schema["type"], str) else "any"
    variant = _slip(kind, found, expected)
    return say(variant, expected=expected, found=_type(found.value), kind=kind.lower(), how=_how(found))


def _slip(kind: str, found: Failure, expected: str) -> str:
    """Return which of the usual slips a value of another type is; empty when it is none."""
    match found.value:
        case None:
            return "null"
        case str() if found.name == "Text":
            return "language"
        case _ if expected == "array":
            return "list"
        case int() | float() if expected == "string" and not isinstance(found.value, bool):
            return "quote"
        case _ if kind in schemas.KINDS.values() and not found.path:
            return "documents" if isinstance(found.value, list) else "document"
        case _:
            return ""


def _type(value: Any) -> str:
    """Return the type of what holds others, and what else it is itself."""
    return "object" if isinstance(value, dict) else "array" if isinstance(value, list) else shown(value)


def _barred(_kind: str, found: Failure) -> Say:
    if found.schema == {"not": {}}:
        return say("control", key=shown(found.path[-1]))
    return say("line-break" if "\n" in str(found.value) else "", text=shown(found.value))


def _too_long(_kind: str, found: Failure) -> Say:
    most, value = found.schema["maxLength"], str(found.value)
    return say(text=shown(value), length=len(value), most=most, how=_how(found))


def _empty(_kind: str, _found: Failure) -> Say:
    return say()


def _too_few(_kind: str, found: Failure) -> Say:
    return say(found=_type(found.value), how=_how(found))


def _out_of_range(_kind: str, found: Failure) -> Say:
    low, high = found.schema["minimum"], found.schema["maximum"]
    return say(number=shown(found.value), low=low, high=high, how=_how(found))


def _one_of(_kind: str, found: Failure) -> Say:
    fields = tuple(branch["required"][0] for branch in found.schema["anyOf"])
    return say(title=_title(found), fields=fields)


_SPEAKERS: Final[dict[str, Callable[[str, Failure], Say]]] = {
    "required": _missing,
    "additionalProperties": _unknown,
    "enum": _not_a_code,
    "pattern": _wrong_form,
    "type": _wrong_type,
    "not": _barred,
    "maxLength": _too_long,
    "minLength": _empty,
    "minItems": _too_few,
    "minProperties": _too_few,
    "minimum": _out_of_range,
    "maximum": _out_of_range,
    "anyOf": _one_of,
}
