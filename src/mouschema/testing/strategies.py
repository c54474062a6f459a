"""Hypothesis strategies for every class of the model, derived from the model and its exported schema.

Installing mouschema with the extra `hypothesis` is enough: `st.from_type(Agreement)` works in any project.
`bundles()` makes bundles whose references resolve, so that they pass every rule about references.
"""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from decimal import Decimal
from enum import Enum
from functools import cache, reduce
from operator import getitem
from types import NoneType, UnionType
from typing import Annotated, Any, Final, TypeVar, Union, get_args, get_origin

import attrs
from hypothesis import strategies as st
from msgspec import Meta

from mouschema import schemas
from mouschema.checking.check import check
from mouschema.judging import judge
from mouschema.model import Bundle, Date, Duration, Extensions, Text
from mouschema.model._annotations import hints
from mouschema.model._plain import build, plain
from mouschema.model.index import Index, paths
from mouschema.rules import ERRORS

__all__ = ["bundles", "dates", "durations", "extensions", "free_json", "of", "records", "scalars", "texts"]

R = TypeVar("R")

# Most fields are left out, as in real records, and lists are short: a bundle has more than a hundred fields.
_MOST_FIELDS: Final = 6
_MOST_ENTRIES: Final = 2

_LETTERS: Final = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\u2028\u2029\ufeff")


@cache
def scalars(name: str) -> st.SearchStrategy[Any]:
    """Return a strategy for the JSON of one of the scalars, such as `Id` or `Date`.

    Args:
        name: Its name in the exported schema.
    """
    schema = schemas.definition(name)
    examples: list[Any] = schema["examples"]
    return st.one_of(st.sampled_from(examples), _drawn(schema)).filter(lambda value: judge.accepts(name, value))


def _drawn(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    if "enum" in schema:
        return st.sampled_from(list(schema["enum"]))
    if schema["type"] == "integer":
        return st.integers(schema["minimum"], schema["maximum"])
    pattern: str = schema["pattern"]
    if pattern.startswith("^"):
        return st.from_regex(pattern, fullmatch=True)
    return st.text(_LETTERS, min_size=1, max_size=40)


def texts() -> st.SearchStrategy[Text]:
    """Return a strategy for texts in one or a few languages."""
    wordings = st.dictionaries(scalars("LanguageTag"), scalars("Prose"), min_size=1, max_size=3)
    return wordings.map(Text.from_json)


def dates() -> st.SearchStrategy[Date]:
    """Return a strategy for dates: days, months, years, doubtful ones, intervals."""
    return scalars("Date").map(Date.from_json)


def durations() -> st.SearchStrategy[Duration]:
    """Return a strategy for lengths of time."""
    return scalars("Duration").map(Duration.from_json)


def free_json() -> st.SearchStrategy[Any]:
    """Return a strategy for JSON values that every JSON implementation keeps."""
    plain = st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(2**53) + 1, 2**53 - 1),
        st.floats(allow_nan=False, allow_infinity=False),
        _words(),
    )
    return st.recursive(
        plain,
        lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_words(), inner, max_size=3)),
        max_leaves=6,
    )


def extensions() -> st.SearchStrategy[Extensions]:
    """Return a strategy for a partner's own data."""
    return st.dictionaries(scalars("ExtensionKey"), free_json(), max_size=2).map(Extensions.from_json)


@cache
def records(cls: type[R]) -> st.SearchStrategy[R]:
    """Return a strategy for the records of a class; what they refer to need not exist.

    Args:
        cls: A class of the model.
    """
    return st.deferred(lambda: _records(cls))


def _records(cls: type[R]) -> st.SearchStrategy[R]:
    annotations = hints(cls)
    alternatives: tuple[str, ...] = getattr(cls, "__at_least_one__", ())
    forced = alternatives[:1]
    needed = {field.name for field in attrs.fields(cls) if field.default is attrs.NOTHING}
    always = {name: of(annotations[name]) for name in annotations if name in needed}
    always |= {
        name: _entries(annotations[name], 1) if get_origin(annotations[name]) is tuple else of(annotations[name])
        for name in forced
    }
    others = {name: of(annotation) for name, annotation in annotations.items() if name not in always}
    some = st.lists(st.sampled_from(sorted(others)), max_size=_MOST_FIELDS, unique=True) if others else st.just([])
    chosen = some.flatmap(lambda names: st.fixed_dictionaries({**always, **{name: others[name] for name in names}}))
    return chosen.map(lambda fields: cls(**fields))


