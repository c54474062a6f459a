"""Those who are bound by an agreement, and those who take part without being bound."""

from typing import Annotated

from msgspec import Meta

from mouschema.model._record import Record
from mouschema.model.codelists import PartyRole, SupporterRole
from mouschema.model.date import Date
from mouschema.model.scalars import Line, OrganizationId
from mouschema.model.text import NO_DATA, Extensions, Text

__all__ = ["Party", "Supporter"]


class Party(Record):
    """An organisation that is bound by the agreement."""

    organization: OrganizationId
    """The organisation that is bound."""
    roles: tuple[PartyRole, ...] = ()
    """What it does beside being bound."""
    acting_through: tuple[OrganizationId, ...] = ()
    """The offices through which it acts in this agreement; absent when it acts itself."""
    label: Text | None = None
    """What the text calls it. Example: `the First Party`"""
    side: Line | None = None
    """The side that it stands on, where several parties form one. Example: `A`"""
    joined: Date | None = None
    """When it joined, if later than the others."""
    left: Date | None = None
    """When it left."""
    note: Text | None = None
    """What the other fields cannot say. Example: `Also signs as secretariat of a network`"""
    extensions: Extensions = NO_DATA
    """Data of your own."""


class Supporter(Record):
    """An organisation that takes part in the agreement without being bound by it."""

    organization: OrganizationId
    """The organisation."""
    roles: Annotated[tuple[SupporterRole, ...], Meta(min_length=1)]
    """What it does, at least one."""
    note: Text | None = None
    """What the other fields cannot say. Example: `The source says only that it was supported`"""
