"""Rules about dates. One that cannot be compared for certain breaks no rule; today's date is never read."""

import datetime
import re
from collections.abc import Iterator
from typing import Any, Final

from mouschema._safe import shown
from mouschema._types import Path
from mouschema.catalogue import say
from mouschema.model import Agreement, Annotation, Ceremony, Date, Party, Post, Term
from mouschema.model.codelists import CeremonyStatus, EffectiveOn, LifecycleKind, SignatureStatus
from mouschema.rules._about import as_of, certainly_before_all, concluded, signings, sources
from mouschema.rules._follow import follow
from mouschema.rules._index import Index
from mouschema.rules._rule import Hit, rule
from mouschema.ruleset import Severity

__all__ = [
    "acts_by_now",
    "duration_fits",
    "ends_after_signature",
    "ends_after_start",
    "not_retroactive",
    "sources_after",
    "weekday_fits",
]

_ENDS: Final[tuple[tuple[type[Any], str, str], ...]] = (
    (Term, "effective", "end"),
    (Post, "start", "end"),
    (Party, "joined", "left"),
)

_WITH_SIGNATURE: Final = (None, EffectiveOn.ON_SIGNATURE, EffectiveOn.IMMEDIATE)

_WEEKDAYS: Final = (
    ("monday", "lundi", "lunes"),
    ("tuesday", "mardi", "martes"),
    ("wednesday", "mercredi", "miércoles"),
    ("thursday", "jeudi", "jueves"),
    ("friday", "vendredi", "viernes"),
    ("saturday", "samedi", "sábado"),
    ("sunday", "dimanche", "domingo"),
)
_NUMBER_OF: Final = {name: number for number, names in enumerate(_WEEKDAYS) for name in names}


@rule("DAT01", "end-before-start", Severity.ERROR)
def ends_after_start(index: Index) -> Iterator[Hit]:
    """What has a start and an end does not certainly end before it starts: an interval, a term, a post, a party."""
    for owner, field, date in index.dates:
        if date.is_interval and date.start and date.end and date.end.before(date.start):
            swapped = f"{date.end}/{date.start}"
            yield Hit(owner, (field,), say("interval", interval=shown(str(date)), swapped=shown(swapped)))
    for cls, first, last in _ENDS:
        for record in index.of(cls):
            start: Date | None = getattr(record, first)
            end: Date | None = getattr(record, last)
            if start and end and end.before(start):
                said = say("fields", last=last, end=shown(str(end)), first=first, start=shown(str(start)))
                yield Hit(record, (last,), said)


@rule("DAT03", "sources-before-signature", Severity.WARNING)
def sources_after(index: Index) -> Iterator[Hit]:
    """Not every dated source of a concluded agreement was published before it was signed: who told of it?"""
    for agreement in index.of(Agreement):
        signed = signings(index, agreement) if concluded(agreement) else []
        dated = (
            [(source, source.published) for source in sources(index, agreement) if source.published] if signed else []
        )
        if dated and all(certainly_before_all(published, signed) for _, published in dated):
            source, published = dated[0]
            first, before = shown(str(published)), shown(str(signed[0]))
            yield Hit(source, ("published",), say(published=first, agreement=shown(agreement.id), signed=before))


@rule("DAT04", "end-before-signature", Severity.WARNING)
def ends_after_signature(index: Index) -> Iterator[Hit]:
    """An agreement does not end, and is not terminated, before it was signed."""
    for agreement in index.of(Agreement):
        for record, field, end in _ends(agreement):
            signed = signings(index, agreement)
            if certainly_before_all(end, signed):
                said = say(agreement=shown(agreement.id), end=shown(str(end)), signed=shown(str(signed[0])))
                yield Hit(record, (field,), said)


