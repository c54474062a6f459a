"""Organisations: governments, their offices, international organisations, companies."""

from mouschema.model._record import Record
from mouschema.model.codelists import OrganizationKind
from mouschema.model.date import Date
from mouschema.model.scalars import CountryCode, Id, OrganizationId, SubdivisionCode, Url
from mouschema.model.text import NO_DATA, Extensions, Text
from mouschema.model.values import ExternalId, Name, Place

__all__ = ["Organization"]


class Organization(Record):
    """An organisation, or a part of one: an office belongs to a department, a department to a ministry."""

    id: Id
    """Its identifier in this document."""
    name: Text
    """Its full name. Example: `International Organization for Migration`"""
    kind: OrganizationKind
    """What sort of organisation it is."""
    other_names: tuple[Name, ...] = ()
    """Acronyms, former names and spellings found in sources."""
    parent: OrganizationId | None = None
    """The organisation that it is part of; absent when it stands on its own."""
    country: CountryCode | None = None
    """The country that it belongs to; absent for international ones and where there is no code."""
    subdivision: SubdivisionCode | None = None
    """The province or state that it belongs to; absent when it is national."""
    seat: Place | None = None
    """Where it sits, as far as the town or quarter; street addresses are left out."""
    founded: Date | None = None
    """When it was founded."""
    external_ids: tuple[ExternalId, ...] = ()
    """What registers call it; most public offices have none."""
    url: Url | None = None
    """Its own web address."""
    description: Text | None = None
    """What it is, in a sentence or two. Example: `The government's office for action against trafficking`"""
    extensions: Extensions = NO_DATA
    """Data of your own."""
