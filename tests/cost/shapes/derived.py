"""Shapes that follow from the schema: each list anywhere in it, filled with what is wrong, with nothing and with what is right."""

import copy
from collections.abc import Callable
from functools import cache
from typing import Any, Final

from cost.shapes._shape import add, bundle
from damage import smallest
from mouschema import schemas

Way = tuple[tuple[str, str], ...]
"""From the bundle down: each class and the field of it that holds the next."""


@cache
def ways() -> dict[str, Way]:
    """Return the shortest way to each class that has fields."""
    found: dict[str, Way] = {"Bundle": ()}
    for name in (waiting := ["Bundle"]):
        for field, about in schemas.definition(name).get("properties", {}).items():
            inner = schemas.target(about.get("items") or about.get("allOf", [{}])[0]) if "$ref" in str(about) else ""
            if inner and inner not in found and "properties" in schemas.definition(inner):
                found[inner] = (*found[name], (name, field))
                waiting.append(inner)
    return found


def within(name: str, value: Any) -> bytes:
    """Return a bundle that holds one record of a class."""
    for outer, field in reversed(ways()[name]):
        many = schemas.definition(outer)["properties"][field].get("type") == "array"
        value = {**({} if outer == "Bundle" else smallest(outer)), field: [value] if many else value}
    return bundle(**value)


def _filled(name: str, field: str, entry: Callable[[int], Any]) -> Callable[[int], bytes]:
    base: dict[str, Any] = {} if name == "Bundle" else smallest(name)
    return lambda n: within(name, {**base, field: [entry(i) for i in range(n + 1)]})


def _right(name: str) -> Callable[[int], Any]:
    """Return what makes right entries of a list, each with an identifier of its own where it has one."""
    entry = smallest(name)

    def make(i: int) -> Any:
        return {**copy.copy(entry), "id": f"x{i}"} if isinstance(entry, dict) and "id" in entry else entry

    return make


LISTS: Final = [
    (name, field, schemas.target(about["items"]))
    for name in ways()
    for field, about in schemas.definition(name)["properties"].items()
    if about.get("type") == "array"
]
"""Every list of the schema: its class, its field, and what its entries are."""

FIRST: Final = ("Bundle", "Agreement", "Ceremony")
"""The classes whose lists are measured in the short form too."""

for _name, _field, _entry in LISTS:
    _place, _long = f"derived.{_name}.{_field}", _name not in FIRST
    _kinds = {"wrong": ("numbers", lambda i: 0), "right": ("the smallest right entries", _right(_entry))}
    if "properties" in schemas.definition(_entry):
        _kinds["empty"] = ("empty objects", lambda i: {})
    for _kind, (_what, _one) in _kinds.items():
        add(f"{_place}.{_kind}", f"A list of {_what}.", _filled(_name, _field, _one), long=_long)
