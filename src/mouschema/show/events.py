"""The dates in the life of an agreement, gathered for its timeline."""

import datetime
from collections.abc import Iterator
from typing import Final

import attrs

from mouschema.model import Agreement, Date, Term
from mouschema.model.codelists import CeremonyStatus, EffectiveOn
from mouschema.show import words as say
from mouschema.show.parts import Words
from mouschema.show.teller import Teller

__all__ = ["Event", "events"]

_WITH_SIGNING: Final = (
    EffectiveOn.ON_SIGNATURE, EffectiveOn.ON_LAST_SIGNATURE, EffectiveOn.ON_EXCHANGE, EffectiveOn.IMMEDIATE,
)  # fmt: skip


@attrs.frozen
class Event:
    """Something that happened, or is to happen.

    Attributes:
        date: When, in words.
        words: What it is.
        first: The first day that it may be; None where the start is open.
        last: The last day that it may be; None where the end is open.
        kind: `event`, `term`, or `computed` for what no source states but follows from a duration.
        doubtful: Whether the date is uncertain.
    """

    date: str
    words: Words
    first: datetime.date | None
    last: datetime.date | None
    kind: str = "event"
    doubtful: bool = False


def events(teller: Teller, agreement: Agreement) -> Iterator[Event]:
    """Yield everything with a date that belongs to an agreement.

    Args:
        teller: Knows the bundle.
        agreement: The agreement.
    """
    for ceremony in teller.pointing(teller.index.ceremonies_of, agreement):
        kind = say.code(ceremony.kind) if ceremony.kind else "Ceremony"
        name = attrs.evolve(teller.link(ceremony.id), to=None) if ceremony.name else Words(kind)
        if ceremony.status is not CeremonyStatus.HELD:
            name = attrs.evolve(name, text=f"{name.text} ({say.code(ceremony.status).lower()})")
        yield from _at(ceremony.date, name)
    for signature in agreement.signatures:
        yield from _at(signature.date, _by(teller, say.code(signature.act), signature.on_behalf_of))
    for party in agreement.parties:
        yield from _at(party.joined, _by(teller, "Joins", (party.organization,)))
        yield from _at(party.left, _by(teller, "Leaves", (party.organization,)))
    for happened in agreement.lifecycle:
        yield from _at(happened.date, Words(say.code(happened.kind)))
        yield from _at(happened.effective, Words(f"{say.code(happened.kind)}, with effect"))
    for contribution in agreement.contributions:
        yield from _at(contribution.period, Words(f"{say.code(contribution.kind)} is given"))
    for commitment in agreement.commitments:
        action = teller.brief(commitment)
        yield from _at(commitment.deadline, attrs.evolve(action, text=f"Deadline: {action.text}"))
    if agreement.term:
        yield from _term(agreement.term, _start(teller, agreement, agreement.term))


def _by(teller: Teller, what: str, ids: tuple[str, ...]) -> Words:
    return Words(f"{what}: {teller.named(ids)}")


def _at(date: Date | None, words: Words) -> Iterator[Event]:
    if date:
        yield Event(say.date(date), words, date.earliest, date.latest, doubtful=date.is_doubtful)


def _start(teller: Teller, agreement: Agreement, term: Term) -> datetime.date | None:
    """Return the day from which the term counts: the one stated, or that of signing where it takes effect with it."""
    if term.effective:
        return term.effective.earliest
    if term.effective_on not in _WITH_SIGNING:
        return None
    held = [ceremony.date for ceremony in teller.pointing(teller.index.ceremonies_of, agreement)]
    signed = [date for date in (*held, *(each.date for each in agreement.signatures)) if date]
    return max((date.latest for date in signed if date.latest), default=None)


def _term(term: Term, start: datetime.date | None) -> Iterator[Event]:
    """Yield the beginning and the end of the term, and what follows from its duration and its renewal."""
    yield from _at(term.effective, Words("Takes effect"))
    yield from _at(term.end, Words("The term ends"))
    end = term.end.latest if term.end else None
    if term.effective and term.end and start and end and start <= end:
        yield Event(f"{say.date(term.effective)} to {say.date(term.end)}", Words("The term"), start, end, "term")
    elif term.effective and start and term.indefinite:
        yield Event(f"From {say.date(term.effective)} on", Words("The term, without end"), start, None, "term")
    if start and term.duration and (computed := term.duration.added_to(start)):
        end = end or computed
        yield Event(say.duration(term.duration), Words("The term as its duration has it"), start, computed, "computed")
    if end and term.renewal:
        period = say.duration(term.renewal.period) if term.renewal.period else "Afterwards"
        yield Event(period, Words(say.code(term.renewal.mode)), end, None, "computed")