@rule("DAT05", "weekday-does-not-fit", Severity.WARNING)
def weekday_fits(index: Index) -> Iterator[Hit]:
    """A weekday that the source prints (in English, French or Spanish) is that of the recorded date."""
    for annotation in index.of(Annotation):
        words = re.findall(r"\w+", (annotation.as_printed or "").lower())
        named = {_NUMBER_OF[word] for word in words if word in _NUMBER_OF}
        date = follow(index.root, annotation.target) if len(named) == 1 else None
        day = date.earliest if isinstance(date, Date) and not date.is_doubtful else None
        if isinstance(date, Date) and day and day == date.latest and day.weekday() not in named:
            printed, weekday = shown(annotation.as_printed), _WEEKDAYS[day.weekday()][0]
            said = say(printed=printed, date=str(date), weekday=weekday, near=_nearby(day, named))
            yield Hit(annotation, ("as_printed",), said)


@rule("DAT06", "done-in-the-future", Severity.WARNING)
def acts_by_now(index: Index) -> Iterator[Hit]:
    """Nothing that has been done was done after the day on which the record is true (as_of, or else modified)."""
    now = as_of(index)
    for record, path, date in _acts(index) if now else ():
        if now and date.after(now):
            yield Hit(record, path, say(date=shown(str(date)), day=shown(str(now))))


@rule("DAT07", "retroactive", Severity.INFO)
def not_retroactive(index: Index) -> Iterator[Hit]:
    """An agreement took effect before it was signed; this is unusual, but honest."""
    for agreement in index.of(Agreement):
        effective = agreement.term and agreement.term.effective
        signed = signings(index, agreement) if effective else []
        if effective and certainly_before_all(effective, signed):
            first, before = shown(str(effective)), shown(str(signed[0]))
            said = say(agreement=shown(agreement.id), effective=first, signed=before)
            yield Hit(agreement, ("term", "effective"), said)


@rule("DAT08", "duration-does-not-fit", Severity.INFO)
def duration_fits(index: Index) -> Iterator[Hit]:
    """A stated duration does not fit the stated start and end; sources say so often, and both are kept."""
    for agreement in index.of(Agreement):
        term = agreement.term
        start = _start(index, agreement)
        if not (term and term.duration and term.end and start):
            continue
        first, last, ends = start.earliest, start.latest, (term.end.earliest, term.end.latest)
        if first and last and ends[0] and ends[1] and not (start.is_doubtful or term.end.is_doubtful):
            soonest = term.duration.added_to(first) - datetime.timedelta(days=1)
            latest = term.duration.added_to(last)
            if ends[1] < soonest or ends[0] > latest:
                said = say(duration=str(term.duration), start=str(start), computed=str(latest), end=str(term.end))
                yield Hit(term, ("duration",), said)


def _ends(agreement: Agreement) -> Iterator[tuple[Any, str, Date]]:
    if agreement.term and agreement.term.end:
        yield agreement.term, "end", agreement.term.end
    for event in agreement.lifecycle:
        if event.kind is LifecycleKind.TERMINATED and event.date:
            yield event, "date", event.date


def _acts(index: Index) -> Iterator[tuple[Any, Path, Date]]:
    for agreement in index.of(Agreement):
        for position, signature in enumerate(agreement.signatures):
            if signature.date and signature.status is SignatureStatus.DONE:
                yield agreement, ("signatures", position, "date"), signature.date
        for position, event in enumerate(agreement.lifecycle):
            if event.date:
                yield agreement, ("lifecycle", position, "date"), event.date
    for ceremony in index.of(Ceremony):
        if ceremony.date and ceremony.status is CeremonyStatus.HELD:
            yield ceremony, ("date",), ceremony.date


def _start(index: Index, agreement: Agreement) -> Date | None:
    """Return when the term begins: as stated, or with the signature where that or nothing else is stated."""
    term = agreement.term
    if term and not term.effective and term.effective_on in _WITH_SIGNATURE:
        return next(iter(signings(index, agreement)), None)
    return term.effective if term else None


def _nearby(day: datetime.date, weekdays: set[int]) -> tuple[str, ...]:
    near = sorted((day + datetime.timedelta(days=days) for days in range(-6, 7)), key=lambda each: abs(each - day))
    return tuple(str(each) for each in near if each.weekday() in weekdays)
