"""Find where the exported schema refuses a value, and by which keyword: one walk over the value and the schema at once.

The engines judge; they are asked first, and say no more than yes or no. Theirs is the verdict, ours the reasons: found one by
one, in the order of the document, without a list of all of them.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from typing import Any, Final, NamedTuple

import attrs

from mouschema import schemas
from mouschema._types import Json, Path
from mouschema.reading.bounds import bounds, out_of_range, too_deep, wrong_key
from mouschema.reports.report import Trouble

__all__ = ["Failure", "failures"]

Test = Callable[[Any], bool]


class Failure(NamedTuple):
    """A place that the schema refuses.

    Attributes:
        path: The place; for a missing or an unknown field that of the object.
        keyword: The keyword that refuses it.
        value: What stands there.
        name: The nearest definition around the place.
        schema: The schema of the place.
        field: The field that is missing or unknown.
    """

    path: Path
    keyword: str
    value: Any
    name: str
    schema: dict[str, Any]
    field: str | None = None


@attrs.frozen(slots=False, eq=False)
class _Place:
    """What the schema says of a place."""

    name: str
    schema: dict[str, Any]

    def refuses(self, value: Json) -> str | None:
        """Return the keyword that refuses a value as a whole: of several the first; None when none does."""
        for word, fits in self._tests:
            if not fits(value):
                return word
        return None

    @cached_property
    def _tests(self) -> tuple[tuple[str, Test], ...]:
        return tuple((word, make(self.schema)) for word, make in _KEYWORDS.items() if word in self.schema)

    @cached_property
    def fields(self) -> "dict[str, _Place] | None":
        """The places of the fields that an object may have; None where any may be there."""
        fields = self.schema.get("properties")
        return None if fields is None else {name: self._inside(about) for name, about in fields.items()}

    @cached_property
    def entries(self) -> "_Place | None":
        """The place of the entries of a list; None where they may be anything."""
        return self._inside(self.schema["items"]) if "items" in self.schema else None

    @cached_property
    def keys(self) -> "tuple[tuple[re.Pattern[str], _Place], ...]":
        """For a map the forms of its keys, the one that bars keys first, and the places of the values under them."""
        patterns = self.schema.get("patternProperties", {}).items()
        made = [(re.compile(form), self._inside(about)) for form, about in patterns]
        return tuple(sorted(made, key=lambda each: each[1].schema != {"not": {}}))

    def _inside(self, about: dict[str, Any]) -> "_Place":
        part = next((each for each in (about, *about.get("allOf", ())) if "$ref" in each), None)
        return _place(schemas.target(part)) if part else _Place(self.name, about)


@cache
def _place(name: str) -> _Place:
    return _Place(name, schemas.definition(name))


def failures(name: str, value: Json) -> Iterator[Failure | Trouble]:
    """Yield where a definition refuses a JSON value, and what is out of bounds in it, in the order of the document.

    Args:
        name: A class or scalar of the exported schema.
        value: The JSON value.

    Yields:
        One failure a place, but for missing and unknown fields, of which each is one; what is out of bounds instead.
    """
    return _failures(_place(name), value, ())


def _failures(place: _Place, value: Json, path: Path) -> Iterator[Failure | Trouble]:
    if trouble := too_deep(path) if isinstance(value, dict | list) else out_of_range(value, path):
        yield trouble
        return
    if refused := place.refuses(value):
        yield Failure(path, refused, value, place.name, place.schema)
    if isinstance(value, dict):
        yield from _in_object(place, value, path)
    elif isinstance(value, list):
        yield from _in_list(place, value, path)


def _in_list(place: _Place, value: list[Json], path: Path) -> Iterator[Failure | Trouble]:
    entries = place.entries
    for position, inner in enumerate(value):
        if entries is None:
            yield from bounds(inner, (*path, position))
        elif isinstance(inner, dict | list) or out_of_range(inner, path):
            yield from _failures(entries, inner, (*path, position))
        elif refused := entries.refuses(inner):  # there may be millions
            yield Failure((*path, position), refused, inner, entries.name, entries.schema)


def _in_object(place: _Place, value: dict[str, Json], path: Path) -> Iterator[Failure | Trouble]:
    for field in place.schema.get("required", ()):
        if field not in value:
            yield Failure(path, "required", value, place.name, place.schema, field)
    for key, inner in value.items():
        if trouble := wrong_key(key, path):
            yield trouble
        here = (*path, key)
        if place.schema.get("additionalProperties", True):
            yield from bounds(inner, here)
        elif found := _field(place, key):
            yield from _failures(found, inner, here)
        else:
            yield Failure(path, "additionalProperties", value, place.name, place.schema, key)
            yield from bounds(inner, here)


def _field(place: _Place, key: str) -> _Place | None:
    """Return the place of what stands under a key; None where the schema knows no such key."""
    if place.fields is not None:
        return place.fields.get(key)
    return next((inner for form, inner in place.keys if form.search(key)), None)


def _types(schema: dict[str, Any]) -> Test:
    names: list[str] = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    return _TYPES[names[0]] if len(names) == 1 else lambda value: any(_TYPES[name](value) for name in names)


def _barred(schema: dict[str, Any]) -> Test:
    if schema["not"] == {}:
        return lambda _: False
    barred = re.compile(schema["not"]["pattern"])
    return lambda value: not isinstance(value, str) or not barred.search(value)


def _pattern(schema: dict[str, Any]) -> Test:
    form = re.compile(schema["pattern"])
    return lambda value: not isinstance(value, str) or form.search(value) is not None


def _any_of(schema: dict[str, Any]) -> Test:
    """Demand one of several fields; of a list that it holds something."""
    demands = [(each["required"][0], "properties" in each) for each in schema["anyOf"]]
    return lambda value: (
        not isinstance(value, dict)
        or any(field in value and not (filled and value[field] == []) for field, filled in demands)
    )


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _size(value: Any) -> int:
    return len(value)


_TYPES: Final[dict[str, Test]] = {
    "string": lambda value: isinstance(value, str),
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "boolean": lambda value: isinstance(value, bool),
    "number": _number,
    "integer": lambda value: _number(value) and value == int(value),
}

# In the order in which they are told. What a keyword cannot judge it lets pass, as JSON Schema says.
_KEYWORDS: Final[dict[str, Callable[[dict[str, Any]], Test]]] = {
    "not": _barred,
    "type": _types,
    "enum": lambda schema: frozenset(schema["enum"]).__contains__,
    "minLength": lambda schema: lambda value: not isinstance(value, str) or len(value) >= schema["minLength"],
    "maxLength": lambda schema: lambda value: not isinstance(value, str) or len(value) <= schema["maxLength"],
    "pattern": _pattern,
    "minimum": lambda schema: lambda value: not _number(value) or value >= schema["minimum"],
    "maximum": lambda schema: lambda value: not _number(value) or value <= schema["maximum"],
    "minItems": lambda schema: lambda value: not isinstance(value, list) or _size(value) >= schema["minItems"],
    "minProperties": lambda schema: (
        lambda value: not isinstance(value, dict) or _size(value) >= schema["minProperties"]
    ),
    "anyOf": _any_of,
}
