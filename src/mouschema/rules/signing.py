"""Rules about signatures and ceremonies."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

from mouschema._safe import first, shown
from mouschema._types import Path
from mouschema.model import Agreement, Ceremony
from mouschema.model.codelists import AttendanceRole, Capacity
from mouschema.model.index import Index
from mouschema.reports.catalogue import Say, say
from mouschema.reports.ruleset import Severity
from mouschema.rules._about import acting, held_for, shared
from mouschema.rules._rule import Hit, rule

__all__ = [
    "attendance_is_counted",
    "ceremony_is_for_the_agreement",
    "every_party_signed",
    "one_signs_for_one",
    "proxy_names_the_absent",
    "signatory_is_no_witness",
    "signs_for_somebody_in_it",
    "speaker_was_there",
]


@rule("SIG01", "signed-for-a-stranger", Severity.ERROR)
def signs_for_somebody_in_it(index: Index) -> Iterator[Hit]:
    """Whoever signs an agreement signs for one of its parties or supporters, or for an office through which one acts.

    Nothing is said where the list of parties is known to be incomplete.
    """
    for agreement in index.of(Agreement):
        if agreement.parties_complete is False or not agreement.signatures:
            continue
        known = _taking_part(agreement)
        some = first(known)
        for position, signature in enumerate(agreement.signatures):
            for place, organization in enumerate(signature.on_behalf_of):
                if organization not in known and (organization in index.by_id or not index.whole):
                    said = partial(_stranger, organization, agreement, *some)
                    yield Hit(agreement, ("signatures", position, "on_behalf_of", place), said)


@rule("CER01", "ceremony-of-another-agreement", Severity.ERROR)
def ceremony_is_for_the_agreement(index: Index) -> Iterator[Hit]:
    """A signature that names a ceremony belongs to an agreement for which that ceremony was held."""
    for agreement in index.of(Agreement):
        for position, signature in enumerate(agreement.signatures):
            ceremony = index.get(signature.ceremony, Ceremony)
            if ceremony and agreement.id not in held_for(index, ceremony):
                said = say(ceremony=shown(ceremony.id), agreement=shown(agreement.id))
                yield Hit(agreement, ("signatures", position, "ceremony"), said)


def _stranger(organization: str, agreement: Agreement, known: tuple[str, ...], more: int) -> Say:
    one, other = shown(organization), shown(agreement.id)
    return say("" if known else "alone", organization=one, agreement=other, known=known, more=more)


def _taking_part(agreement: Agreement) -> dict[str, None]:
    parties = [id for party in agreement.parties for id in (party.organization, *party.acting_through)]
    return dict.fromkeys([*parties, *(supporter.organization for supporter in agreement.supporters)])


@rule("SIG02", "proxy-for-nobody", Severity.WARNING)
def proxy_names_the_absent(index: Index) -> Iterator[Hit]:
    """Who signs as a proxy does so in the place of another person, who is named."""
    for agreement in index.of(Agreement):
        for position, signature in enumerate(agreement.signatures):
            absent = signature.in_place_of
            if signature.capacity is Capacity.PROXY and (absent is None or absent == signature.person):
                said = say("nobody" if absent is None else "oneself")
                yield Hit(agreement, ("signatures", position, "capacity"), said)


@rule("SIG03", "one-signs-for-several", Severity.INFO)
def one_signs_for_one(index: Index) -> Iterator[Hit]:
    """One person signs for several parties, as a chair does for the members.

    It is told once, where the second party is signed for.
    """
    for agreement in index.of(Agreement):
        signed_for: dict[str, set[str]] = {}
        second: dict[str, int] = {}
        for position, signature in enumerate(agreement.signatures):
            if signature.person:
                parties = signed_for.setdefault(signature.person, set())
                parties.update(signature.on_behalf_of)
                if len(parties) > 1:
                    second.setdefault(signature.person, position)
        for person, position in second.items():
            said = partial(_several, person, signed_for[person])
            yield Hit(agreement, ("signatures", position, "on_behalf_of"), said)


def _several(person: str, parties: set[str]) -> Say:
    some, more = first(sorted(parties))
    return say(person=shown(person), organizations=some, more=more)


@rule("SIG04", "party-without-signature", Severity.INFO)
def every_party_signed(index: Index) -> Iterator[Hit]:
    """A party has no signature, while another has one; those who joined later have signed elsewhere."""
    for agreement in index.of(Agreement):
        signed = {id for signature in agreement.signatures for id in signature.on_behalf_of}
        for position, party in enumerate(agreement.parties):
            acted = party.joined or party.organization in signed or not signed.isdisjoint(party.acting_through)
            if signed and not acted:
                said = say(agreement=shown(agreement.id), organization=shown(party.organization))
                yield Hit(agreement, ("parties", position, "organization"), said)


@rule("ATT01", "count-too-low", Severity.WARNING)
def attendance_is_counted(index: Index) -> Iterator[Hit]:
    """The number of people present is not below that of the people who are named for it."""
    for ceremony in index.of(Ceremony):
        counted = any(each.count is not None for each in ceremony.attendance)
        named = Counter(each.organization for each in ceremony.attendance if each.person and counted)
        for position, each in enumerate(ceremony.attendance if counted else ()):
            whole = each.organization and not each.person and not each.category
            people = named[each.organization] if whole else int(each.person is not None)
            if each.count is not None and each.count < people:
                yield Hit(ceremony, ("attendance", position, "count"), say(count=each.count, people=people))


@rule("ROL01", "signatory-is-witness", Severity.INFO)
def signatory_is_no_witness(index: Index) -> Iterator[Hit]:
    """Somebody who signed is also recorded as a witness; some speak of themselves so."""
    signed = acting(index, {person for _, _, person in _witnesses(index)}, _signing)
    for ceremony, position, person in _witnesses(index) if signed else ():
        if shared(signed[person], held_for(index, ceremony)):
            yield Hit(ceremony, ("attendance", position, "roles"), say(person=shown(person)))


@rule("STM01", "speaker-not-there", Severity.INFO)
def speaker_was_there(index: Index) -> Iterator[Hit]:
    """Somebody who made a statement is recorded neither as present, nor as signing, nor as a party."""
    known = acting(index, {speaker for _, _, speaker in _absent(index)}, _signing_or_taking_part)
    for ceremony, path, speaker in _absent(index) if known else ():
        found = shared(known[speaker], held_for(index, ceremony))
        if found is not None and not found:
            yield Hit(ceremony, path, partial(_unheard, speaker))


def _witnesses(index: Index) -> Iterator[tuple[Ceremony, int, str]]:
    for ceremony in index.of(Ceremony):
        for position, each in enumerate(ceremony.attendance):
            if each.person and AttendanceRole.WITNESS in each.roles:
                yield ceremony, position, each.person


def _absent(index: Index) -> Iterator[tuple[Ceremony, Path, str]]:
    """Yield the speakers at each ceremony who are not recorded as present; there may be so many that no list is made."""
    for ceremony in index.of(Ceremony):
        present = {id for each in ceremony.attendance for id in (each.person, each.organization, each.representing)}
        for position, statement in enumerate(ceremony.statements):
            for place, speaker in enumerate(statement.speakers):
                if speaker not in present:
                    yield ceremony, ("statements", position, "speakers", place), speaker


def _signing(agreement: Agreement) -> Iterable[str | None]:
    return (signature.person for signature in agreement.signatures)


def _signing_or_taking_part(agreement: Agreement) -> Iterable[str | None]:
    return chain(_signing(agreement), _taking_part(agreement))


def _unheard(speaker: str) -> Say:
    return say(speaker=shown(speaker))
