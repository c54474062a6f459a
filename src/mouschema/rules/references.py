"""Rules about identifiers and what they point to."""

from collections.abc import Iterator
from typing import Final

from mouschema._safe import nearest, shown
from mouschema._types import Path
from mouschema.catalogue import Say, Value, say
from mouschema.rules._index import Index, Reference
from mouschema.rules._rule import Hit, rule
from mouschema.ruleset import Severity

__all__ = ["resolves", "right_kind", "somebody_refers_to_it", "unique"]

_USED: Final = {"organizations", "people", "instruments", "initiatives"}


@rule("REF01", "unresolved-reference", Severity.ERROR)
def resolves(index: Index) -> Iterator[Hit]:
    """Every identifier that points to something is the id of an entry in the same document.

    Only a whole bundle is checked for this.
    """
    if not index.whole:
        return
    for reference in index.references:
        if reference.id not in index.by_id:
            yield Hit(reference.owner, _path(reference), _say(index, reference))


@rule("REF02", "duplicate-id", Severity.ERROR)
def unique(index: Index) -> Iterator[Hit]:
    """No two entries of a document have the same id, whatever lists they are in."""
    for entry in index.entries:
        first = index.by_id[entry.record.id]
        if first.record is not entry.record:
            yield Hit(entry.record, ("id",), say(id=shown(entry.record.id), list=shown(first.list)))


@rule("REF03", "wrong-kind-of-target", Severity.ERROR)
def right_kind(index: Index) -> Iterator[Hit]:
    """A reference points to the kind of entry that its field is for, such as an organization and not a person."""
    for reference in index.references:
        found = index.by_id.get(reference.id)
        if found and reference.lists and found.list not in reference.lists:
            yield Hit(reference.owner, _path(reference), _say(index, reference, list=shown(found.list)))


@rule("REF04", "unused-entry", Severity.INFO)
def somebody_refers_to_it(index: Index) -> Iterator[Hit]:
    """Nothing refers to an organization, person, instrument or initiative of the document."""
    used = {reference.id for reference in index.references}
    for entry in index.entries:
        if entry.list in _USED and entry.record.id not in used:
            yield Hit(entry.record, ("id",), say(id=shown(entry.record.id)))


def _path(reference: Reference) -> Path:
    return (reference.field,) if reference.position is None else (reference.field, reference.position)


def _say(index: Index, reference: Reference, **more: Value) -> Say:
    """Say the nearest id of the right kind, or else the lists to add one to."""
    fitting = [entry.record.id for entry in index.entries if not reference.lists or entry.list in reference.lists]
    lists = tuple(shown(name) for name in reference.lists)
    if near := nearest(reference.id, fitting):
        return say("near", id=shown(reference.id), lists=lists, near=shown(near), **more)
    return say("" if lists else "anywhere", id=shown(reference.id), lists=lists, **more)
