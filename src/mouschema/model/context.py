"""What agreements refer to: the instruments they cite and the projects they belong to."""

from mouschema.model._record import Record
from mouschema.model.agreement import Contribution
from mouschema.model.codelists import InitiativeKind, InstrumentKind
from mouschema.model.date import Date, Duration
from mouschema.model.scalars import Id, OrganizationId, Url
from mouschema.model.text import Text
from mouschema.model.values import ExternalId, Name

__all__ = ["Initiative", "Instrument"]


class Instrument(Record):
    """A law, treaty, policy or plan that an agreement refers to and that is no agreement of this document."""

    id: Id
    """Its identifier in this document."""
    title: Text
    """Its title. Example: `ASEAN Convention Against Trafficking in Persons, Especially Women and Children`"""
    kind: InstrumentKind
    """What sort of instrument it is."""
    date: Date | None = None
    """Its date."""
    period: Date | None = None
    """The years that it covers, as a plan does."""
    external_ids: tuple[ExternalId, ...] = ()
    """Its numbers in registers."""
    url: Url | None = None
    """Where it can be read."""


class Initiative(Record):
    """A project, programme, process or fund that agreements belong to."""

    id: Id
    """Its identifier in this document."""
    name: Text
    """Its name. Example: `Coordinated Mekong Ministerial Initiative against Trafficking`"""
    kind: InitiativeKind
    """What sort of undertaking it is."""
    other_names: tuple[Name, ...] = ()
    """Acronyms, former names and spellings found in sources."""
    purpose: Text | None = None
    """What it is for. Example: `To bring the countries' police and courts together against trafficking`"""
    period: Date | None = None
    """From when to when it runs."""
    duration: Duration | None = None
    """How long it is said to run."""
    external_ids: tuple[ExternalId, ...] = ()
    """Its numbers in registers."""
    leads: tuple[OrganizationId, ...] = ()
    """Who leads it."""
    participants: tuple[OrganizationId, ...] = ()
    """Who takes part in it, beside those who lead."""
    contributions: tuple[Contribution, ...] = ()
    """Money and other means given to it."""
