"""Rules about identifiers and what they point to."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from mouschema._safe import nearest, shown
from mouschema._types import Path
from mouschema.model.index import Index, Link
from mouschema.reports.catalogue import Say, say
from mouschema.reports.ruleset import Severity
from mouschema.rules._neighbours import Neighbours
from mouschema.rules._rule import Hit, rule

__all__ = ["resolves", "right_kind", "somebody_refers_to_it", "unique"]

_USED: Final = {"organizations", "people", "instruments", "initiatives"}


@rule("REF01", "unresolved-reference", Severity.ERROR)
def resolves(index: Index) -> Iterator[Hit]:
    """Every identifier that points to something is the id of an entry in the same document.

    Only a whole bundle is checked for this.
    """
    for link in () if index.resolved or not index.whole else index.links:
        for position, id in link.placed():
            if id not in index.by_id:
                yield Hit(link.owner, _path(link, position), partial(_say, index, id, link.lists))


@rule("REF02", "duplicate-id", Severity.ERROR)
def unique(index: Index) -> Iterator[Hit]:
    """No two entries of a document have the same id, whatever lists they are in."""
    for entry in () if index.resolved else index.entries:
        first = index.by_id[entry.record.id]
        if first.record is not entry.record:
            yield Hit(entry.record, ("id",), say(id=shown(entry.record.id), list=shown(first.list)))


@rule("REF03", "wrong-kind-of-target", Severity.ERROR)
def right_kind(index: Index) -> Iterator[Hit]:
    """A reference points to the kind of entry that its field is for, such as an organization and not a person."""
    for link in () if index.resolved else index.links:
        for position, id in link.placed() if link.lists else ():
            found = index.by_id.get(id)
            if found and found.list not in link.lists:
                yield Hit(link.owner, _path(link, position), partial(_say, index, id, link.lists, found.list))


@rule("REF04", "unused-entry", Severity.INFO)
def somebody_refers_to_it(index: Index) -> Iterator[Hit]:
    """Nothing refers to an organization, person, instrument or initiative of the document."""
    for entry in index.entries if _some_unused(index) else ():
        if entry.list in _USED and entry.record.id not in index.used:
            yield Hit(entry.record, ("id",), say(id=shown(entry.record.id)))


def _some_unused(index: Index) -> bool:
    return any(ids - index.used for name, ids in index.ids.items() if name in _USED)


def _path(link: Link, position: int | None) -> Path:
    return (link.field,) if position is None else (link.field, position)


def _say(index: Index, id: str, lists: tuple[str, ...], found: str = "") -> Say:
    """Say the nearest id of the right kind, or else the lists to add one to."""
    more = {"list": shown(found)} if found else {}
    named = tuple(shown(name) for name in lists)
    if near := nearest(id, _neighbours(index, lists).of(id)):
        return say("near", id=shown(id), lists=named, near=shown(near), **more)
    return say("" if named else "anywhere", id=shown(id), lists=named, **more)


def _neighbours(index: Index, lists: tuple[str, ...]) -> Neighbours:
    """Return what finds ids that look like another among those in certain lists; it is made once a document."""
    known = index.remembered[_neighbours]
    if lists not in known:
        fitting = (entry.record.id for entry in index.entries if not lists or entry.list in lists)
        known[lists] = Neighbours(fitting)
    return known[lists]
