"""What an agreement commits somebody to."""

from mouschema.model._record import Record
from mouschema.model.codelists import CitationManner, CommitmentStatus, Level, Modality
from mouschema.model.date import Date
from mouschema.model.scalars import Id, InstrumentId, Line, OrganizationId, Theme
from mouschema.model.text import NO_DATA, Extensions, Text
from mouschema.model.values import Place, Quantity

__all__ = ["Citation", "Commitment"]


class Citation(Record):
    """A place in a law, treaty, policy or plan that the text refers to."""

    instrument: InstrumentId
    """The instrument."""
    provision: Line | None = None
    """The place in it. Example: `Article 6, paragraph 2`"""
    how: CitationManner | None = None
    """What the reference is for; absent when nothing is said."""


class Commitment(Record, at_least_one=("obligors", "obligor_text", "joint")):
    """Something that one side, or all together, undertake to do, to allow or to grant."""

    id: Id
    """Its identifier in this document."""
    obligors: tuple[OrganizationId, ...] = ()
    """Who is to act."""
    obligor_text: Text | None = None
    """Who is to act, where that is no organisation of this document. Example: `Employers`"""
    joint: bool | None = None
    """True when all parties are to act together."""
    beneficiaries: tuple[OrganizationId, ...] = ()
    """For whom."""
    beneficiary_text: Text | None = None
    """For whom, where that is no organisation of this document. Example: `Victims of trafficking`"""
    modality: Modality | None = None
    """How strongly the text commits; absent when no text is at hand."""
    action: Text
    """What is to be done, in one sentence. Example: `Support provincial plans of action`"""
    themes: tuple[Theme, ...] = ()
    """Its subjects, where they are narrower than the agreement's."""
    levels: tuple[Level, ...] = ()
    """The levels at which it is to be done."""
    areas: tuple[Place, ...] = ()
    """Where it is to be done."""
    deadline: Date | None = None
    """The day by which it is to be done."""
    deadline_text: Text | None = None
    """The deadline in words, where it is no date. Example: `Within two months of completion`"""
    measures: tuple[Quantity, ...] = ()
    """How much is to be done."""
    condition: Text | None = None
    """On what it depends. Example: `Subject to the laws of both countries`"""
    citations: tuple[Citation, ...] = ()
    """Instruments that it refers to."""
    clause: Line | None = None
    """Where it stands in the text. Example: `Article 3(2)`"""
    status: CommitmentStatus | None = None
    """How far it has been kept; absent when nothing is said."""
    reported: bool | None = None
    """True when it is known from a report only, not from the text."""
    extensions: Extensions = NO_DATA
    """Data of your own."""
