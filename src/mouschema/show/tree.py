"""Organisations as a tree: offices under departments, departments under ministries, ministries under governments."""

from typing import Final

from mouschema.show.parts import Entry
from mouschema.show.teller import Teller

__all__ = ["organization_tree"]

_DEEPEST: Final = 8


def organization_tree(teller: Teller) -> tuple[Entry, ...]:
    """Return every organisation once, under the one that it is part of.

    Where a chain of parents leads in a circle or is too long to be shown, a new tree begins.
    """
    organizations = teller.bundle.organizations
    first = {each.id: place for place, each in reversed(list(enumerate(organizations)))}
    parts: dict[str | None, list[int]] = {}
    for place, each in enumerate(organizations):
        parts.setdefault(each.parent if each.parent in first else None, []).append(place)
    told: set[int] = set()

    def tell(place: int, depth: int) -> Entry:
        told.add(place)
        organization = organizations[place]
        path = ("organizations", place)
        under = parts.get(organization.id, []) if depth < _DEEPEST and first[organization.id] == place else []
        inner = tuple(tell(each, depth + 1) for each in under if each not in told)
        said_by_the_tree = depth and not teller.marks.at((*path, "parent"))
        return teller.entry(organization, path, skip=("parent",) if said_by_the_tree else (), parts=inner)

    roots = [*parts.get(None, ()), *range(len(organizations))]
    return tuple(tell(place, 0) for place in roots if place not in told)
