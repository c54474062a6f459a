"""What must fit together within records beside references: dates, signatures, pointers, chains without circles."""

from graphlib import CycleError, TopologicalSorter
from typing import Any

from mouschema.model import Date

__all__ = ["in_order", "interval", "parents", "pointer", "relations", "signatures"]

_ORDERED = frozenset({"amends", "extends", "renews", "replaces", "implements"})


def interval(date: str) -> str:
    """Return the date unless it is an interval that ends before it starts."""
    if "/" in date and ".." not in date:
        in_order(*date.split("/"))
    return date


def in_order(start: str | None, end: str | None) -> None:
    """Refuse an end that is certainly before the start; two plain days in order need no closer look."""
    if not start or not end or (len(start) == len(end) == 10 and start <= end):
        return
    if Date.from_json(end).before(Date.from_json(start)):
        raise ValueError(f"{end} is before {start}")


def signatures(agreement: Any, ceremonies: dict[str, tuple[str, ...]]) -> None:
    """Refuse signatures for organisations that take no part, and ceremonies of other agreements."""
    if not agreement.signatures:
        return
    taking_part = {supporter.organization for supporter in agreement.supporters}
    for party in agreement.parties:
        taking_part.add(party.organization)
        taking_part.update(party.acting_through)
    for signature in agreement.signatures:
        if agreement.parties_complete is not False and not taking_part.issuperset(signature.on_behalf_of):
            raise ValueError(f"somebody signs {agreement.id} for an organisation that takes no part in it")
        if signature.ceremony in ceremonies and agreement.id not in ceremonies[signature.ceremony]:
            raise ValueError(f"the ceremony {signature.ceremony} does not list the agreement {agreement.id}")


def pointer(bundle: Any, target: str) -> None:
    """Refuse a JSON Pointer that leads to nothing."""
    value = bundle
    for step in target.replace("~1", "\0").replace("~0", "~").split("/")[1:]:
        if isinstance(value, tuple | list):
            counted = step.isdecimal() and step.isascii() and (step == "0" or step[0] != "0")
            value = value[int(step)] if counted and int(step) < len(value) else None
        else:
            fields = value if isinstance(value, dict) else getattr(value, "__dict__", {})
            value = fields.get(step.replace("\0", "/"))
        if value is None or value == ():
            raise ValueError(f"the pointer {target} leads to nothing")


def parents(parent_of: dict[str, str | None]) -> None:
    """Refuse an organisation that is part of itself, be it through others."""
    settled: set[str] = set()
    for organization in parent_of:
        chain: set[str] = set()
        above: str | None = organization
        while above and above not in settled:
            if above in chain:
                raise ValueError(f"{above} is part of itself")
            chain.add(above)
            above = parent_of.get(above)
        settled |= chain


def relations(agreements: tuple[Any, ...]) -> None:
    """Refuse an agreement that is related to itself, and circles of amending, extending and the like."""
    graph: dict[str, list[str]] = {}
    for agreement in agreements:
        for relation in agreement.relations:
            if relation.target == agreement.id:
                raise ValueError(f"{agreement.id} is related to itself")
            if relation.type in _ORDERED:
                graph.setdefault(agreement.id, []).append(relation.target)
    if any(target in graph for targets in graph.values() for target in targets):
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            raise ValueError("agreements follow each other in a circle") from error