@st.composite
def bundles(draw: st.DrawFn) -> Bundle:
    """Draw a bundle that checks without errors: identifiers are unique, references lead to the right kind of entry."""
    drawn: Bundle = draw(records(Bundle))
    bundle = attrs.evolve(drawn, schema_version=schemas.VERSION, **{name: draw(made) for name, made in _filled(drawn)})
    document, where, index = plain(bundle), paths(bundle), Index(bundle)
    lists: dict[str, list[str]] = {}
    for number, (record, name) in enumerate(index.entries):
        at(document, where[id(record)])["id"] = f"{name}-{number}"
        lists.setdefault(name, []).append(f"{name}-{number}")
    for owner, field, position, _, wanted in index.references:
        target = draw(st.sampled_from([id for name in wanted or lists for id in lists[name]]))
        if position is None:
            at(document, where[id(owner)])[field] = target
        else:
            at(document, where[id(owner)])[field][position] = target
    return build(_repaired(document), Bundle)


def _filled(bundle: Bundle) -> Iterator[tuple[str, st.SearchStrategy[Any]]]:
    """Yield for each empty list that references may need a strategy that fills it."""
    for name in ("organizations", "people", "agreements", "ceremonies", "instruments", "initiatives", "documents"):
        if not getattr(bundle, name):
            yield name, st.tuples(of(get_args(hints(Bundle)[name])[0]))


def _repaired(document: dict[str, Any]) -> dict[str, Any]:
    """Take away what the rules have errors against, the last one first, the smallest part that the schema lets go."""
    while errors := check(document, profile=ERRORS).errors:
        path = [int(step) if step.isdigit() else step for step in errors[-1].pointer.split("/")[1:]]
        parts = (_without(document, path[:depth]) for depth in range(len(path), 0, -1))
        document = next(part for part in parts if judge.accepts("Bundle", part))
    return document


def _without(document: dict[str, Any], path: list[str | int]) -> dict[str, Any]:
    copy = deepcopy(document)
    del at(copy, path[:-1])[path[-1]]
    return copy


def at(document: Any, path: Iterable[str | int]) -> Any:
    """Return the part of a JSON value that a path leads to."""
    return reduce(getitem, path, document)


def of(annotation: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for a class of the model, or for the annotation of one of its fields.

    Args:
        annotation: The class or annotation.
    """
    if annotation in _VALUES:
        return _VALUES[annotation]()
    arguments = get_args(annotation)
    match get_origin(annotation):
        case origin if origin is Annotated:
            return _annotated(annotation)
        case origin if origin in (Union, UnionType):
            return of(next(argument for argument in arguments if argument is not NoneType))
        case origin if origin is tuple:
            return _entries(annotation, 0)
        case _ if annotation is bool:
            return st.booleans()
        case _ if issubclass(annotation, Enum):
            return st.sampled_from(annotation)
        case _:
            return records(annotation)


def _annotated(annotation: Any) -> st.SearchStrategy[Any]:
    inner, *marks = get_args(annotation)
    for mark in marks:
        if mark.__class__ is Meta and mark.min_length:
            return _entries(inner, mark.min_length)
        if mark.__class__ is Meta:
            name = schemas.target(mark.extra_json_schema)
            return free_json().filter(lambda value: value is not None) if name == "FreeJson" else _typed(name, inner)
    raise TypeError(f"no strategy for {annotation}")


def _typed(name: str, inner: Any) -> st.SearchStrategy[Any]:
    return scalars(name).map(Decimal) if inner is Decimal else scalars(name)


def _entries(annotation: Any, least: int) -> st.SearchStrategy[Any]:
    return st.lists(of(get_args(annotation)[0]), min_size=least, max_size=_MOST_ENTRIES).map(tuple)


def _words() -> st.SearchStrategy[str]:
    return st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=10)


_VALUES: Final[dict[Any, Any]] = {Text: texts, Date: dates, Duration: durations, Extensions: extensions}
