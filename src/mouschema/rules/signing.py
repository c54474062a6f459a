"""Rules about signatures and ceremonies."""

from collections.abc import Iterator

from mouschema._show import choices, shown
from mouschema.model import Agreement, Ceremony
from mouschema.report import Severity
from mouschema.rules._index import Index
from mouschema.rules._rule import Hit, rule

__all__: list[str] = []


@rule("SIG01", "signed-for-a-stranger", Severity.ERROR)
def signs_for_somebody_in_it(index: Index) -> Iterator[Hit]:
    """Whoever signs an agreement signs for one of its parties or supporters, or for an office through which one acts.

    Nothing is said where the list of parties is known to be incomplete.
    """
    for agreement in index.of(Agreement):
        if agreement.parties_complete is False:
            continue
        known = _taking_part(agreement)
        for position, signature in enumerate(agreement.signatures):
            for place, organization in enumerate(signature.on_behalf_of):
                if organization not in known and (organization in index.by_id or not index.whole):
                    message = f"{shown(organization)} is neither a party nor a supporter of {shown(agreement.id)}"
                    hint = f"Add it to parties or supporters, or choose one of: {choices(known) or 'none yet'}."
                    yield Hit(agreement, ("signatures", position, "on_behalf_of", place), message, hint)


@rule("CER01", "ceremony-of-another-agreement", Severity.ERROR)
def ceremony_is_for_the_agreement(index: Index) -> Iterator[Hit]:
    """A signature that names a ceremony belongs to an agreement for which that ceremony was held."""
    for agreement in index.of(Agreement):
        for position, signature in enumerate(agreement.signatures):
            ceremony = index.get(signature.ceremony, Ceremony)
            if ceremony and agreement.id not in ceremony.agreements:
                message = f"the ceremony {shown(ceremony.id)} does not list the agreement {shown(agreement.id)}"
                hint = f"Add {shown(agreement.id)} to the ceremony's agreements, or name another ceremony."
                yield Hit(agreement, ("signatures", position, "ceremony"), message, hint)


def _taking_part(agreement: Agreement) -> dict[str, None]:
    parties = [id for party in agreement.parties for id in (party.organization, *party.acting_through)]
    return dict.fromkeys([*parties, *(supporter.organization for supporter in agreement.supporters)])
