"""Documents and sources, and where each value of the record comes from."""

from typing import Any

from msgspec.structs import force_setattr

from mouschema.model._frozen import frozen
from mouschema.model._record import Record
from mouschema.model.codelists import Availability, Basis, DocumentKind, LegalValue
from mouschema.model.date import Date
from mouschema.model.scalars import (
    Count,
    DocumentId,
    EntityId,
    FreeJson,
    Id,
    LanguageTag,
    License,
    Line,
    MediaType,
    Pointer,
    Sha256,
    Url,
)
from mouschema.model.text import Text
from mouschema.model.values import ExternalId

__all__ = ["Annotation", "Document"]


class Document(Record):
    """A text, page or file: the agreement itself, a translation, or a source that tells of it."""

    id: Id
    """Its identifier in this document."""
    kind: DocumentKind
    """What sort of document it is."""
    about: tuple[EntityId, ...] = ()
    """What it is about or tells of."""
    title: Text | None = None
    """Its title. Example: `Government and IOM strengthen anti-trafficking partnership`"""
    language: LanguageTag | None = None
    """The language that it is in."""
    legal_value: LegalValue | None = None
    """What the text is worth in law; absent for mere sources."""
    publisher: Text | None = None
    """Who published it. Example: `The Laotian Times`"""
    external_ids: tuple[ExternalId, ...] = ()
    """Its numbers, such as those of a release, a cable or a file."""
    url: Url | None = None
    """Where it can be read."""
    date: Date | None = None
    """When it was written, or the date that it bears, where that differs from its publication."""
    published: Date | None = None
    """When it was published."""
    retrieved: Date | None = None
    """When it was last read at its address."""
    translated_from: DocumentId | None = None
    """The document that it translates."""
    sha256: Sha256 | None = None
    """The SHA-256 of the file, to tell whether it is still the same."""
    media_type: MediaType | None = None
    """The kind of file."""
    bytes: Count | None = None
    """The size of the file in bytes."""
    license: License | None = None
    """The licence of the document."""
    availability: Availability | None = None
    """Who can read it."""


class Annotation(Record):
    """Where one value of this record comes from, and how sure it is."""

    target: Pointer
    """The value, as a JSON Pointer into this document."""
    basis: Basis
    """Where the value comes from."""
    as_printed: Line | None = None
    """What the source prints, to the letter. Example: `30 June`"""
    documents: tuple[DocumentId, ...] = ()
    """The sources."""
    note: Text | None = None
    """How the value follows, or who disputes it. Example: `The year follows from the date of the page`"""
    alternative: FreeJson | None = None
    """Another value that a source gives, in the same form."""

    def __post_init__(self) -> None:
        """Freeze the lists and objects of free JSON, whether a program or a document brought them."""
        alternative: Any = self.alternative
        if isinstance(alternative, list | dict):
            force_setattr(self, "alternative", frozen(alternative))
