"""Turn a failure of the schema into words: what is wrong, and what would be right.

Everything said follows from the keyword, the value and the exported schema: titles, descriptions and
examples are read there, so that a field is described in one place.
"""

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, Final, NamedTuple

from mouschema import judge, schemas
from mouschema._show import choices, nearest, shown
from mouschema.codes import BY_KEYWORD
from mouschema.judge import Failure
from mouschema.read import bounds
from mouschema.report import Trouble
from mouschema.suggest import article, suggest_code, suggest_date, suggest_field

__all__ = ["objections", "say"]

# Nobody reads more; a hostile document could hold millions.
MOST_TROUBLES: Final = 10_000

_TYPES: Final = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "an object",
}


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
        for trouble in say(kind, document, failure)
        if trouble.path not in known or trouble.at_key
    )
    return found + list(islice(said, MOST_TROUBLES))


def say(kind: str, document: Any, failure: Failure) -> Iterator[Trouble]:
    """Yield what to say of a failure: one entry, or one for each missing or unknown field.

    Args:
        kind: The class that the document was judged as.
        document: The JSON value that was judged.
        failure: The place and the keyword.
    """
    value = document
    for step in failure.path:
        value = value[step]
    name, schema = schemas.subschema(kind, failure.path)
    speak = _SPEAKERS.get(failure.keyword, _wrong_value)
    yield from speak(_Case(kind, failure, value, name, schema))


class _Case(NamedTuple):
    kind: str
    failure: Failure
    value: Any
    name: str
    schema: dict[str, Any]

    @property
    def code(self) -> str:
        return BY_KEYWORD[self.failure.keyword]

    @property
    def title(self) -> str:
        return article(schemas.definition(self.name).get("title", self.name))

    def said(self, message: str, hint: str = "") -> Trouble:
        return Trouble(self.code, self.failure.path, message, hint)


def _missing(case: _Case) -> Iterator[Trouble]:
    for field in case.schema["required"]:
        if field not in case.value:
            about = case.schema["properties"][field]
            known = ", ".join(shown(example) for example in about.get("examples", ())[:2])
            example = f" For example {known}." if known and len(known) < 120 else ""
            near = nearest(field, (key for key in case.value if key not in case.schema["properties"]))
            hint = f"{about['description']}{example}" + (f' Perhaps it is written as "{near}".' if near else "")
            yield case.said(f'{case.title} needs the field "{field}"', hint)


def _unknown(case: _Case) -> Iterator[Trouble]:
    if "properties" not in case.schema:
        yield from _wrong_keys(case)
        return
    for field in case.value:
        if field not in case.schema["properties"]:
            path = (*case.failure.path, field)
            yield Trouble(
                case.code,
                path,
                f"{case.title} has no field {shown(field)}",
                suggest_field(case.kind, case.failure.path, field),
                True,
            )


def _wrong_keys(case: _Case) -> Iterator[Trouble]:
    key = schemas.definition(schemas.KEYS[case.name])
    (pattern, *_) = case.schema["patternProperties"]
    for name in case.value:
        if not re.search(pattern, name):
            message = f"{shown(name)} is not {article(key['title'])}"
            hint = suggest_code(schemas.KEYS[case.name], name, []) or _how(key)
            yield Trouble("SCH12", (*case.failure.path, name), message, hint, True)


def _wrong_value(case: _Case) -> Iterator[Trouble]:
    meant = suggest_date(case.value) if case.name == "Date" else suggest_code(case.name, case.value, [])
    yield case.said(f"{shown(case.value)} is not {case.title}", f"{meant} {_how(case.schema)}".strip())


def _wrong_form(case: _Case) -> Iterator[Trouble]:
    if case.name == "SchemaVersion":
        hint = f'This mouschema reads "{schemas.VERSION}"; a newer mouschema may read this document.'
        yield Trouble("VER01", case.failure.path, f"version {shown(case.value)} of the schema is not known here", hint)
    else:
        yield from _wrong_value(case)


def _wrong_type(case: _Case) -> Iterator[Trouble]:
    given = _TYPES.get(_type_of(case.value), "nothing (null)")
    expected = case.schema["type"]
    wanted = _TYPES[expected] if isinstance(expected, str) else "a value"
    if case.value is None:
        yield case.said(f"expected {wanted}, found null", "Leave the field out when nothing is known.")
        return
    what = f"found {shown(case.value)}" if given != shown(case.value) else f"found {given}"
    yield case.said(f"expected {wanted}, {what}", _type_hint(case, expected))


def _type_hint(case: _Case, expected: str | list[str]) -> str:
    if case.name == "Text" and isinstance(case.value, str):
        return f'A text names its language: {{"en": {shown(case.value)}}}.'
    if expected == "array":
        return "Put it into a list, in square brackets, even when there is only one."
    if expected == "string" and isinstance(case.value, int | float) and not isinstance(case.value, bool):
        return f'Write it in quotation marks: "{shown(case.value)}".'
    if not case.failure.path:
        return _root_hint(case)
    return _how(case.schema)


def _root_hint(case: _Case) -> str:
    if isinstance(case.value, list):
        return f"A document is one {case.kind.lower()} in curly brackets; several go into JSON Lines, one a line."
    return f"A document is one {case.kind.lower()}: fields and their values in curly brackets."


def _not_a_code(case: _Case) -> Iterator[Trouble]:
    codes = case.schema["enum"]
    yield case.said(
        f"{shown(case.value)} is not {case.title}",
        suggest_code(case.name, str(case.value), codes) or f"Known codes: {choices(codes, 30)}.",
    )


def _barred(case: _Case) -> Iterator[Trouble]:
    if case.schema == {"not": {}}:
        key = case.failure.path[-1]
        yield Trouble(
            "SCH12", case.failure.path, f"{shown(key)} holds a control character", "Type the key again.", True
        )
        return
    hint = "Delete the invisible character, or type the text again" + (
        "; line breaks are not possible in this field." if "\n" in str(case.value) else "."
    )
    yield case.said(f"{shown(case.value)} holds a control character", hint)


def _too_long(case: _Case) -> Iterator[Trouble]:
    limit = case.schema["maxLength"]
    message = f"{shown(case.value)} has {len(case.value):,} characters, {limit:,} is the most here"
    yield case.said(message, _how(case.schema))


def _empty(case: _Case) -> Iterator[Trouble]:
    yield case.said("the text is empty", "Leave the field out when nothing is known.")


def _too_few(case: _Case) -> Iterator[Trouble]:
    yield case.said(
        f"{_TYPES[_type_of(case.value)]} with no entry stands where at least one is needed", _how(case.schema)
    )


def _out_of_range(case: _Case) -> Iterator[Trouble]:
    low, high = case.schema["minimum"], case.schema["maximum"]
    yield case.said(f"{shown(case.value)} is not between {low} and {high}", _how(case.schema))


def _one_of(case: _Case) -> Iterator[Trouble]:
    fields = [branch["required"][0] for branch in case.schema["anyOf"]]
    hint = "Give at least one of them."
    yield case.said(f"{case.title} needs {', '.join(fields[:-1])} or {fields[-1]} and has none of them", hint)


def _how(schema: dict[str, Any]) -> str:
    return schema.get("description", "")


def _type_of(value: Any) -> str:
    match value:
        case bool():
            return "boolean"
        case str():
            return "string"
        case int() | float():
            return "number"
        case dict():
            return "object"
        case list() | tuple():
            return "array"
        case _:
            return "null"


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
