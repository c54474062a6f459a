"""Rules about dates. One that cannot be compared for certain breaks no rule; today's date is never read."""

import datetime
import re
from collections.abc import Iterator
from operator import itemgetter
from typing import Any, Final

from mouschema._safe import shown
from mouschema._types import Path
from mouschema.model import Agreement, Annotation, Ceremony, Date, Document, Party, Post, Term
from mouschema.model.codelists import CeremonyStatus, EffectiveOn, LifecycleKind, SignatureStatus
from mouschema.model.index import Index
from mouschema.model.pointer import follow
from mouschema.reports.catalogue import say
from mouschema.reports.ruleset import Severity
from mouschema.rules._about import as_of, concluded, publications, signings
from mouschema.rules._rule import Hit, rule
from mouschema.rules._span import Span, span

__all__ = [
    "acts_by_now",
    "duration_fits",
    "ends_after_signature",
    "ends_after_start",
    "not_retroactive",
    "sources_after",
    "weekday_fits",
]

_STARTS: Final[dict[tuple[type, str], str]] = {
    (Term, "end"): "effective",
    (Post, "end"): "start",
    (Party, "left"): "joined",
}

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
_WORD: Final = re.compile(r"\w+")
_NUMBER_OF: Final = {name: number for number, names in enumerate(_WEEKDAYS) for name in names}


@rule("DAT01", "end-before-start", Severity.ERROR)
def ends_after_start(index: Index) -> Iterator[Hit]:
    """What has a start and an end does not certainly end before it starts: an interval, a term, a post, a party."""
    for owner, last, end in index.dates if _some_ends_early(index) else ():
        if _is_turned(end):
            swapped = f"{end.end}/{end.start}"
            yield Hit(owner, (last,), say("interval", interval=shown(str(end)), swapped=shown(swapped)))
        first = _STARTS.get((owner.__class__, last))
        start: Date | None = getattr(owner, first) if first else None
        if start and end.before(start):
            said = say("fields", last=last, end=shown(str(end)), first=first or "", start=shown(str(start)))
            yield Hit(owner, (last,), said)


@rule("DAT03", "sources-before-signature", Severity.WARNING)
def sources_after(index: Index) -> Iterator[Hit]:
    """Not every dated source of a concluded agreement was published before it was signed: who told of it?"""
    order = {id(each): position for position, each in enumerate(index.of(Document))}
    found: list[tuple[int, Hit]] = []
    for agreement in index.of(Agreement) if order else ():
        told = publications(index, agreement.id) if concluded(agreement) else None
        signed = signings(index, agreement) if told else None
        if told and signed and told.when.before(signed):
            published, before = shown(str(told.last.published)), shown(str(signed.earliest))
            said = say(published=published, agreement=shown(agreement.id), signed=before)
            found.append((order[id(told.last)], Hit(told.last, ("published",), said)))
    yield from (hit for _, hit in sorted(found, key=itemgetter(0)))


@rule("DAT04", "end-before-signature", Severity.WARNING)
def ends_after_signature(index: Index) -> Iterator[Hit]:
    """An agreement does not end, and is not terminated, before it was signed."""
    for agreement in index.of(Agreement):
        for record, field, end in _ends(agreement):
            signed, ended = signings(index, agreement), span([end])
            if signed and ended and ended.before(signed):
                said = say(agreement=shown(agreement.id), end=shown(str(end)), signed=shown(str(signed.earliest)))
                yield Hit(record, (field,), said)


@rule("DAT05", "weekday-does-not-fit", Severity.WARNING)
def weekday_fits(index: Index) -> Iterator[Hit]:
    """A weekday that the source prints (in English, French or Spanish) is that of the recorded date."""
    for annotation in index.of(Annotation):
        words = _WORD.findall(annotation.as_printed.lower()) if annotation.as_printed else ()
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
        signed, started = signings(index, agreement), span([effective] if effective else [])
        if signed and started and started.before(signed):
            first, before = shown(str(effective)), shown(str(signed.earliest))
            said = say(agreement=shown(agreement.id), effective=first, signed=before)
            yield Hit(agreement, ("term", "effective"), said)


@rule("DAT08", "duration-does-not-fit", Severity.INFO)
def duration_fits(index: Index) -> Iterator[Hit]:
    """A stated duration does not fit the stated start and end; sources say so often, and both are kept."""
    for agreement in index.of(Agreement):
        term, start = agreement.term, _start(index, agreement)
        end = span([term.end] if term and term.end else [])
        if not (term and term.duration and start and start.certain and end and end.certain):
            continue
        if not (start.start and start.end and end.start and end.end):
            continue
        soonest, latest = term.duration.added_to(start.start), term.duration.added_to(start.end)
        too_soon = soonest is None or end.end < soonest - datetime.timedelta(days=1)
        if too_soon or (latest and end.start > latest):
            given: dict[str, str] = {"duration": str(term.duration), "start": _written(start), "end": str(term.end)}
            computed = latest or soonest
            yield Hit(term, ("duration",), say(computed=str(computed), **given) if computed else say("never", **given))


def _some_ends_early(index: Index) -> bool:
    for (cls, last), first in _STARTS.items():
        records: list[Any] = index.of(cls)
        for record in records:
            end, start = getattr(record, last), getattr(record, first)
            if end and start and end.before(start):
                return True
    return any(_is_turned(interval.date) for interval in index.intervals)


def _is_turned(date: Date) -> bool:
    """Tell whether a date is an interval that certainly ends before it starts."""
    return date.is_interval and bool(date.start and date.end and date.end.before(date.start))


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


def _start(index: Index, agreement: Agreement) -> Span | None:
    """Return when the term begins: as stated, or with the signatures where that or nothing else is stated."""
    term = agreement.term
    if term and not term.effective and term.effective_on in _WITH_SIGNATURE:
        return signings(index, agreement)
    return span([term.effective]) if term and term.effective else None


def _written(start: Span) -> str:
    return f"{start.start}/{start.end}" if start.several else str(start.earliest)


def _nearby(day: datetime.date, weekdays: set[int]) -> tuple[str, ...]:
    near = sorted((day + datetime.timedelta(days=days) for days in range(-6, 7)), key=lambda each: abs(each - day))
    return tuple(str(each) for each in near if each.weekday() in weekdays)
