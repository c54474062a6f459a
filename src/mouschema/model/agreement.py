"""Agreements: memoranda and their kin, with who is bound to what and for how long."""

from mouschema.model._record import Record
from mouschema.model.codelists import (
    AgreementKind,
    AgreementStatus,
    Binding,
    BodyKind,
    ContributionBasis,
    ContributionKind,
    Level,
    LifecycleKind,
    RelationType,
)
from mouschema.model.commitment import Citation, Commitment
from mouschema.model.date import Date, Duration
from mouschema.model.party import Party, Supporter
from mouschema.model.scalars import AgreementId, DocumentId, Id, InitiativeId, LanguageTag, OrganizationId, Theme
from mouschema.model.signature import Signature
from mouschema.model.statement import Statement
from mouschema.model.term import Term
from mouschema.model.text import NO_DATA, Extensions, Text
from mouschema.model.values import Amount, ExternalId, Place

__all__ = ["Agreement", "AgreementLanguage", "Body", "Contribution", "LifecycleEvent", "Relation"]


class AgreementLanguage(Record):
    """A language in which the agreement is written."""

    language: LanguageTag
    """The language."""
    authentic: bool | None = None
    """True when the text in it is authentic; absent when nothing is said."""


class Contribution(Record):
    """Money or other means that somebody gives."""

    id: Id | None = None
    """An identifier, where something refers to it."""
    kind: ContributionKind
    """What is given."""
    contributor: OrganizationId | None = None
    """Who gives."""
    via: tuple[OrganizationId, ...] = ()
    """Through whom."""
    recipient: OrganizationId | None = None
    """Who receives."""
    amount: Amount | None = None
    """How much; absent when no number is known."""
    basis: ContributionBasis | None = None
    """What the amount covers."""
    period: Date | None = None
    """The time for which it is given."""
    duration: Duration | None = None
    """How long it is said to run; nothing is computed."""
    purpose: Text | None = None
    """What it is for. Example: `Return and reintegration of victims`"""


class Relation(Record):
    """How this agreement, the newer one, relates to an older one."""

    type: RelationType
    """The relation."""
    target: AgreementId
    """The older or wider agreement; a stub with `id`, `kind`, `title` and `status` is enough."""
    note: Text | None = None
    """What the other fields cannot say. Example: `Second extension`"""


class Body(Record):
    """A joint body that the agreement sets up or uses."""

    name: Text
    """Its name. Example: `Joint Committee`"""
    kind: BodyKind
    """What sort of body it is."""
    members: tuple[OrganizationId, ...] = ()
    """The organisations in it."""
    note: Text | None = None
    """What the other fields cannot say. Example: `Equal numbers from both sides`"""


class LifecycleEvent(Record):
    """Something that happened to the agreement beside being signed."""

    kind: LifecycleKind
    """What happened."""
    date: Date | None = None
    """When it happened."""
    effective: Date | None = None
    """From when it counts, if that differs."""
    by: tuple[OrganizationId, ...] = ()
    """Who did it."""
    note: Text | None = None
    """What the other fields cannot say. Example: `Approved after the signature`"""
    document: DocumentId | None = None
    """The document that tells of it."""


class Agreement(Record):
    """A memorandum of understanding or another agreement, signed, planned or merely cited."""

    id: Id
    """Its identifier in this document."""
    kind: AgreementKind
    """What sort of instrument it is."""
    title: Text
    """Its title. Example: `Building the National and Local Capacity to Combat Trafficking in Persons`"""
    status: AgreementStatus
    """How far it has come."""
    alternative_titles: tuple[Text, ...] = ()
    """Titles that other sources give it. Example: `Capacity-building MOU`"""
    kind_as_titled: Text | None = None
    """What it calls itself, where the words matter. Example: `Convention de partenariat`"""
    external_ids: tuple[ExternalId, ...] = ()
    """Its numbers in registers and treaty series."""
    binding: Binding | None = None
    """Whether it binds in law; absent when nothing is said."""
    purpose: Text | None = None
    """What it is for. Example: `To help the government act against trafficking in persons`"""
    background: Text | None = None
    """What came before. Example: `The country joined the organisation in 2018`"""
    themes: tuple[Theme, ...] = ()
    """Its subjects."""
    levels: tuple[Level, ...] = ()
    """The levels at which it applies."""
    areas: tuple[Place, ...] = ()
    """Where it applies, not where it was signed."""
    languages: tuple[AgreementLanguage, ...] = ()
    """The languages in which it is written."""
    parties: tuple[Party, ...] = ()
    """Those who are bound by it."""
    supporters: tuple[Supporter, ...] = ()
    """Those who take part without being bound."""
    parties_complete: bool | None = None
    """False when the list of parties is known to be incomplete."""
    commitments: tuple[Commitment, ...] = ()
    """What it commits them to."""
    term: Term | None = None
    """When it takes effect and how long it lasts."""
    contributions: tuple[Contribution, ...] = ()
    """Money and other means given under it."""
    relations: tuple[Relation, ...] = ()
    """How it relates to older agreements."""
    citations: tuple[Citation, ...] = ()
    """Laws, treaties, policies and plans that it refers to."""
    initiatives: tuple[InitiativeId, ...] = ()
    """Projects and programmes that it belongs to."""
    bodies: tuple[Body, ...] = ()
    """Joint bodies that it sets up or uses."""
    signatures: tuple[Signature, ...] = ()
    """Who concluded it, for whom."""
    lifecycle: tuple[LifecycleEvent, ...] = ()
    """What happened to it beside being signed."""
    statements: tuple[Statement, ...] = ()
    """What was said about it elsewhere than at a ceremony, as in a release."""
    extensions: Extensions = NO_DATA
    """Data of your own."""
