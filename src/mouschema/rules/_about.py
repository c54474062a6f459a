"""What several rules ask about an agreement.

Each answer is remembered: an agreement may have as many ceremonies, and a ceremony as many agreements, sources and
speakers, as a document has room for, and nobody may multiply them.
"""

import datetime
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from functools import wraps
from typing import Any, Final, NamedTuple, TypeVar

from mouschema.model import Agreement, Bundle, Ceremony, Date, Document
from mouschema.model.codelists import AgreementStatus, CeremonyKind, CeremonyStatus, RelationType, SignatureStatus
from mouschema.model.index import Index
from mouschema.rules._span import Span, span, within

__all__ = [
    "Publications",
    "acting",
    "as_of",
    "ceremonies",
    "concluded",
    "held_for",
    "is_stub",
    "publications",
    "related",
    "remembered",
    "shared",
    "signings",
]

R = TypeVar("R")

_CONCLUDING: Final = (None, CeremonyKind.SIGNING, CeremonyKind.EXCHANGE, CeremonyKind.ADOPTION)
_NOT_CONCLUDED: Final = (AgreementStatus.DRAFT, AgreementStatus.ANNOUNCED, AgreementStatus.UNKNOWN)

MOST_COMPARED: Final = 50
"""Of two sets that are both larger than this no rule asks what they have in common: in all pairs that would be too much."""


def remembered(look: Callable[[Index, Any], R]) -> Callable[[Index, Any], R]:
    """Make a function look once a document for what it is asked about: an identifier or a record."""

    @wraps(look)
    def recall(index: Index, about: Any) -> R:
        known = index.remembered[look]
        key = about if about.__class__ is str else id(about)
        if key not in known:
            known[key] = look(index, about)
        return known[key]

    return recall


def concluded(agreement: Agreement) -> bool:
    """Tell whether the agreement has been concluded: signed or adopted, whatever became of it."""
    return agreement.status not in _NOT_CONCLUDED


def is_stub(agreement: Agreement) -> bool:
    """Tell whether the agreement is merely named, as an older or cited one is."""
    return not (agreement.parties or agreement.signatures or agreement.commitments)


@remembered
def signings(index: Index, agreement: Agreement) -> Span | None:
    """Return when the agreement was signed: the dates of its signatures, or else of their ceremonies."""
    done = (each for each in agreement.signatures if each.status is SignatureStatus.DONE)
    dates = (each.date or _date(index.get(each.ceremony, Ceremony)) for each in done)
    return span(date for date in dates if date) or _held(index, agreement.id)


@remembered
def _held(index: Index, id: str) -> Span | None:
    """Return when the ceremonies of an agreement were held, if these conclude it."""
    return span(date for each in index.ceremonies_of.get(id, ()) if (date := _date(each)))


@remembered
def ceremonies(index: Index, id: str) -> frozenset[str]:
    """Return the identifiers of an agreement's ceremonies."""
    return frozenset(each.id for each in index.ceremonies_of.get(id, ()))


@remembered
def held_for(_index: Index, ceremony: Ceremony) -> frozenset[str]:
    """Return the identifiers of a ceremony's agreements."""
    return frozenset(ceremony.agreements)


@remembered
def related(index: Index, id: str) -> frozenset[RelationType]:
    """Return the types of the relations that newer agreements have to one."""
    return frozenset(relation.type for _, relation in index.newer.get(id, ()))


class Publications(NamedTuple):
    """When documents were published, and the last of them."""

    when: Span
    last: Document


@remembered
def publications(index: Index, id: str) -> Publications | None:
    """Return the publications about an agreement or one of its ceremonies; None when none has a date."""
    about = (_published(index, each) for each in {id, *ceremonies(index, id)})
    known = [each for each in about if each]
    when = within(each.when for each in known)
    return Publications(when, _last(each.last for each in known)) if when else None


@remembered
def _published(index: Index, id: str) -> Publications | None:
    dated = [each for each in index.documents_about.get(id, ()) if each.published]
    when = span(each.published for each in dated if each.published)
    return Publications(when, _last(dated)) if when else None


def _last(documents: Iterable[Document]) -> Document:
    """Return what was published last; of several, what sorts last, so that the order of the list decides nothing."""
    return max(documents, key=lambda each: ((each.published and each.published.latest) or datetime.date.max, each.id))


def acting(
    index: Index, asked: set[str], taking_part: Callable[[Agreement], Iterable[str | None]]
) -> dict[str, set[str]]:
    """Return the agreements in which each of those asked about takes part.

    Args:
        index: The records.
        asked: The identifiers of people or organizations.
        taking_part: Returns the identifiers of those who take part in an agreement.
    """
    found: dict[str, set[str]] = {id: set() for id in asked}
    for agreement in index.of(Agreement) if asked else ():
        if index.get(agreement.id, Agreement) is agreement:
            for id in asked.intersection(taking_part(agreement)):
                found[id].add(agreement.id)
    return found


def shared(one: AbstractSet[str], other: AbstractSet[str]) -> AbstractSet[str] | None:
    """Return what two sets have in common; None when both are so large that nobody looks."""
    return one & other if min(len(one), len(other)) <= MOST_COMPARED else None


def as_of(index: Index) -> Date | None:
    """Return the day on which the record is true, or else that of its last change."""
    if not isinstance(index.root, Bundle):
        return None
    modified = index.root.modified
    return index.root.as_of or (Date(modified[:10]) if modified else None)


def _date(ceremony: Ceremony | None) -> Date | None:
    held = ceremony and ceremony.status is CeremonyStatus.HELD and ceremony.kind in _CONCLUDING
    return ceremony.date if ceremony and held else None
