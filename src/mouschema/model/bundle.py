"""The bundle: one document with everything in flat lists that point to each other."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from mouschema.model._record import Record, field
from mouschema.model.agreement import Agreement, Relation
from mouschema.model.ceremony import Ceremony
from mouschema.model.codelists import RelationType
from mouschema.model.commitment import Commitment
from mouschema.model.context import Initiative, Instrument
from mouschema.model.date import Date
from mouschema.model.document import Annotation, Document
from mouschema.model.organization import Organization
from mouschema.model.person import Person
from mouschema.model.scalars import Id, License, SchemaAddress, SchemaVersion, Timestamp
from mouschema.model.text import NO_DATA, Extensions, Text

__all__ = ["Bundle", "Entity"]

Entity = Organization | Person | Agreement | Ceremony | Instrument | Initiative | Document | Commitment


class Bundle(Record, dict=True, gc=True):
    """A record of one or more agreements with all that belongs to them."""

    schema: SchemaAddress | None = field(default=None, name="$schema")
    """The schema of this document, for editors that complete and check while one types."""
    schema_version: SchemaVersion
    """The version of the schema that the document was written for."""
    id: Id | None = None
    """An identifier of the bundle itself."""
    title: Text | None = None
    """What the bundle is about. Example: `Lao PDR and IOM, memorandum of 30 June 2022`"""
    created: Timestamp | None = None
    """When the record was first written."""
    modified: Timestamp | None = None
    """When the record was last changed."""
    publisher: Text | None = None
    """Who compiled the record. Example: `Treaty section, Ministry of Foreign Affairs`"""
    license: License | None = None
    """The licence of the record."""
    as_of: Date | None = None
    """The day on which the statuses are true."""
    organizations: tuple[Organization, ...] = ()
    """The organisations."""
    people: tuple[Person, ...] = ()
    """The people."""
    agreements: tuple[Agreement, ...] = ()
    """The agreements, cited and planned ones included."""
    ceremonies: tuple[Ceremony, ...] = ()
    """The ceremonies."""
    instruments: tuple[Instrument, ...] = ()
    """The laws, treaties, policies and plans cited."""
    initiatives: tuple[Initiative, ...] = ()
    """The projects and programmes."""
    documents: tuple[Document, ...] = ()
    """The texts and sources."""
    annotations: tuple[Annotation, ...] = ()
    """Where values come from, and what is inferred or disputed."""
    extensions: Extensions = NO_DATA
    """Data of your own."""

    def entities(self) -> Iterator[Entity]:
        """Yield everything that has an id of its own, commitments included, in the order of the document."""
        yield from chain(self.organizations, self.people)
        for agreement in self.agreements:
            yield agreement
            yield from agreement.commitments
        yield from chain(self.ceremonies, self.instruments, self.initiatives, self.documents)

    def find(self, id: str, /) -> Entity | None:
        """Return what has this id, or None; of two with one id, the first."""
        by_id = vars(self).get("by_id")
        if by_id is None:  # looked for once; no field, so that nothing else sees it
            by_id = {each.id: each for each in reversed(list(self.entities()))}
            vars(self)["by_id"] = by_id
        return by_id.get(id)

    def parents(self, organization: Organization | str, /) -> tuple[Organization, ...]:
        """Return the organisations around one, the nearest first.

        A chain that leads back to itself ends before it repeats.
        """
        found: list[Organization] = []
        current = self._organization(organization)
        while current and current.parent:
            current = self._organization(current.parent)
            if current is None or current in found or current.id == _id(organization):
                break
            found.append(current)
        return tuple(found)

    def parts(self, organization: Organization | str, /) -> tuple[Organization, ...]:
        """Return the organisations directly under one."""
        return tuple(each for each in self.organizations if each.parent == _id(organization))

    def agreements_of(self, organization: Organization | str, /) -> tuple[Agreement, ...]:
        """Return the agreements to which an organisation is a party, itself or as the office acting for one."""
        wanted = _id(organization)
        return tuple(
            agreement
            for agreement in self.agreements
            if any(wanted in (party.organization, *party.acting_through) for party in agreement.parties)
        )

    def ceremonies_of(self, agreement: Agreement | str, /) -> tuple[Ceremony, ...]:
        """Return the ceremonies held for an agreement."""
        return tuple(ceremony for ceremony in self.ceremonies if _id(agreement) in ceremony.agreements)

    def documents_about(self, entity: Entity | str, /) -> tuple[Document, ...]:
        """Return the texts and sources about something."""
        return tuple(document for document in self.documents if _id(entity) in document.about)

    def relations_to(
        self, agreement: Agreement | str, /, type: RelationType | str | None = None
    ) -> tuple[tuple[Agreement, Relation], ...]:
        """Return the newer agreements that point to an older one, each with the relation.

        Args:
            agreement: The older agreement.
            type: Only relations of this type; all when None.
        """
        return tuple(
            (newer, relation)
            for newer in self.agreements
            for relation in newer.relations
            if relation.target == _id(agreement) and type in (None, relation.type)
        )

    def _organization(self, organization: Organization | str) -> Organization | None:
        found = self.find(_id(organization))
        return found if isinstance(found, Organization) else None


def _id(entity: Any) -> str:
    return entity if isinstance(entity, str) else entity.id
