"""Rules about what an agreement's status, parties and relations say together."""

from collections.abc import Iterator
from typing import Final

from mouschema._safe import shown
from mouschema.model import Agreement, Ceremony
from mouschema.model.codelists import (
    AgreementKind,
    AgreementStatus,
    CeremonyStatus,
    LifecycleKind,
    PartyRole,
    RelationType,
    RenewalMode,
    SignatureStatus,
    SupporterRole,
)
from mouschema.model.index import Index
from mouschema.reports.catalogue import say
from mouschema.reports.ruleset import Severity
from mouschema.rules._about import as_of, concluded, is_stub, related, signings
from mouschema.rules._rule import Hit, rule

__all__ = [
    "amendment_amends",
    "concluded_has_date",
    "concluded_has_signature",
    "end_is_told",
    "enough_parties",
    "funder_is_no_party",
    "in_force_has_not_ended",
    "listed_once",
    "not_signed_yet",
    "older_is_older",
]

_TO_OLDER: Final = (
    RelationType.AMENDS,
    RelationType.EXTENDS,
    RelationType.RENEWS,
    RelationType.REPLACES,
    RelationType.IMPLEMENTS,
    RelationType.CONTINUES,
)
_AMENDS: Final = (RelationType.AMENDS, RelationType.EXTENDS)
_ENDED: Final = (AgreementStatus.EXPIRED, AgreementStatus.TERMINATED)
_ENDS: Final = (LifecycleKind.EXPIRED, LifecycleKind.TERMINATED)
_GOES_ON: Final = (LifecycleKind.EXTENDED, LifecycleKind.RENEWED)
_CARRIED_ON: Final = {RelationType.EXTENDS, RelationType.RENEWS, RelationType.CONTINUES, RelationType.AMENDS}


@rule("DAT02", "signed-too-soon", Severity.ERROR)
def not_signed_yet(index: Index) -> Iterator[Hit]:
    """What is not signed yet has no signature: a draft or announced agreement, a signature planned for a past ceremony."""
    for agreement in index.of(Agreement):
        open_yet = agreement.status in (AgreementStatus.DRAFT, AgreementStatus.ANNOUNCED)
        for position, signature in enumerate(agreement.signatures):
            planned = signature.status is SignatureStatus.PLANNED
            ceremony = index.get(signature.ceremony, Ceremony) if planned else None
            if open_yet and signature.status is SignatureStatus.DONE:
                said = say("done", agreement=shown(agreement.id), status=agreement.status)
                yield Hit(agreement, ("signatures", position), said)
            elif ceremony and ceremony.status is CeremonyStatus.HELD:
                said = say("planned", ceremony=shown(ceremony.id))
                yield Hit(agreement, ("signatures", position, "status"), said)


@rule("PTY01", "too-few-parties", Severity.WARNING)
def enough_parties(index: Index) -> Iterator[Hit]:
    """A concluded agreement has at least two parties, unless it is merely named or its list is known to be incomplete."""
    for agreement in index.of(Agreement):
        whole = concluded(agreement) and not is_stub(agreement) and agreement.parties_complete is not False
        if whole and len(agreement.parties) < 2:
            variant = "one" if agreement.parties else "none"
            yield Hit(agreement, (), say(variant, agreement=shown(agreement.id), status=agreement.status))


@rule("PTY02", "listed-twice", Severity.WARNING)
def listed_once(index: Index) -> Iterator[Hit]:
    """An organization is listed once among the parties of an agreement, and once among its supporters."""
    for agreement in index.of(Agreement):
        for field in ("parties", "supporters"):
            seen: set[str] = set()
            listed = getattr(agreement, field)
            for position, each in enumerate(listed if len(listed) > 1 else ()):
                if each.organization in seen:
                    said = say(organization=shown(each.organization), field=field, agreement=shown(agreement.id))
                    yield Hit(agreement, (field, position, "organization"), said)
                seen.add(each.organization)


