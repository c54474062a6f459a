"""What several rules ask about an agreement."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from mouschema.model import Agreement, Bundle, Ceremony, Date, Document
from mouschema.model.codelists import AgreementStatus, CeremonyKind, CeremonyStatus, SignatureStatus
from mouschema.rules._index import Index

__all__ = ["as_of", "certainly_after_all", "certainly_before_all", "concluded", "is_stub", "signings", "sources"]

_CONCLUDING: Final = (None, CeremonyKind.SIGNING, CeremonyKind.EXCHANGE, CeremonyKind.ADOPTION)
_NOT_CONCLUDED: Final = {AgreementStatus.DRAFT, AgreementStatus.ANNOUNCED, AgreementStatus.UNKNOWN}


def concluded(agreement: Agreement) -> bool:
    """Tell whether the agreement has been concluded: signed or adopted, whatever became of it."""
    return agreement.status not in _NOT_CONCLUDED


def is_stub(agreement: Agreement) -> bool:
    """Tell whether the agreement is merely named, as an older or cited one is."""
    return not (agreement.parties or agreement.signatures or agreement.commitments)


def signings(index: Index, agreement: Agreement) -> list[Date]:
    """Return when the agreement was signed: the dates of its signatures, or else of their ceremonies."""
    done = [each for each in agreement.signatures if each.status is SignatureStatus.DONE]
    dates = [each.date or _date(index.get(each.ceremony, Ceremony)) for each in done]
    return [date for date in dates if date] or [date for each in _ceremonies(index, agreement) if (date := _date(each))]


def sources(index: Index, agreement: Agreement) -> Iterator[Document]:
    """Yield the documents about an agreement or one of its ceremonies."""
    about = {agreement.id, *(each.id for each in _ceremonies(index, agreement))}
    yield from (each for id in about for each in index.documents_about.get(id, ()))


def as_of(index: Index) -> Date | None:
    """Return the day on which the record is true, or else that of its last change."""
    if not isinstance(index.root, Bundle):
        return None
    modified = index.root.modified
    return index.root.as_of or (Date(modified[:10]) if modified else None)


def certainly_before_all(date: Date, others: list[Date]) -> bool:
    """Tell whether a date is certainly before each of others, of which there is at least one."""
    return bool(others) and all(date.before(other) for other in others)


def certainly_after_all(date: Date, others: list[Date]) -> bool:
    """Tell whether a date is certainly after each of others, of which there is at least one."""
    return bool(others) and all(map(partial(Date.after, date), others))


def _ceremonies(index: Index, agreement: Agreement) -> list[Ceremony]:
    return index.ceremonies_of.get(agreement.id, [])


def _date(ceremony: Ceremony | None) -> Date | None:
    held = ceremony and ceremony.status is CeremonyStatus.HELD and ceremony.kind in _CONCLUDING
    return ceremony.date if ceremony and held else None
