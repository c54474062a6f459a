"""Rules about identifiers and what they point to."""

from collections.abc import Iterator
from typing import Final

from mouschema._show import nearest, shown
from mouschema._types import Path
from mouschema.report import Severity
from mouschema.rules._index import Index, Reference
from mouschema.rules._rule import Hit, rule

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
            message = f"nothing in this document has the id {shown(reference.id)}"
            yield Hit(reference.owner, _path(reference), message, _known(index, reference))


@rule("REF02", "duplicate-id", Severity.ERROR)
def unique(index: Index) -> Iterator[Hit]:
    """No two entries of a document have the same id, whatever lists they are in."""
    for entry in index.entries:
        first = index.by_id[entry.record.id]
        if first.record is not entry.record:
            message = f"the id {shown(entry.record.id)} is taken by an entry in {shown(first.list)}"
            yield Hit(
                entry.record, ("id",), message, "Choose another id here, and use it in what refers to this entry."
            )


@rule("REF03", "wrong-kind-of-target", Severity.ERROR)
def right_kind(index: Index) -> Iterator[Hit]:
    """A reference points to the kind of entry that its field is for, such as an organization and not a person."""
    for reference in index.references:
        found = index.by_id.get(reference.id)
        if found and reference.lists and found.list not in reference.lists:
            wanted = " or ".join(shown(name) for name in reference.lists)
            message = f"{shown(reference.id)} is in {shown(found.list)}, but this field refers to {wanted}"
            yield Hit(reference.owner, _path(reference), message, _known(index, reference))


@rule("REF04", "unused-entry", Severity.INFO)
def somebody_refers_to_it(index: Index) -> Iterator[Hit]:
    """Nothing refers to an organization, person, instrument or initiative of the document."""
    used = {reference.id for reference in index.references}
    for entry in index.entries:
        if entry.list in _USED and entry.record.id not in used:
            message = f"nothing refers to {shown(entry.record.id)}"
            yield Hit(entry.record, ("id",), message, "Refer to it where it belongs, or leave it out.")


def _path(reference: Reference) -> Path:
    return (reference.field,) if reference.position is None else (reference.field, reference.position)


def _known(index: Index, reference: Reference) -> str:
    """Suggest the nearest id of the right kind, or say where to add one."""
    fitting = [entry.record.id for entry in index.entries if not reference.lists or entry.list in reference.lists]
    near = nearest(reference.id, fitting)
    if near:
        return f"Did you mean {shown(near)}?"
    return f"Add an entry with this id to {' or '.join(shown(name) for name in reference.lists) or 'one of the lists'}."
