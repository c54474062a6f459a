"""The record as what a page says: one model of the page for every form that it is written in."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

import attrs

from mouschema.model import Agreement, Annotation, Bundle
from mouschema.model.codelists import Basis
from mouschema.model.pointer import passed, steps
from mouschema.show import words as say
from mouschema.show.agreement import agreement_section
from mouschema.show.parts import Entry, Line, Note, Page, Section, Words, joined, marked
from mouschema.show.teller import Teller
from mouschema.show.tree import organization_tree

__all__ = ["view"]

_CLOSING: Final = "A record tells what its sources say. It can be well formed and consistent, and still not be true."
_DEEPEST: Final = 30  # steps of a note's way that are named; nothing but a partner's own data lies deeper
_LISTS: Final = {
    "people": "People",
    "instruments": "Laws, treaties and plans",
    "initiatives": "Projects and programmes",
    "documents": "Documents and sources",
}
_ABOVE: Final = ("title", "organizations", "agreements", "ceremonies", "annotations", *_LISTS)


def view(bundle: Bundle, languages: tuple[str, ...]) -> Page:
    """Return the page of a bundle.

    Args:
        bundle: The bundle.
        languages: The languages to prefer where a text has several, the best first.
    """
    teller = Teller(bundle, languages)
    main = [place for place, each in enumerate(bundle.agreements) if _is_told_in_full(teller, each)]
    held = _held(bundle, main)
    sections = [
        *(
            agreement_section(teller, bundle.agreements[place], ("agreements", place), held.get(place, []))
            for place in main
        ),
        _list(teller, "agreements", "Other agreements", set(range(len(bundle.agreements))) - set(main)),
        _list(teller, "ceremonies", "Other ceremonies", held.get(None, [])),
        Section(
            "organizations",
            (Words("Organisations"),),
            entries=organization_tree(teller),
            marks=teller.marks.at(("organizations",)),
        ),
        *(_list(teller, name, heading, range(len(getattr(bundle, name)))) for name, heading in _LISTS.items()),
        Section("record", (Words("About this record"),), facts=teller.facts(bundle, (), skip=_ABOVE)),
    ]
    title, *also = _title(teller)
    about_lists = teller.marks.at(("agreements",)) + teller.marks.at(("ceremonies",))
    return Page(
        title=marked((title,), about_lists),
        also=tuple((words,) for words in also),
        sections=tuple(section for section in sections if not section.empty),
        notes=tuple(_note(teller, number, each) for number, each in enumerate(bundle.annotations, 1)),
        closing=_CLOSING,
    )


def _title(teller: Teller) -> list[Words]:
    bundle = teller.bundle
    if bundle.title:
        return teller.wordings(bundle.title, ("title",))
    if bundle.agreements:
        return teller.wordings(bundle.agreements[0].title, ())
    return [Words("A record without agreements")]


def _is_told_in_full(teller: Teller, agreement: Agreement) -> bool:
    """Tell whether an agreement is what the record is about, not merely named in it."""
    own = (agreement.parties, agreement.supporters, agreement.signatures, agreement.commitments, agreement.term)
    return any(own) or bool(teller.pointing(teller.index.ceremonies_of, agreement))


def _held(bundle: Bundle, main: list[int]) -> dict[int | None, list[int]]:
    """Return the ceremonies by the agreement that they are told with: the first that each was held for."""
    place_of = {bundle.agreements[place].id: place for place in reversed(main)}
    held: dict[int | None, list[int]] = {}
    for number, ceremony in enumerate(bundle.ceremonies):
        place = next((place_of[id] for id in ceremony.agreements if id in place_of), None)
        held.setdefault(place, []).append(number)
    return held


def _list(teller: Teller, name: str, heading: str, places: Iterable[int]) -> Section:
    """Return a section with entries of one of the bundle's lists."""
    entries: list[Entry] = [
        teller.entry(getattr(teller.bundle, name)[place], (name, place)) for place in sorted(places)
    ]
    return Section(name, (Words(heading),), entries=tuple(entries), marks=teller.marks.at((name,)))


def _note(teller: Teller, number: int, annotation: Annotation) -> Note:
    return Note(
        number=number,
        basis=Words(say.code(annotation.basis).lower(), hint=annotation.basis.meaning),
        certain=annotation.basis is Basis.STATED,
        place=_place(teller, annotation.target),
        facts=teller.facts(annotation, ("annotations", number - 1), skip=("target", "basis")),
    )


def _place(teller: Teller, pointer: str) -> Line:
    """Return in words what a pointer leads to: `Signing ceremony: Date`."""
    named: list[Words] = []
    whole = steps(pointer)
    way = whole[:_DEEPEST]
    for (owner, value), step in zip(pairwise(passed(teller.bundle, way)), way, strict=True):
        if attrs.has(value.__class__) and getattr(value, "id", None):
            named = [teller.brief(value)]
        elif attrs.has(owner.__class__) and step in attrs.fields_dict(owner.__class__):
            named.append(Words(say.field(owner.__class__, step)[0]))
        elif isinstance(owner, tuple) and step.isdecimal():
            named[-1:] = [Words(f"{named[-1].text} {int(step) + 1}")]
        else:
            named.append(Words(step))
    if len(whole) > len(way):
        named.append(Words("…"))
    return joined([(words,) for words in named], ": ")
