"""The classes that a record of an agreement is made of; a file for each noun.

Imported in the order of the files: small values first, the bundle last.
"""

from mouschema.model.agreement import Agreement, AgreementLanguage, Body, Contribution, LifecycleEvent, Relation
from mouschema.model.bundle import Bundle, Entity
from mouschema.model.ceremony import Attendance, Ceremony
from mouschema.model.commitment import Citation, Commitment
from mouschema.model.context import Initiative, Instrument
from mouschema.model.date import Date, Duration
from mouschema.model.document import Annotation, Document
from mouschema.model.organization import Organization
from mouschema.model.party import Party, Supporter
from mouschema.model.person import Person, Post
from mouschema.model.signature import Signature
from mouschema.model.statement import Statement
from mouschema.model.term import Renewal, Term, Termination
from mouschema.model.text import Extensions, Text
from mouschema.model.values import Amount, Equivalent, ExternalId, Name, Place, Quantity

__all__ = [
    "Agreement",
    "AgreementLanguage",
    "Amount",
    "Annotation",
    "Attendance",
    "Body",
    "Bundle",
    "Ceremony",
    "Citation",
    "Commitment",
    "Contribution",
    "Date",
    "Document",
    "Duration",
    "Entity",
    "Equivalent",
    "Extensions",
    "ExternalId",
    "Initiative",
    "Instrument",
    "LifecycleEvent",
    "Name",
    "Organization",
    "Party",
    "Person",
    "Place",
    "Post",
    "Quantity",
    "Relation",
    "Renewal",
    "Signature",
    "Statement",
    "Supporter",
    "Term",
    "Termination",
    "Text",
]
