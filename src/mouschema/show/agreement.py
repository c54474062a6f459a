"""What a page says of one agreement: who agreed on what, signed when and where, for how long, with what money."""

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from mouschema._types import Path
from mouschema.model import Agreement, Commitment
from mouschema.model.codelists import AgreementStatus
from mouschema.show import words as say
from mouschema.show.diagram import diagram
from mouschema.show.parts import Entry, Fact, Line, Section, Words, joined
from mouschema.show.teller import Teller
from mouschema.show.timeline import timeline

__all__ = ["SECTIONS", "agreement_section"]

SECTIONS: Final = {
    "Parties": ("parties", "parties_complete"),
    "Supporters": ("supporters",),
    "Signing": ("signatures",),
    "What each side commits to": ("commitments",),
    "Term": ("term", "lifecycle"),
    "Money and other means": ("contributions",),
    "Joint bodies": ("bodies",),
    "What it refers to": ("citations",),
    "Related agreements": ("relations",),
}
"""The parts of an agreement with a heading of their own, and what is told there; the rest comes before them."""

_AT_A_GLANCE: Final = 20
_TITLE: Final = ("id", "title", "kind", "status", "binding")


def agreement_section(teller: Teller, agreement: Agreement, path: Path, held: list[int]) -> Section:
    """Return the section about one agreement.

    Args:
        teller: Knows the bundle.
        agreement: The agreement.
        path: Its place in the bundle.
        held: The places of the ceremonies that are told with it.
    """
    title, *also = teller.wordings(agreement.title, (*path, "title"))
    parts = {
        heading: _part(teller, agreement, path, f"s{path[-1]}-{number}", heading)
        for number, heading in enumerate(SECTIONS, 1)
    }
    parties, signing, term = parts["Parties"], parts["Signing"], parts["Term"]
    parts["Parties"] = evolve(parties, figure=diagram(teller, agreement, f"{parties.anchor}-figure"))
    parts["Signing"] = evolve(signing, entries=signing.entries + tuple(_ceremonies(teller, agreement, held)))
    parts["Term"] = evolve(term, figure=timeline(teller, agreement, f"{term.anchor}-figure"))
    parts["Related agreements"] = evolve(parts["Related agreements"], facts=tuple(_newer(teller, agreement)))
    told_here = _TITLE + tuple(name for names in SECTIONS.values() for name in names)
    return Section(
        anchor=teller.anchor(agreement) or f"s{path[-1]}",
        heading=(title,),
        also=tuple((words,) for words in also),
        badges=_badges(teller, agreement, path),
        facts=(*_glance(teller, agreement), *teller.facts(agreement, path, skip=told_here)),
        sections=tuple(section for section in parts.values() if not section.empty),
        marks=teller.marks_of(path),
    )


def _badges(teller: Teller, agreement: Agreement, path: Path) -> Line:
    """Return what kind of agreement it is: `Memorandum of understanding · signed`."""
    kind, between, status, *rest = teller.line(agreement, "{kind} · {status} · {binding}", path)
    words = "status unknown" if agreement.status is AgreementStatus.UNKNOWN else status.text.lower()
    return (kind, between, evolve(status, text=words), *rest)


def _glance(teller: Teller, agreement: Agreement) -> Iterator[Fact]:
    """Yield what one wants to know first: between whom, signed when and where, read where."""
    if agreement.parties:
        yield Fact("Between", (teller.links(tuple(party.organization for party in agreement.parties)),))
    for ceremony in teller.pointing(teller.index.ceremonies_of, agreement)[:_AT_A_GLANCE]:
        if held := teller.line(ceremony, "{date}, {places}", teller.paths[id(ceremony)]):
            yield Fact(say.code(ceremony.kind) if ceremony.kind else "Ceremony", (held,))
    if documents := teller.pointing(teller.index.documents_about, agreement):
        more = len(documents) - _AT_A_GLANCE
        links = teller.links(tuple(document.id for document in documents[:_AT_A_GLANCE]))
        yield Fact("Read it in", ((*links, Words(f" and {more:,} more")) if more > 0 else links,))


def _part(teller: Teller, agreement: Agreement, path: Path, anchor: str, heading: str) -> Section:
    """Return a section with the fields that are told under its heading: entries, and facts."""
    if SECTIONS[heading] == ("commitments",):
        sides = tuple(_by_side(teller, agreement, path, anchor))
        return Section(anchor, (Words(heading),), sections=sides, marks=teller.marks.at((*path, "commitments")))
    facts = teller.facts(agreement, path, only=SECTIONS[heading])
    lists = [fact for fact in facts if any(isinstance(value, Entry) for value in fact.values)]
    return Section(
        anchor,
        (Words(heading),),
        facts=tuple(fact for fact in facts if fact not in lists),
        entries=tuple(value for fact in lists for value in fact.values if isinstance(value, Entry)),
        marks=tuple(mark for fact in lists for mark in fact.marks),
    )


def _ceremonies(teller: Teller, agreement: Agreement, held: list[int]) -> Iterator[Entry]:
    for place in held:
        ceremony, path = teller.bundle.ceremonies[place], ("ceremonies", place)
        only_this_one = ceremony.agreements == (agreement.id,)
        yield teller.entry(ceremony, path, skip=teller.marks.unmarked(path, "agreements") if only_this_one else ())


def _by_side(teller: Teller, agreement: Agreement, path: Path, anchor: str) -> Iterator[Section]:
    """Yield a section for each side with what it commits to."""
    sides: dict[Line, list[Entry]] = {}
    for place, commitment in enumerate(agreement.commitments):
        at = (*path, "commitments", place)
        entry = teller.entry(commitment, at, skip=teller.marks.unmarked(at, "obligors", "obligor_text", "joint"))
        sides.setdefault(_side(teller, commitment), []).append(entry)
    for number, (side, entries) in enumerate(sides.items(), 1):
        yield Section(f"{anchor}-{number}", side, entries=tuple(entries))


def _side(teller: Teller, commitment: Commitment) -> Line:
    named = [(teller.link(id),) for id in commitment.obligors]
    if commitment.obligor_text:
        named += ((words,) for words in teller.wordings(commitment.obligor_text, ()))
    if commitment.joint:
        named.append((Words("All parties together"),))
    return joined(named, "; ") or (Words("Nobody is named"),)


def _newer(teller: Teller, agreement: Agreement) -> Iterator[Fact]:
    """Yield the newer agreements that point to this one."""
    lines = [
        (teller.link(newer.id), Words(f" · {say.code(relation.type).lower()} this one"))
        for newer, relation in teller.pointing(teller.index.newer, agreement)
    ]
    if lines:
        yield Fact("Newer agreements", tuple(lines))
