"""Statements: what was said at a ceremony or about an agreement, in our own words."""

from mouschema.model._record import Record
from mouschema.model.codelists import StatementKind
from mouschema.model.scalars import DocumentId, SpeakerId
from mouschema.model.text import Text

__all__ = ["Statement"]


class Statement(Record):
    """What somebody said at a ceremony, or elsewhere about an agreement."""

    speakers: tuple[SpeakerId, ...] = ()
    """The people or organisations that made it."""
    speaker_text: Text | None = None
    """Who made it, where that is nobody of this document. Example: `A spokesperson`"""
    summary: Text
    """What it says, in your own words. Example: `Thanks the donor and asks for continued support`"""
    kind: StatementKind | None = None
    """What sort of statement it is."""
    quote: Text | None = None
    """A short quotation, to the letter. Example: `A milestone`"""
    documents: tuple[DocumentId, ...] = ()
    """Where it is reported."""
