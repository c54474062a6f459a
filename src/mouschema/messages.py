"""Find out what is to be said of a failure of the schema, and the values that it is said with.

Everything follows from the keyword, the value and the exported schema: titles, descriptions and
examples are read there, so that a field is described in one place. The words are in the catalogue.
"""

import json
import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, Final, NamedTuple

from mouschema import judge, schemas
from mouschema._safe import first, nearest, shown
from mouschema.catalogue import Say, Value, say
from mouschema.codes import BY_KEYWORD
from mouschema.judge import Failure
from mouschema.read import bounds
from mouschema.report import Trouble
from mouschema.suggest import Meant, suggest_code, suggest_dates, suggest_homes

__all__ = ["objections"]

# Nobody reads more; a hostile document could hold millions.
MOST_TROUBLES: Final = 10_000


def objections(kind: str, document: Any, *, engine: str | None = None) -> list[Trouble]:
    """Return all that the bounds and the schema have against a JSON value, once for each place.

    Args:
        kind: The class or scalar to judge it as.
        document: The JSON value.
        engine: One of `judge.ENGINES`; the fastest at hand when None.
    """
    found = list(islice(bounds(document), MOST_TROUBLES))
    known = {trouble.path for trouble in found}
    said = (
        trouble
        for failure in judge.failures(kind, document, engine=engine)
        for trouble in _said(kind, document, failure)
        if trouble.path not in known or trouble.at_key
    )
    return found + list(islice(said, MOST_TROUBLES))


def _said(kind: str, document: Any, failure: Failure) -> Iterator[Trouble]:
    """Yield what to say of a failure: one entry, or one for each missing or unknown field."""
    value = document
    for step in failure.path:
        value = value[step]
    name, schema = schemas.subschema(kind, failure.path)
    yield from _SPEAKERS[failure.keyword](_Case(kind, failure, value, name, schema))


class _Case(NamedTuple):
    kind: str
    failure: Failure
    value: Any
    name: str
    schema: dict[str, Any]

    @property
    def title(self) -> str:
        return schemas.definition(self.name).get("title", self.name)

    @property
    def how(self) -> str:
        return self.schema.get("description", "")

    def says(self, variant: str = "", /, **values: Value) -> Trouble:
        return Trouble(BY_KEYWORD[self.failure.keyword], self.failure.path, say(variant, **values))


def _missing(case: _Case) -> Iterator[Trouble]:
    known = case.schema["properties"]
    for field in case.schema["required"]:
        if field not in case.value:
            about = known[field]["description"]
            examples = tuple(json.dumps(each, ensure_ascii=False) for each in known[field]["examples"][:2])
            near = nearest(field, (key for key in case.value if key not in known))
            rest: dict[str, Value] = {"near": shown(near)} if near else {}
            variant = "near" if near else ""
            yield case.says(variant, title=case.title, field=field, about=about, examples=examples, **rest)


def _unknown(case: _Case) -> Iterator[Trouble]:
    if "properties" not in case.schema:
        yield from _wrong_keys(case)
        return
    for field in case.value:
        if field not in case.schema["properties"]:
            yield Trouble("SCH03", (*case.failure.path, field), _of_unknown(case, field), at_key=True)


def _of_unknown(case: _Case, field: str) -> Say:
    known = case.schema["properties"]
    if homes := suggest_homes(case.kind, case.failure.path, field):
        return say("elsewhere", title=case.title, field=shown(field), homes=homes)
    if near := nearest(field, known):
        return say("near", title=case.title, field=shown(field), near=near)
    fields, more = first(known)
    return say(title=case.title, field=shown(field), fields=fields, more=more)


def _wrong_keys(case: _Case) -> Iterator[Trouble]:
    name = schemas.KEYS[case.name]
    about = schemas.definition(name)
    (pattern, *_) = case.schema["patternProperties"]
    for key in case.value:
        if not re.search(pattern, key):
            meant = _meant(suggest_code(name, key))
            variant = "code" if meant else ""
            said = say(variant, key=shown(key), title=about["title"], how=about["description"], **meant)
            yield Trouble("SCH12", (*case.failure.path, key), said, at_key=True)


def _meant(code: Meant | None) -> dict[str, Value]:
    return code._asdict() if code else {}


def _wrong_form(case: _Case) -> Iterator[Trouble]:
    value, title, how = shown(case.value), case.title, case.how
    if case.name == "SchemaVersion":
        yield Trouble("VER01", case.failure.path, say(version=value, known=schemas.VERSION))
    elif dates := suggest_dates(case.value) if case.name == "Date" else ():
        yield case.says("date", value=value, title=title, how=how, dates=dates)
    else:
        meant = _meant(suggest_code(case.name, case.value))
        yield case.says("code" if meant else "", value=value, title=title, how=how, **meant)


def _not_a_code(case: _Case) -> Iterator[Trouble]:
    codes = case.schema["enum"]
    known, more = first(codes, 30)
    meant = _meant(suggest_code(case.name, str(case.value), codes))
    rest: dict[str, Value] = meant or {"codes": known, "more": more}
    yield case.says("code" if meant else "", value=shown(case.value), title=case.title, **rest)


def _wrong_type(case: _Case) -> Iterator[Trouble]:
    expected = case.schema["type"] if isinstance(case.schema["type"], str) else "any"
    variant, kind = _slip(case, expected), case.kind.lower()
    yield case.says(variant, expected=expected, found=_found(case.value), kind=kind, how=case.how)


def _slip(case: _Case, expected: str) -> str:
    """Return which of the usual slips a value of another type is; empty when it is none."""
    match case.value:
        case None:
            return "null"
        case str() if case.name == "Text":
            return "language"
        case _ if expected == "array":
            return "list"
        case int() | float() if expected == "string" and not isinstance(case.value, bool):
            return "quote"
        case _ if case.kind in schemas.KINDS.values() and not case.failure.path:
            return "documents" if isinstance(case.value, list) else "document"
        case _:
            return ""


def _found(value: Any) -> str:
    """Return the type of what holds others, and what else it is itself."""
    return "object" if isinstance(value, dict) else "array" if isinstance(value, list) else shown(value)


def _barred(case: _Case) -> Iterator[Trouble]:
    if case.schema == {"not": {}}:
        key = case.failure.path[-1]
        yield Trouble("SCH12", case.failure.path, say("control", key=shown(key)), at_key=True)
    else:
        yield case.says("line-break" if "\n" in str(case.value) else "", text=shown(case.value))


def _too_long(case: _Case) -> Iterator[Trouble]:
    most = case.schema["maxLength"]
    yield case.says(text=shown(case.value), length=len(case.value), most=most, how=case.how)


def _empty(case: _Case) -> Iterator[Trouble]:
    yield case.says()


def _too_few(case: _Case) -> Iterator[Trouble]:
    yield case.says(found=_found(case.value), how=case.how)


def _out_of_range(case: _Case) -> Iterator[Trouble]:
    low, high = case.schema["minimum"], case.schema["maximum"]
    yield case.says(number=shown(case.value), low=low, high=high, how=case.how)


def _one_of(case: _Case) -> Iterator[Trouble]:
    fields = tuple(branch["required"][0] for branch in case.schema["anyOf"])
    yield case.says(title=case.title, fields=fields)


_SPEAKERS: Final[dict[str, Callable[[_Case], Iterator[Trouble]]]] = {
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
