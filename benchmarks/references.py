"""The rules that mouschema has beyond its schema, as somebody would write them by hand for pydantic models.

What is referred to is gathered in one pass and compared as sets, which is faster than a function for each
rule; the price is that the first trouble ends it and that no place is told. Warnings have no counterpart.
"""

from typing import Any

from benchmarks import coherence

__all__ = ["check_references"]


def check_references(bundle: Any) -> Any:
    """Return the bundle if its entries fit together.

    Raises:
        ValueError: They do not.
    """
    wanted = _Wanted()
    ids = [each.id for each in bundle.people]
    ceremonies = {each.id: each.agreements for each in bundle.ceremonies}
    parents = {each.id: each.parent for each in bundle.organizations}
    wanted.organizations.update(parent for parent in parents.values() if parent)
    for person in bundle.people:
        for post in person.posts:
            wanted.organizations.add(post.organization)
            coherence.in_order(post.start, post.end)
    for agreement in bundle.agreements:
        ids.append(agreement.id)
        wanted.agreement(agreement, ids)
        coherence.signatures(agreement, ceremonies)
    for ceremony in bundle.ceremonies:
        wanted.ceremony(ceremony)
    for initiative in bundle.initiatives:
        wanted.organizations.update(initiative.leads)
        wanted.contributions(initiative.contributions, ids)
    for document in bundle.documents:
        wanted.entities.update(document.about)
        wanted.documents.add(document.translated_from)
    for annotation in bundle.annotations:
        wanted.documents.update(annotation.documents)
        coherence.pointer(bundle, annotation.target)
    wanted.compare(bundle, ids)
    coherence.parents(parents)
    coherence.relations(bundle.agreements)
    return bundle


class _Wanted:
    """The identifiers that something refers to, by the kind of entry; None is among them where a field is left out."""

    def __init__(self) -> None:
        self.organizations: set[str | None] = set()
        self.people: set[str | None] = set()
        self.speakers: set[str | None] = set()
        self.agreements: set[str | None] = set()
        self.ceremonies: set[str | None] = set()
        self.instruments: set[str | None] = set()
        self.initiatives: set[str | None] = set()
        self.documents: set[str | None] = set()
        self.entities: set[str | None] = set()

    def compare(self, bundle: Any, ids: list[str]) -> None:
        """Refuse what refers to nothing or to the wrong kind, and identifiers given twice."""
        known = {
            name: {each.id for each in getattr(bundle, name)}
            for name in vars(self)
            if name not in {"speakers", "entities"}
        }
        lists = ("organizations", "ceremonies", "instruments", "initiatives", "documents")
        everything = set(ids).union(*(known[name] for name in lists))
        if len(everything) != len(ids) + sum(len(getattr(bundle, name)) for name in lists):
            raise ValueError("an id is given twice")
        known |= {"speakers": known["organizations"] | known["people"], "entities": everything}
        for name, found in known.items():
            if missing := getattr(self, name) - found - {None}:
                raise ValueError(f"nothing in {name} has the id {', '.join(sorted(missing))}")

    def agreement(self, agreement: Any, ids: list[str]) -> None:
        """Gather what an agreement refers to."""
        organizations = self.organizations
        for party in agreement.parties:
            organizations.add(party.organization)
            organizations.update(party.acting_through)
            coherence.in_order(party.joined, party.left)
        organizations.update(supporter.organization for supporter in agreement.supporters)
        for commitment in agreement.commitments:
            ids.append(commitment.id)
            organizations.update(commitment.obligors)
            organizations.update(commitment.beneficiaries)
            self.instruments.update(citation.instrument for citation in commitment.citations)
        if agreement.term:
            coherence.in_order(agreement.term.effective, agreement.term.end)
        self.contributions(agreement.contributions, ids)
        self.agreements.update(relation.target for relation in agreement.relations)
        self.instruments.update(citation.instrument for citation in agreement.citations)
        self.initiatives.update(agreement.initiatives)
        for body in agreement.bodies:
            organizations.update(body.members)
        for event in agreement.lifecycle:
            organizations.update(event.by)
            self.documents.add(event.document)
        for signature in agreement.signatures:
            organizations.add(signature.organization)
            organizations.update(signature.on_behalf_of)
            self.people.add(signature.person)
            self.people.add(signature.in_place_of)
            self.ceremonies.add(signature.ceremony)

    def contributions(self, contributions: Any, ids: list[str]) -> None:
        """Gather what contributions refer to."""
        for contribution in contributions:
            if contribution.id:
                ids.append(contribution.id)
            self.organizations.add(contribution.contributor)
            self.organizations.update(contribution.via)
            self.organizations.add(contribution.recipient)

    def ceremony(self, ceremony: Any) -> None:
        """Gather what a ceremony refers to."""
        self.agreements.update(ceremony.agreements)
        self.organizations.update(ceremony.hosts)
        for attendance in ceremony.attendance:
            self.people.add(attendance.person)
            self.people.add(attendance.in_place_of)
            self.organizations.add(attendance.organization)
            self.organizations.add(attendance.representing)
        for statement in ceremony.statements:
            self.speakers.update(statement.speakers)
            self.documents.update(statement.documents)
