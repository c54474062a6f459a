"""Signatures and the like: who concluded the agreement, for whom, when and where."""

from typing import Annotated

from msgspec import Meta

from mouschema.model._record import Record
from mouschema.model.codelists import Act, Capacity, SignatureStatus
from mouschema.model.date import Date
from mouschema.model.scalars import CeremonyId, OrganizationId, PersonId
from mouschema.model.text import Text
from mouschema.model.values import Place

__all__ = ["Signature"]


class Signature(Record):
    """One person's act that concludes the agreement for one or more parties."""

    person: PersonId | None = None
    """Who acted; absent when only the post or the side is known."""
    post: Text | None = None
    """The post in which the person acted. Example: `Chief of Mission`"""
    organization: OrganizationId | None = None
    """The organisation in which that post is."""
    on_behalf_of: Annotated[tuple[OrganizationId, ...], Meta(min_length=1)]
    """The parties or supporters for which the person acted; one may sign for many."""
    act: Act
    """What was done."""
    capacity: Capacity | None = None
    """In what capacity; absent when nothing is said."""
    in_place_of: PersonId | None = None
    """The person who would have signed, where a proxy did."""
    authority: Text | None = None
    """What gave the power to sign. Example: `Full powers of 12 May 2022`"""
    date: Date | None = None
    """When, if it differs from the ceremony or there was none."""
    place: Place | None = None
    """Where, if it differs from the ceremony or there was none."""
    ceremony: CeremonyId | None = None
    """The ceremony at which it was done; absent when there was none or it is not known."""
    status: SignatureStatus = SignatureStatus.DONE
    """Whether it has taken place."""
