"""Functions that gather what records hold, written by the model: a line for each field, as attrs writes its methods.

A document may hold a million records. Whoever asks each of its class what fields it has, and calls a function for each
field, takes six times as long as one who knows. So for every class that a document may be a source text is made, once.
If documents had people only, and people a name, a parent, posts and data of their own, it would read

    def gather(root):
        Bundle, Person, Post = [root], [], []
        identified, intervals, free_json = [], [], []
        wanted_0 = set()
        for r1 in root.people:
            Person.append(r1)
            if r1.id: identified.append(r1)
            if value := r1.parent: wanted_0.add(value)
            Post.extend(r1.posts)
            if (value := r1.extensions) is not nothing and value: free_json.append((r1, 'extensions', value))
        first = {each.id: each for each in reversed(identified)}
        ids = {'people': {each.id for each in Person}}
        resolved = len(first) == len(identified) and wanted_0 <= ids['people']
        of = {Bundle_: Bundle, Person_: Person, Post_: Post}
        return Gathered(of, identified, first, ids, [wanted_0], resolved, intervals, free_json)

and, for whoever asks for the words,

    def word(of):
        names, by_language, lines = [], defaultdict(list), []
        for record in of[Person_]:
            if value := record.name:
                for language, words in value._written.items(): by_language[language].append(words); names.append(words)
        return names, by_language, lines

What no rule asks of a sound document is not gathered: `fields.holding` finds it, field by field, in whatever has hits.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Final, NamedTuple

import attrs

from mouschema.model import Date
from mouschema.model.fields import Field, Kind, fields_of, held_below

__all__ = ["Dated", "Gathered", "Worded", "gatherer", "worder"]

NAMES: Final = frozenset({"name", "title", "text", "value", "sort_name"})
"""The fields that hold names."""


class Dated(NamedTuple):
    """A date and the record and field that hold it."""

    owner: Any
    field: str
    date: Date


class Gathered(NamedTuple):
    """What was gathered, in the order of the document.

    Attributes:
        of: The records of each class.
        identified: The records with an identifier, but for the root.
        first: The first record with each identifier.
        ids: The identifiers in each list.
        wanted: The identifiers that references hold, by the lists that these may lead to.
        resolved: Whether every reference leads to one of its lists, and no two records have one identifier.
        intervals: The dates with two ends.
        free_json: The records, fields and values that the schema does not bound.
    """

    of: dict[type, list[Any]]
    identified: list[Any]
    first: dict[str, Any]
    ids: dict[str, set[str]]
    wanted: list[set[str]]
    resolved: bool
    intervals: list[Dated]
    free_json: list[tuple[Any, str, Any]]


Worded = tuple[list[str], dict[str, list[str]], list[str]]
"""The words in fields that hold names, all words of each language, and the lines, which have none."""


@cache
def gatherer(root: type) -> Callable[[Any], Gathered]:
    """Return the function that gathers what a record of a class holds."""
    classes = [root, *held_below(root)]
    references = (field.lists for cls in classes for field in fields_of(cls) if field.kind is Kind.REFERENCE)
    wanted = {lists: f"wanted_{number}" for number, lists in enumerate(dict.fromkeys(references))}
    lists = [f"{cls.__name__} = []" for cls in classes[1:]]
    sets = [f"{name} = set()" for name in wanted.values()]
    by_class = ", ".join(f"{cls.__name__}_: {cls.__name__}" for cls in classes)
    by_list = {name: cls for cls, name in held_below(root).items() if _identified(cls)}
    ids = ", ".join(f"{name!r}: {{each.id for each in {cls.__name__}}}" for name, cls in by_list.items())
    lines = [
        "def gather(root):",
        *_indented(1, [f"{root.__name__} = [root]", *lists, *sets]),
        " identified, intervals, free_json = [], [], []",
        *_indented(1, _taking(root, "root", wanted, 1)),
        " first = {each.id: each for each in reversed(identified)}",
        f" ids = {{{ids}}}",
        " resolved = len(first) == len(identified)",
        *(f" resolved = resolved and {name} <= {_known(each, by_list)}" for each, name in wanted.items()),
        f" of = {{{by_class}}}",
        f" return Gathered(of, identified, first, ids, [{', '.join(wanted.values())}], resolved, intervals, free_json)",
    ]
    return _made(
        lines,
        {"Dated": Dated, "Gathered": Gathered, **{f"{cls.__name__}_": cls for cls in classes}, **_defaults(classes)},
    )


def _known(lists: tuple[str, ...], by_list: dict[str, type]) -> str:
    """Return the expression for the identifiers that may stand where a reference leads to certain lists."""
    return " | ".join(f"ids[{each!r}]" for each in lists if each in by_list) or ("set()" if lists else "first.keys()")


def _identified(cls: type) -> bool:
    return "id" in attrs.fields_dict(cls)


def _taking(cls: type, record: str, wanted: dict[tuple[str, ...], str], depth: int) -> Iterator[str]:
    """Yield the lines that take what the fields of a record hold, and the records in them."""
    for field in fields_of(cls):
        value = f"{record}.{field.name}"
        if field.kind is Kind.REFERENCE:
            yield f"if value := {value}: {wanted[field.lists]}.{'update' if field.many else 'add'}(value)"
        elif field.kind is Kind.DATE:
            kept = f"intervals.append(Dated({record}, {field.name!r}, value))"
            yield f"if (value := {value}) is not None and '/' in value._written: {kept}"
        elif field.kind is Kind.FREE_JSON:
            kept = f"free_json.append(({record}, {field.name!r}, value))"
            yield f"if (value := {value}) is not {cls.__name__}_{field.name} and value: {kept}"
        elif field.cls:
            yield from _inner(field, field.cls, value, wanted, depth)


def _inner(field: Field, cls: type, value: str, wanted: dict[tuple[str, ...], str], depth: int) -> Iterator[str]:
    """Yield the lines that take the records in a field."""
    record, name = f"r{depth}", cls.__name__
    below = list(_taking(cls, record, wanted, depth + 1))
    if _identified(cls):
        below = [f"if {record}.id: identified.append({record})", *below]
    if below:
        yield f"for {record} in {value}:" if field.many else f"if {record} := {value}:"
        yield from _indented(1, [f"{name}.append({record})", *below])
    else:
        yield f"{name}.extend({value})" if field.many else f"if value := {value}: {name}.append(value)"


@cache
def worder(root: type) -> Callable[[dict[type, list[Any]]], Worded]:
    """Return the function that gathers the words in the records of each class, which `gatherer` found."""
    lines = ["def word(of):", " names, by_language, lines = [], defaultdict(list), []"]
    classes = [root, *held_below(root)]
    for cls in classes:
        taken = [line for field in fields_of(cls) for line in _wording(field)]
        lines += [f" for record in of[{cls.__name__}_]:", *_indented(2, taken)] if taken else []
    lines.append(" return names, by_language, lines")
    return _made(lines, {"defaultdict": defaultdict, **{f"{cls.__name__}_": cls for cls in classes}})


def _wording(field: Field) -> Iterator[str]:
    """Yield the lines that take the words in a field."""
    if field.kind in (Kind.TEXT, Kind.LINE):
        named = "; names.append(words)" if field.name in NAMES else ""
        each = "value" if field.kind is Kind.TEXT else "words"
        held = f"record.{field.name}"  # a text's truth is its length, which would be asked of it by a call
        yield f"for {each} in {held}:" if field.many else f"if ({each} := {held}) is not None:"
        if field.kind is Kind.TEXT:
            yield f" for language, words in value._written.items(): by_language[language].append(words){named}"
        else:
            yield f" lines.append(words){named}"


def _indented(depth: int, lines: Any) -> list[str]:
    return [" " * depth + line for line in lines]


def _defaults(classes: list[type]) -> dict[str, Any]:
    """Return what fields with data of a partner's own hold that hold none, by a name: nearly all do."""
    return {
        f"{cls.__name__}_{field.name}": attrs.fields_dict(cls)[field.name].default
        for cls in classes
        for field in fields_of(cls)
        if field.kind is Kind.FREE_JSON
    }


def _made(lines: list[str], names: dict[str, Any]) -> Any:
    """Return the function that the lines define; nothing in them comes from a document."""
    exec("\n".join(lines), names)  # noqa: S102 - the model's own names
    return names[lines[0].partition("(")[0].removeprefix("def ")]