@rule("REL02", "older-agreement-is-newer", Severity.WARNING)
def older_is_older(index: Index) -> Iterator[Hit]:
    """An agreement that is amended, extended, renewed, replaced, implemented or continued is not certainly the newer one."""
    for agreement in index.of(Agreement):
        signed = signings(index, agreement) if agreement.relations else None
        for position, relation in enumerate(agreement.relations if signed else ()):
            older = index.get(relation.target, Agreement) if relation.type in _TO_OLDER else None
            later = signings(index, older) if older else None
            if signed and later and signed.before(later):
                one, other = shown(agreement.id), shown(relation.target)
                said = say(agreement=one, relation=relation.type, target=other, signed=str(later.earliest))
                yield Hit(agreement, ("relations", position, "target"), said)


@rule("REL03", "amendment-of-nothing", Severity.WARNING)
def amendment_amends(index: Index) -> Iterator[Hit]:
    """An amendment names the agreement that it amends or extends."""
    for agreement in index.of(Agreement):
        amending = agreement.kind is AgreementKind.AMENDMENT
        if amending and not any(relation.type in _AMENDS for relation in agreement.relations):
            yield Hit(agreement, ("kind",), say(agreement=shown(agreement.id)))


@rule("AGR01", "end-not-told", Severity.WARNING)
def end_is_told(index: Index) -> Iterator[Hit]:
    """What ended says how: a superseded agreement has one that replaces it, an expired or terminated one an end."""
    for agreement in index.of(Agreement):
        if agreement.status is AgreementStatus.SUPERSEDED:
            if RelationType.REPLACES not in related(index, agreement.id):
                yield Hit(agreement, ("status",), say("superseded", agreement=shown(agreement.id)))
        elif agreement.status in _ENDED and not _has_end(agreement):
            said = say("ended", agreement=shown(agreement.id), status=agreement.status)
            yield Hit(agreement, ("status",), said)


@rule("AGR02", "in-force-after-its-end", Severity.WARNING)
def in_force_has_not_ended(index: Index) -> Iterator[Hit]:
    """An agreement in force has not ended before the day of the record, unless it was or may have been renewed."""
    now = as_of(index)
    for agreement in index.of(Agreement) if now else ():
        end = agreement.term.end if agreement.term else None
        if (
            agreement.status is AgreementStatus.IN_FORCE
            and end
            and now
            and end.before(now)
            and not _goes_on(index, agreement)
        ):
            said = say(agreement=shown(agreement.id), end=shown(str(end)), day=shown(str(now)))
            yield Hit(agreement, ("status",), said)


@rule("AGR03", "no-date", Severity.INFO)
def concluded_has_date(index: Index) -> Iterator[Hit]:
    """A concluded agreement has no date at all."""
    for agreement in index.of(Agreement):
        told = (agreement.term and agreement.term.effective) or any(event.date for event in agreement.lifecycle)
        if concluded(agreement) and not is_stub(agreement) and not told and not signings(index, agreement):
            yield Hit(agreement, (), say(agreement=shown(agreement.id)))


@rule("AGR04", "no-signature", Severity.INFO)
def concluded_has_signature(index: Index) -> Iterator[Hit]:
    """A concluded agreement has no signature; the person may be unknown, but somebody acted for each side."""
    for agreement in index.of(Agreement):
        if concluded(agreement) and agreement.parties and not agreement.signatures:
            yield Hit(agreement, (), say(agreement=shown(agreement.id)))


@rule("ROL02", "funder-is-party", Severity.INFO)
def funder_is_no_party(index: Index) -> Iterator[Hit]:
    """Somebody who pays is also a party; this is not rare."""
    for agreement in index.of(Agreement):
        paying = {each.contributor for each in agreement.contributions}
        paying |= {each.organization for each in agreement.supporters if SupporterRole.FUNDER in each.roles}
        for position, party in enumerate(agreement.parties):
            if party.organization in paying or PartyRole.FUNDER in party.roles:
                said = say(organization=shown(party.organization), agreement=shown(agreement.id))
                yield Hit(agreement, ("parties", position), said)


def _has_end(agreement: Agreement) -> bool:
    stated = agreement.term and (agreement.term.end or agreement.term.duration)
    return bool(stated) or any(event.kind in _ENDS for event in agreement.lifecycle)


def _goes_on(index: Index, agreement: Agreement) -> bool:
    renewal = agreement.term and agreement.term.renewal
    return (
        bool(renewal and renewal.mode is RenewalMode.AUTOMATIC)
        or any(event.kind in _GOES_ON for event in agreement.lifecycle)
        or not _CARRIED_ON.isdisjoint(related(index, agreement.id))
    )
