"""Ceremonies: when, where and before whom agreements were signed, and what was said."""

from typing import Annotated

from msgspec import Meta

from mouschema.model._record import Record
from mouschema.model.codelists import AttendanceRole, CeremonyKind, CeremonyMode, CeremonyStatus
from mouschema.model.date import Date
from mouschema.model.scalars import AgreementId, Count, Id, OrganizationId, PersonId
from mouschema.model.statement import Statement
from mouschema.model.text import NO_DATA, Extensions, Text
from mouschema.model.values import Place

__all__ = ["Attendance", "Ceremony"]


class Attendance(Record, at_least_one=("person", "organization", "category")):
    """Somebody who was present: a person, an organisation's representative, or a group."""

    person: PersonId | None = None
    """The person; absent when only the organisation or the group is known."""
    organization: OrganizationId | None = None
    """The organisation that was represented, or that the person belongs to."""
    category: Text | None = None
    """The group in words. Example: `Relevant line ministries`"""
    count: Count | None = None
    """How many they were."""
    roles: tuple[AttendanceRole, ...] = ()
    """What they did there; absent when nothing is said."""
    representing: OrganizationId | None = None
    """Whom they stood for, if that differs from the organisation."""
    in_place_of: PersonId | None = None
    """The person who would have come."""
    remote: bool | None = None
    """True when they took part by video."""


class Ceremony(Record):
    """An occasion on which one or more agreements were signed, exchanged or adopted."""

    id: Id
    """Its identifier in this document."""
    agreements: Annotated[tuple[AgreementId, ...], Meta(min_length=1)]
    """The agreements that it was held for, at least one."""
    agreements_complete: bool | None = None
    """False when more agreements were signed than are listed."""
    agreements_count: Count | None = None
    """How many were signed in all, where a source gives the number; it may be higher than that of those listed."""
    name: Text | None = None
    """What it is called. Example: `MOU signing ceremony`"""
    occasion: Text | None = None
    """The larger event around it. Example: `State visit`"""
    kind: CeremonyKind | None = None
    """What it was for; absent when nothing is said."""
    mode: CeremonyMode | None = None
    """How the sides came together; absent when nothing is said."""
    status: CeremonyStatus = CeremonyStatus.HELD
    """Whether it took place."""
    date: Date | None = None
    """When it took place."""
    places: tuple[Place, ...] = ()
    """Where; one for each location when the sides signed separately."""
    hosts: tuple[OrganizationId, ...] = ()
    """Who received the guests."""
    attendance: tuple[Attendance, ...] = ()
    """Who was present."""
    statements: tuple[Statement, ...] = ()
    """What was said."""
    extensions: Extensions = NO_DATA
    """Data of your own."""
